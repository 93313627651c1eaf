/* Bakes: shapes, runs of text and round pictures, made once and drawn by both executors. */
#ifndef SCREEN_RASTER_H
#define SCREEN_RASTER_H

#include "base/list.h"
#include "draw/fonts.h"
#include "screen/shelf.h"

#include <pixman.h>
#include <stdbool.h>

#include <SDL_rect.h>

/* Rows. A line is baked in strips, so that it has few pixels beside it. */
enum { BAKE_STRIP = 32 };

/* Pixels that a draw list's command comes to. Shapes and text are coverage (8 bits a pixel, to be
   drawn in a colour), pictures premultiplied ARGB8888. Where a shape is longer than its bake, the
   bake's middle is repeated between its corners. Empty (image NULL) where nothing is to be seen. */
struct bake {
    struct shelf_entry entry;
    int width, height;
    int left, top;    /* from the shape's origin to the bake's upper left pixel */
    int corner;       /* pixels of each side that are not repeated */
    bool centre_full; /* the repeated centre is all covered; otherwise nothing of it is */
    bool edges_full;  /* so are the edges between the corners */
    int *strips;      /* of a slanted line: how far right each BAKE_STRIP rows go; else NULL */
    int extent;       /* how wide the shape is: the bake's width, unless there are strips */
    void *pixels;
    int pitch;             /* bytes a row */
    pixman_image_t *image; /* the same pixels: PIXMAN_a8, or PIXMAN_a8r8g8b8 for pictures */
};

struct raster {
    struct fonts *fonts;
    struct shelf bakes;
    struct shelf
        lines;     /* kept apart, as long as frames show them: those that move never come again */
    uint64_t runs; /* of text rendered since the start */
};

void raster_init(struct raster *raster, struct fonts *fonts);
void raster_finish(struct raster *raster);

/* Once a frame, whose size in pixels is told: drops what was unused for longest and is more than
   such screens want. Bakes are valid until then. */
void raster_frame_end(struct raster *raster, size_t pixels);

/* A filled round rectangle, and its outline `stroke` wide inside of it. All in pixels. */
const struct bake *raster_round(struct raster *raster, int width, int height, float radius);
const struct bake *raster_ring(struct raster *raster, int width, int height, float radius,
                               int stroke);

/* The blurred round rectangle: a Gaussian of half of `blur` as standard deviation, as CSS has it,
   by three box blurs (Filter Effects Module Level 1, feGaussianBlur). */
const struct bake *raster_shadow(struct raster *raster, int width, int height, float radius,
                                 float blur);
/* How far the shadow reaches beyond its rectangle. */
int raster_shadow_reach(float blur);

/* A line with round ends from the origin to (dx, dy), the origin `fraction` from a pixel's
   upper left corner. Covered is what is nearer than half of the width, and of the pixels on the
   edge as much as they are nearer, which differs from their true share by less than can be seen. */
const struct bake *raster_line(struct raster *raster, SDL_FPoint fraction, float dx, float dy,
                               float width);

/* A run of text; its origin is the left end of the baseline. */
const struct bake *raster_run(struct raster *raster, enum font_face face, float size,
                              const char *words);

/* A picture with its corners cut round; `key` names the picture. */
const struct bake *raster_round_picture(struct raster *raster, const SDL_Surface *picture,
                                        uint64_t key, float radius);

/* A rectangle of a bake and where it goes; or, when `full`, a rectangle that is all covered. */
struct piece {
    SDL_Rect from;
    int x, y;
    bool full;
};

struct pieces {
    LIST(struct piece) list;
};

/* The part of `place` that is all covered; false if there is none for certain. */
bool bake_centre(const struct bake *bake, SDL_Rect place, SDL_Rect *centre);

/* Fills `pieces` with what to draw so that the bake fills `place`, as far as `seen` shows it. */
void bake_pieces(const struct bake *bake, SDL_Rect place, SDL_Rect seen, struct pieces *pieces);

#endif
