/* Syntax: libyaml's problems in a curator's words. */
#include "content/syntax.h"

#include "content/report.h"

#include <string.h>

/* Which of the problem's two places is the mistake's. */
enum place { AT_PROBLEM, AT_CONTEXT, AT_CONTEXT_IF_FAR };

struct syntax_row {
    const char *context, *problem; /* parts of libyaml's sentences */
    enum message message;
    enum place place;
};

/* The first row whose parts are in libyaml's sentences. From scanner.c and parser.c, 0.2.5. */
static const struct syntax_row syntax_rows[] = {
    {"quoted scalar", "escape", MESSAGE_SYNTAX_ESCAPE, AT_PROBLEM},
    {"quoted scalar", "hexdecimal", MESSAGE_SYNTAX_ESCAPE, AT_PROBLEM},
    {"quoted scalar", "", MESSAGE_SYNTAX_QUOTE, AT_CONTEXT},
    {"", "tab character", MESSAGE_TAB, AT_PROBLEM},
    {"block scalar", "", MESSAGE_SYNTAX_BLOCK, AT_PROBLEM},
    {"simple key", "", MESSAGE_SYNTAX_COLON_MISSING, AT_CONTEXT},
    {"an anchor", "", MESSAGE_SYNTAX_CHARACTER, AT_CONTEXT},
    {"an alias", "", MESSAGE_SYNTAX_CHARACTER, AT_CONTEXT},
    {"a tag", "", MESSAGE_SYNTAX_CHARACTER, AT_CONTEXT},
    {"a directive", "", MESSAGE_SYNTAX_CHARACTER, AT_CONTEXT},
    {"", "undefined tag handle", MESSAGE_SYNTAX_CHARACTER, AT_PROBLEM},
    {"", "cannot start any token", MESSAGE_SYNTAX_CHARACTER, AT_PROBLEM},
    {"", "node content", MESSAGE_SYNTAX_CHARACTER, AT_PROBLEM},
    {"", "mapping values are not allowed", MESSAGE_SYNTAX_COLON_INSIDE, AT_PROBLEM},
    {"", "block sequence entries are not allowed", MESSAGE_SYNTAX_DASH, AT_PROBLEM},
    {"", "mapping keys are not allowed", MESSAGE_SYNTAX_INDENT, AT_PROBLEM},
    {"flow sequence", "", MESSAGE_SYNTAX_BRACKET, AT_CONTEXT_IF_FAR},
    {"flow mapping", "", MESSAGE_SYNTAX_BRACE, AT_CONTEXT_IF_FAR},
    {"block", "did not find expected", MESSAGE_SYNTAX_INDENT, AT_PROBLEM},
    {"", "document start", MESSAGE_SYNTAX_INDENT, AT_PROBLEM},
    {"", "", MESSAGE_SYNTAX_OTHER, AT_PROBLEM},
};

static const struct syntax_row *row_of(const struct syntax_problem *problem) {
    const struct syntax_row *row = syntax_rows;
    while (!strstr(problem->context, row->context) || !strstr(problem->problem, row->problem)) {
        row++;
    }
    return row;
}

/* Whether something other than spaces and dashes stands before a column in its line. */
static bool follows_a_value(struct report *report, int line, int column) {
    size_t length;
    const char *text = report_line(report, line, &length);
    size_t indent = strspn(text, " -");
    return indent + 1 < (size_t)column && indent < length;
}

/* Where something that never ends has its last character. */
static struct mark last_character(struct report *report) {
    size_t end = report->size;
    while (end > 1 && strchr(" \t\r\n", report->text[end - 1])) {
        end--;
    }
    return report_mark_bytes(report, end > 0 ? end - 1 : 0, 1);
}

void syntax_explain(struct report *report, const struct syntax_problem *problem) {
    const struct syntax_row *row = row_of(problem);
    bool far = problem->context_line > 0 && problem->context_line != problem->line;
    bool context = problem->context_line > 0 &&
                   (row->place == AT_CONTEXT || (row->place == AT_CONTEXT_IF_FAR && far));
    int line = context ? problem->context_line : problem->line;
    int column = context ? problem->context_column : problem->column;
    enum message message = row->message;
    if (message == MESSAGE_SYNTAX_INDENT && follows_a_value(report, line, column)) {
        message = MESSAGE_SYNTAX_AFTER;
    }
    struct mark mark = report_mark(report, line, column, line, column + 1);
    if (message == MESSAGE_SYNTAX_CHARACTER && mark.offset >= report->size) {
        message = MESSAGE_SYNTAX_BRACKET;
        mark = last_character(report);
    }
    struct words first = report_typed(report, problem->problem);
    if (message == MESSAGE_SYNTAX_CHARACTER) {
        first = report_words(report, "%.*s", (int)mark.length, report->text + mark.offset);
    }
    report_message(report, mark, message, ARGUMENTS(first));
}
