/* The field types: one row each, with all that the program knows of a type. */
#ifndef CONTENT_FIELDS_H
#define CONTENT_FIELDS_H

#include "base/buffer.h"
#include "content/schema.h"

#include <stdbool.h>

struct node;
struct reading;
struct json;

/* Reads a value into the member at `out`; false with the mistake reported. */
typedef bool field_reader(struct reading *reading, const struct schema_row *row,
                          const struct node *node, void *out);

struct field {
    size_t size;           /* of the C type; 0 for a group, whose schema says it */
    struct words accepted; /* "a duration such as 20s": completes "must be …" */
    const char *example;   /* as YAML says it, where a row gives none; NULL: made from its rows */
    field_reader *read;
    void (*schema)(const struct schema_row *row, struct json *json); /* its JSON Schema keys */
};

const struct field *field_of(enum field_type type);

/* The bytes of one value of the row. */
size_t field_size(const struct schema_row *row);

/* Whether the row has bounds: min == max == 0 means none. */
bool field_is_bounded(const struct schema_row *row);

/* A bound or a value as a curator writes it: 5s, 10min, 0.5, 12. In a text buffer of its own. */
void field_format(const struct schema_row *row, double value, struct buffer *out);

/* The readers, each in the file of its family. */
field_reader field_read_text, field_read_word, field_read_asset, field_read_scene,
    field_read_colour, field_read_duration, field_read_integer, field_read_number,
    field_read_boolean, field_read_choice, field_read_rect, field_read_pair, field_read_list,
    field_read_group;

#endif
