/* The exhibition as data: made from its files, looked up by ids. */
#include "content/hall.h"

#include "base/memory.h"
#include "content/files.h"
#include "content/hall_cache.h"
#include "content/hall_loader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int by_scene_id(const void *a, const void *b) {
    return strcmp(((const struct hall_scene *)a)->id, ((const struct hall_scene *)b)->id);
}

static int by_words(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every id that a file may refer to: scenes, the hall's page, the zones' pages. */
static void find_ids(struct hall_loader *loader) {
    const struct hall_files *files = &loader->files;
    size_t most = files->scenes.count + files->zones.count + 1;
    const char **ids = ARENA_ARRAY(&loader->scratch, const char *, most);
    size_t count = 0;
    ids[count++] = "hall";
    for (size_t i = 0; i < files->zones.count; i++) {
        ids[count++] = files->zones.items[i];
    }
    for (size_t i = 0; i < files->scenes.count; i++) {
        ids[count++] = files->scenes.items[i].id;
    }
    qsort(ids, count, sizeof *ids, by_words);
    loader->world.scenes = ids;
    loader->world.scene_count = count;
}

/* The pages that no file describes as scenes: of the hall, and of each zone. */
static void add_pages(struct hall_loader *loader) {
    struct hall *hall = loader->hall;
    const struct document_kind *menu = NULL;
    for (size_t i = 0; i < loader->kind_count; i++) {
        menu = strcmp(loader->kinds[i]->name, "menu") == 0 ? loader->kinds[i] : menu;
    }
    if (!menu) {
        return;
    }
    hall->scenes[hall->scene_count++] = (struct hall_scene){
        .id = "hall",
        .path = hall_files_shown(&loader->files, &hall->arena, "scenes/hall.yaml"),
        .kind = menu,
        .common = {.kind = menu->name, .title = hall->document.title},
    };
    for (size_t i = 0; i < hall->zone_count; i++) {
        const struct hall_zone *zone = &hall->zones[i];
        hall->scenes[hall->scene_count++] = (struct hall_scene){
            .id = zone->id,
            .path = zone->path,
            .kind = menu,
            .zone = zone,
            .common = {.kind = menu->name, .title = zone->name, .summary = zone->lead},
        };
    }
}

/* Finds the scenes that a zone lists; what has mistakes is not there. */
static void resolve_order(struct hall *hall, struct hall_zone *zone) {
    zone->order = ARENA_ARRAY(&hall->arena, const char *, zone->scenes.count + 1);
    for (size_t i = 0; i < zone->scenes.count; i++) {
        const char *name = *ITEM(zone->scenes, const char *, i);
        const char *id = arena_printf(&hall->arena, "%s/%s", zone->id, name ? name : "");
        if (hall_scene(hall, id)) {
            zone->order[zone->order_count++] = id;
        }
    }
}

static void load(struct hall_loader *loader) {
    struct hall *hall = loader->hall;
    hall_load_zones(loader);
    size_t most = loader->files.scenes.count + hall->zone_count + 1;
    hall->scenes = ARENA_ARRAY(&hall->arena, struct hall_scene, most);
    hall->reads = ARENA_ARRAY(&hall->arena, struct scene_read *, most);
    if (!loader->front) {
        hall_load_bank(loader);
    }
    hall_load_scenes(loader);
    add_pages(loader);
    if (hall->scene_count > 0) {
        qsort(hall->scenes, hall->scene_count, sizeof *hall->scenes, by_scene_id);
    }
    for (size_t i = 0; i < hall->zone_count; i++) {
        resolve_order(hall, &hall->zones[i]);
    }
}

static void report_no_directory(const char *directory, struct diagnostics *diagnostics) {
    struct report report;
    report_init(&report, diagnostics, directory, NULL, 0);
    file_report(&report, report_mark_file(), FILE_MISSING, "scenes/hall.yaml", 0);
    report_finish(&report);
}

/* Everything, or NULL when there is no hall.yaml. */
static struct hall *load_whole(struct hall_loader *loader, const char *directory) {
    struct hall *hall = memory_alloc_zeroed(1, sizeof *hall);
    atomic_init(&hall->holders, 1);
    hall->directory = arena_strdup(&hall->arena, directory);
    if (loader->cache) {
        hall_cache_rest(loader->cache, &(struct hall_base){0}); /* until this one is there */
    }
    loader->hall = hall;
    loader->world.directory = hall->directory;
    hall_files_init(&loader->files, loader->directory, directory, &loader->scratch,
                    loader->diagnostics);
    find_ids(loader);
    bool there = hall_load_document(loader);
    if (there) {
        load(loader);
    } else {
        hall_destroy(hall);
    }
    if (there && loader->cache) {
        hall_leave_base(loader);
    } else {
        hall_files_finish(&loader->files);
        arena_finish(&loader->scratch);
    }
    return there ? hall : NULL;
}

static struct hall *create(struct hall_loader *loader, const char *directory) {
    loader->directory = directory_open(directory);
    if (loader->directory < 0) {
        report_no_directory(directory, loader->diagnostics);
        return NULL;
    }
    struct hall *hall = loader->cache ? hall_amend(loader) : NULL;
    if (!hall) {
        hall = load_whole(loader, directory);
    }
    (void)close(loader->directory);
    arena_finish(&loader->nodes);
    diagnostics_sort(loader->diagnostics);
    return hall;
}

struct hall *hall_create(const char *directory, const struct document_kind *const *kinds,
                         size_t kind_count, const struct probe *probe, struct hall_cache *cache,
                         struct diagnostics *diagnostics) {
    struct hall_loader loader = {.kinds = kinds,
                                 .kind_count = kind_count,
                                 .cache = cache,
                                 .diagnostics = diagnostics,
                                 .world = {.probe = probe}};
    return create(&loader, directory);
}

struct hall *hall_create_front(const char *directory, const struct document_kind *const *kinds,
                               size_t kind_count, const struct probe *probe,
                               struct diagnostics *diagnostics) {
    struct hall_loader loader = {.kinds = kinds,
                                 .kind_count = kind_count,
                                 .front = true,
                                 .diagnostics = diagnostics,
                                 .world = {.probe = probe}};
    return create(&loader, directory);
}

struct hall *hall_hold(struct hall *hall) {
    atomic_fetch_add(&hall->holders, 1);
    return hall;
}

void hall_destroy(struct hall *hall) {
    if (!hall || atomic_fetch_sub(&hall->holders, 1) > 1) {
        return;
    }
    for (size_t i = 0; i < hall->read_count; i++) {
        scene_read_release(hall->reads[i]);
    }
    hall_destroy(hall->base);
    arena_finish(&hall->arena);
    free(hall);
}

static int by_id(const void *id, const void *scene) {
    return strcmp(id, ((const struct hall_scene *)scene)->id);
}

/* `scene` is one of hall->scenes. */
static const struct hall_scene *newest(const struct hall *hall, const struct hall_scene *scene) {
    for (size_t i = 0; i < hall->amended_count; i++) {
        if (strcmp(hall->amended[i].id, scene->id) == 0) {
            return &hall->amended[i];
        }
    }
    return scene;
}

const struct hall_scene *hall_scene(const struct hall *hall, const char *id) {
    if (!id || hall->scene_count == 0) {
        return NULL;
    }
    const struct hall_scene *scene =
        bsearch(id, hall->scenes, hall->scene_count, sizeof *hall->scenes, by_id);
    scene = scene ? newest(hall, scene) : NULL;
    return scene && !scene->mistaken ? scene : NULL;
}

const struct hall_scene *hall_scene_at(const struct hall *hall, size_t index) {
    return newest(hall, &hall->scenes[index]);
}

const struct hall_language *hall_language(const struct hall *hall, const char *code) {
    const struct items *languages = &hall->document.languages;
    for (size_t i = 0; i < languages->count; i++) {
        const struct hall_language *language = ITEM(*languages, struct hall_language, i);
        if (strcmp(language->code, code) == 0) {
            return language;
        }
    }
    return NULL;
}

const struct hall_scene *hall_scene_after(const struct hall *hall, const struct hall_scene *scene) {
    const struct hall_scene *next = hall_scene(hall, scene->common.next);
    if (next) {
        return next;
    }
    const struct hall_zone *zone = scene->zone;
    for (size_t i = 0; zone && i + 1 < zone->order_count; i++) {
        if (strcmp(zone->order[i], scene->id) == 0) {
            return hall_scene(hall, zone->order[i + 1]);
        }
    }
    return NULL;
}
