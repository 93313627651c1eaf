/* Caches find their entries by hash and drop the longest unused ones. */
#include "screen/cache.h"

void cache_init(struct cache *cache, size_t budget,
                void (*destroy)(void *owner, struct cache_entry *entry), void *owner) {
    *cache = (struct cache){.budget = budget, .destroy = destroy, .owner = owner};
    TAILQ_INIT(&cache->order);
    for (size_t i = 0; i < CACHE_BUCKETS; i++) {
        TAILQ_INIT(&cache->buckets[i]);
    }
}

void cache_finish(struct cache *cache) {
    cache_clear(cache);
}

static struct cache_bucket *bucket_of(struct cache *cache, uint64_t key) {
    return &cache->buckets[(key ^ key >> 32) % CACHE_BUCKETS];
}

void *cache_find(struct cache *cache, uint64_t key) {
    struct cache_entry *entry;
    TAILQ_FOREACH(entry, bucket_of(cache, key), bucket) {
        if (entry->key == key) {
            if (entry->used != cache->frame) {
                entry->used = cache->frame;
                TAILQ_REMOVE(&cache->order, entry, order);
                TAILQ_INSERT_TAIL(&cache->order, entry, order);
            }
            return entry;
        }
    }
    return NULL;
}

void cache_add(struct cache *cache, struct cache_entry *entry, uint64_t key, size_t bytes) {
    entry->key = key;
    entry->bytes = bytes;
    entry->used = cache->frame;
    cache->bytes += bytes;
    TAILQ_INSERT_HEAD(bucket_of(cache, key), entry, bucket);
    TAILQ_INSERT_TAIL(&cache->order, entry, order);
}

static void drop(struct cache *cache, struct cache_entry *entry) {
    cache->bytes -= entry->bytes;
    TAILQ_REMOVE(bucket_of(cache, entry->key), entry, bucket);
    TAILQ_REMOVE(&cache->order, entry, order);
    cache->destroy(cache->owner, entry);
}

void cache_frame_end(struct cache *cache) {
    while (cache->bytes > cache->budget) {
        struct cache_entry *oldest = TAILQ_FIRST(&cache->order);
        if (!oldest || oldest->used == cache->frame) {
            break;
        }
        drop(cache, oldest);
    }
    cache->frame++;
}

void cache_clear(struct cache *cache) {
    while (!TAILQ_EMPTY(&cache->order)) {
        drop(cache, TAILQ_FIRST(&cache->order));
    }
}
