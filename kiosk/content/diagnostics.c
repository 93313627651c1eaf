/* The diagnostics list: kept, counted, put in order, and written for other programs. */
#include "content/diagnostics.h"

#include "content/json.h"

#include <stdlib.h>
#include <string.h>

void diagnostics_finish(struct diagnostics *diagnostics) {
    arena_finish(&diagnostics->arena);
    LIST_FINISH(&diagnostics->list);
}

size_t diagnostics_errors(const struct diagnostics *diagnostics) {
    size_t errors = 0;
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        errors += diagnostics->list.items[i].severity == SEVERITY_ERROR;
    }
    return errors;
}

static bool speaks_of(const struct diagnostic *diagnostic, const char *const *paths, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(diagnostic->source->path, paths[i]) == 0) {
            return true;
        }
    }
    return false;
}

const struct source *diagnostics_source(struct diagnostics *diagnostics,
                                        const struct source *source) {
    struct arena *arena = &diagnostics->arena;
    struct source *copy = ARENA_NEW(arena, struct source);
    copy->path = arena_strdup(arena, source->path);
    copy->text = source->text ? arena_strndup(arena, source->text, source->size) : NULL;
    copy->size = source->size;
    return copy;
}

void diagnostics_add_others(struct diagnostics *diagnostics, const struct diagnostics *from,
                            const char *const *paths, size_t count) {
    const struct source *last = NULL;
    const struct source *source = NULL;
    for (size_t i = 0; i < from->list.count; i++) {
        struct diagnostic copy = from->list.items[i];
        if (speaks_of(&copy, paths, count)) {
            continue;
        }
        source = copy.source == last ? source : diagnostics_source(diagnostics, copy.source);
        last = copy.source;
        copy.source = source;
        for (int language = 0; language < MESSAGE_LANGUAGES; language++) {
            copy.message[language] = arena_strdup(&diagnostics->arena, copy.message[language]);
        }
        LIST_PUSH(&diagnostics->list, copy);
    }
}

static int in_order(const void *a, const void *b) {
    const struct diagnostic *left = a;
    const struct diagnostic *right = b;
    int order = strcmp(left->source->path, right->source->path);
    if (order == 0) {
        order = left->mark.line - right->mark.line;
    }
    if (order == 0) {
        order = left->mark.column - right->mark.column;
    }
    return order != 0 ? order : strcmp(left->message[MESSAGES_EN], right->message[MESSAGES_EN]);
}

void diagnostics_sort(struct diagnostics *diagnostics) {
    if (diagnostics->list.count > 0) {
        qsort(diagnostics->list.items, diagnostics->list.count, sizeof *diagnostics->list.items,
              in_order);
    }
}

void diagnostics_json(const struct diagnostics *diagnostics, struct buffer *out) {
    struct json json = {.out = out};
    json_open(&json, NULL);
    json_open_array(&json, "diagnostics");
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const struct diagnostic *diagnostic = &diagnostics->list.items[i];
        json_open(&json, NULL);
        json_string(&json, "path", diagnostic->source->path);
        json_number(&json, "line", diagnostic->mark.line);
        json_number(&json, "column", diagnostic->mark.column);
        json_number(&json, "length", (double)diagnostic->mark.length);
        json_string(&json, "severity",
                    diagnostic->severity == SEVERITY_ERROR ? "error" : "warning");
        json_open(&json, "message");
        json_string(&json, "zh", diagnostic->message[MESSAGES_ZH]);
        json_string(&json, "en", diagnostic->message[MESSAGES_EN]);
        json_close(&json);
        json_close(&json);
    }
    json_close_array(&json);
    json_close(&json);
}
