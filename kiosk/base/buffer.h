/* Text that grows: for messages, dumps, scripts and generated files. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

/* Zero-initialised it is empty and valid; `text` is NULL until something was added. */
struct buffer {
    char *text;
    size_t length;
    size_t capacity;
};

void buffer_finish(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);

/* The text so far, never NULL; it stays the buffer's. */
const char *buffer_text(const struct buffer *buffer);

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t size);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
