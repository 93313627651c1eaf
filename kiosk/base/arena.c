/* Arenas: memory that is given piece by piece and taken back all at once. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double from the smaller of these to the larger, unless one is asked for. */
enum { FIRST_BLOCK = 4 * 1024, LARGEST_BLOCK = 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *block_create(size_t size) {
    struct arena_block *block = memory_alloc(sizeof *block + size);
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

void arena_finish(struct arena *arena) {
    struct arena_block *block = arena->first;
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (struct arena){0};
}

void arena_reset(struct arena *arena) {
    for (struct arena_block *block = arena->first; block; block = block->next) {
        explicit_bzero(block->bytes, block->used);
        block->used = 0;
    }
    arena->current = arena->first;
}

static struct arena_block *block_with_room(struct arena *arena, size_t size) {
    struct arena_block *block = arena->current;
    while (block && block->size - block->used < size) {
        block = block->next;
    }
    if (block) {
        return block;
    }
    size_t usual = arena->current ? 2 * arena->current->size : FIRST_BLOCK;
    usual = usual > LARGEST_BLOCK ? LARGEST_BLOCK : usual;
    struct arena_block *fresh = block_create(size > usual ? size : usual);
    if (!arena->current) {
        arena->first = fresh;
    } else {
        fresh->next = arena->current->next;
        arena->current->next = fresh;
    }
    return fresh;
}

void arena_reserve(struct arena *arena, size_t size) {
    if (!arena->first) {
        arena->first = arena->current = block_create(size);
    }
}

void *arena_alloc(struct arena *arena, size_t size) {
    const size_t step = alignof(max_align_t);
    if (size > PTRDIFF_MAX) { /* neither rounding up nor the block's header may overflow */
        memory_exhausted(size);
    }
    size = (size + step - 1) / step * step;
    struct arena_block *block = block_with_room(arena, size);
    void *piece = block->bytes + block->used;
    block->used += size;
    arena->current = block;
    return memset(piece, 0, size);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        memory_exhausted(SIZE_MAX);
    }
    return arena_alloc(arena, bytes);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text) {
    return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0) {
        return arena_strdup(arena, "");
    }
    char *text = arena_alloc(arena, (size_t)length + 1);
    (void)vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}
