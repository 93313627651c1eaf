/* The cache: scene files that were read before and have not changed since, for the next reload. */
#ifndef CONTENT_HALL_CACHE_H
#define CONTENT_HALL_CACHE_H

#include "base/arena.h"
#include "base/stamp.h"
#include "content/hall.h"

#include <stdatomic.h>

/* A scene file as it was read. The exhibitions that were made while it did not change share it, and
   the last who holds it frees it. */
struct scene_read {
    atomic_int holders;
    struct arena arena; /* everything below lives in it */
    const char *id;
    struct stamp stamp;
    const struct document_kind *kind; /* NULL: it is no scene */
    struct scene_common common;
    void *document; /* as the file says, before the kind's `bind` */
};

/* A new one with one holder; the file's size says what it may come to. */
struct scene_read *scene_read_create(const char *id, const struct stamp *stamp);
void scene_read_release(struct scene_read *read);

struct hall_cache;

struct hall_cache *hall_cache_create(void);
void hall_cache_destroy(struct hall_cache *cache);

/* Forgets everything: a picture, a sound or a film has changed, of which scenes keep the size. */
void hall_cache_clear(struct hall_cache *cache);

/* What scenes are checked against besides their own text (`world`, a hash of it) is this from now
   on. If it was another, everything is forgotten. */
void hall_cache_world(struct hall_cache *cache, uint64_t world);

/* The scene as it was read from the very same file, with one more holder; else NULL. */
struct scene_read *hall_cache_find(const struct hall_cache *cache, const char *id,
                                   const struct stamp *stamp);

/* Keeps these from now on, in place of all others, each with one more holder. They stand in the
   order of their ids. */
void hall_cache_keep(struct hall_cache *cache, struct scene_read *const *reads, size_t count);

#endif
