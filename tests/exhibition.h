/* A small exhibition in a directory of its own, for tests of the content room. */
#ifndef TESTS_EXHIBITION_H
#define TESTS_EXHIBITION_H

#include "base/buffer.h"
#include "content/diagnostics.h"
#include "content/hall.h"
#include "content/probe.h"
#include "sample_kind.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *path, *text;
} exhibition_files[] = {
    {"scenes/hall.yaml", "format: 1\n"
                         "name: {zh: 科技馆, en: Museum}\n"
                         "title: {zh: 从哪里开始？, en: Where to start?}\n"
                         "languages:\n"
                         "  - {code: zh, name: 中文}\n"
                         "  - {code: en, name: English}\n"
                         "zones: [personal]\n"
                         "attract: attract\n"},
    {"scenes/attract.yaml", "kind: test\ntitle: 触摸屏幕\n"},
    {"scenes/personal/zone.yaml", "name: {zh: 个人安全, en: Personal security}\n"
                                  "title: 你的手机知道什么？\n"
                                  "light: jade\n"
                                  "scenes: [good, case]\n"},
    {"scenes/personal/good.yaml", "kind: test\ntitle: {zh: 好, en: Good}\nnext: personal/case\n"},
    {"scenes/personal/case.yaml", "kind: test\ntitle: {zh: 好}\n"},
    {"kiosk.conf", "show: hall\n"},
    {"assets/picture.png", "picture"},
    {"assets/broken.png", "broken"},
    {"assets/empty.png", ""},
    {"assets/sound.ogg", "sound"},
    {"assets/film.mp4", "film"},
    {"assets/folder/inside.png", "picture"},
};

/* Makes the directories that lead to `path`. */
static void exhibition_parents(const char *path) {
    char parent[256];
    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        (void)snprintf(parent, sizeof parent, "%.*s", (int)(slash - path), path);
        (void)mkdir(parent, 0755);
    }
}

static void exhibition_write(const char *path, const char *text, size_t size) {
    exhibition_parents(path);
    (void)unlink(path);
    FILE *file = fopen(path, "w");
    if (!file || fwrite(text, 1, size, file) != size || fclose(file) != 0) {
        perror(path);
        abort();
    }
}

static int exhibition_forget(const char *path, const struct stat *status, int type,
                             struct FTW *walk) {
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

static void exhibition_erase(const char *path) {
    (void)nftw(path, exhibition_forget, 8, FTW_DEPTH | FTW_PHYS);
}

/* Takes away the directory of `path` if nothing else is in it. */
static void exhibition_tidy(const char *path) {
    char parent[256];
    const char *slash = strrchr(path, '/');
    (void)snprintf(parent, sizeof parent, "%.*s", slash ? (int)(slash - path) : 0, path);
    (void)rmdir(parent);
}

/* Puts `path` back as it is at first, or takes it away. */
static void exhibition_restore(const char *path) {
    exhibition_erase(path);
    exhibition_tidy(path);
    for (size_t i = 0; i < sizeof exhibition_files / sizeof exhibition_files[0]; i++) {
        if (strcmp(exhibition_files[i].path, path) == 0) {
            exhibition_write(path, exhibition_files[i].text, strlen(exhibition_files[i].text));
        }
    }
}

/* Makes it, and makes its directory the working directory. `directory` ends in XXXXXX. */
static inline void exhibition_make(char *directory) {
    if (!mkdtemp(directory) || chdir(directory) != 0) {
        perror(directory);
        abort();
    }
    for (size_t i = 0; i < sizeof exhibition_files / sizeof exhibition_files[0]; i++) {
        exhibition_restore(exhibition_files[i].path);
    }
    bool made = mkfifo("assets/pipe.png", 0600) == 0 &&
                symlink("/etc/passwd", "assets/outside.png") == 0 &&
                symlink("picture.png", "assets/link.png") == 0;
    if (!made) {
        perror(directory);
        abort();
    }
}

/* "broken" in a file's name does not decode, an empty file is empty, all else is 4 by 3. */
static enum probe_answer exhibition_ask(void *self, enum asset_type type, struct asset *asset) {
    (void)self;
    (void)type;
    struct stat status;
    if (stat(asset->path, &status) != 0 || strstr(asset->path, "broken")) {
        return PROBE_UNDECODABLE;
    }
    asset->width = 4;
    asset->height = 3;
    return status.st_size == 0 ? PROBE_EMPTY : PROBE_GOOD;
}

/* The fonts of this exhibition have no 龘. */
static uint32_t exhibition_glyph(void *self, const char *words) {
    (void)self;
    enum { DRAGONS = 0x9F98 };
    return strstr(words, "龘") ? DRAGONS : 0;
}

static inline struct hall *exhibition_reload(struct hall_cache *cache,
                                             struct diagnostics *diagnostics) {
    static const struct document_kind *const kinds[] = {&sample_menu, &sample_kind};
    static const struct probe probe = {.ask = exhibition_ask, .missing_glyph = exhibition_glyph};
    return hall_create(".", kinds, 2, &probe, cache, diagnostics);
}

static inline struct hall *exhibition_load(struct diagnostics *diagnostics) {
    return exhibition_reload(NULL, diagnostics);
}

#endif
