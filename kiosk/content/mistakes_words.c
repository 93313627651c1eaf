/* The look beside, in words: what the keyboard did to a key or a value that libyaml could read. */
#include "content/mistakes.h"
#include "content/report.h"
#include "content/tree.h"
#include "content/wide.h"

#include <string.h>

static bool named(struct report *report, const struct node *node, const struct wide_form *form) {
    report_message(report, tree_mark_part(report, node, form->wide), form->message,
                   ARGUMENTS(same_words(form->wide), same_words(form->narrow)));
    return true;
}

/* The first of the wide forms anywhere in `words`. */
static const struct wide_form *form_in(const char *words) {
    for (const char *at = words; *at; at++) {
        const struct wide_form *form = wide_form_at(at);
        if (form) {
            return form;
        }
    }
    return NULL;
}

static bool narrower(struct report *report, const struct node *node) {
    char *narrowed = wide_narrowed(&report->diagnostics->arena, node->words);
    if (narrowed) {
        report_message(report, tree_mark(report, node), MESSAGE_LETTERS_WIDE,
                       ARGUMENTS(report_typed(report, node->words), same_words(narrowed)));
    }
    return narrowed;
}

bool mistakes_in_key(struct report *report, const struct node *key) {
    if (key->type != NODE_SCALAR || !key->plain) {
        return false;
    }
    const struct wide_form *form = form_in(key->words);
    if (form) {
        return named(report, key, form);
    }
    const char *colon = strchr(key->words, ':');
    if (colon && colon > key->words) {
        struct words word = report_words(report, "%.*s", (int)(colon - key->words), key->words);
        report_message(report, tree_mark_part(report, key, ":"), MESSAGE_COLON_SPACE,
                       ARGUMENTS(word));
        return true;
    }
    return narrower(report, key);
}

bool mistakes_in_value(struct report *report, const struct node *value) {
    if (value->type != NODE_SCALAR || !value->plain) {
        return false;
    }
    const struct wide_form *form = form_in(value->words);
    return form ? named(report, value, form) : narrower(report, value);
}

bool mistakes_in_comment(struct report *report, const struct node *value, struct words name) {
    if (value->type != NODE_SCALAR || !value->plain || value->words[0]) {
        return false;
    }
    size_t length;
    const char *line = report_line(report, value->line, &length);
    struct mark end = report_mark(report, value->line, value->column, value->line, value->column);
    size_t at = length > 0 ? end.offset - (size_t)(line - report->text) : 0;
    at += at < length ? strspn(line + at, " ") : 0;
    if (at + 1 >= length || line[at] != '#' || line[at + 1] == ' ' || line[at + 1] == '#') {
        return false;
    }
    size_t size = length - at;
    while (size > 1 && line[at + size - 1] == ' ') {
        size--;
    }
    char *words = arena_strndup(&report->diagnostics->arena, line + at, size);
    report_message(report, report_mark_bytes(report, (size_t)(line - report->text) + at, size),
                   MESSAGE_HASH_EMPTY, ARGUMENTS(name, same_words(report_typed(report, words).en)));
    return true;
}

/* A plain text in front of " #words". */
static void warn_of_comment(struct report *report, const struct node *value) {
    size_t length;
    const char *line = report_line(report, value->end_line, &length);
    struct mark end =
        report_mark(report, value->end_line, value->end_column, value->end_line, value->end_column);
    size_t at = length > 0 ? end.offset - (size_t)(line - report->text) : length;
    at += at < length ? strspn(line + at, " ") : 0;
    if (at + 1 < length && line[at] == '#' && line[at + 1] != ' ' && line[at + 1] != '#') {
        report_message(report,
                       report_mark_bytes(report, (size_t)(line - report->text) + at, length - at),
                       MESSAGE_HASH_CUTS, NULL);
    }
}

static bool ends_with(const char *words, const char *ending) {
    size_t length = strlen(words);
    size_t size = strlen(ending);
    return length >= size && strcmp(words + length - size, ending) == 0;
}

void mistakes_in_text(struct report *report, const struct node *value) {
    if (!value->plain) {
        return;
    }
    if (report_has_hash(report)) {
        warn_of_comment(report, value);
    }
    const char *open = "“";
    bool quoted = strncmp(value->words, open, strlen(open)) == 0 && ends_with(value->words, "”") &&
                  !strstr(value->words + strlen(open), open);
    if (quoted) {
        struct words words = same_words(report_typed(report, value->words).en);
        report_message(report, tree_mark(report, value), MESSAGE_QUOTES_SHOWN, ARGUMENTS(words));
    }
}
