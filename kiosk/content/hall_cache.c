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
    struct hall_base base; /* without a hall there is none */
    bool told;
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

static void drop_reads(struct hall_cache *cache) {
    for (size_t i = 0; i < cache->count; i++) {
        scene_read_release(cache->reads[i]);
    }
    free(cache->reads);
    cache->reads = NULL;
    cache->count = 0;
}

static void drop_base(struct hall_cache *cache) {
    struct hall_base *base = &cache->base;
    hall_destroy(base->hall);
    hall_files_finish(&base->files);
    arena_finish(&base->names);
    diagnostics_finish(&base->said);
    LIST_FINISH(&base->changed);
    *base = (struct hall_base){0};
}

void hall_cache_clear(struct hall_cache *cache) {
    drop_reads(cache);
    drop_base(cache);
}

void hall_cache_tell(struct hall_cache *cache, const char *path) {
    struct hall_base *base = &cache->base;
    cache->told = true;
    if (!base->hall || base->changed.count > HALL_CHANGED_MOST) {
        return;
    }
    for (size_t i = 0; i < base->changed.count; i++) {
        if (strcmp(base->changed.items[i], path) == 0) {
            return;
        }
    }
    LIST_PUSH(&base->changed, arena_strdup(&base->names, path));
}

bool hall_cache_was_told(struct hall_cache *cache) {
    bool told = cache->told;
    cache->told = false;
    return told;
}

const struct hall_base *hall_cache_base(const struct hall_cache *cache) {
    return cache->base.hall ? &cache->base : NULL;
}

void hall_cache_rest(struct hall_cache *cache, const struct hall_base *base) {
    drop_base(cache);
    cache->base = *base;
}

void hall_cache_world(struct hall_cache *cache, uint64_t world) {
    if (cache->world != world) {
        drop_reads(cache);
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
    drop_reads(cache);
    cache->reads = kept;
    cache->count = count;
}
