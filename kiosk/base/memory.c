/* Heap memory that is there or ends the program with a message. */
#include "base/memory.h"

#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes: the largest that glibc lets one keep, and a few screens of 4K; see mallopt(3). */
enum { LARGEST_KEPT = 32 << 20, MOST_KEPT = 96 << 20, ARENAS = 2 };

_Noreturn void memory_exhausted(size_t size) {
    (void)fprintf(stderr, "kiosk: out of memory (%zu bytes)\n", size);
    abort();
}

void *memory_alloc(size_t size) {
    void *memory = malloc(size ? size : 1);
    if (!memory) {
        memory_exhausted(size);
    }
    return memory;
}

void *memory_alloc_zeroed(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory) {
        memory_exhausted(size);
    }
    return memory;
}

void *memory_resize(void *memory, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        memory_exhausted(SIZE_MAX);
    }
    void *resized = realloc(memory, bytes ? bytes : 1);
    if (!resized) {
        memory_exhausted(bytes);
    }
    return resized;
}

char *memory_strdup(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(memory_alloc(size), text, size);
}

void memory_keep_freed(void) {
    (void)mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT);
    (void)mallopt(M_TRIM_THRESHOLD, MOST_KEPT);
    (void)mallopt(M_ARENA_MAX, ARENAS);
}

struct pages {
    char *first;
    size_t size;
    void *owned; /* what is freed in the end, or NULL */
};

static void *touch(void *self) {
    struct pages *pages = self;
    (void)madvise(pages->first, pages->size, MADV_POPULATE_WRITE);
    free(pages->owned);
    free(pages);
    return NULL;
}

static void start_touching(void *first, size_t size, void *owned) {
    struct pages *pages = memory_alloc(sizeof *pages);
    size_t into_page = (uintptr_t)first % (size_t)sysconf(_SC_PAGESIZE);
    *pages = (struct pages){(char *)first - into_page, size + into_page, owned};
    pthread_t thread;
    if (pthread_create(&thread, NULL, touch, pages) == 0) {
        (void)pthread_detach(thread);
    } else {
        free(owned);
        free(pages);
    }
}

void memory_touch(void *first, size_t size) {
    start_touching(first, size, NULL);
}

void memory_prepare(size_t size, int count) {
    for (size_t kept = size; count > 0 && kept <= MOST_KEPT; kept += size) {
        void *block = memory_alloc(size);
        start_touching(block, size, block);
        count--;
    }
}
