/* The pictures: a worker decodes and scales what frames ask for; a frame never waits for it. */
#include "draw/images.h"

#include "base/log.h"
#include "base/memory.h"
#include "draw/picture_cache.h"

#include <pthread.h>
#include <stdlib.h>

enum {
    LARGEST_SIDE = 16384,           /* of a scaled picture */
    QUICK_PIXELS = 6 * 1000 * 1000, /* that are scaled in a frame without being missed */
};

struct images {
    pthread_t worker;
    pthread_mutex_t lock; /* of everything below */
    pthread_cond_t wanted, arrived;
    struct picture_cache cache;
    size_t budget;
    bool wait, stop;
    void (*ready)(void *self);
    void *ready_self;
};

/* Returns the decoded file, held by one more user. Under the lock, which it gives away while it
   decodes. */
static struct picture_source *hold_source(struct images *images, const char *path) {
    struct picture_source *source = picture_cache_source(&images->cache, path);
    if (source) {
        source->users++;
        return source;
    }
    source = picture_cache_add_source(&images->cache, path);
    source->users = 1;
    struct picture picture;
    pthread_mutex_unlock(&images->lock);
    bool good = picture_load(&picture, source->path, NULL);
    if (!good) {
        log_warning("%s: cannot be shown as a picture", source->path);
    }
    pthread_mutex_lock(&images->lock);
    source->picture = picture;
    source->failed = !good;
    source->used = images->cache.frame;
    return source;
}

static void set_file_size(struct picture_entry *entry, int width, int height) {
    entry->file_width = width;
    entry->file_height = height;
}

static bool is_whole(struct rect part) {
    return part.w <= 0 || (part.x <= 0 && part.y <= 0 && part.w >= 1 && part.h >= 1);
}

/* The pixels themselves, held once more, where nothing is to be scaled; else NULL. Under the lock,
   because SDL counts who holds them without one. */
static SDL_Surface *unscaled(SDL_Surface *pixels, const struct picture_entry *entry) {
    if (!pixels || !is_whole(entry->part) || pixels->w != entry->width ||
        pixels->h != entry->height) {
        return NULL;
    }
    pixels->refcount++;
    return pixels;
}

/* Under the lock, which it gives away while it scales. */
static void work_on(struct images *images, struct picture_entry *entry) {
    entry->busy = true;
    struct picture_source *source = hold_source(images, entry->path);
    SDL_Surface *surface = unscaled(source->picture.pixels, entry);
    if (!surface && !source->failed) {
        pthread_mutex_unlock(&images->lock);
        surface = picture_scaled(&source->picture, entry->part, entry->width, entry->height);
        pthread_mutex_lock(&images->lock);
    }
    source->used = images->cache.frame;
    source->users--;
    entry->busy = false;
    set_file_size(entry, source->picture.width, source->picture.height);
    picture_cache_put(&images->cache, entry, surface, surface ? PICTURE_READY : PICTURE_FAILED);
    pthread_cond_broadcast(&images->arrived);
}

static bool is_busy(const struct images *images) {
    for (const struct picture_entry *entry = images->cache.entries; entry; entry = entry->next) {
        if (entry->busy) {
            return true;
        }
    }
    return picture_cache_next_job(&images->cache) != NULL;
}

void images_settle(struct images *images) {
    pthread_mutex_lock(&images->lock);
    while (is_busy(images)) {
        pthread_cond_wait(&images->arrived, &images->lock);
    }
    pthread_mutex_unlock(&images->lock);
}

/* The callback may ask for pictures, so it is called without the lock. */
static void tell_ready(struct images *images) {
    void (*ready)(void *self) = images->ready;
    void *self = images->ready_self;
    if (ready) {
        pthread_mutex_unlock(&images->lock);
        ready(self);
        pthread_mutex_lock(&images->lock);
    }
}

static void *worker_main(void *self) {
    struct images *images = self;
    pthread_mutex_lock(&images->lock);
    while (!images->stop) {
        struct picture_entry *entry = picture_cache_next_job(&images->cache);
        if (!entry) {
            pthread_cond_wait(&images->wanted, &images->lock);
            continue;
        }
        work_on(images, entry);
        if (entry->asked) {
            tell_ready(images);
        }
    }
    pthread_mutex_unlock(&images->lock);
    return NULL;
}

struct images *images_create(size_t budget, bool wait) {
    struct images *images = memory_alloc_zeroed(1, sizeof *images);
    images->budget = budget;
    images->wait = wait;
    pthread_mutex_init(&images->lock, NULL);
    pthread_cond_init(&images->wanted, NULL);
    pthread_cond_init(&images->arrived, NULL);
    int error = pthread_create(&images->worker, NULL, worker_main, images);
    if (error) {
        memory_exhausted(sizeof *images); /* EAGAIN: no room for a thread's stack */
    }
    return images;
}

void images_destroy(struct images *images) {
    if (!images) {
        return;
    }
    pthread_mutex_lock(&images->lock);
    images->stop = true;
    pthread_cond_broadcast(&images->wanted);
    pthread_mutex_unlock(&images->lock);
    pthread_join(images->worker, NULL);
    picture_cache_finish(&images->cache);
    pthread_cond_destroy(&images->arrived);
    pthread_cond_destroy(&images->wanted);
    pthread_mutex_destroy(&images->lock);
    free(images);
}

void images_on_ready(struct images *images, void (*ready)(void *self), void *self) {
    pthread_mutex_lock(&images->lock);
    images->ready = ready;
    images->ready_self = self;
    pthread_mutex_unlock(&images->lock);
}

/* How many pixels scaling a part of a picture has to read. */
static double pixels_read(const SDL_Surface *pixels, struct rect part) {
    double share = part.w > 0 ? (double)part.w * (double)part.h : 1;
    return share * pixels->w * pixels->h;
}

/* What there is already to make an entry from: the file's pixels, or the same picture at another
   size. NULL if there is nothing, or so much that scaling it would be missed in a frame. */
static SDL_Surface *at_hand(struct images *images, const struct picture_entry *entry, bool *exact) {
    struct picture_source *source = picture_cache_source(&images->cache, entry->path);
    const struct picture_entry *relative = picture_cache_relative(&images->cache, entry);
    *exact = source && source->picture.pixels &&
             pixels_read(source->picture.pixels, entry->part) <= QUICK_PIXELS;
    if (*exact) {
        source->used = images->cache.frame;
        return source->picture.pixels;
    }
    bool quick = relative && pixels_read(relative->surface, entry->part) <= QUICK_PIXELS;
    return quick ? relative->surface : NULL;
}

/* While the worker has not made this size, it is made here, roughly: a card that is pressed and a
   zoom show something in every frame. The file's own pixels enlarged are not rough. */
static void make_quickly(struct images *images, struct picture_entry *entry) {
    bool exact;
    SDL_Surface *pixels = at_hand(images, entry, &exact);
    SDL_Surface *surface = unscaled(pixels, entry);
    if (!surface && pixels) {
        surface = pixels_scaled(pixels, entry->part, entry->width, entry->height, false);
    }
    if (surface) {
        bool enlarged = pixels_read(pixels, entry->part) <= (double)entry->width * entry->height;
        picture_cache_put(&images->cache, entry, surface,
                          exact && enlarged ? PICTURE_READY : PICTURE_ROUGH);
    }
}

static bool is_open(const struct picture_entry *entry) {
    return entry->state == PICTURE_WANTED || entry->state == PICTURE_ROUGH;
}

/* Under the lock. */
static void fetch_ahead(struct images *images, struct picture_entry *entry) {
    entry->asked = true;
    pthread_cond_signal(&images->wanted);
}

/* Under the lock. */
static void fetch(struct images *images, struct picture_entry *entry) {
    if (images->wait) {
        pthread_cond_signal(&images->wanted);
        while (is_open(entry)) {
            pthread_cond_wait(&images->arrived, &images->lock);
        }
        return;
    }
    if (entry->state == PICTURE_WANTED && !entry->busy) {
        make_quickly(images, entry);
    }
    if (is_open(entry)) {
        entry->asked = true;
        pthread_cond_signal(&images->wanted);
    }
}

static bool is_size(int width, int height) {
    return width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
}

static const SDL_Surface *get(struct images *images, const char *path, struct rect part, int width,
                              int height, bool ahead, uint64_t *generation) {
    const SDL_Surface *surface = NULL;
    uint64_t changed = 0;
    if (is_size(width, height)) {
        pthread_mutex_lock(&images->lock);
        struct picture_entry *entry =
            picture_cache_entry(&images->cache, path, part, width, height);
        entry->ahead = ahead;
        if (is_open(entry)) {
            (ahead ? fetch_ahead : fetch)(images, entry);
        }
        surface = entry->surface;
        changed = entry->generation;
        pthread_mutex_unlock(&images->lock);
    }
    if (generation) {
        *generation = changed;
    }
    return surface;
}

const SDL_Surface *images_get(struct images *images, const char *path, struct rect part, int width,
                              int height, uint64_t *generation) {
    return get(images, path, part, width, height, false, generation);
}

const SDL_Surface *images_get_ahead(struct images *images, const char *path, struct rect part,
                                    int width, int height, uint64_t *generation) {
    return get(images, path, part, width, height, true, generation);
}

bool images_wait(const struct images *images) {
    return images->wait;
}

/* One pixel remembers the size for all: it costs nothing to keep when the decoded file goes. */
bool images_size(struct images *images, const char *path, int *width, int *height) {
    pthread_mutex_lock(&images->lock);
    struct picture_entry *entry = picture_cache_entry(&images->cache, path, (struct rect){0}, 1, 1);
    if (is_open(entry) && entry->file_width == 0) {
        fetch(images, entry);
    }
    *width = entry->file_width;
    *height = entry->file_height;
    pthread_mutex_unlock(&images->lock);
    return *width > 0 && *height > 0;
}

void images_forget(struct images *images) {
    pthread_mutex_lock(&images->lock);
    picture_cache_forget(&images->cache);
    pthread_mutex_unlock(&images->lock);
}

void images_frame_end(struct images *images) {
    pthread_mutex_lock(&images->lock);
    picture_cache_frame_end(&images->cache, images->budget);
    pthread_mutex_unlock(&images->lock);
}

/* A drawing can be well-formed and still refuse to be drawn. */
static bool can_be_drawn(const struct picture *picture) {
    SDL_Surface *small = picture_scaled(picture, (struct rect){0}, 16, 16);
    SDL_FreeSurface(small);
    return small != NULL;
}

enum probe_answer images_probe(struct asset *asset) {
    struct picture picture;
    bool empty;
    if (!picture_load(&picture, asset->path, &empty)) {
        return empty ? PROBE_EMPTY : PROBE_UNDECODABLE;
    }
    asset->width = picture.width;
    asset->height = picture.height;
    bool good = !picture.drawing || can_be_drawn(&picture);
    picture_finish(&picture);
    return good ? PROBE_GOOD : PROBE_UNDECODABLE;
}
