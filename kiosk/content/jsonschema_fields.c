/* JSON Schema of the field types: the keys that say what one row's value may be. */
#include "content/jsonschema_fields.h"

#include "content/fields.h"
#include "content/json.h"
#include "content/reading.h"

#include <string.h>

/* Words may look like a number or a boolean to an editor's YAML reader. */
static void any_scalar(const struct schema_row *row, struct json *json) {
    json_open_array(json, "type");
    json_string(json, NULL, "string");
    json_string(json, NULL, "number");
    json_string(json, NULL, "boolean");
    json_close_array(json);
    if (row->required) {
        json_number(json, "minLength", 1);
    }
    if (row->max > 0) {
        json_number(json, "maxLength", row->max);
    }
}

static void bounds(const struct schema_row *row, struct json *json, const char *least,
                   const char *most) {
    if (field_is_bounded(row)) {
        json_number(json, least, row->min);
        json_number(json, most, row->max);
    }
}

static void pattern(struct json *json, const char *expression) {
    json_string(json, "type", "string");
    json_string(json, "pattern", expression);
}

void schema_of_text(const struct schema_row *row, struct json *json) {
    static const char *const offered[] = {"zh", "en"};
    json_open_array(json, "anyOf");
    json_open(json, NULL);
    any_scalar(row, json);
    json_close(json);
    json_open(json, NULL);
    json_string(json, "type", "object");
    json_number(json, "minProperties", 1);
    json_open(json, "propertyNames");
    json_string(json, "pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$");
    json_close(json);
    json_open(json, "properties");
    for (size_t i = 0; i < sizeof offered / sizeof offered[0]; i++) {
        json_open(json, offered[i]);
        any_scalar(row, json);
        json_close(json);
    }
    json_close(json);
    json_open(json, "additionalProperties");
    any_scalar(row, json);
    json_close(json);
    json_close(json);
    json_close_array(json);
}

void schema_of_word(const struct schema_row *row, struct json *json) {
    any_scalar(row, json);
}

void schema_of_asset(const struct schema_row *row, struct json *json) {
    (void)row;
    pattern(json, "^(?!/)(?!(.*/)?\\.\\.(/|$)).+$");
}

void schema_of_scene(const struct schema_row *row, struct json *json) {
    (void)row;
    pattern(json, "^[a-z0-9_-]+(/[a-z0-9_-]+)?$");
}

void schema_of_colour(const struct schema_row *row, struct json *json) {
    (void)row;
    pattern(json, "^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$");
}

void schema_of_duration(const struct schema_row *row, struct json *json) {
    (void)row;
    pattern(json, "^[0-9]+(\\.[0-9]+)? *(ms|s|min|h)$");
}

void schema_of_integer(const struct schema_row *row, struct json *json) {
    json_string(json, "type", "integer");
    bounds(row, json, "minimum", "maximum");
}

void schema_of_number(const struct schema_row *row, struct json *json) {
    json_string(json, "type", "number");
    bounds(row, json, "minimum", "maximum");
}

void schema_of_boolean(const struct schema_row *row, struct json *json) {
    (void)row;
    static const char *const words[] = {"yes", "no", "on", "off", "是", "否"};
    json_open_array(json, "enum");
    json_boolean(json, NULL, true);
    json_boolean(json, NULL, false);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        json_string(json, NULL, words[i]);
    }
    json_close_array(json);
}

void schema_of_choice(const struct schema_row *row, struct json *json) {
    json_open_array(json, "anyOf");
    for (const struct choice *choice = row->choices; choice->name; choice++) {
        char *end;
        double number = strtod(choice->name, &end);
        json_open(json, NULL);
        json_open_array(json, "enum");
        json_string(json, NULL, choice->name);
        if (*end == '\0') {
            json_number(json, NULL, number);
        }
        json_close_array(json);
        if (choice->help.en) {
            json_string(json, "description", choice->help.en);
        }
        json_close(json);
    }
    json_close_array(json);
}

static void numbers(struct json *json, const struct schema_row *row, int count) {
    json_string(json, "type", "array");
    json_number(json, "minItems", count);
    json_number(json, "maxItems", count);
    json_open(json, "items");
    json_string(json, "type", "number");
    bounds(row, json, "minimum", "maximum");
    json_close(json);
}

void schema_of_rect(const struct schema_row *row, struct json *json) {
    (void)row;
    static const struct schema_row fraction = {.min = 0, .max = 1};
    numbers(json, &fraction, 4);
}

void schema_of_pair(const struct schema_row *row, struct json *json) {
    numbers(json, row, 2);
}

void schema_of_list(const struct schema_row *row, struct json *json) {
    json_string(json, "type", "array");
    bounds(row, json, "minItems", "maxItems");
    json_open(json, "items");
    if (row->item) {
        json_string(json, "type", "object");
        schema_of_rows(row->item, json);
    } else {
        schema_of_row(row->each, json);
    }
    json_close(json);
}

void schema_of_group(const struct schema_row *row, struct json *json) {
    json_string(json, "type", "object");
    schema_of_rows(row->item, json);
}

/* A scalar as JSON has it: the row's type decides. */
static void scalar_value(struct json *json, const char *key, enum field_type type,
                         const char *words) {
    if (type == FIELD_INTEGER || type == FIELD_NUMBER || type == FIELD_RECT || type == FIELD_PAIR) {
        json_number(json, key, strtod(words, NULL));
    } else if (type == FIELD_BOOLEAN) {
        json_boolean(json, key, strcmp(words, "yes") == 0 || strcmp(words, "true") == 0);
    } else {
        json_string(json, key, words);
    }
}

/* A default, which the table has as YAML says it: a scalar or a list of scalars. */
static void value_of(struct json *json, const char *key, const struct schema_row *row,
                     const char *words) {
    struct arena arena = {0};
    enum field_type type = row->each ? row->each->type : row->type;
    const struct node *node = reading_words(&arena, words);
    if (node->type == NODE_LIST) {
        json_open_array(json, key);
        for (const struct node *item = node->first; item; item = item->next) {
            if (item->type == NODE_SCALAR) {
                scalar_value(json, NULL, type, item->words);
            }
        }
        json_close_array(json);
    } else if (node->type == NODE_SCALAR) {
        scalar_value(json, key, type, node->words);
    }
    arena_finish(&arena);
}

void schema_of_row(const struct schema_row *row, struct json *json) {
    const struct field *field = field_of(row->type);
    if (row->help.en) {
        struct buffer text = {0};
        buffer_printf(&text, "%s\n%s", row->help.en, row->help.zh);
        json_string(json, "description", buffer_text(&text));
        buffer_finish(&text);
    }
    field->schema(row, json);
    if (row->fallback) {
        value_of(json, "default", row, row->fallback);
    }
}

void schema_of_rows(const struct schema *schema, struct json *json) {
    bool required = false;
    json_open(json, "properties");
    for (const struct schema_row *row = schema->rows; row->key; row++) {
        json_open(json, row->key);
        schema_of_row(row, json);
        json_close(json);
        required |= row->required;
    }
    json_close(json);
    if (required) {
        json_open_array(json, "required");
        for (const struct schema_row *row = schema->rows; row->key; row++) {
            if (row->required) {
                json_string(json, NULL, row->key);
            }
        }
        json_close_array(json);
    }
    json_boolean(json, "additionalProperties", false);
}
