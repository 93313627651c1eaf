/* JSON Schema of the field types: the keys that say what one row's value may be. */
#ifndef CONTENT_JSONSCHEMA_FIELDS_H
#define CONTENT_JSONSCHEMA_FIELDS_H

#include "content/schema.h"

struct json;

/* Each writes into the open object. */
void schema_of_text(const struct schema_row *row, struct json *json);
void schema_of_word(const struct schema_row *row, struct json *json);
void schema_of_asset(const struct schema_row *row, struct json *json);
void schema_of_scene(const struct schema_row *row, struct json *json);
void schema_of_colour(const struct schema_row *row, struct json *json);
void schema_of_duration(const struct schema_row *row, struct json *json);
void schema_of_integer(const struct schema_row *row, struct json *json);
void schema_of_number(const struct schema_row *row, struct json *json);
void schema_of_boolean(const struct schema_row *row, struct json *json);
void schema_of_choice(const struct schema_row *row, struct json *json);
void schema_of_rect(const struct schema_row *row, struct json *json);
void schema_of_pair(const struct schema_row *row, struct json *json);
void schema_of_list(const struct schema_row *row, struct json *json);
void schema_of_group(const struct schema_row *row, struct json *json);

/* A row as one property: its description, what it may be, its default and its example. A row
   without a key is an array's items. */
void schema_of_row(const struct schema_row *row, struct json *json);

/* "properties", "required" and "additionalProperties": false of a table. */
void schema_of_rows(const struct schema *schema, struct json *json);

#endif
