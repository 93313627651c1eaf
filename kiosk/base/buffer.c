/* Text that grows: for messages, dumps, scripts and generated files. */
#include "base/buffer.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_finish(struct buffer *buffer) {
    free(buffer->text);
    *buffer = (struct buffer){0};
}

void buffer_clear(struct buffer *buffer) {
    buffer->length = 0;
    if (buffer->text) {
        buffer->text[0] = '\0';
    }
}

const char *buffer_text(const struct buffer *buffer) {
    return buffer->text ? buffer->text : "";
}

static void buffer_reserve(struct buffer *buffer, size_t more) {
    size_t needed = buffer->length + more + 1;
    if (needed > buffer->capacity) {
        buffer->capacity = needed > 2 * buffer->capacity ? needed : 2 * buffer->capacity;
        buffer->text = memory_resize(buffer->text, buffer->capacity, 1);
    }
}

void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t size) {
    buffer_reserve(buffer, size);
    memcpy(buffer->text + buffer->length, bytes, size);
    buffer->length += size;
    buffer->text[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text) {
    buffer_add_bytes(buffer, text, strlen(text));
}

void buffer_printf(struct buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        return;
    }
    buffer_reserve(buffer, (size_t)length);
    va_start(arguments, format);
    (void)vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}
