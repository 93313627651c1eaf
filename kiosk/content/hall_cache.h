/* The cache: what one load of the exhibition leaves for the next, which so reads what changed. */
#ifndef CONTENT_HALL_CACHE_H
#define CONTENT_HALL_CACHE_H

#include "base/arena.h"
#include "base/stamp.h"
#include "content/diagnostics.h"
#include "content/hall.h"
#include "content/hall_files.h"
#include "content/reader.h"

#include <stdatomic.h>

/* A scene file as it was read. The exhibitions that were made while it did not change share it, and
   the last who holds it frees it. */
struct scene_read {
    atomic_int holders;
    struct arena arena; /* everything below lives in it */
    const char *id;
    struct stamp stamp;
    const struct document_kind *kind; /* NULL: it is no scene */
    size_t mistakes, errors;          /* that its file has; warnings are mistakes too */
    struct scene_common common;
    void *document; /* as the file says, before the kind's `bind` */
};

/* A new one with one holder; the file's size says what it may come to. */
struct scene_read *scene_read_create(const char *id, const struct stamp *stamp);
void scene_read_release(struct scene_read *read);

/* The last exhibition that was loaded as a whole, and what its scenes were read against. While
   nothing changes but the text of scenes, the next ones are made of it. */
struct hall_base {
    struct hall *hall; /* held */
    struct hall_files files;
    struct world world;
    const bool *zones_good;
    struct arena names;         /* of the three above */
    struct diagnostics said;    /* of the whole load */
    LIST(const char *) changed; /* paths of the scene files that changed since, in `names` */
};

/* Every load reads all scenes that changed since the base. More than these are a new base. */
enum { HALL_CHANGED_MOST = 16 };

struct hall_cache;

struct hall_cache *hall_cache_create(void);
void hall_cache_destroy(struct hall_cache *cache);

/* Forgets everything: a picture, a sound or a film has changed, of which scenes keep the size. */
void hall_cache_clear(struct hall_cache *cache);

/* Tells that the file at `path` ("scenes/personal/phishing.yaml") has changed. If a caller tells of
   every file that did since the last hall_create, the next one looks at no other. If none was told
   of, all files are looked at, and those that changed are read. */
void hall_cache_tell(struct hall_cache *cache, const char *path);

/* Whether it was told of changes since the last time of asking. */
bool hall_cache_was_told(struct hall_cache *cache);

/* NULL after hall_cache_clear, and before the first hall_cache_rest. */
const struct hall_base *hall_cache_base(const struct hall_cache *cache);

/* Puts this base in place of the other, and takes over what it owns. */
void hall_cache_rest(struct hall_cache *cache, const struct hall_base *base);

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
