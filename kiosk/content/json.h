/* JSON: a writer for generated schemas and for mistakes that another program reads. */
#ifndef CONTENT_JSON_H
#define CONTENT_JSON_H

#include "base/buffer.h"

#include <stdbool.h>

/* Zero-initialised but for `out`. Keys are NULL inside arrays. Indents by two spaces. */
struct json {
    struct buffer *out;
    int depth;
    bool filled; /* the open object or array has something in it */
};

void json_open(struct json *json, const char *key);       /* { */
void json_open_array(struct json *json, const char *key); /* [ */
void json_close(struct json *json);                       /* } */
void json_close_array(struct json *json);                 /* ] */

/* Strings are UTF-8; bytes that are not become U+FFFD. */
void json_string(struct json *json, const char *key, const char *words);
void json_number(struct json *json, const char *key, double value);
void json_boolean(struct json *json, const char *key, bool value);

#endif
