/* The loader: hall.yaml, then every zone, then every scene. */
#include "content/hall_loader.h"

#include "base/suggest.h"
#include "content/files.h"
#include "content/mistakes.h"
#include "content/tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void hall_page_begin(struct hall_loader *loader, struct hall_page *page, const char *path,
                     const struct world *world) {
    *page = (struct hall_page){0};
    const char *shown = hall_files_shown(&loader->files, &loader->scratch, path);
    report_init(&page->report, loader->diagnostics, shown, NULL, 0);
    page->reading = (struct reading){.report = &page->report,
                                     .world = world,
                                     .arena = &loader->hall->arena,
                                     .directory = loader->directory};
    page->root = reading_open(&page->reading, loader->directory, path, &page->text, &loader->nodes);
}

void hall_page_end(struct hall_loader *loader, struct hall_page *page) {
    report_finish(&page->report);
    free(page->text);
    arena_reset(&loader->nodes);
}

void hall_report_no_zone(struct hall_loader *loader, struct hall_page *page,
                         const struct node *item) {
    const char *const *known = loader->files.zones.items;
    size_t count = loader->files.zones.count;
    const char *near = suggest_nearest(item->words, known, count);
    struct words meant = near ? same_words(near) : report_joined(&page->report, known, count);
    reading_fail(&page->reading, item, near ? MESSAGE_NO_ZONE_NEAR : MESSAGE_NO_ZONE,
                 ARGUMENTS(report_typed(&page->report, item->words), meant));
}

static void check_zones(struct hall_loader *loader, struct hall_page *page) {
    const struct node *list = tree_find(page->root, "zones");
    for (const struct node *item = list ? list->first : NULL; item; item = item->next) {
        bool name = item->type == NODE_SCALAR && item->words[0];
        if (name && !hall_files_has_zone(&loader->files, item->words)) {
            hall_report_no_zone(loader, page, item);
        }
    }
}

static void check_theme(struct hall_loader *loader, struct hall_page *page) {
    const struct node *theme = tree_find(page->root, "theme");
    if (!theme || theme->type != NODE_SCALAR || !theme->words[0]) {
        return;
    }
    size_t size = 0;
    enum file_problem problem = file_look(loader->directory, theme->words, &size);
    struct mark mark = tree_mark(&page->report, theme);
    if (problem == FILE_MISSING) {
        file_report_missing(&page->report, mark, loader->directory, theme->words);
    } else if (problem != FILE_GOOD) {
        file_report(&page->report, mark, problem, theme->words, size);
    }
}

/* Reports the last of `codes` if an earlier one is the same. */
static bool is_first(struct hall_page *page, const struct node *const *codes, size_t count) {
    const struct node *code = codes[count];
    for (size_t i = 0; i < count; i++) {
        if (strcmp(codes[i]->words, code->words) == 0) {
            return reading_fail(&page->reading, code, MESSAGE_DUPLICATE_ITEM,
                                ARGUMENTS(same_words("languages"),
                                          report_typed(&page->report, code->words),
                                          report_words(&page->report, "%d", codes[i]->line)));
        }
    }
    return true;
}

/* Texts need the languages before the row that reads them is reached. With a mistake in them any
   language is let pass, because the texts are hardly what is wrong. */
static void find_languages(struct hall_loader *loader, struct hall_page *page) {
    const struct node *list = tree_find(page->root, "languages");
    size_t most = list ? list->count + 1 : 1;
    const struct node **nodes = ARENA_ARRAY(&loader->nodes, const struct node *, most);
    const char **codes = ARENA_ARRAY(&loader->scratch, const char *, most);
    size_t count = 0;
    bool good = list != NULL;
    for (const struct node *item = list ? list->first : NULL; item; item = item->next) {
        const struct node *code = tree_find(item, "code");
        if (!code || code->type != NODE_SCALAR || !code->words[0]) {
            good = false;
            continue;
        }
        nodes[count] = code;
        good &= is_first(page, nodes, count);
        codes[count++] = arena_strdup(&loader->scratch, code->words);
    }
    loader->world.languages = good ? codes : NULL;
    loader->world.language_count = good ? count : 0;
}

/* A machine may start with a mistake here; a language without a code or a name is none. */
static void drop_nameless(struct hall_loader *loader) {
    struct items *languages = &loader->hall->document.languages;
    struct hall_language *kept =
        ARENA_ARRAY(&loader->hall->arena, struct hall_language, languages->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < languages->count; i++) {
        const struct hall_language *language = ITEM(*languages, struct hall_language, i);
        if (language->code && language->name) {
            kept[count++] = *language;
        }
    }
    *languages = (struct items){kept, count};
}

bool hall_load_document(struct hall_loader *loader) {
    struct hall_page page;
    hall_page_begin(loader, &page, "scenes/hall.yaml", &loader->world);
    bool there = page.text != NULL;
    struct part part = {&hall_schema, &loader->hall->document};
    if (page.root) {
        find_languages(loader, &page);
        reading_document(&page.reading, &part, 1, false, page.root);
        check_zones(loader, &page);
        check_theme(loader, &page);
    } else {
        reading_defaults(&page.reading, &part, 1);
    }
    loader->document_good = page.report.errors == 0;
    drop_nameless(loader);
    hall_page_end(loader, &page);
    return there;
}

/* The lines of an emblem join dots that there are. */
static void check_emblem(struct hall_page *page, const struct emblem *emblem) {
    const struct node *lines = tree_find(tree_find(page->root, "emblem"), "lines");
    struct words dots = report_words(&page->report, "%zu", emblem->dots.count);
    size_t index = 0;
    for (const struct node *line = lines ? lines->first : NULL; line; line = line->next, index++) {
        const struct pair *pair = ITEM(emblem->lines, struct pair, index);
        const float ends[] = {pair->first, pair->second};
        const struct node *end = line->first;
        for (int i = 0; i < 2; i++, end = end->next) {
            if (ends[i] != truncf(ends[i]) || ends[i] > (float)emblem->dots.count) {
                reading_fail(&page->reading, end, MESSAGE_EMBLEM_DOT,
                             ARGUMENTS(report_typed(&page->report, end->words), dots));
            }
        }
    }
}

/* The names of a zone's scene files: what zone.yaml may list. They are sorted as the ids are. */
static struct world world_of_zone(struct hall_loader *loader, const char *zone) {
    struct world world = loader->world;
    const char **names =
        ARENA_ARRAY(&loader->scratch, const char *, loader->files.scenes.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < loader->files.scenes.count; i++) {
        const struct hall_file *file = &loader->files.scenes.items[i];
        if (file->zone && strcmp(file->zone, zone) == 0) {
            names[count++] = file->name;
        }
    }
    world.scenes = names;
    world.scene_count = count;
    return world;
}

static bool load_zone(struct hall_loader *loader, struct hall_zone *zone, const char *id) {
    struct arena *arena = &loader->hall->arena;
    const char *path = arena_printf(&loader->scratch, "scenes/%s/zone.yaml", id);
    zone->id = arena_strdup(arena, id);
    zone->path = hall_files_shown(&loader->files, arena, path);
    struct world world = world_of_zone(loader, id);
    struct hall_page page;
    hall_page_begin(loader, &page, path, &world);
    struct part part = {&zone_schema, zone};
    if (page.root) {
        reading_document(&page.reading, &part, 1, false, page.root);
    }
    if (page.root && page.report.errors == 0) {
        check_emblem(&page, &zone->emblem);
    }
    bool good = page.root && page.report.errors == 0;
    if (!good) {
        zone->emblem.lines = (struct items){0}; /* a machine may start with a mistake here */
    }
    hall_page_end(loader, &page);
    return good;
}

bool hall_lists(const struct items *names, const char *name) {
    for (size_t i = 0; i < names->count; i++) {
        const char *item = *ITEM(*names, const char *, i);
        if (item && strcmp(item, name) == 0) {
            return true;
        }
    }
    return false;
}

void hall_report_of_file(struct hall_loader *loader, const char *path, enum message message,
                         const struct words arguments[MESSAGE_ARGUMENTS]) {
    struct report report;
    report_init(&report, loader->diagnostics,
                hall_files_shown(&loader->files, &loader->scratch, path), NULL, 0);
    report_message(&report, report_mark_file(), message, arguments);
    report_finish(&report);
}

static void warn_of_unlisted_zones(struct hall_loader *loader) {
    const struct items *listed = &loader->hall->document.zones;
    for (size_t i = 0; loader->document_good && i < loader->files.zones.count; i++) {
        const char *zone = loader->files.zones.items[i];
        if (!hall_lists(listed, zone)) {
            hall_report_of_file(loader, arena_printf(&loader->scratch, "scenes/%s/zone.yaml", zone),
                                MESSAGE_ZONE_UNLISTED, ARGUMENTS(same_words(zone)));
        }
    }
}

void hall_load_zones(struct hall_loader *loader) {
    struct hall *hall = loader->hall;
    const struct items *zones = &hall->document.zones;
    hall->zones = ARENA_ARRAY(&hall->arena, struct hall_zone, zones->count + 1);
    bool *good = ARENA_ARRAY(&loader->scratch, bool, zones->count + 1);
    for (size_t i = 0; i < zones->count; i++) {
        const char *id = *ITEM(*zones, const char *, i);
        if (id && hall_files_has_zone(&loader->files, id)) {
            size_t next = hall->zone_count++;
            good[next] = load_zone(loader, &hall->zones[next], id);
        }
    }
    loader->zones_good = good;
    warn_of_unlisted_zones(loader);
}
