/* Heap memory that is there or ends the program with a message. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Says how many bytes could not be had, and aborts: the keeper starts the program again. */
_Noreturn void memory_exhausted(size_t size);

/* malloc, calloc, realloc (both for `count` items of `size` bytes) and strdup that never return
   NULL, not even for 0 bytes; for free(). Any thread. */
void *memory_alloc(size_t size);
void *memory_alloc_zeroed(size_t count, size_t size);
void *memory_resize(void *memory, size_t count, size_t size);
char *memory_strdup(const char *text);

/* From now on freed memory stays with the process: pictures as large as the screen come and go
   while a finger moves, and the system takes as long to give new memory as it takes to fill it. For
   programs that draw. */
void memory_keep_freed(void);

/* Has the system find the memory of these pages now, on a thread, instead of when they are first
   written, which takes up to 10 µs each (docs/performance.md). Should they be gone by then, nothing
   happens. */
void memory_touch(void *first, size_t size);

/* The same for `count` blocks of `size` bytes that will be allocated soon; fewer, where that is
   more than stays with the process. */
void memory_prepare(size_t size, int count);

#endif
