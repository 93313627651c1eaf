/* The layout cache: blocks of one allocation each, dropped when frames go by without them. */
#include "draw/text_cache.h"

#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* A block that no frame of the last seconds asked for goes; above the bound, all that this frame
   did not ask for. */
enum { KEEP_FRAMES = 240, KEEP_BLOCKS = 512 };

_Static_assert(sizeof(struct text_style) == sizeof(enum font_face) + 2 * sizeof(float) +
                                                2 * sizeof(struct colour) + sizeof(int),
               "a text style is hashed as bytes, so it must have no padding");

struct text_cache *text_cache_create(void) {
    struct text_cache *cache = memory_alloc_zeroed(1, sizeof *cache);
    cache->breaker = breaker_create();
    return cache;
}

/* Frees the blocks not asked for since `frame`. */
static void drop_before(struct text_cache *cache, uint64_t frame) {
    for (int bucket = 0; bucket < TEXT_BUCKETS; bucket++) {
        struct text_block **link = &cache->buckets[bucket];
        while (*link) {
            struct text_block *block = *link;
            if (block->frame < frame) {
                *link = block->next;
                free(block);
                cache->count--;
            } else {
                link = &block->next;
            }
        }
    }
}

void text_cache_destroy(struct text_cache *cache) {
    if (!cache) {
        return;
    }
    drop_before(cache, UINT64_MAX);
    breaker_destroy(cache->breaker);
    arena_finish(&cache->scratch);
    LIST_FINISH(&cache->runs);
    LIST_FINISH(&cache->dots);
    free(cache);
}

void text_cache_frame_end(struct text_cache *cache) {
    if (cache->count > KEEP_BLOCKS) {
        drop_before(cache, cache->frame);
    } else if (cache->frame > KEEP_FRAMES) {
        drop_before(cache, cache->frame - KEEP_FRAMES);
    }
    cache->frame++;
}

static uint64_t key_hash(const struct text_style *style, const char *words, float width) {
    uint64_t hash = hash_bytes(HASH_START, style, sizeof *style);
    hash = hash_bytes(hash, &width, sizeof width);
    return hash_string(hash, words);
}

static bool same_colour(struct colour a, struct colour b) {
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static bool same_style(const struct text_style *a, const struct text_style *b) {
    return a->face == b->face && a->size == b->size && a->line_height == b->line_height &&
           same_colour(a->colour, b->colour) && same_colour(a->emphasis, b->emphasis) &&
           a->max_lines == b->max_lines;
}

struct text_block *text_cache_find(struct text_cache *cache, const struct text_style *style,
                                   const char *words, float width) {
    uint64_t hash = key_hash(style, words, width);
    struct text_block *block = cache->buckets[hash % TEXT_BUCKETS];
    while (block && (block->hash != hash || block->asked_width != width ||
                     !same_style(&block->style, style) || strcmp(block->words, words) != 0)) {
        block = block->next;
    }
    if (block) {
        block->frame = cache->frame;
    }
    return block;
}

static void add_block(struct text_cache *cache, struct text_block *block) {
    struct text_block **bucket = &cache->buckets[block->hash % TEXT_BUCKETS];
    block->frame = cache->frame;
    block->next = *bucket;
    *bucket = block;
    cache->count++;
}

void text_cache_move(struct text_cache *cache, struct text_cache *from) {
    for (int bucket = 0; bucket < TEXT_BUCKETS; bucket++) {
        for (struct text_block *block = from->buckets[bucket], *next; block; block = next) {
            next = block->next;
            if (text_cache_find(cache, &block->style, block->words, block->asked_width)) {
                free(block);
            } else {
                add_block(cache, block);
            }
        }
        from->buckets[bucket] = NULL;
    }
    from->count = 0;
}

static const char *put_string(char **at, const char *string) {
    size_t size = strlen(string) + 1;
    char *copy = memcpy(*at, string, size);
    *at += size;
    return copy;
}

struct text_block *text_cache_keep(struct text_cache *cache, const struct text_block *block) {
    size_t runs = cache->runs.count * sizeof(struct text_run);
    size_t dots = cache->dots.count * sizeof(struct text_dot);
    size_t strings = strlen(block->words) + 1;
    for (size_t i = 0; i < cache->runs.count; i++) {
        strings += strlen(cache->runs.items[i].words) + 1;
    }
    struct text_block *kept = memory_alloc(sizeof *kept + runs + dots + strings);
    *kept = *block;
    struct text_run *kept_runs = (struct text_run *)(kept + 1);
    struct text_dot *kept_dots = (struct text_dot *)(kept_runs + cache->runs.count);
    char *at = (char *)(kept_dots + cache->dots.count);
    for (size_t i = 0; i < cache->runs.count; i++) {
        kept_runs[i] = cache->runs.items[i];
        kept_runs[i].words = put_string(&at, cache->runs.items[i].words);
    }
    for (size_t i = 0; i < cache->dots.count; i++) {
        kept_dots[i] = cache->dots.items[i];
    }
    kept->words = put_string(&at, block->words);
    kept->runs = kept_runs;
    kept->dots = kept_dots;
    kept->run_count = cache->runs.count;
    kept->dot_count = cache->dots.count;
    kept->hash = key_hash(&block->style, block->words, block->asked_width);
    add_block(cache, kept);
    return kept;
}
