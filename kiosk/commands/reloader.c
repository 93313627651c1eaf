/* Loads the exhibition, watches its files, and loads it again when they change. */
#include "commands/reloader.h"

#include "base/log.h"
#include "base/memory.h"
#include "content/hall_cache.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { SETTLE_MS = 150, DEEPEST = 8 };

/* What is watched. Scenes keep the sizes of what is in the assets, so these are told apart. */
enum folder { SCENES, ASSETS, FOLDERS };
static const char *const folders[FOLDERS] = {"scenes", "assets"};

static const uint32_t CHANGES =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR;

struct reloader {
    char *directory;
    struct prober *prober;
    struct hall_cache *cache; /* the thread's */
    int changes[FOLDERS];     /* inotify; -1: nothing is watched */
    int stop;                 /* eventfd */
    pthread_t thread;
    pthread_mutex_t lock; /* of everything below */
    pthread_cond_t loaded;
    struct exhibition *fresh;
    void (*ready)(void *self);
    void *self;
};

/* Adding a watch twice does no harm, so after every change all folders are added again. Some file
   systems do not say what is a folder; what is none cannot be added. */
static void watch_below(int changes, const char *path, int depth) {
    (void)inotify_add_watch(changes, path, CHANGES);
    DIR *directory = depth < DEEPEST ? opendir(path) : NULL;
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        if ((entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN) && entry->d_name[0] != '.') {
            char below[PATH_MAX];
            (void)snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
            watch_below(changes, below, depth + 1);
        }
    }
    if (directory) {
        (void)closedir(directory);
    }
}

static void watch_all(const struct reloader *reloader) {
    for (int i = 0; i < FOLDERS; i++) {
        char path[PATH_MAX];
        (void)snprintf(path, sizeof path, "%s/%s", reloader->directory, folders[i]);
        watch_below(reloader->changes[i], path, 0);
    }
}

/* Waits for a change, or for the end; then until nothing has changed for a while. */
static bool wait_for_change(const struct reloader *reloader) {
    struct pollfd all[FOLDERS + 1] = {[FOLDERS] = {.fd = reloader->stop, .events = POLLIN}};
    for (int i = 0; i < FOLDERS; i++) {
        all[i] = (struct pollfd){.fd = reloader->changes[i], .events = POLLIN};
    }
    int patience = -1;
    while (poll(all, FOLDERS + 1, patience) != 0 && !all[FOLDERS].revents) {
        for (int i = 0; i < FOLDERS; i++) {
            char events[4096];
            if (all[i].revents && read(all[i].fd, events, sizeof events) > 0 && i == ASSETS) {
                hall_cache_clear(reloader->cache);
            }
        }
        patience = SETTLE_MS;
    }
    return !all[FOLDERS].revents;
}

/* What nobody took of an earlier load is out of date. */
static void keep(struct reloader *reloader, struct exhibition *fresh) {
    pthread_mutex_lock(&reloader->lock);
    struct exhibition *old = reloader->fresh;
    void (*ready)(void *self) = reloader->ready;
    void *self = reloader->self;
    reloader->fresh = fresh;
    pthread_cond_signal(&reloader->loaded);
    pthread_mutex_unlock(&reloader->lock);
    exhibition_destroy(old);
    if (ready) {
        ready(self);
    }
}

/* Watches before it reads, so that nothing saved meanwhile is missed. */
static void *work(void *argument) {
    struct reloader *reloader = argument;
    do {
        watch_all(reloader);
        keep(reloader, exhibition_create(reloader->directory, reloader->prober, reloader->cache));
        (void)malloc_trim(0); /* reading took ten times as much as what was read */
    } while (wait_for_change(reloader));
    return NULL;
}

static void open_watch(struct reloader *reloader) {
    for (int i = 0; i < FOLDERS; i++) {
        reloader->changes[i] = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        if (reloader->changes[i] < 0) {
            log_warning("cannot watch %s/%s (%s): saved files are taken up at the next start",
                        reloader->directory, folders[i], strerror(errno));
        }
    }
}

struct reloader *reloader_create(const char *directory, struct prober *prober) {
    struct reloader *reloader = memory_alloc_zeroed(1, sizeof *reloader);
    reloader->directory = memory_strdup(directory);
    reloader->prober = prober;
    reloader->cache = hall_cache_create();
    pthread_mutex_init(&reloader->lock, NULL);
    pthread_cond_init(&reloader->loaded, NULL);
    open_watch(reloader);
    reloader->stop = eventfd(0, EFD_CLOEXEC);
    if (reloader->stop < 0 || pthread_create(&reloader->thread, NULL, work, reloader) != 0) {
        memory_exhausted(sizeof *reloader); /* no room for a thread's stack or a file's number */
    }
    return reloader;
}

void reloader_destroy(struct reloader *reloader) {
    if (!reloader) {
        return;
    }
    uint64_t one = 1;
    (void)!write(reloader->stop, &one, sizeof one);
    (void)pthread_join(reloader->thread, NULL);
    exhibition_destroy(reloader->fresh);
    hall_cache_destroy(reloader->cache);
    for (int i = 0; i < FOLDERS; i++) {
        if (reloader->changes[i] >= 0) {
            (void)close(reloader->changes[i]);
        }
    }
    (void)close(reloader->stop);
    pthread_cond_destroy(&reloader->loaded);
    pthread_mutex_destroy(&reloader->lock);
    free(reloader->directory);
    free(reloader);
}

struct exhibition *reloader_first(struct reloader *reloader) {
    pthread_mutex_lock(&reloader->lock);
    while (!reloader->fresh) {
        pthread_cond_wait(&reloader->loaded, &reloader->lock);
    }
    struct exhibition *first = reloader->fresh;
    reloader->fresh = NULL;
    pthread_mutex_unlock(&reloader->lock);
    return first;
}

void reloader_on_ready(struct reloader *reloader, void (*ready)(void *self), void *self) {
    pthread_mutex_lock(&reloader->lock);
    reloader->ready = ready;
    reloader->self = self;
    bool missed = reloader->fresh;
    pthread_mutex_unlock(&reloader->lock);
    if (missed) {
        ready(self);
    }
}

struct exhibition *reloader_take(struct reloader *reloader) {
    pthread_mutex_lock(&reloader->lock);
    struct exhibition *fresh = reloader->fresh;
    reloader->fresh = NULL;
    pthread_mutex_unlock(&reloader->lock);
    return fresh;
}
