/* Changes: every folder is watched by inotify, which names the file that changed in it. */
#include "commands/changes.h"

#include "base/log.h"
#include "base/memory.h"
#include "content/hall_cache.h"
#include "content/hall_files.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { SETTLE_MS = 150, DEEPEST = 8 };

static const char ASSETS[] = "assets";
static const char *const roots[] = {"scenes", ASSETS};

static const uint32_t CHANGES = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                                IN_DELETE | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR;

/* After these nothing is certain any more: inotify lost events, or a folder that it watched. */
static const uint32_t LOST =
    IN_Q_OVERFLOW | IN_IGNORED | IN_MOVE_SELF | IN_DELETE_SELF | IN_UNMOUNT;

struct folder {
    int watch;
    const char *path; /* "scenes/personal" */
};

struct changes {
    char *directory;
    int inotify; /* -1: nothing is watched */
    LIST(struct folder) folders;
    struct arena arena; /* of the paths */
};

void changed_finish(struct changed *changed) {
    LIST_FINISH(&changed->scenes);
    arena_finish(&changed->arena);
}

static const char *path_of(const struct changes *changes, int watch) {
    for (size_t i = 0; i < changes->folders.count; i++) {
        if (changes->folders.items[i].watch == watch) {
            return changes->folders.items[i].path;
        }
    }
    return NULL;
}

/* A folder that is watched already keeps its number. */
static void watch(struct changes *changes, const char *whole, const char *path) {
    int number = inotify_add_watch(changes->inotify, whole, CHANGES);
    if (number >= 0 && !path_of(changes, number)) {
        struct folder folder = {number, arena_strdup(&changes->arena, path)};
        LIST_PUSH(&changes->folders, folder);
    }
}

/* Some file systems do not say what is a folder; what is none cannot be watched. */
static void watch_below(struct changes *changes, const char *path, int depth) {
    char whole[PATH_MAX];
    (void)snprintf(whole, sizeof whole, "%s/%s", changes->directory, path);
    watch(changes, whole, path);
    DIR *listing = depth < DEEPEST ? opendir(whole) : NULL;
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        if ((entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN) && entry->d_name[0] != '.') {
            char below[PATH_MAX];
            (void)snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
            watch_below(changes, below, depth + 1);
        }
    }
    if (listing) {
        (void)closedir(listing);
    }
}

static void watch_roots(struct changes *changes) {
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++) {
        watch_below(changes, roots[i], 0);
    }
}

static void watch_all(struct changes *changes) {
    changes->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (changes->inotify < 0) {
        log_warning("cannot watch %s (%s): saved files are taken up at the next start",
                    changes->directory, strerror(errno));
    }
    watch_roots(changes);
}

static void watch_none(struct changes *changes) {
    if (changes->inotify >= 0) {
        (void)close(changes->inotify);
    }
    LIST_FINISH(&changes->folders);
    arena_finish(&changes->arena);
}

struct changes *changes_create(const char *directory) {
    struct changes *changes = memory_alloc_zeroed(1, sizeof *changes);
    changes->directory = memory_strdup(directory);
    watch_all(changes);
    return changes;
}

void changes_destroy(struct changes *changes) {
    if (changes) {
        watch_none(changes);
        free(changes->directory);
        free(changes);
    }
}

static void add_scene(struct changed *changed, const char *folder, const char *name) {
    const char *path = arena_printf(&changed->arena, "%s/%s", folder, name);
    for (size_t i = 0; i < changed->scenes.count; i++) {
        if (strcmp(changed->scenes.items[i], path) == 0) {
            return;
        }
    }
    LIST_PUSH(&changed->scenes, path);
    changed->all = changed->all || changed->scenes.count > HALL_CHANGED_MOST;
}

/* Whether it concerns the exhibition. */
static bool hear(const struct changes *changes, const struct inotify_event *event,
                 struct changed *changed) {
    const char *folder = path_of(changes, event->wd);
    const char *name = event->len > 0 ? event->name : "";
    if (!folder || event->mask & LOST) {
        changed->all = changed->assets = true;
        return true;
    }
    bool assets = strncmp(folder, ASSETS, strlen(ASSETS)) == 0;
    bool subfolder = event->mask & IN_ISDIR && name[0] != '.';
    bool scene = !assets && hall_files_concerns(name);
    changed->assets = changed->assets || assets;
    changed->all = changed->all || subfolder;
    if (scene && !changed->all) {
        add_scene(changed, folder, name);
    }
    return assets || subfolder || scene;
}

static bool hear_all(const struct changes *changes, struct changed *changed) {
    _Alignas(struct inotify_event) char events[4096];
    ssize_t size = read(changes->inotify, events, sizeof events);
    bool concerns = false;
    for (ssize_t at = 0; at < size;) {
        const struct inotify_event *event = (const void *)&events[at];
        concerns = hear(changes, event, changed) || concerns;
        at += (ssize_t)sizeof *event + event->len;
    }
    return concerns;
}

bool changes_wait(struct changes *changes, int stop, struct changed *changed) {
    struct pollfd all[] = {{.fd = changes->inotify, .events = POLLIN},
                           {.fd = stop, .events = POLLIN}};
    int patience = -1;
    while (poll(all, 2, patience) != 0 && !all[1].revents) {
        if (all[0].revents && hear_all(changes, changed)) {
            patience = SETTLE_MS;
        }
    }
    if (changed->all && changed->assets) {
        watch_none(changes); /* what is missed meanwhile is read with everything else */
        watch_all(changes);
    } else if (changed->all) {
        watch_roots(changes);
    }
    return !all[1].revents;
}
