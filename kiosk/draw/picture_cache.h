/* The picture cache: decoded files and the sizes made of them, within a budget. Not locked. */
#ifndef DRAW_PICTURE_CACHE_H
#define DRAW_PICTURE_CACHE_H

#include "base/list.h"
#include "draw/picture.h"

#include <stdint.h>

/* A picture file, decoded. */
struct picture_source {
    struct picture_source *next;
    char *path;
    struct picture picture;
    bool failed;
    bool forgotten;
    int users; /* that read it outside the lock */
    uint64_t used;
};

enum picture_state {
    PICTURE_WANTED, /* no picture yet */
    PICTURE_ROUGH,  /* one made from another size; a crisp one is on its way */
    PICTURE_READY,
    PICTURE_FAILED,
};

/* A picture at one size. */
struct picture_entry {
    struct picture_entry *next;
    char *path;
    struct rect part;
    int width, height;
    uint64_t key;
    enum picture_state state;
    SDL_Surface *surface;
    int file_width, file_height; /* of the whole picture as it is shown; 0 until it is known */
    uint64_t generation;         /* changes with the surface */
    uint64_t used;               /* the frame that last asked */
    bool asked;                  /* by somebody who got no crisp picture */
    bool ahead;                  /* by a frame that does not show it yet */
    bool busy;                   /* the worker has it */
    bool forgotten;
};

/* Zero-initialised it is empty and valid. */
struct picture_cache {
    struct picture_entry *entries;
    struct picture_source *sources;
    LIST(SDL_Surface *) replaced; /* that a frame may still hold; they go when it ends */
    uint64_t frame, generation;
};

/* Frees everything in it; it is empty and valid again. */
void picture_cache_finish(struct picture_cache *cache);

/* The entry of these arguments, made if there is none. Marks it as used in this frame. */
struct picture_entry *picture_cache_entry(struct picture_cache *cache, const char *path,
                                          struct rect part, int width, int height);

/* The decoded file, or NULL. */
struct picture_source *picture_cache_source(const struct picture_cache *cache, const char *path);

/* A place for a file that is about to be decoded. */
struct picture_source *picture_cache_add_source(struct picture_cache *cache, const char *path);

/* A finished entry of the same file with all of it in, the largest there is, or NULL. */
const struct picture_entry *picture_cache_relative(const struct picture_cache *cache,
                                                   const struct picture_entry *entry);

/* What is wanted most, the newest wish, or NULL. */
struct picture_entry *picture_cache_next_job(const struct picture_cache *cache);

/* Gives an entry its surface; the one before stays valid until the frame ends. */
void picture_cache_put(struct picture_cache *cache, struct picture_entry *entry,
                       SDL_Surface *surface, enum picture_state state);

/* No entry or source of now is found again; they go when the frame ends. */
void picture_cache_forget(struct picture_cache *cache);

/* Frees what was replaced or forgotten, wishes that nobody repeated, and what is over `budget`
   bytes, the longest unused first; nothing that this frame used. Begins the next frame. */
void picture_cache_frame_end(struct picture_cache *cache, size_t budget);

#endif
