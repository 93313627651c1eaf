/* The loader's part for a reload: scenes whose text changed are read, all else is shared. */
#include "base/memory.h"
#include "content/hall_cache.h"
#include "content/hall_loader.h"

#include <sys/stat.h>

/* A hall like the base, with nothing amended yet. */
static struct hall *share(struct hall *base) {
    struct hall *hall = memory_alloc_zeroed(1, sizeof *hall);
    atomic_init(&hall->holders, 1);
    hall->base = hall_hold(base);
    hall->directory = base->directory;
    hall->document = base->document;
    hall->zones = base->zones;
    hall->zone_count = base->zone_count;
    hall->scenes = base->scenes;
    hall->scene_count = base->scene_count;
    hall->bank = base->bank;
    hall->reads = ARENA_ARRAY(&hall->arena, struct scene_read *, HALL_CHANGED_MOST);
    hall->amended = ARENA_ARRAY(&hall->arena, struct hall_scene, HALL_CHANGED_MOST);
    return hall;
}

/* Puts the file's scene in place of the base's, which stays if the new one has mistakes. False if
   there is none to stay. */
static bool amend(struct hall_loader *loader, const char *path) {
    struct hall *hall = loader->hall;
    const struct hall_file *file = hall_files_scene(&loader->files, path);
    struct stat facts;
    bool still_there = file && fstatat(loader->directory, path, &facts, 0) == 0;
    if (!still_there || !hall_scene(hall->base, file->id)) {
        return false;
    }
    struct hall_scene *scene = &hall->amended[hall->amended_count];
    (void)hall_load_scene(loader, file, scene);
    hall->amended_count += scene->kind && !scene->mistaken;
    return true;
}

static bool amend_all(struct hall_loader *loader, const struct hall_base *base) {
    bool good = base->changed.count <= HALL_CHANGED_MOST;
    for (size_t i = 0; good && i < base->changed.count; i++) {
        good = amend(loader, base->changed.items[i]);
    }
    return good;
}

/* What is said of the changed files, and what was said of all others. */
static void say(struct hall_loader *loader, struct diagnostics *diagnostics,
                const struct hall_base *base) {
    const char *paths[HALL_CHANGED_MOST];
    for (size_t i = 0; i < base->changed.count; i++) {
        paths[i] = hall_files_shown(&loader->files, &loader->scratch, base->changed.items[i]);
    }
    diagnostics_add_others(diagnostics, &base->said, paths, base->changed.count);
    diagnostics_add_others(diagnostics, loader->diagnostics, NULL, 0);
}

struct hall *hall_amend(struct hall_loader *loader) {
    const struct hall_base *base = hall_cache_base(loader->cache);
    if (!hall_cache_was_told(loader->cache) || !base) {
        return NULL;
    }
    struct diagnostics said = {0};
    struct hall_loader scenes = {.hall = share(base->hall),
                                 .kinds = loader->kinds,
                                 .kind_count = loader->kind_count,
                                 .cache = loader->cache,
                                 .diagnostics = &said,
                                 .world = base->world,
                                 .directory = loader->directory,
                                 .zones_good = base->zones_good,
                                 .files = base->files};
    scenes.world.probe = loader->world.probe;
    bool good = amend_all(&scenes, base);
    if (good) {
        say(&scenes, loader->diagnostics, base);
    } else {
        hall_destroy(scenes.hall);
    }
    arena_finish(&scenes.scratch);
    arena_finish(&scenes.nodes);
    diagnostics_finish(&said);
    return good ? scenes.hall : NULL;
}

void hall_leave_base(struct hall_loader *loader) {
    struct hall_base base = {.hall = hall_hold(loader->hall),
                             .files = loader->files,
                             .world = loader->world,
                             .zones_good = loader->zones_good,
                             .names = loader->scratch};
    diagnostics_add_others(&base.said, loader->diagnostics, NULL, 0);
    hall_cache_rest(loader->cache, &base);
}
