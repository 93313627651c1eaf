/* Heap memory that is there or ends the program with a message. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Says how many bytes could not be had, and aborts: the keeper starts the program again. */
_Noreturn void memory_exhausted(size_t size);

/* malloc, calloc and realloc (for `count` items of `size` bytes) that never return NULL. */
void *memory_alloc(size_t size);
void *memory_alloc_zeroed(size_t count, size_t size);
void *memory_resize(void *memory, size_t count, size_t size);
char *memory_strdup(const char *text);

#endif
