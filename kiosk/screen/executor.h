/* Executors: two ways to draw a draw list, one picture. */
#ifndef SCREEN_EXECUTOR_H
#define SCREEN_EXECUTOR_H

#include "draw/fonts.h"
#include "draw/images.h"
#include "draw/list.h"

#include <stdbool.h>

#include <SDL.h>

/* One picture of a video as planes in shared memory, newest first asked for. */
struct video_picture {
    const uint8_t *planes[3]; /* I420 */
    int pitches[3];
    int width, height;             /* visible pixels of the planes */
    int shown_width, shown_height; /* with the pixel aspect applied */
    bool full_range, bt709;
    uint64_t serial; /* changes with every picture */
};

/* Where DRAW_VIDEO gets its picture. `take` fills the newest picture and holds its planes until
   `release`; false when there is none. */
struct video_source {
    bool (*take)(void *self, struct video_picture *picture);
    void (*release)(void *self);
    void *self;
};

/* What both executors are given. `scale` is physical pixels per logical pixel. */
struct executor_setup {
    struct fonts *fonts;
    struct images *images;
    const struct video_source *video; /* NULL: DRAW_VIDEO draws nothing */
    float scale;
    int rotation; /* enum panel_rotation: the list is drawn turned clockwise by it */
};

struct executor;

/* Draws into a software surface with dirty rectangles: only what differs from the frame drawn
   before is drawn again. The surface is the caller's and may be changed by executor_target. */
struct executor *executor_create_surface(const struct executor_setup *setup, SDL_Surface *surface);

/* Draws with SDL's renderer (a GPU). The renderer is the caller's. */
struct executor *executor_create_renderer(const struct executor_setup *setup,
                                          SDL_Renderer *renderer);

void executor_destroy(struct executor *executor);

/* Draws the list; returns false if nothing differed from the last frame and nothing was drawn.
   `dirty` (may be NULL) gets up to `*dirty_count` rectangles in physical pixels that changed. */
bool executor_draw(struct executor *executor, const struct draw_list *list, SDL_Rect *dirty,
                   int *dirty_count);

/* The surface of a surface executor was replaced: everything is drawn again. */
void executor_target(struct executor *executor, SDL_Surface *surface);

/* The next frame is drawn whole: pictures were forgotten, the window was exposed. */
void executor_invalidate(struct executor *executor);

/* Draws the last frame once more where its pixels are gone after they were presented, so that they
   can be read. */
void executor_repeat(struct executor *executor);

/* Pages will move soon: the memory that they are kept in is got ready on threads, once. */
void executor_expect(struct executor *executor);

/* Counts since creation, for the tests that count. */
struct executor_counts {
    uint64_t frames, unchanged, commands, glyph_runs, pixels;
};
struct executor_counts executor_counts(const struct executor *executor);

#endif
