/* Mistakes as a program tells them: in the log, or on a terminal. */
#ifndef COMMANDS_REPORT_H
#define COMMANDS_REPORT_H

#include "content/diagnostics.h"

/* The language of LC_ALL, LC_MESSAGES or LANG: Chinese where it begins with "zh". */
enum message_language report_language(void);

/* Every diagnostic as lines of the log. */
void report_log(const struct diagnostics *diagnostics);

#endif
