/* The strip: all pictures of a gallery small, the present one marked, each a way to it. */
#ifndef SCENE_STRIP_H
#define SCENE_STRIP_H

#include "scene/pieces.h"

/* How it stands; columns 0: there is no room for it. */
struct strip {
    int columns;
    float cell; /* how wide one is; all are 16:9 */
    float height;
};

/* The largest that fits into the room, in rows of three or more with every cell larger than a
   finger. Fewer than three pictures need none. */
struct strip strip_fit(const struct scene *scene, int count, float width, float room);

/* Draws it down from `from`; picture `at` (the first is 0) is the present one. Each is an element
   ("thumbnail", number), the first is 1. */
void strip_draw(struct scene *scene, struct scene_frame *frame, const struct strip *strip,
                const struct asset *const *pictures, const char *const *titles, int count, int at,
                struct point from);

#endif
