/* Field types that hold others: lists and groups. */
#include "base/hash.h"
#include "content/fields.h"
#include "content/reading.h"

static bool check_count(struct reading *reading, const struct schema_row *row,
                        const struct node *node) {
    if (!field_is_bounded(row) ||
        ((double)node->count >= row->min && (double)node->count <= row->max)) {
        return true;
    }
    return reading_fail(reading, node, MESSAGE_LIST_COUNT,
                        ARGUMENTS(reading_name(reading),
                                  report_words(reading->report, "%g", row->min),
                                  report_words(reading->report, "%g", row->max),
                                  report_words(reading->report, "%zu", node->count)));
}

/* Names that are twice in a list: ids, which nobody means twice. */
static bool check_twice(struct reading *reading, const struct node *list) {
    const struct node **items = ARENA_ARRAY(reading->arena, const struct node *, list->count + 1);
    uint64_t *hashes = ARENA_ARRAY(reading->arena, uint64_t, list->count + 1);
    size_t count = 0;
    bool good = true;
    for (const struct node *item = list->first; item; item = item->next) {
        if (item->type != NODE_SCALAR) {
            continue;
        }
        items[count] = item;
        hashes[count] = hash_string(HASH_START, item->words);
        size_t first = 0;
        while (hashes[first] != hashes[count]) {
            first++;
        }
        if (first < count) {
            good = reading_fail(reading, item, MESSAGE_DUPLICATE_ITEM,
                                ARGUMENTS(reading_name(reading),
                                          report_typed(reading->report, item->words),
                                          report_words(reading->report, "%d", items[first]->line)));
        }
        count++;
    }
    return good;
}

static bool read_plain_items(struct reading *reading, const struct schema_row *row,
                             const struct node *list, char *items) {
    size_t size = field_size(row->each);
    bool good = true;
    for (const struct node *item = list->first; item; item = item->next) {
        reading->item++;
        good &= reading_value(reading, row->each, item, items);
        items += size;
    }
    reading->item = 0;
    bool ids = row->each->type == FIELD_SCENE || row->each->type == FIELD_WORD;
    return (!ids || check_twice(reading, list)) && good;
}

static bool read_group(struct reading *reading, const struct schema_row *row,
                       const struct schema *schema, const struct node *node, void *out) {
    if (node->type != NODE_MAPPING) {
        static const struct schema_row group = {.type = FIELD_GROUP};
        return reading_refuse(reading, row->type == FIELD_GROUP ? row : &group, node);
    }
    struct part part = {schema, out};
    size_t errors = reading->report->errors;
    reading_parts(reading, &part, 1, false, node);
    return reading->report->errors == errors;
}

static bool read_groups(struct reading *reading, const struct schema_row *row,
                        const struct node *list, char *items) {
    const char *key = reading->key;
    size_t index = 0;
    bool good = true;
    for (const struct node *item = list->first; item; item = item->next) {
        reading->key = key;
        reading->item = ++index;
        good &= read_group(reading, row, row->item, item, items);
        items += row->item->size;
    }
    reading->item = 0;
    return good;
}

bool field_read_list(struct reading *reading, const struct schema_row *row, const struct node *node,
                     void *out) {
    if (node->type != NODE_LIST) {
        return reading_refuse(reading, row, node);
    }
    size_t size = row->item ? row->item->size : field_size(row->each);
    struct items list = {ARENA_ARRAY(reading->arena, char, node->count *size), node->count};
    bool good = check_count(reading, row, node);
    good &= row->item ? read_groups(reading, row, node, list.items)
                      : read_plain_items(reading, row, node, list.items);
    if (node->count > 0) {
        *(struct items *)out = list;
    }
    return good;
}

bool field_read_group(struct reading *reading, const struct schema_row *row,
                      const struct node *node, void *out) {
    return read_group(reading, row, row->item, node, out);
}
