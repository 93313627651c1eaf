/* The picture cache: found by path, part and size; emptied from its oldest end. */
#include "draw/picture_cache.h"

#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Frames after which a wish that nobody repeats is dropped: a zoom leaves one behind with each. */
enum { WISH_FRAMES = 8 };

static void entry_destroy(struct entry *entry) {
    SDL_FreeSurface(entry->surface);
    free(entry->path);
    free(entry);
}

static void source_destroy(struct source *source) {
    picture_finish(&source->picture);
    free(source->path);
    free(source);
}

static void free_replaced(struct picture_cache *cache) {
    for (size_t i = 0; i < cache->replaced.count; i++) {
        SDL_FreeSurface(cache->replaced.items[i]);
    }
    LIST_CLEAR(&cache->replaced);
}

void picture_cache_finish(struct picture_cache *cache) {
    for (size_t i = 0; i < cache->entries.count; i++) {
        entry_destroy(cache->entries.items[i]);
    }
    for (size_t i = 0; i < cache->sources.count; i++) {
        source_destroy(cache->sources.items[i]);
    }
    free_replaced(cache);
    LIST_FINISH(&cache->entries);
    LIST_FINISH(&cache->sources);
    LIST_FINISH(&cache->replaced);
}

static uint64_t entry_key(const char *path, struct rect part, int width, int height) {
    uint64_t hash = hash_bytes(HASH_START, &part, sizeof part);
    hash = hash_bytes(hash, &width, sizeof width);
    hash = hash_bytes(hash, &height, sizeof height);
    return hash_string(hash, path);
}

struct entry *cache_entry(struct picture_cache *cache, const char *path, struct rect part,
                          int width, int height) {
    uint64_t key = entry_key(path, part, width, height);
    for (size_t i = 0; i < cache->entries.count; i++) {
        struct entry *entry = cache->entries.items[i];
        if (entry->key == key && !entry->forgotten && strcmp(entry->path, path) == 0) {
            entry->used = cache->frame;
            return entry;
        }
    }
    struct entry *entry = memory_alloc_zeroed(1, sizeof *entry);
    *entry = (struct entry){.path = memory_strdup(path),
                            .part = part,
                            .width = width,
                            .height = height,
                            .key = key,
                            .used = cache->frame};
    LIST_PUSH(&cache->entries, entry);
    return entry;
}

struct source *cache_source(const struct picture_cache *cache, const char *path) {
    for (size_t i = 0; i < cache->sources.count; i++) {
        struct source *source = cache->sources.items[i];
        if (!source->forgotten && strcmp(source->path, path) == 0) {
            return source;
        }
    }
    return NULL;
}

struct source *cache_add_source(struct picture_cache *cache, const char *path) {
    struct source *source = memory_alloc_zeroed(1, sizeof *source);
    source->path = memory_strdup(path);
    LIST_PUSH(&cache->sources, source);
    return source;
}

const struct entry *cache_relative(const struct picture_cache *cache, const struct entry *entry) {
    const struct entry *best = NULL;
    for (size_t i = 0; i < cache->entries.count; i++) {
        const struct entry *other = cache->entries.items[i];
        if (other != entry && other->state == ENTRY_READY && !other->forgotten &&
            other->part.w <= 0 && strcmp(other->path, entry->path) == 0 &&
            (!best || other->width > best->width)) {
            best = other;
        }
    }
    return best;
}

struct entry *cache_next_job(const struct picture_cache *cache) {
    struct entry *best = NULL;
    for (size_t i = 0; i < cache->entries.count; i++) {
        struct entry *entry = cache->entries.items[i];
        bool open = entry->state == ENTRY_WANTED || entry->state == ENTRY_ROUGH;
        if (open && !entry->busy && !entry->forgotten &&
            (!best || entry->used > best->used ||
             (entry->used == best->used && best->prefetched && !entry->prefetched))) {
            best = entry;
        }
    }
    return best;
}

void cache_put(struct picture_cache *cache, struct entry *entry, SDL_Surface *surface,
               enum entry_state state) {
    if (entry->surface) {
        LIST_PUSH(&cache->replaced, entry->surface);
    }
    entry->surface = surface;
    entry->state = state;
    entry->generation = ++cache->generation;
}

void cache_forget(struct picture_cache *cache) {
    for (size_t i = 0; i < cache->entries.count; i++) {
        cache->entries.items[i]->forgotten = true;
    }
    for (size_t i = 0; i < cache->sources.count; i++) {
        cache->sources.items[i]->forgotten = true;
    }
}

static bool is_stale_wish(const struct picture_cache *cache, const struct entry *entry) {
    return (entry->state == ENTRY_WANTED || entry->state == ENTRY_ROUGH) && !entry->prefetched &&
           entry->used + WISH_FRAMES < cache->frame;
}

static void drop_entry(struct picture_cache *cache, size_t index) {
    entry_destroy(cache->entries.items[index]);
    cache->entries.items[index] = cache->entries.items[--cache->entries.count];
}

static void drop_source(struct picture_cache *cache, size_t index) {
    source_destroy(cache->sources.items[index]);
    cache->sources.items[index] = cache->sources.items[--cache->sources.count];
}

static void drop_unwanted(struct picture_cache *cache) {
    for (size_t i = cache->entries.count; i-- > 0;) {
        const struct entry *entry = cache->entries.items[i];
        if (!entry->busy && (entry->forgotten || is_stale_wish(cache, entry))) {
            drop_entry(cache, i);
        }
    }
    for (size_t i = cache->sources.count; i-- > 0;) {
        if (cache->sources.items[i]->forgotten && cache->sources.items[i]->users == 0) {
            drop_source(cache, i);
        }
    }
}

static size_t bytes_kept(const struct picture_cache *cache) {
    size_t bytes = 0;
    for (size_t i = 0; i < cache->entries.count; i++) {
        bytes += surface_bytes(cache->entries.items[i]->surface);
    }
    for (size_t i = 0; i < cache->sources.count; i++) {
        bytes += surface_bytes(cache->sources.items[i]->picture.pixels);
    }
    return bytes;
}

/* Drops the one thing with pixels that is unused for longest; false if all are in use. */
static bool drop_oldest(struct picture_cache *cache) {
    size_t entry_at = SIZE_MAX;
    size_t source_at = SIZE_MAX;
    uint64_t oldest = cache->frame;
    for (size_t i = 0; i < cache->entries.count; i++) {
        const struct entry *entry = cache->entries.items[i];
        if (entry->surface && !entry->busy && entry->used < oldest) {
            oldest = entry->used;
            entry_at = i;
        }
    }
    for (size_t i = 0; i < cache->sources.count; i++) {
        const struct source *source = cache->sources.items[i];
        if (source->picture.pixels && source->users == 0 && source->used < oldest) {
            oldest = source->used;
            source_at = i;
        }
    }
    if (source_at != SIZE_MAX) {
        drop_source(cache, source_at);
    } else if (entry_at != SIZE_MAX) {
        drop_entry(cache, entry_at);
    }
    return source_at != SIZE_MAX || entry_at != SIZE_MAX;
}

void cache_frame_end(struct picture_cache *cache, size_t budget) {
    free_replaced(cache);
    drop_unwanted(cache);
    while (bytes_kept(cache) > budget && drop_oldest(cache)) {
    }
    cache->frame++;
}
