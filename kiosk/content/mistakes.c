/* The look beside, in lines: what the keyboard did to a line that libyaml cannot read. */
#include "content/mistakes.h"

#include "content/report.h"
#include "content/syntax.h"
#include "content/wide.h"

#include <string.h>

/* A line as it is looked at, from left to right. */
struct look {
    struct report *report;
    const char *text;
    size_t length;
    size_t at;
    bool thorough; /* also what is a mistake only where libyaml stopped */
    bool found;
};

static bool starts(const struct look *look, const char *words) {
    size_t length = strlen(words);
    return look->length - look->at >= length && memcmp(look->text + look->at, words, length) == 0;
}

static char byte_at(const struct look *look, size_t at) {
    return at < look->length ? look->text[at] : '\0';
}

static void skip_spaces(struct look *look) {
    while (byte_at(look, look->at) == ' ') {
        look->at++;
    }
}

static void found(struct look *look, size_t length, enum message message, struct words first,
                  struct words second) {
    size_t offset = (size_t)(look->text - look->report->text) + look->at;
    report_message(look->report, report_mark_bytes(look->report, offset, length), message,
                   ARGUMENTS(first, second));
    look->found = true;
}

static void found_mark(struct look *look, const char *mark, enum message message) {
    const struct wide_form *form = wide_form(mark);
    found(look, strlen(mark), message, same_words(mark), same_words(form ? form->narrow : ""));
}

/* Spaces, tabs and full-width spaces at a line's start; false when it is not indented right. */
static bool look_at_indent(struct look *look) {
    skip_spaces(look);
    if (byte_at(look, look->at) == '\t') {
        found(look, 1, MESSAGE_TAB, same_words(""), same_words(""));
    } else if (starts(look, WIDE_SPACE)) {
        found(look, strlen(WIDE_SPACE), MESSAGE_SPACE_WIDE, same_words(""), same_words(""));
    }
    return !look->found;
}

static size_t word_length(const struct look *look) {
    size_t end = look->at;
    char byte = byte_at(look, end);
    if (byte == '"' || byte == '\'') {
        const char *close = memchr(look->text + end + 1, byte, look->length - end - 1);
        return close ? (size_t)(close - look->text) + 1 - look->at : 0;
    }
    while (wide_is_key_byte(byte_at(look, end))) {
        end++;
    }
    return end - look->at;
}

/* A key and its colon inside braces, where the look stands at the key. */
static void look_at_flow_key(struct look *look) {
    size_t word = word_length(look);
    char after = byte_at(look, look->at + word + 1);
    if (word > 0 && byte_at(look, look->at + word) == ':' && after != ' ' && after != '\0' &&
        after != '/') {
        char *key = arena_strndup(&look->report->diagnostics->arena, look->text + look->at, word);
        look->at += word;
        found(look, 1, MESSAGE_COLON_SPACE, same_words(key), same_words(""));
    } else {
        look->at += word;
    }
}

/* Inside brackets and braces, quoted words aside. */
static void look_at_flow(struct look *look) {
    bool braces = byte_at(look, look->at) == '{';
    while (look->at < look->length && !look->found) {
        look->at++;
        const struct wide_form *form = wide_form_at(look->text + look->at);
        char byte = byte_at(look, look->at);
        if (byte == '"' || byte == '\'') {
            size_t quoted = word_length(look);
            look->at += quoted > 0 ? quoted - 1 : 0;
        } else if (braces && wide_is_key_byte(byte)) {
            look_at_flow_key(look);
            look->at -= !look->found;
        } else if (form && (braces || form->message != MESSAGE_COLON_WIDE)) {
            found_mark(look, form->wide, form->message);
        }
    }
}

static void look_at_value(struct look *look) {
    skip_spaces(look);
    const struct wide_form *form = wide_form_at(look->text + look->at);
    char byte = byte_at(look, look->at);
    if (byte == '[' || byte == '{') {
        look_at_flow(look);
    } else if (form && form->opens) {
        found_mark(look, form->wide, form->message);
    } else if (byte == '-' && !strchr(" -", byte_at(look, look->at + 1))) {
        found(look, 1, MESSAGE_DASH_SPACE, same_words(""), same_words(""));
    }
}

/* The colon after a key of `length` bytes; true when a value may follow. */
static bool look_at_colon(struct look *look, size_t length) {
    const char *key = look->text + look->at;
    look->at += length;
    skip_spaces(look);
    if (starts(look, "：")) {
        found_mark(look, "：", MESSAGE_COLON_WIDE);
        return false;
    }
    if (byte_at(look, look->at) != ':') {
        return false;
    }
    char next = byte_at(look, look->at + 1);
    bool number = strspn(key, "0123456789") >= length;
    look->at++;
    if (starts(look, WIDE_SPACE)) {
        found(look, strlen(WIDE_SPACE), MESSAGE_SPACE_WIDE, same_words(""), same_words(""));
    } else if (!strchr(" \t/", next) && !number) {
        char *word = arena_strndup(&look->report->diagnostics->arena, key, length);
        look->at--;
        found(look, 1, MESSAGE_COLON_SPACE, same_words(word), same_words(""));
    }
    return !look->found && (next == ' ' || next == '\0');
}

static bool look_at_line(struct report *report, int line, bool thorough) {
    struct look look = {.report = report, .thorough = thorough};
    look.text = report_line(report, line, &look.length);
    if (!look_at_indent(&look)) {
        return true;
    }
    while (byte_at(&look, look.at) == '-' && byte_at(&look, look.at + 1) == ' ') {
        look.at++;
        skip_spaces(&look);
    }
    if (byte_at(&look, look.at) == '#') {
        return false;
    }
    size_t word = word_length(&look);
    bool key = word > 0;
    size_t start = look.at;
    bool value = key && look_at_colon(&look, word);
    if (!value && !look.found) {
        look.at = start;
    }
    if (look.thorough && !look.found) {
        look_at_value(&look);
    }
    return look.found;
}

bool mistakes_in_lines(struct report *report, int from, int to) {
    bool any = false;
    for (int line = from; line <= to; line++) {
        any |= look_at_line(report, line, true);
    }
    return any;
}

/* Where the key of a line that ends in | or > stands: what is indented more is text. -1: none. */
static int block_starts(const char *text, size_t length) {
    while (length > 0 && strchr(" +-0123456789", text[length - 1])) {
        length--;
    }
    bool block = length > 1 && (text[length - 1] == '|' || text[length - 1] == '>') &&
                 text[length - 2] == ' ';
    return block ? (int)strspn(text, " -") : -1;
}

/* The lines on which a mistake makes libyaml stop at `problem`. */
static bool is_near(const struct syntax_problem *problem, int line) {
    enum { LINES_LATE = 3 };
    return line == problem->context_line ||
           (line <= problem->line && line >= problem->line - LINES_LATE);
}

void mistakes_explain(struct report *report, const struct syntax_problem *problem) {
    bool near = false;
    int block = -1;
    for (int line = 1; line <= report_line_count(report); line++) {
        size_t length;
        const char *text = report_line(report, line, &length);
        int indent = (int)strspn(text, " ");
        bool here = line == problem->line || line == problem->context_line;
        bool blank = (size_t)indent >= length;
        if (blank || (block >= 0 && indent > block && !here)) {
            continue;
        }
        bool found_one = look_at_line(report, line, here);
        near |= found_one && is_near(problem, line);
        block = block_starts(text, length);
    }
    if (!near) {
        syntax_explain(report, problem);
    }
}
