/* The loader's part for the scenes: each file is read, or the cache has it if it did not change. */
#include "base/hash.h"
#include "base/suggest.h"
#include "content/hall_cache.h"
#include "content/hall_loader.h"
#include "content/mistakes.h"
#include "content/tables.h"

#include <string.h>

static const struct document_kind *kind_named(const struct hall_loader *loader, const char *name) {
    for (size_t i = 0; i < loader->kind_count; i++) {
        if (strcmp(loader->kinds[i]->name, name) == 0) {
            return loader->kinds[i];
        }
    }
    return NULL;
}

static void report_kind(struct hall_loader *loader, struct hall_page *page,
                        const struct node *kind) {
    if (mistakes_in_value(&page->report, kind)) {
        return;
    }
    const char **names = ARENA_ARRAY(&loader->nodes, const char *, loader->kind_count);
    for (size_t i = 0; i < loader->kind_count; i++) {
        names[i] = loader->kinds[i]->name;
    }
    const char *near = suggest_nearest(kind->words, names, loader->kind_count);
    reading_fail(&page->reading, kind, near ? MESSAGE_CHOICE_NEAR : MESSAGE_CHOICE,
                 ARGUMENTS(same_words("kind"),
                           report_joined(&page->report, names, loader->kind_count),
                           report_typed(&page->report, kind->words), same_words(near ? near : "")));
}

static const struct document_kind *find_kind(struct hall_loader *loader, struct hall_page *page) {
    const struct node *node = tree_find(page->root, "kind");
    if (!node || node->type != NODE_SCALAR || !node->words[0]) {
        return NULL;
    }
    const struct document_kind *kind = kind_named(loader, node->words);
    if (!kind) {
        report_kind(loader, page, node);
    }
    return kind;
}

/* A kind that takes questions from the bank gets a document of this exhibition's own. */
static void *bound_document(struct hall *hall, const struct scene_read *read) {
    const struct document_kind *kind = read->kind;
    if (!kind || !kind->bind) {
        return read->document;
    }
    void *document = arena_alloc(&hall->arena, kind->schema->size);
    memcpy(document, read->document, kind->schema->size);
    kind->bind(document, &hall->bank, &hall->arena);
    return document;
}

/* Reads the keys of every scene and those of the kind in one pass. */
static void *read_keys(struct hall_loader *loader, struct hall_page *page,
                       struct scene_read *read) {
    const struct document_kind *kind = find_kind(loader, page);
    void *document = kind ? arena_alloc(&read->arena, kind->schema->size) : NULL;
    const struct part parts[] = {{&scene_schema, &read->common},
                                 {kind ? kind->schema : NULL, document}};
    reading_document(&page->reading, parts, kind ? 2 : 1, !kind, page->root);
    read->kind = kind;
    read->document = document;
    document = bound_document(loader->hall, read);
    if (kind && kind->check && page->report.errors == 0) {
        struct document_check check = {&page->reading, page->root};
        kind->check(document, &check);
    }
    return document;
}

/* Reads a scene's file; `*document` is this exhibition's. */
static struct scene_read *read_file(struct hall_loader *loader, const struct hall_file *file,
                                    const struct stamp *stamp, void **document) {
    struct scene_read *read = scene_read_create(file->id, stamp);
    struct hall_page page;
    hall_page_begin(loader, &page, file->path, &loader->world);
    page.reading.arena = &read->arena;
    if (page.root) {
        *document = read_keys(loader, &page, read);
    }
    read->mistakes = page.report.count;
    read->errors = page.report.errors;
    hall_page_end(loader, &page);
    return read;
}

static const struct hall_zone *zone_named(const struct hall *hall, const char *id) {
    for (size_t i = 0; id && i < hall->zone_count; i++) {
        if (strcmp(hall->zones[i].id, id) == 0) {
            return &hall->zones[i];
        }
    }
    return NULL;
}

static void warn_if_unlisted(struct hall_loader *loader, const struct hall_file *file,
                             const struct hall_zone *zone) {
    bool good = zone && loader->zones_good[zone - loader->hall->zones];
    if (good && !hall_lists(&zone->scenes, file->name)) {
        hall_report_of_file(loader, file->path, MESSAGE_SCENE_UNLISTED,
                            ARGUMENTS(same_words(file->name), same_words(zone->path)));
    }
}

static struct stamp stamp_at(const struct hall_loader *loader, const char *path) {
    struct stat facts;
    bool there = fstatat(loader->directory, path, &facts, 0) == 0;
    return there ? stamp_of(&facts) : (struct stamp){0};
}

/* Everything that a scene is checked against besides its own text and its pictures. */
static uint64_t world_of_scenes(const struct hall_loader *loader) {
    const struct world *world = &loader->world;
    uint64_t hash = hash_int(HASH_START, (int64_t)world->language_count);
    for (size_t i = 0; i < world->language_count; i++) {
        hash = hash_string(hash, world->languages[i]);
    }
    for (size_t i = 0; i < world->scene_count; i++) {
        hash = hash_string(hash, world->scenes[i]);
    }
    for (size_t i = 0; i < loader->files.banks.count; i++) {
        const char *path = loader->files.banks.items[i];
        struct stamp stamp = stamp_at(loader, path);
        hash = hash_string(hash, path);
        hash = hash_int(hash_int(hash, (int64_t)stamp.inode), stamp.size);
        hash = hash_int(hash_int(hash, stamp.changed.tv_sec), stamp.changed.tv_nsec);
    }
    return hash;
}

struct scene_read *hall_load_scene(struct hall_loader *loader, const struct hall_file *file,
                                   struct hall_scene *scene) {
    struct hall *hall = loader->hall;
    struct stamp stamp = stamp_at(loader, file->path);
    struct scene_read *read =
        loader->cache ? hall_cache_find(loader->cache, file->id, &stamp) : NULL;
    void *document = read ? bound_document(hall, read) : NULL;
    read = read ? read : read_file(loader, file, &stamp, &document);
    *scene = (struct hall_scene){.id = arena_strdup(&hall->arena, file->id),
                                 .path = hall_files_shown(&loader->files, &hall->arena, file->path),
                                 .kind = read->kind,
                                 .zone = zone_named(hall, file->zone),
                                 .common = read->common,
                                 .document = document,
                                 .mistaken = read->errors > 0};
    warn_if_unlisted(loader, file, scene->zone);
    hall->reads[hall->read_count++] = read;
    return read;
}

static bool is_wanted(const struct hall_loader *loader, const struct hall_file *file) {
    const char *attract = loader->hall->document.attract;
    return !loader->front || (attract && strcmp(file->id, attract) == 0);
}

void hall_load_scenes(struct hall_loader *loader) {
    struct hall_cache *cache = loader->cache;
    struct hall *hall = loader->hall;
    size_t count = loader->files.scenes.count;
    struct scene_read **silent = ARENA_ARRAY(&loader->scratch, struct scene_read *, count + 1);
    size_t silent_count = 0;
    if (cache) {
        hall_cache_world(cache, world_of_scenes(loader));
    }
    for (size_t i = 0; i < count; i++) {
        const struct hall_file *file = &loader->files.scenes.items[i];
        if (!is_wanted(loader, file)) {
            continue;
        }
        struct hall_scene *scene = &hall->scenes[hall->scene_count];
        struct scene_read *read = hall_load_scene(loader, file, scene);
        if (read->mistakes == 0) {
            silent[silent_count++] = read;
        }
        hall->scene_count += scene->kind != NULL;
    }
    if (cache) {
        hall_cache_keep(cache, silent, silent_count);
    }
}
