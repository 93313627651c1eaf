/* What an executor is inside: the parts both share, and the few calls in which they differ. */
#ifndef SCREEN_OPERATIONS_H
#define SCREEN_OPERATIONS_H

#include "content/settings.h"
#include "screen/damage.h"
#include "screen/executor.h"
#include "screen/frame.h"
#include "screen/raster.h"

struct executor_operations {
    /* The size of the upright picture, as it is now. */
    void (*size)(struct executor *executor, int *width, int *height);
    /* Draws the frame where it is damaged. */
    void (*draw)(struct executor *executor);
    /* Draws the last frame again; NULL where its pixels are still there. */
    void (*repeat)(struct executor *executor);
    /* Gets ready what moving pages will need; NULL where that is nothing. */
    void (*expect)(struct executor *executor);
    /* Frees everything, the executor too. */
    void (*destroy)(struct executor *executor);
};

/* The first member of both executors. */
struct executor {
    const struct executor_operations *operations;
    struct executor_setup setup;
    struct raster raster;
    struct frame frame;
    struct damage damage;
    struct executor_counts counts;
    bool expects; /* see executor_expect */
};

void executor_init(struct executor *executor, const struct executor_operations *operations,
                   const struct executor_setup *setup);
void executor_finish(struct executor *executor);

/* Whether the list's upright picture lies on its side on the screen. */
static inline bool executor_is_turned(const struct executor *executor) {
    return executor->setup.rotation == ROTATION_90 || executor->setup.rotation == ROTATION_270;
}

/* A rectangle of the upright picture (of that size) where it is on the screen. */
SDL_Rect executor_turned(const struct executor *executor, SDL_Rect rect, int width, int height);

/* A colour with its alpha multiplied in, as both executors round it. */
static inline struct colour colour_premultiplied(struct colour colour) {
    unsigned a = colour.a;
    return (struct colour){(uint8_t)((colour.r * a + 127) / 255),
                           (uint8_t)((colour.g * a + 127) / 255),
                           (uint8_t)((colour.b * a + 127) / 255), colour.a};
}

#endif
