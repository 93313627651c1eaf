/* The reader: a mapping's keys find their rows, and the rows' types read the values. */
#include "content/reader.h"

#include "base/suggest.h"
#include "content/check.h"
#include "content/fields.h"
#include "content/files.h"
#include "content/mistakes.h"
#include "content/reading.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PARTS_MOST = 2, ROWS_MOST = 64 };

/* Which rows of each part had their key in the mapping, one bit a row. */
struct seen {
    uint64_t rows[PARTS_MOST];
};

bool reading_fail(struct reading *reading, const struct node *value, enum message message,
                  const struct words arguments[MESSAGE_ARGUMENTS]) {
    report_message(reading->report, tree_mark(reading->report, value), message, arguments);
    return false;
}

/* What stands there, to end a sentence with "not …". */
static struct words shape_of(struct reading *reading, const struct node *value) {
    if (value->type == NODE_LIST) {
        return (struct words){"列表", "a list"};
    }
    if (value->type == NODE_MAPPING) {
        return (struct words){"一组键", "a group of keys"};
    }
    if (!value->words[0]) {
        return (struct words){"空的", "empty"};
    }
    return report_typed(reading->report, value->words);
}

bool reading_refuse(struct reading *reading, const struct schema_row *row,
                    const struct node *value) {
    struct report *report = reading->report;
    bool wants_lines = row->type == FIELD_LIST || row->type == FIELD_GROUP;
    bool scalar = value->type == NODE_SCALAR && value->line > 0;
    bool named = scalar && (wants_lines ? mistakes_in_lines(report, value->line, value->end_line)
                                        : mistakes_in_value(report, value));
    return !named && reading_fail(reading, value, MESSAGE_WRONG_VALUE,
                                  ARGUMENTS(reading_name(reading), field_of(row->type)->accepted,
                                            shape_of(reading, value)));
}

static bool is_missing(const struct node *value) {
    return value->type == NODE_SCALAR && value->plain && !value->words[0];
}

struct words reading_name(const struct reading *reading) {
    struct report *report = reading->report;
    if (reading->item == 0) {
        return same_words(reading->key);
    }
    return (struct words){
        report_words(report, "%s 的第 %zu 项", reading->key, reading->item).zh,
        report_words(report, "item %zu of %s", reading->item, reading->key).en,
    };
}

static bool refuse_missing(struct reading *reading, const struct schema_row *row,
                           const struct node *value) {
    struct words name = reading_name(reading);
    return mistakes_in_comment(reading->report, value, name) ||
           reading_fail(reading, value, MESSAGE_EMPTY_VALUE,
                        ARGUMENTS(name, field_of(row->type)->accepted));
}

bool reading_value(struct reading *reading, const struct schema_row *row, const struct node *value,
                   void *out) {
    const char *key = reading->key;
    size_t item = reading->item;
    if (row->key) {
        reading->key = row->key;
        reading->item = 0;
    }
    bool good = false;
    if (is_missing(value)) {
        (void)refuse_missing(reading, row, value);
    } else {
        good = field_of(row->type)->read(reading, row, value, out);
    }
    reading->key = key;
    reading->item = item;
    return good;
}

const struct node *reading_words(struct arena *arena, const char *words) {
    struct node *node = ARENA_NEW(arena, struct node);
    *node = (struct node){.type = NODE_SCALAR, .words = words};
    if (!strchr("[{\"'", words[0]) || words[0] == '\0') {
        return node;
    }
    struct diagnostics ignored = {0};
    struct report report;
    report_init(&report, &ignored, "", words, strlen(words));
    const struct node *read = tree_read(&report, arena);
    report_finish(&report);
    diagnostics_finish(&ignored);
    return read ? read : node;
}

static void *member(void *out, const struct schema_row *row) {
    return (char *)out + row->offset;
}

static void use_fallback(struct reading *reading, const struct schema_row *row, void *out) {
    if (row->fallback) {
        const struct node *value = reading_words(reading->arena, row->fallback);
        (void)reading_value(reading, row, value, member(out, row));
    } else if (row->type == FIELD_GROUP) {
        for (const struct schema_row *inner = row->item->rows; inner->key; inner++) {
            use_fallback(reading, inner, member(out, row));
        }
    }
}

static void report_missing_key(struct reading *reading, const struct schema_row *row,
                               const struct node *mapping) {
    reading_fail(reading, mapping, MESSAGE_MISSING_KEY,
                 ARGUMENTS(same_words(row->key), row->help, field_of(row->type)->accepted));
}

static void finish_rows(struct reading *reading, const struct part *part, uint64_t seen,
                        const struct node *mapping) {
    uint64_t bit = 1;
    for (const struct schema_row *row = part->schema->rows; row->key; row++, bit <<= 1) {
        if (seen & bit) {
            continue;
        }
        if (row->required) {
            report_missing_key(reading, row, mapping);
        }
        use_fallback(reading, row, part->out);
    }
}

static void report_unknown_key(struct reading *reading, const struct part *parts, size_t count,
                               const struct node *key) {
    struct report *report = reading->report;
    if (mistakes_in_key(report, key)) {
        return;
    }
    const char *known[PARTS_MOST * ROWS_MOST];
    size_t keys = 0;
    for (size_t i = 0; i < count; i++) {
        for (const struct schema_row *row = parts[i].schema->rows; row->key; row++) {
            known[keys++] = row->key;
        }
    }
    const char *near = suggest_nearest(key->words, known, keys);
    struct words meant = near ? same_words(near) : report_joined(report, known, keys);
    reading_fail(reading, key, near ? MESSAGE_UNKNOWN_KEY_NEAR : MESSAGE_UNKNOWN_KEY,
                 ARGUMENTS(report_typed(report, key->words), meant));
}

/* Reads one value into the part that knows its key; false when none does. */
static bool read_key(struct reading *reading, const struct part *parts, size_t count,
                     const struct node *value, struct seen *seen) {
    for (size_t i = 0; i < count; i++) {
        uint64_t bit = 1;
        for (const struct schema_row *row = parts[i].schema->rows; row->key; row++, bit <<= 1) {
            if (strcmp(row->key, value->key->words) != 0) {
                continue;
            }
            bool again = seen->rows[i] & bit;
            seen->rows[i] |= bit;
            bool good = again || reading_value(reading, row, value, member(parts[i].out, row));
            bool filled = row->type == FIELD_GROUP && value->type == NODE_MAPPING;
            if (!good && !filled) {
                use_fallback(reading, row, parts[i].out);
            }
            return true;
        }
    }
    return false;
}

void reading_parts(struct reading *reading, const struct part *parts, size_t count, bool open,
                   const struct node *mapping) {
    struct seen seen = {0};
    for (const struct node *value = mapping->first; value; value = value->next) {
        if (!read_key(reading, parts, count, value, &seen) && !open) {
            report_unknown_key(reading, parts, count, value->key);
        }
    }
    for (size_t i = 0; i < count; i++) {
        finish_rows(reading, &parts[i], seen.rows[i], mapping);
    }
}

/* An empty file that lacks keys is said to be empty rather than to lack each of them. */
static bool report_empty(struct reading *reading, const struct part *parts, size_t count) {
    const char *needed[PARTS_MOST * ROWS_MOST];
    size_t keys = 0;
    for (size_t i = 0; i < count; i++) {
        for (const struct schema_row *row = parts[i].schema->rows; row->key; row++) {
            if (row->required) {
                needed[keys++] = row->key;
            }
        }
    }
    if (keys > 0) {
        report_message(reading->report, report_mark_file(), MESSAGE_FILE_EMPTY,
                       ARGUMENTS(report_joined(reading->report, needed, keys)));
    }
    return keys > 0;
}

void reading_document(struct reading *reading, const struct part *parts, size_t count, bool open,
                      const struct node *root) {
    bool empty = root->type == NODE_MAPPING && root->count == 0;
    if (root->type == NODE_MAPPING && !(empty && report_empty(reading, parts, count))) {
        reading_parts(reading, parts, count, open, root);
        return;
    }
    bool named = empty || (root->type == NODE_SCALAR &&
                           mistakes_in_lines(reading->report, 1, root->end_line));
    if (!named) {
        reading_fail(reading, root, MESSAGE_NO_KEYS, ARGUMENTS(shape_of(reading, root)));
    }
    reading_defaults(reading, parts, count);
}

void reading_defaults(struct reading *reading, const struct part *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        for (const struct schema_row *row = parts[i].schema->rows; row->key; row++) {
            use_fallback(reading, row, parts[i].out);
        }
    }
}

const struct node *reading_open(struct reading *reading, int directory, const char *path,
                                char **text, struct arena *nodes) {
    size_t size = 0;
    struct report *report = reading->report;
    *text = NULL;
    enum file_problem problem = file_read(directory, path, text, &size);
    if (problem != FILE_GOOD) {
        file_report(report, report_mark_file(), problem, report->path, size);
        return NULL;
    }
    report->text = *text;
    report->size = size;
    return tree_read(report, nodes);
}

bool document_read_file(const char *path, const struct schema *schema, void *out,
                        const struct world *world, struct arena *arena,
                        struct diagnostics *diagnostics) {
    static const struct world nothing = {0};
    world = world ? world : &nothing;
    struct report report;
    report_init(&report, diagnostics, path, NULL, 0);
    struct reading reading = {.report = &report, .world = world, .arena = arena};
    reading.directory = directory_open(world->directory ? world->directory : ".");
    struct arena nodes = {0};
    char *text;
    const struct node *root = reading_open(&reading, AT_FDCWD, path, &text, &nodes);
    struct part part = {schema, out};
    if (root) {
        reading_document(&reading, &part, 1, false, root);
    } else {
        reading_defaults(&reading, &part, 1);
    }
    bool good = report.errors == 0;
    if (reading.directory >= 0) {
        (void)close(reading.directory);
    }
    arena_finish(&nodes);
    report_finish(&report);
    free(text);
    return good;
}

void check_report(struct document_check *check, const char *path, const char *zh, const char *en) {
    struct report *report = check->reading->report;
    const struct node *node = tree_walk(check->root, path);
    report_sentence(report, tree_mark(report, node), SEVERITY_ERROR, (struct words){zh, en});
}
