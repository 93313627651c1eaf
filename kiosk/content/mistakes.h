/* The look beside: what a curator most likely typed where libyaml or a table found a mistake. */
#ifndef CONTENT_MISTAKES_H
#define CONTENT_MISTAKES_H

#include "content/schema.h"

#include <stdbool.h>

struct node;
struct report;

/* What libyaml says; its line may be one or more after the mistake. Lines and columns from 1. */
struct syntax_problem {
    const char *problem;
    const char *context;
    int line, column;
    int context_line, context_column; /* where the thing began that did not end; line 0 is none */
};

/* Reports why libyaml could not go on: the keyboard's mistakes near that place by their names
   (and those that are as plain in other lines), else libyaml's problem in our words. */
void mistakes_explain(struct report *report, const struct syntax_problem *problem);

/* Reports the keyboard's mistakes in the lines `from` … `to`; returns whether there was one. */
bool mistakes_in_lines(struct report *report, int from, int to);

/* The same for a key that no table knows, and for a value that does not fit its row. */
bool mistakes_in_key(struct report *report, const struct node *key);
bool mistakes_in_value(struct report *report, const struct node *value);

/* A value that is missing because an unquoted # made a comment of it; `name` is what messages
   call it. */
bool mistakes_in_comment(struct report *report, const struct node *value, struct words name);

/* Warns of a text that ends in front of " #" without a space after it, and of one that is wholly
   in curly quotes. */
void mistakes_in_text(struct report *report, const struct node *value);

#endif
