/* Arenas: memory that is given piece by piece and taken back all at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

/* A growing chain of blocks. Zero-initialised it is empty and valid; it belongs to one thread. */
struct arena {
    struct arena_block *first;
    struct arena_block *current;
};

/* Frees every block; the arena is empty and valid again. */
void arena_finish(struct arena *arena);

/* Takes everything back but keeps the blocks for the next round; the memory is wiped. */
void arena_reset(struct arena *arena);

/* Gives an arena that has no blocks yet one of that size. */
void arena_reserve(struct arena *arena, size_t size);

/* Returns `size` zeroed bytes aligned for any type. Never NULL: running out of memory aborts. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same for `count` items of `size` bytes; a product that overflows aborts. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

/* Copies of strings, NUL-terminated; the second of exactly `length` bytes of `text`. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);

/* A formatted string in the arena; empty if it cannot be formatted. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* One zeroed item of a type, and `count` of them. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc_array((arena), (count), sizeof(type)))

#endif
