/* How complete each language is: texts that are written by language, and how many have each. */
#include "content/completeness.h"

#include "content/fields.h"
#include "content/tables.h"

#include <string.h>

struct count {
    const struct items *languages;
    size_t *have;
    size_t texts;
};

static void count_text(struct count *count, const struct text *text) {
    if (text->count == 0 || text->entries[0].language[0] == '\0') {
        return;
    }
    count->texts++;
    for (size_t i = 0; i < count->languages->count; i++) {
        const char *code = ITEM(*count->languages, struct hall_language, i)->code;
        for (size_t j = 0; code && j < text->count; j++) {
            count->have[i] += strcmp(text->entries[j].language, code) == 0;
        }
    }
}

/* Walks a struct by its table; groups within groups are as deep as the tables are. */
static void count_rows(struct count *count, const struct schema *schema, const void *document) {
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        const char *at = (const char *)document + row->offset;
        const struct items *list = (const void *)at;
        if (row->type == FIELD_TEXT) {
            count_text(count, (const void *)at);
        } else if (row->type == FIELD_GROUP) {
            count_rows(count, row->item, at);
        } else if (row->type == FIELD_LIST && row->item) {
            for (size_t i = 0; i < list->count; i++) {
                count_rows(count, row->item, (const char *)list->items + i * row->item->size);
            }
        } else if (row->type == FIELD_LIST && row->each->type == FIELD_TEXT) {
            for (size_t i = 0; i < list->count; i++) {
                count_text(count, ITEM(*list, struct text, i));
            }
        }
    }
}

size_t hall_completeness(const struct hall *hall, size_t *have) {
    struct count count = {.languages = &hall->document.languages, .have = have};
    memset(have, 0, count.languages->count * sizeof *have);
    count_rows(&count, &hall_schema, &hall->document);
    for (size_t i = 0; i < hall->zone_count; i++) {
        count_rows(&count, &zone_schema, &hall->zones[i]);
    }
    for (size_t i = 0; i < hall->scene_count; i++) {
        const struct hall_scene *scene = hall_scene_at(hall, i);
        if (scene->document) {
            count_rows(&count, &scene_schema, &scene->common);
            count_rows(&count, scene->kind->schema, scene->document);
        }
    }
    return count.texts;
}
