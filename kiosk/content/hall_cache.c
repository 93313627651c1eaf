/* The cache: found by id, true by the file's stamp, kept alive by whoever holds it. */
#include "content/hall_cache.h"

#include "base/memory.h"
#include "content/files.h"

#include <stdlib.h>
#include <string.h>

struct hall_cache {
    struct scene_read **reads; /* by id */
    size_t count;
    uint64_t world;
};

struct scene_read *scene_read_create(const char *id, const struct stamp *stamp) {
    struct scene_read *read = memory_alloc_zeroed(1, sizeof *read);
    atomic_init(&read->holders, 1);
    read->stamp = *stamp;
    /* What a file comes to in memory is a half more than its text; too large a one is not read. */
    if (stamp->size > 0 && stamp->size <= FILE_SIZE_MOST) {
        arena_reserve(&read->arena, (size_t)stamp->size * 3 / 2);
    }
    read->id = arena_strdup(&read->arena, id);
    return read;
}

static struct scene_read *hold(struct scene_read *read) {
    atomic_fetch_add(&read->holders, 1);
    return read;
}

void scene_read_release(struct scene_read *read) {
    if (read && atomic_fetch_sub(&read->holders, 1) == 1) {
        arena_finish(&read->arena);
        free(read);
    }
}

struct hall_cache *hall_cache_create(void) {
    return memory_alloc_zeroed(1, sizeof(struct hall_cache));
}

void hall_cache_destroy(struct hall_cache *cache) {
    if (cache) {
        hall_cache_clear(cache);
        free(cache);
    }
}

void hall_cache_clear(struct hall_cache *cache) {
    for (size_t i = 0; i < cache->count; i++) {
        scene_read_release(cache->reads[i]);
    }
    free(cache->reads);
    cache->reads = NULL;
    cache->count = 0;
}

void hall_cache_world(struct hall_cache *cache, uint64_t world) {
    if (cache->world != world) {
        hall_cache_clear(cache);
        cache->world = world;
    }
}

static int by_id(const void *id, const void *read) {
    return strcmp(id, (*(struct scene_read *const *)read)->id);
}

struct scene_read *hall_cache_find(const struct hall_cache *cache, const char *id,
                                   const struct stamp *stamp) {
    struct scene_read *const *found =
        cache->count > 0 ? bsearch(id, cache->reads, cache->count, sizeof(void *), by_id) : NULL;
    return found && stamp_equal(&(*found)->stamp, stamp) ? hold(*found) : NULL;
}

void hall_cache_keep(struct hall_cache *cache, struct scene_read *const *reads, size_t count) {
    struct scene_read **kept = memory_alloc(count * sizeof *kept);
    for (size_t i = 0; i < count; i++) {
        kept[i] = hold(reads[i]);
    }
    hall_cache_clear(cache);
    cache->reads = kept;
    cache->count = count;
}
