/* Documents compared: whether a saved file changed what the scene on the stage was made from. */
#include "base/hash.h"
#include "content/fields.h"
#include "stage/inside.h"

static uint64_t hash_group(uint64_t hash, const struct schema *schema, const char *bytes);

static uint64_t hash_word(uint64_t hash, const char *word) {
    return hash_string(hash, word ? word : "");
}

static uint64_t hash_text(uint64_t hash, const struct text *text) {
    hash = hash_bytes(hash, &text->count, sizeof text->count);
    for (size_t i = 0; i < text->count; i++) {
        hash = hash_string(hash_string(hash, text->entries[i].language), text->entries[i].words);
    }
    return hash;
}

static uint64_t hash_asset(uint64_t hash, const struct asset *asset) {
    hash = hash_word(hash, asset->path);
    hash = hash_bytes(hash, &asset->width, sizeof asset->width);
    hash = hash_bytes(hash, &asset->height, sizeof asset->height);
    return hash_bytes(hash, &asset->duration, sizeof asset->duration);
}

static uint64_t hash_value(uint64_t hash, const struct schema_row *row, const char *bytes);

static uint64_t hash_list(uint64_t hash, const struct schema_row *row, const struct items *list) {
    size_t size = row->item ? row->item->size : field_size(row->each);
    hash = hash_bytes(hash, &list->count, sizeof list->count);
    for (size_t i = 0; i < list->count; i++) {
        const char *item = (const char *)list->items + i * size;
        hash = row->item ? hash_group(hash, row->item, item) : hash_value(hash, row->each, item);
    }
    return hash;
}

static uint64_t hash_value(uint64_t hash, const struct schema_row *row, const char *bytes) {
    const void *value = bytes;
    switch (row->type) {
    case FIELD_TEXT:
        return hash_text(hash, value);
    case FIELD_WORD:
    case FIELD_SCENE:
        return hash_word(hash, *(const char *const *)value);
    case FIELD_IMAGE:
    case FIELD_AUDIO:
    case FIELD_VIDEO:
        return hash_asset(hash, value);
    case FIELD_LIST:
        return hash_list(hash, row, value);
    case FIELD_GROUP:
        return hash_group(hash, row->item, bytes);
    default:
        return hash_bytes(hash, value, field_size(row));
    }
}

static uint64_t hash_group(uint64_t hash, const struct schema *schema, const char *bytes) {
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        hash = hash_value(hash, row, bytes + row->offset);
    }
    return hash;
}

bool documents_equal(const struct document_kind *kind, const void *a, const void *b) {
    if (!a || !b || !kind->schema) {
        return a == b;
    }
    return hash_group(HASH_START, kind->schema, a) == hash_group(HASH_START, kind->schema, b);
}
