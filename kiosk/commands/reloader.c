/* Loads the exhibition, watches its files, and loads it again when they change. */
#include "commands/reloader.h"

#include "base/memory.h"
#include "commands/changes.h"
#include "content/hall_cache.h"

#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct reloader {
    char *directory;
    struct prober *prober;
    struct hall_cache *cache; /* the thread's */
    int stop;                 /* eventfd */
    pthread_t thread;
    pthread_mutex_t lock; /* of everything below */
    pthread_cond_t changed;
    struct exhibition *front; /* NULL: taken, or there is none */
    bool begun;               /* the front was read */
    bool wanted;              /* the whole is */
    struct exhibition *fresh;
    void (*ready)(void *self);
    void *self;
};

/* The whole must wait until the front is on the screen: the processor has enough to do. */
static void keep_front(struct reloader *reloader, struct exhibition *front) {
    pthread_mutex_lock(&reloader->lock);
    reloader->front = front;
    reloader->begun = true;
    pthread_cond_broadcast(&reloader->changed);
    while (front && !reloader->wanted) {
        pthread_cond_wait(&reloader->changed, &reloader->lock);
    }
    pthread_mutex_unlock(&reloader->lock);
}

/* What nobody took of an earlier load is out of date. */
static void keep(struct reloader *reloader, struct exhibition *fresh) {
    pthread_mutex_lock(&reloader->lock);
    struct exhibition *old = reloader->fresh;
    void (*ready)(void *self) = reloader->ready;
    void *self = reloader->self;
    reloader->fresh = fresh;
    pthread_cond_broadcast(&reloader->changed);
    pthread_mutex_unlock(&reloader->lock);
    exhibition_destroy(old);
    if (ready) {
        ready(self);
    }
}

/* Says to the cache what the next load has to look at. */
static void tell(struct reloader *reloader, const struct changed *changed) {
    if (changed->assets) {
        hall_cache_clear(reloader->cache);
    }
    for (size_t i = 0; !changed->all && !changed->assets && i < changed->scenes.count; i++) {
        hall_cache_tell(reloader->cache, changed->scenes.items[i]);
    }
}

/* Watches before it reads, so that nothing saved meanwhile is missed. */
static void *work(void *argument) {
    struct reloader *reloader = argument;
    keep_front(reloader, exhibition_create_front(reloader->directory, reloader->prober));
    struct changes *changes = changes_create(reloader->directory);
    struct changed changed = {.all = true};
    do {
        tell(reloader, &changed);
        keep(reloader, exhibition_create(reloader->directory, reloader->prober, reloader->cache));
        prober_keep(reloader->prober);
        if (changed.all || changed.assets) {
            (void)malloc_trim(0); /* reading took ten times as much as what was read */
        }
        changed_finish(&changed);
        changed = (struct changed){0};
    } while (changes_wait(changes, reloader->stop, &changed));
    changed_finish(&changed);
    changes_destroy(changes);
    return NULL;
}

struct reloader *reloader_create(const char *directory, struct prober *prober) {
    struct reloader *reloader = memory_alloc_zeroed(1, sizeof *reloader);
    reloader->directory = memory_strdup(directory);
    reloader->prober = prober;
    reloader->cache = hall_cache_create();
    pthread_mutex_init(&reloader->lock, NULL);
    pthread_cond_init(&reloader->changed, NULL);
    reloader->stop = eventfd(0, EFD_CLOEXEC);
    if (reloader->stop < 0 || pthread_create(&reloader->thread, NULL, work, reloader) != 0) {
        memory_exhausted(sizeof *reloader); /* no room for a thread's stack or a file's number */
    }
    return reloader;
}

static void want_whole(struct reloader *reloader) {
    pthread_mutex_lock(&reloader->lock);
    reloader->wanted = true;
    pthread_cond_broadcast(&reloader->changed);
    pthread_mutex_unlock(&reloader->lock);
}

void reloader_destroy(struct reloader *reloader) {
    if (!reloader) {
        return;
    }
    want_whole(reloader);
    uint64_t one = 1;
    (void)!write(reloader->stop, &one, sizeof one);
    (void)pthread_join(reloader->thread, NULL);
    exhibition_destroy(reloader->front);
    exhibition_destroy(reloader->fresh);
    hall_cache_destroy(reloader->cache);
    (void)close(reloader->stop);
    pthread_cond_destroy(&reloader->changed);
    pthread_mutex_destroy(&reloader->lock);
    free(reloader->directory);
    free(reloader);
}

struct exhibition *reloader_front(struct reloader *reloader) {
    pthread_mutex_lock(&reloader->lock);
    while (!reloader->begun) {
        pthread_cond_wait(&reloader->changed, &reloader->lock);
    }
    struct exhibition *front = reloader->front;
    reloader->front = NULL;
    pthread_mutex_unlock(&reloader->lock);
    return front;
}

struct exhibition *reloader_first(struct reloader *reloader) {
    want_whole(reloader);
    pthread_mutex_lock(&reloader->lock);
    while (!reloader->fresh) {
        pthread_cond_wait(&reloader->changed, &reloader->lock);
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
