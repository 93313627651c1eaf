/* The files of an exhibition: which zones and scenes there are, before any of them is read. */
#include "content/hall_files.h"

#include "content/report.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ID_LONGEST = 64 };

/* The directory of the question bank: no zone may be called so. */
static const char BANK[] = "questions";

static const char BELOW[] = "scenes/";
static const char ENDING[] = ".yaml";
static const char ENDING_WRONG[] = ".yml";

/* A listing on its way. */
struct walk {
    struct hall_files *files;
    struct arena *arena;
    struct diagnostics *diagnostics;
    int directory;
};

static int by_id(const void *a, const void *b) {
    return strcmp(((const struct hall_file *)a)->id, ((const struct hall_file *)b)->id);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_id(const char *name) {
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_");
    return length > 0 && length <= ID_LONGEST && name[length] == '\0';
}

static bool ends_with(const char *name, const char *ending) {
    size_t length = strlen(name);
    size_t size = strlen(ending);
    return length > size && strcmp(name + length - size, ending) == 0;
}

const char *hall_files_shown(const struct hall_files *files, struct arena *arena,
                             const char *path) {
    return arena_printf(arena, "%s%s", files->prefix, path);
}

static void complain(struct walk *walk, const char *path, enum message message, const char *name) {
    struct report report;
    report_init(&report, walk->diagnostics, hall_files_shown(walk->files, walk->arena, path), NULL,
                0);
    report_message(&report, report_mark_file(), message, ARGUMENTS(report_typed(&report, name)));
    report_finish(&report);
}

static DIR *open_listing(int directory, const char *path) {
    int opened = openat(directory, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *listing = opened >= 0 ? fdopendir(opened) : NULL;
    if (!listing && opened >= 0) {
        (void)close(opened);
    }
    return listing;
}

static bool is_directory(DIR *listing, const struct dirent *entry) {
    struct stat status;
    if (entry->d_type != DT_UNKNOWN) {
        return entry->d_type == DT_DIR;
    }
    return fstatat(dirfd(listing), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode);
}

/* A file in scenes/ (`zone` NULL) or in a zone's directory. */
static void add_file(struct walk *walk, const char *zone, const char *name) {
    const char *path = zone ? arena_printf(walk->arena, "scenes/%s/%s", zone, name)
                            : arena_printf(walk->arena, "scenes/%s", name);
    if (ends_with(name, ENDING_WRONG)) {
        complain(walk, path, MESSAGE_FILE_ENDING, name);
    }
    if (!ends_with(name, ENDING)) {
        return;
    }
    const char *stem = arena_strndup(walk->arena, name, strlen(name) - strlen(ENDING));
    if (strcmp(stem, zone ? "zone" : "hall") == 0) {
        if (zone) {
            LIST_PUSH(&walk->files->zones, zone);
        }
        return;
    }
    if (!is_id(stem)) {
        complain(walk, path, MESSAGE_FILE_NAME, name);
        return;
    }
    if (zone && strcmp(zone, BANK) == 0) {
        LIST_PUSH(&walk->files->banks, path);
        return;
    }
    const char *id = zone ? arena_printf(walk->arena, "%s/%s", zone, stem) : stem;
    struct hall_file file = {.id = id, .name = stem, .zone = zone, .path = path};
    LIST_PUSH(&walk->files->scenes, file);
}

static void list_zone(struct walk *walk, const char *name) {
    const char *zone = arena_strdup(walk->arena, name);
    const char *path = arena_printf(walk->arena, "scenes/%s", zone);
    DIR *listing = open_listing(walk->directory, path);
    if (!listing) {
        return;
    }
    bool named = is_id(zone) && strcmp(zone, "hall") != 0;
    if (!named) {
        complain(walk, path, is_id(zone) ? MESSAGE_ID_TAKEN : MESSAGE_FILE_NAME, zone);
    }
    const struct dirent *entry;
    while (named && (entry = readdir(listing)) != NULL) {
        if (entry->d_name[0] != '.') {
            add_file(walk, zone, entry->d_name);
        }
    }
    (void)closedir(listing);
}

/* scenes/personal.yaml beside scenes/personal/zone.yaml would both be "personal". */
static void report_taken(struct walk *walk) {
    size_t kept = 0;
    for (size_t i = 0; i < walk->files->scenes.count; i++) {
        struct hall_file file = walk->files->scenes.items[i];
        if (!file.zone && hall_files_has_zone(walk->files, file.id)) {
            complain(walk, file.path, MESSAGE_ID_TAKEN, file.id);
        } else {
            walk->files->scenes.items[kept++] = file;
        }
    }
    walk->files->scenes.count = kept;
}

void hall_files_init(struct hall_files *files, int directory, const char *name, struct arena *arena,
                     struct diagnostics *diagnostics) {
    *files = (struct hall_files){0};
    files->prefix = strcmp(name, ".") == 0 || !name[0] ? "" : arena_printf(arena, "%s/", name);
    struct walk walk = {files, arena, diagnostics, directory};
    DIR *listing = open_listing(directory, "scenes");
    if (!listing) {
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(listing)) != NULL) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        if (is_directory(listing, entry) && !ends_with(entry->d_name, ENDING)) {
            list_zone(&walk, entry->d_name);
        } else {
            add_file(&walk, NULL, entry->d_name);
        }
    }
    (void)closedir(listing);
    if (files->scenes.count > 0) {
        qsort(files->scenes.items, files->scenes.count, sizeof *files->scenes.items, by_id);
    }
    if (files->zones.count > 0) {
        qsort(files->zones.items, files->zones.count, sizeof *files->zones.items, by_name);
    }
    if (files->banks.count > 0) {
        qsort(files->banks.items, files->banks.count, sizeof *files->banks.items, by_name);
    }
    report_taken(&walk);
}

void hall_files_finish(struct hall_files *files) {
    LIST_FINISH(&files->scenes);
    LIST_FINISH(&files->zones);
    LIST_FINISH(&files->banks);
}

static int of_id(const void *id, const void *file) {
    return strcmp(id, ((const struct hall_file *)file)->id);
}

const struct hall_file *hall_files_scene(const struct hall_files *files, const char *path) {
    char id[2 * ID_LONGEST + sizeof "/"];
    bool fits = strncmp(path, BELOW, strlen(BELOW)) == 0 && ends_with(path, ENDING) &&
                strlen(path) - strlen(BELOW) - strlen(ENDING) < sizeof id;
    if (!fits || files->scenes.count == 0) {
        return NULL;
    }
    (void)snprintf(id, sizeof id, "%.*s", (int)(strlen(path) - strlen(BELOW) - strlen(ENDING)),
                   path + strlen(BELOW));
    return bsearch(id, files->scenes.items, files->scenes.count, sizeof *files->scenes.items,
                   of_id);
}

bool hall_files_concerns(const char *name) {
    return name[0] != '.' && (ends_with(name, ENDING) || ends_with(name, ENDING_WRONG));
}

bool hall_files_has_zone(const struct hall_files *files, const char *zone) {
    return files->zones.count > 0 && bsearch(&zone, files->zones.items, files->zones.count,
                                             sizeof *files->zones.items, by_name);
}
