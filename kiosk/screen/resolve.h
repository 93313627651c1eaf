/* Working a frame out: what its parts (scopes, shapes, pictures) share. */
#ifndef SCREEN_RESOLVE_H
#define SCREEN_RESOLVE_H

#include "screen/frame.h"

enum { DEEPEST = 32 };

/* What is open while commands are walked: clips and layers nest. */
struct scope {
    enum draw_type type;
    SDL_Rect clip;     /* inside of it */
    int dx, dy;        /* from the list's pixels to the canvas's */
    size_t item;       /* a layer's: its item if it moved, else where its items begin */
    bool moved, whole; /* a layer's */
    bool ahead;        /* nothing of it is seen yet */
    SDL_Rect place;    /* a layer's */
};

struct resolver {
    struct frame *frame;
    const struct executor_setup *setup;
    struct raster *raster;
    struct scope scopes[DEEPEST]; /* the first is the whole canvas */
    int depth;
    int too_deep; /* scopes beyond the deepest: counted, not followed */
    bool asked_video;
};

/* What a type of command comes to. */
typedef void resolve_function(struct resolver *resolver, const struct draw_command *command);

static inline struct scope *resolver_scope(struct resolver *resolver) {
    return &resolver->scopes[resolver->depth];
}

/* Cut to a range; NaN becomes a number too. */
float snap_within(float value, float least, float most);

/* A logical length in physical pixels, cut to what an int can hold. */
float snap_length(const struct resolver *resolver, float length);
float snap_radius(const struct resolver *resolver, float radius);

/* The nearest whole pixel. */
int snap_pixel(float pixels);

/* A rectangle whose edges fall on whole pixels, so that neighbours touch. Not empty ones are at
   least `least` pixels wide and high. */
SDL_Rect snap_edges(struct resolver *resolver, struct rect rect, int least);

/* A rectangle of whole pixels whose size does not depend on where it is: what is round does not
   tremble when it moves. */
SDL_Rect snap_size(struct resolver *resolver, struct rect rect);

/* Whether any of it is inside the clips. */
bool resolver_sees(struct resolver *resolver, SDL_Rect place);

/* Adds an item (its `seen`, `core` and `hash` are worked out) unless nothing of it is seen. */
void resolver_add(struct resolver *resolver, const struct item *item);

resolve_function resolve_fill, resolve_stroke, resolve_shadow, resolve_line, resolve_text;
resolve_function resolve_image, resolve_video;

#endif
