/* Syntax: libyaml's problems in a curator's words. */
#ifndef CONTENT_SYNTAX_H
#define CONTENT_SYNTAX_H

#include "content/mistakes.h"

/* Reports a problem that is none of the keyboard's mistakes. */
void syntax_explain(struct report *report, const struct syntax_problem *problem);

#endif
