/* Details: the numbered places of a picture that is looked at closely. */
#ifndef SCENE_DETAILS_H
#define SCENE_DETAILS_H

#include "scene/pieces.h"
#include "scene/zoom.h"

enum { DETAILS_MOST = 8 };

/* A place of the picture, in fractions of it, and what is read there. */
struct detail {
    struct rect at;
    const char *label;
};

/* Draws the numbers of those places that are seen, 1 for the first, and a frame about the one that
   is `lit` (0 for none). Each is an element ("place", number). The numbers keep apart by a finger's
   width and stay inside the zoom's window: each is as near to its place's corner as that lets it
   be. */
void details_draw(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
                  const struct detail *details, int count, int lit);

#endif
