/* JSON Schema: what an editor needs to complete and to check the files, from their tables. */
#include "content/jsonschema.h"

#include "content/json.h"
#include "content/jsonschema_fields.h"
#include "content/tables.h"

#include <string.h>

static void begin(struct json *json, const char *title) {
    json_open(json, NULL);
    json_string(json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_string(json, "title", title);
    json_string(json, "type", "object");
}

void jsonschema_file(const struct schema *schema, const char *title, struct buffer *out) {
    struct json json = {.out = out};
    begin(&json, title);
    schema_of_rows(schema, &json);
    json_close(&json);
}

/* The common keys; `kind` is one of the kinds' names. */
static void common_properties(const struct document_kind *const *kinds, size_t count,
                              struct json *json) {
    json_open(json, "properties");
    for (const struct schema_row *row = scene_schema.rows; row->key; row++) {
        json_open(json, row->key);
        if (strcmp(row->key, "kind") == 0) {
            json_string(json, "description", row->help.en);
            json_open_array(json, "enum");
            for (size_t i = 0; i < count; i++) {
                json_string(json, NULL, kinds[i]->name);
            }
            json_close_array(json);
        } else {
            schema_of_row(row, json);
        }
        json_close(json);
    }
    json_close(json);
}

static void required_keys(const struct schema *schema, struct json *json) {
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        if (row->required) {
            json_string(json, NULL, row->key);
        }
    }
}

/* "if" the kind is this one, "then" these are the keys: its own, and the common ones by name. */
static void kind_case(const struct document_kind *kind, struct json *json) {
    json_open(json, NULL);
    json_open(json, "if");
    json_open(json, "properties");
    json_open(json, "kind");
    json_string(json, "const", kind->name);
    json_close(json);
    json_close(json);
    json_open_array(json, "required");
    json_string(json, NULL, "kind");
    json_close_array(json);
    json_close(json);
    json_open(json, "then");
    json_string(json, "description", kind->help.en);
    json_open(json, "properties");
    for (const struct schema_row *row = scene_schema.rows; row->key; row++) {
        json_boolean(json, row->key, true);
    }
    for (const struct schema_row *row = kind->schema->rows; row->key; row++) {
        json_open(json, row->key);
        schema_of_row(row, json);
        json_close(json);
    }
    json_close(json);
    json_open_array(json, "required");
    required_keys(&scene_schema, json);
    required_keys(kind->schema, json);
    json_close_array(json);
    json_boolean(json, "additionalProperties", false);
    json_close(json);
    json_close(json);
}

void jsonschema_scene(const struct document_kind *const *kinds, size_t count, struct buffer *out) {
    struct json json = {.out = out};
    begin(&json, "Scene");
    common_properties(kinds, count, &json);
    json_open_array(&json, "required");
    required_keys(&scene_schema, &json);
    json_close_array(&json);
    json_open_array(&json, "allOf");
    for (size_t i = 0; i < count; i++) {
        kind_case(kinds[i], &json);
    }
    json_close_array(&json);
    json_close(&json);
}
