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
