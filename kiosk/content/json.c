/* JSON: a writer for generated schemas and for mistakes that another program reads. */
#include "content/json.h"

#include "base/utf8.h"

#include <string.h>

static void quoted(struct buffer *out, const char *words) {
    size_t size = strlen(words);
    buffer_add(out, "\"");
    for (size_t at = 0; at < size;) {
        uint32_t rune;
        size_t length = utf8_decode(words + at, size - at, &rune);
        if (length == 0) {
            buffer_add(out, "\xEF\xBF\xBD");
            length = 1;
        } else if (rune == '"' || rune == '\\') {
            buffer_printf(out, "\\%c", (int)rune);
        } else if (rune < ' ') {
            buffer_printf(out, "\\u%04x", (unsigned)rune);
        } else {
            buffer_add_bytes(out, words + at, length);
        }
        at += length;
    }
    buffer_add(out, "\"");
}

static void new_line(struct json *json) {
    buffer_printf(json->out, "\n%*s", json->depth * 2, "");
}

/* What stands before a value: the comma after the one before, and its key. */
static void begin(struct json *json, const char *key) {
    if (json->filled) {
        buffer_add(json->out, ",");
    }
    if (json->depth > 0) {
        new_line(json);
    }
    if (key) {
        quoted(json->out, key);
        buffer_add(json->out, ": ");
    }
    json->filled = true;
}

static void open_with(struct json *json, const char *key, const char *bracket) {
    begin(json, key);
    buffer_add(json->out, bracket);
    json->depth++;
    json->filled = false;
}

static void close_with(struct json *json, const char *bracket) {
    json->depth--;
    if (json->filled) {
        new_line(json);
    }
    buffer_add(json->out, bracket);
    json->filled = true;
    if (json->depth == 0) {
        buffer_add(json->out, "\n");
    }
}

void json_open(struct json *json, const char *key) {
    open_with(json, key, "{");
}

void json_open_array(struct json *json, const char *key) {
    open_with(json, key, "[");
}

void json_close(struct json *json) {
    close_with(json, "}");
}

void json_close_array(struct json *json) {
    close_with(json, "]");
}

void json_string(struct json *json, const char *key, const char *words) {
    begin(json, key);
    quoted(json->out, words);
}

void json_number(struct json *json, const char *key, double value) {
    begin(json, key);
    buffer_printf(json->out, "%.10g", value);
}

void json_boolean(struct json *json, const char *key, bool value) {
    begin(json, key);
    buffer_add(json->out, value ? "true" : "false");
}
