/* Caches: what was made once and may be wanted again, within a bound of memory. */
#ifndef SCREEN_CACHE_H
#define SCREEN_CACHE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/queue.h>

enum { CACHE_BUCKETS = 1024 };

/* The first member of whatever is cached; the cache alone writes it. */
struct cache_entry {
    uint64_t key;
    size_t bytes;
    uint64_t used; /* the frame it was last asked for */
    TAILQ_ENTRY(cache_entry) order;
    TAILQ_ENTRY(cache_entry) bucket;
};

/* Entries by a hash of what they were made from, longest unused first. One thread. */
struct cache {
    TAILQ_HEAD(cache_bucket, cache_entry) buckets[CACHE_BUCKETS];
    TAILQ_HEAD(cache_order, cache_entry) order;
    size_t bytes, budget;
    uint64_t frame;
    void (*destroy)(void *owner, struct cache_entry *entry);
    void *owner;
};

/* `destroy(owner, entry)` frees an entry that was taken out. */
void cache_init(struct cache *cache, size_t budget,
                void (*destroy)(void *owner, struct cache_entry *entry), void *owner);
void cache_finish(struct cache *cache);

/* The entry of that key, marked as used in this frame; NULL if there is none. */
void *cache_find(struct cache *cache, uint64_t key);

/* Takes over an entry that cache_find did not have. */
void cache_add(struct cache *cache, struct cache_entry *entry, uint64_t key, size_t bytes);

/* Drops what was longest unused until the cache is within its budget. What this frame used stays,
   even over the budget. */
void cache_frame_end(struct cache *cache);

void cache_clear(struct cache *cache);

#endif
