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

/* Frees the text; the buffer is empty and valid again. */
void buffer_finish(struct buffer *buffer);

/* Empties it, and keeps its memory for what comes next. */
void buffer_clear(struct buffer *buffer);

/* The text so far, never NULL; it stays the buffer's. */
const char *buffer_text(const struct buffer *buffer);

/* Append a string, `size` bytes (which may hold a NUL), or what printf would write. Nothing that is
   added may lie in the buffer itself. Running out of memory aborts. */
void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t size);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
