/* The layout cache: laid-out texts by what was asked for, until no frame asks any more. */
#ifndef DRAW_TEXT_CACHE_H
#define DRAW_TEXT_CACHE_H

#include "draw/breaks.h"
#include "draw/text.h"

/* A run of a block, from the block's upper left corner. */
struct text_run {
    float x, baseline;
    enum font_face face;
    struct colour colour;
    const char *words;
};

/* A list item's dot. */
struct text_dot {
    float x, y, radius;
    struct colour colour;
};

struct text_block {
    struct text_block *next; /* with the same hash bucket */
    uint64_t hash;
    uint64_t frame; /* that last asked for it */
    struct text_style style;
    float asked_width;
    const char *words;

    float width, height;
    int lines;
    bool cut;
    const struct text_run *runs;
    const struct text_dot *dots;
    size_t run_count, dot_count;
};

enum { TEXT_BUCKETS = 256 };

/* What a layout is made with: belongs to a struct fonts. */
struct text_cache {
    struct text_block *buckets[TEXT_BUCKETS];
    size_t count;
    uint64_t frame;
    struct breaker *breaker;
    struct arena scratch; /* for one layout */
    LIST(struct text_run) runs;
    LIST(struct text_dot) dots;
};

/* Never NULL: without ICU's rules, lines break at spaces and between Han characters only. */
struct text_cache *text_cache_create(void);
void text_cache_destroy(struct text_cache *cache);

/* Drops the blocks that no frame has asked for in a while, and begins the next frame. */
void text_cache_frame_end(struct text_cache *cache);

/* The block of these arguments, or NULL. Marks it as wanted in this frame. */
struct text_block *text_cache_find(struct text_cache *cache, const struct text_style *style,
                                   const char *words, float width);

/* Keeps a copy of `block`, with the runs and dots collected in the cache, and of its strings. */
struct text_block *text_cache_keep(struct text_cache *cache, const struct text_block *block);

/* Takes all blocks of `from` that are not there yet, as wanted in this frame; frees the others. */
void text_cache_move(struct text_cache *cache, struct text_cache *from);

/* The cache that belongs to `fonts`. */
struct text_cache *fonts_text_cache(struct fonts *fonts);

#endif
