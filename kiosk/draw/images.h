/* The pictures: decoded and scaled on a worker, kept within a bound of memory. */
#ifndef DRAW_IMAGES_H
#define DRAW_IMAGES_H

#include "content/probe.h"

#include <stdbool.h>
#include <stdint.h>

#include <SDL_surface.h>

struct images;

/* `budget` is the bytes of decoded and scaled pictures kept beside those in use. With `wait`,
   images_get blocks until a picture is there (for kiosk shots); without, it never does. */
struct images *images_create(size_t budget, bool wait);

/* Waits for the picture that is being decoded, if there is one. Takes NULL. */
void images_destroy(struct images *images);

/* Calls `ready(self)` from the worker whenever a picture arrived that images_get had not had. */
void images_on_ready(struct images *images, void (*ready)(void *self), void *self);

/* The picture at `path` with all of it (or `part`, in fractions, unless part.w == 0) scaled to
   exactly width × height physical pixels, premultiplied ARGB8888. NULL while it is being decoded
   or when it cannot be. `*generation` (may be NULL) changes when the answer does. The surface is
   valid until images_frame_end. The executors' thread only. */
const SDL_Surface *images_get(struct images *images, const char *path, struct rect part, int width,
                              int height, uint64_t *generation);

/* The same of a picture that is not to be seen yet: the worker makes it after all that is. Not with
   `wait`: see images_wait. */
const SDL_Surface *images_get_ahead(struct images *images, const char *path, struct rect part,
                                    int width, int height, uint64_t *generation);

/* Whether pictures are waited for, so that none is ever made ahead. */
bool images_wait(const struct images *images);

/* The picture's own size (a vector picture's nominal one), which an executor needs to fit it into a
   rectangle. False, and decoding begins, while it is not known; false for ever when the file is no
   picture. Never blocks, except with `wait`. The executors' thread only. */
bool images_size(struct images *images, const char *path, int *width, int *height);

/* Waits until every picture that was asked for is there, for those who measure. */
void images_settle(struct images *images);

/* Forgets every picture, for changed files. */
void images_forget(struct images *images);

/* Lets the cache drop what is over its budget. Call once a frame. */
void images_frame_end(struct images *images);

/* Decodes once to answer whether `asset` is a picture; fills width and height. For struct probe;
   any thread. SVG, PNG, JPEG, WebP. */
enum probe_answer images_probe(struct asset *asset);

#endif
