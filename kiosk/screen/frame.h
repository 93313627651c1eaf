/* Frames: a draw list worked out in whole pixels, ready to be drawn or compared. */
#ifndef SCREEN_FRAME_H
#define SCREEN_FRAME_H

#include "draw/list.h"
#include "screen/executor.h"
#include "screen/raster.h"
#include "screen/video_tiles.h"

#include <stdbool.h>

/* What there is to draw once a command is worked out: few looks, so that executors stay small. */
enum look {
    LOOK_FILL,     /* `place` in one colour */
    LOOK_COVERAGE, /* a bake in one colour */
    LOOK_MASK,     /* a picture's alpha in one colour */
    LOOK_PICTURE,  /* a picture, `opacity` opaque */
    LOOK_VIDEO,    /* the video's newest picture */
    LOOK_LAYER,    /* the `inside` items that follow, as one picture moved */
    LOOK_RESTING,  /* the items before it as one picture, if the executor still has it from when
                      they moved; nothing otherwise */
};

/* Premultiplied ARGB8888 pixels that are there until the frame ends. */
struct pixels {
    const void *at;
    int pitch, width, height;
    uint64_t key; /* changes when the pixels do */
};

struct item {
    enum look look;
    struct colour colour;
    uint8_t opacity;
    SDL_Rect place;          /* where all of it goes */
    SDL_Rect seen;           /* the part of `place` inside its clips */
    SDL_Rect core;           /* the part of `seen` that nothing below shows through; often none */
    const struct bake *bake; /* LOOK_COVERAGE */
    struct pixels picture;   /* LOOK_PICTURE, LOOK_MASK */
    size_t inside;           /* LOOK_LAYER */
    uint64_t content;        /* hash of how it looks, wherever it is; a layer's key */
    uint64_t hash;           /* of how it looks and where it is */
};

/* The items of a draw list, lowest first, in pixels of the upright picture. A layer's items follow
   it, placed in the layer's own picture. */
struct frame {
    int width, height;
    LIST(struct item) items;
    struct video_picture video;
    bool has_video;
    struct video_tiles tiles; /* of the last video picture that was held */
};

void frame_finish(struct frame *frame);

/* Works out `list` for a picture of that size. The video's picture is held if the list shows one:
   frame_release lets go of it. */
void frame_resolve(struct frame *frame, const struct draw_list *list,
                   const struct executor_setup *setup, struct raster *raster, int width,
                   int height);
void frame_release(struct frame *frame, const struct executor_setup *setup);

/* The item after this one and everything inside of it. */
static inline size_t item_after(const struct frame *frame, size_t index) {
    return index + 1 + frame->items.items[index].inside;
}

#endif
