/* A picture: decoded pixels, or a drawing that is rendered at any size. */
#ifndef DRAW_PICTURE_H
#define DRAW_PICTURE_H

#include "base/geometry.h"
#include "draw/drawing.h"

#include <stdbool.h>
#include <stddef.h>

#include <SDL_surface.h>

struct picture {
    int width, height;       /* as shown; a drawing's nominal size */
    SDL_Surface *pixels;     /* premultiplied ARGB8888; NULL for a drawing */
    struct drawing *drawing; /* NULL for pixels */
};

/* Decodes the file. False, with nothing to finish, if it cannot be; `*empty` (may be NULL) then
   says whether it has no byte at all. Any thread. */
bool picture_load(struct picture *picture, const char *path, bool *empty);

/* Frees what it holds; zeroed again it may be finished twice. */
void picture_finish(struct picture *picture);

/* Returns all of the picture (or `part`, in fractions, unless part.w == 0) as width × height
   pixels, premultiplied ARGB8888, for SDL_FreeSurface; NULL if memory or the drawing fails. One
   thread at a time for a drawing. */
SDL_Surface *picture_scaled(const struct picture *picture, struct rect part, int width, int height);

/* The same from pixels alone: halved with a box filter while they are twice as large, then scaled
   at exact fractions, so that a zoom does not jump from pixel to pixel. `fine` filters what is
   still reduced, which takes ten times as long as the bilinear filter without. */
SDL_Surface *pixels_scaled(const SDL_Surface *pixels, struct rect part, int width, int height,
                           bool fine);

/* Bytes of a surface's pixels. */
size_t surface_bytes(const SDL_Surface *surface);

#endif
