/* Takes up saved files: watches the content directory and loads a new exhibition beside the one
   that is shown. */
#include "commands/reloader.h"

#include "base/log.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { SETTLE_MS = 150, DEEPEST = 8 };

static const uint32_t CHANGES =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR;

struct reloader {
    char *directory;
    struct prober *prober;
    void (*ready)(void *self);
    void *self;
    int changes; /* inotify */
    int stop;    /* eventfd */
    pthread_t thread;
    _Atomic(struct exhibition *) fresh;
};

/* Adding a watch twice does no harm, so after every change all folders are added again. Some file
   systems do not say what is a folder; what is none cannot be added. */
static void watch_below(const struct reloader *reloader, const char *path, int depth) {
    (void)inotify_add_watch(reloader->changes, path, CHANGES);
    DIR *directory = depth < DEEPEST ? opendir(path) : NULL;
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        if ((entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN) && entry->d_name[0] != '.') {
            char below[PATH_MAX];
            (void)snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
            watch_below(reloader, below, depth + 1);
        }
    }
    if (directory) {
        (void)closedir(directory);
    }
}

static void watch_all(const struct reloader *reloader) {
    static const char *const folders[] = {"scenes", "assets"};
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        char path[PATH_MAX];
        (void)snprintf(path, sizeof path, "%s/%s", reloader->directory, folders[i]);
        watch_below(reloader, path, 0);
    }
}

/* Waits for a change, or for the end; then until nothing has changed for a while. */
static bool wait_for_change(const struct reloader *reloader) {
    struct pollfd both[] = {{.fd = reloader->changes, .events = POLLIN},
                            {.fd = reloader->stop, .events = POLLIN}};
    int patience = -1;
    for (;;) {
        int ready = poll(both, 2, patience);
        if (both[1].revents) {
            return false;
        }
        if (ready == 0) {
            return true;
        }
        if (both[0].revents) {
            char events[4096];
            (void)!read(reloader->changes, events, sizeof events);
            patience = SETTLE_MS;
        }
    }
}

static void *watch(void *argument) {
    struct reloader *reloader = argument;
    while (wait_for_change(reloader)) {
        watch_all(reloader);
        struct exhibition *fresh = exhibition_create(reloader->directory, reloader->prober);
        exhibition_destroy(atomic_exchange(&reloader->fresh, fresh));
        reloader->ready(reloader->self);
    }
    return NULL;
}

struct reloader *reloader_create(const char *directory, struct prober *prober,
                                 void (*ready)(void *self), void *self) {
    struct reloader *reloader = memory_alloc_zeroed(1, sizeof *reloader);
    reloader->directory = memory_strdup(directory);
    reloader->prober = prober;
    reloader->ready = ready;
    reloader->self = self;
    reloader->changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    reloader->stop = eventfd(0, EFD_CLOEXEC);
    int error = errno;
    if (reloader->changes >= 0 && reloader->stop >= 0) {
        watch_all(reloader);
        error = pthread_create(&reloader->thread, NULL, watch, reloader);
        if (error == 0) {
            return reloader;
        }
    }
    log_warning("cannot watch %s (%s): saved files are taken up at the next start", directory,
                strerror(error));
    if (reloader->changes >= 0) {
        (void)close(reloader->changes);
    }
    if (reloader->stop >= 0) {
        (void)close(reloader->stop);
    }
    free(reloader->directory);
    free(reloader);
    return NULL;
}

void reloader_destroy(struct reloader *reloader) {
    if (!reloader) {
        return;
    }
    uint64_t one = 1;
    (void)!write(reloader->stop, &one, sizeof one);
    (void)pthread_join(reloader->thread, NULL);
    exhibition_destroy(atomic_load(&reloader->fresh));
    (void)close(reloader->changes);
    (void)close(reloader->stop);
    free(reloader->directory);
    free(reloader);
}

struct exhibition *reloader_take(struct reloader *reloader) {
    return atomic_exchange(&reloader->fresh, NULL);
}
