/* The picture cache: found by path, part and size; emptied from its oldest end. */
#include "draw/picture_cache.h"

#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Frames after which a wish that nobody repeats is dropped: a zoom leaves one behind with each. */
enum { WISH_FRAMES = 8 };

/* Drawings that are kept though nobody scales them: each is a megabyte or two, which the budget
   does not see, and is read again in a hundredth of a second. */
enum { DRAWINGS_KEPT = 12 };

/* Takes what `link` points to out of its list and frees it. */
static void drop_entry(struct picture_entry **link) {
    struct picture_entry *entry = *link;
    *link = entry->next;
    SDL_FreeSurface(entry->surface);
    free(entry->path);
    free(entry);
}

static void drop_source(struct picture_source **link) {
    struct picture_source *source = *link;
    *link = source->next;
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
    while (cache->entries) {
        drop_entry(&cache->entries);
    }
    while (cache->sources) {
        drop_source(&cache->sources);
    }
    free_replaced(cache);
    LIST_FINISH(&cache->replaced);
}

static uint64_t entry_key(const char *path, struct rect part, int width, int height) {
    uint64_t hash = hash_bytes(HASH_START, &part, sizeof part);
    hash = hash_bytes(hash, &width, sizeof width);
    hash = hash_bytes(hash, &height, sizeof height);
    return hash_string(hash, path);
}

struct picture_entry *picture_cache_entry(struct picture_cache *cache, const char *path,
                                          struct rect part, int width, int height) {
    uint64_t key = entry_key(path, part, width, height);
    for (struct picture_entry *entry = cache->entries; entry; entry = entry->next) {
        if (entry->key == key && !entry->forgotten && strcmp(entry->path, path) == 0) {
            entry->used = cache->frame;
            return entry;
        }
    }
    struct picture_entry *entry = memory_alloc_zeroed(1, sizeof *entry);
    *entry = (struct picture_entry){.next = cache->entries,
                                    .path = memory_strdup(path),
                                    .part = part,
                                    .width = width,
                                    .height = height,
                                    .key = key,
                                    .used = cache->frame};
    cache->entries = entry;
    return entry;
}

struct picture_source *picture_cache_source(const struct picture_cache *cache, const char *path) {
    for (struct picture_source *source = cache->sources; source; source = source->next) {
        if (!source->forgotten && strcmp(source->path, path) == 0) {
            return source;
        }
    }
    return NULL;
}

struct picture_source *picture_cache_add_source(struct picture_cache *cache, const char *path) {
    struct picture_source *source = memory_alloc_zeroed(1, sizeof *source);
    source->path = memory_strdup(path);
    source->next = cache->sources;
    cache->sources = source;
    return source;
}

const struct picture_entry *picture_cache_relative(const struct picture_cache *cache,
                                                   const struct picture_entry *entry) {
    const struct picture_entry *best = NULL;
    for (const struct picture_entry *other = cache->entries; other; other = other->next) {
        /* The one pixel of images_size would be a blot. */
        if (other != entry && other->state == PICTURE_READY && !other->forgotten &&
            other->width > 1 && other->part.w <= 0 && strcmp(other->path, entry->path) == 0 &&
            (!best || other->width > best->width)) {
            best = other;
        }
    }
    return best;
}

/* What a frame shows comes before what one will show, the newest wish before older ones. */
static bool comes_before(const struct picture_entry *a, const struct picture_entry *b) {
    return a->ahead != b->ahead ? b->ahead : a->used > b->used;
}

struct picture_entry *picture_cache_next_job(const struct picture_cache *cache) {
    struct picture_entry *best = NULL;
    for (struct picture_entry *entry = cache->entries; entry; entry = entry->next) {
        bool open = entry->state == PICTURE_WANTED || entry->state == PICTURE_ROUGH;
        if (open && !entry->busy && !entry->forgotten && (!best || comes_before(entry, best))) {
            best = entry;
        }
    }
    return best;
}

void picture_cache_put(struct picture_cache *cache, struct picture_entry *entry,
                       SDL_Surface *surface, enum picture_state state) {
    if (entry->surface) {
        LIST_PUSH(&cache->replaced, entry->surface);
    }
    entry->surface = surface;
    entry->state = state;
    entry->generation = ++cache->generation;
}

void picture_cache_forget(struct picture_cache *cache) {
    for (struct picture_entry *entry = cache->entries; entry; entry = entry->next) {
        entry->forgotten = true;
    }
    for (struct picture_source *source = cache->sources; source; source = source->next) {
        source->forgotten = true;
    }
}

static bool is_stale_wish(const struct picture_cache *cache, const struct picture_entry *entry) {
    return (entry->state == PICTURE_WANTED || entry->state == PICTURE_ROUGH) &&
           entry->used + WISH_FRAMES < cache->frame;
}

static void drop_unwanted(struct picture_cache *cache) {
    for (struct picture_entry **link = &cache->entries; *link;) {
        const struct picture_entry *entry = *link;
        if (!entry->busy && (entry->forgotten || is_stale_wish(cache, entry))) {
            drop_entry(link);
        } else {
            link = &(*link)->next;
        }
    }
    for (struct picture_source **link = &cache->sources; *link;) {
        if ((*link)->forgotten && (*link)->users == 0) {
            drop_source(link);
        } else {
            link = &(*link)->next;
        }
    }
}

static size_t bytes_kept(const struct picture_cache *cache) {
    size_t bytes = 0;
    for (const struct picture_entry *entry = cache->entries; entry; entry = entry->next) {
        bytes += surface_bytes(entry->surface);
    }
    for (const struct picture_source *source = cache->sources; source; source = source->next) {
        bytes += surface_bytes(source->picture.pixels);
    }
    return bytes;
}

/* Drops the one thing with pixels that is unused for longest; false if all are in use. */
static bool drop_oldest(struct picture_cache *cache) {
    struct picture_entry **entry_link = NULL;
    struct picture_source **source_link = NULL;
    uint64_t oldest = cache->frame;
    for (struct picture_entry **link = &cache->entries; *link; link = &(*link)->next) {
        if ((*link)->surface && !(*link)->busy && (*link)->used < oldest) {
            oldest = (*link)->used;
            entry_link = link;
        }
    }
    for (struct picture_source **link = &cache->sources; *link; link = &(*link)->next) {
        if ((*link)->picture.pixels && (*link)->users == 0 && (*link)->used < oldest) {
            oldest = (*link)->used;
            source_link = link;
        }
    }
    if (source_link) {
        drop_source(source_link);
    } else if (entry_link) {
        drop_entry(entry_link);
    }
    return source_link || entry_link;
}

/* Drops the drawings that were unused for longest, beyond those that may be kept. */
static void drop_drawings(struct picture_cache *cache) {
    for (;;) {
        int count = 0;
        struct picture_source **oldest = NULL;
        for (struct picture_source **link = &cache->sources; *link; link = &(*link)->next) {
            if ((*link)->picture.drawing && (*link)->users == 0) {
                count++;
                oldest = !oldest || (*link)->used < (*oldest)->used ? link : oldest;
            }
        }
        if (count <= DRAWINGS_KEPT) {
            return;
        }
        drop_source(oldest);
    }
}

void picture_cache_frame_end(struct picture_cache *cache, size_t budget) {
    free_replaced(cache);
    drop_unwanted(cache);
    drop_drawings(cache);
    while (bytes_kept(cache) > budget && drop_oldest(cache)) {
    }
    cache->frame++;
}
