/* Damage: which rectangles of the screen differ from the frame before. */
#ifndef SCREEN_DAMAGE_H
#define SCREEN_DAMAGE_H

#include "base/list.h"
#include "screen/frame.h"

enum { DAMAGE_RECTS = 24 };

/* What is remembered of an item that is on the screen. */
struct trace {
    uint64_t hash;
    SDL_Rect seen;
};

struct damage {
    LIST(struct trace) shown; /* the items of the last frame, lowest first */
    LIST(struct trace) next;
    int width, height;
    bool whole; /* the next frame is drawn whole */
    SDL_Rect rects[DAMAGE_RECTS];
    int count;
};

void damage_finish(struct damage *damage);

/* Finds the rectangles in which `frame` differs from the last frame given, and remembers it. They
   may overlap. False if there are none. */
bool damage_find(struct damage *damage, const struct frame *frame);

/* The same for a picture of that size which is made of the frame's items from `first` to `end`. */
bool damage_find_part(struct damage *damage, const struct frame *frame, size_t first, size_t end,
                      int width, int height);

/* Whether most of those items are the remembered ones, so that little of the picture differs. */
bool damage_is_little(const struct damage *damage, const struct frame *frame, size_t first,
                      size_t end);

#endif
