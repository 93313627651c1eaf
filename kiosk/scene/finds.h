/* Finds: the rings on a picture about what was found, where to look, and where nothing was. */
#ifndef SCENE_FINDS_H
#define SCENE_FINDS_H

#include "scene/pieces.h"
#include "scene/zoom.h"

/* Not found yet, found by the visitor, or shown. */
enum find_look { FIND_OPEN, FIND_OWN, FIND_SHOWN };

/* One of the things to find. */
struct find_row {
    const char *label;
    enum find_look look;
};

/* A list of all at the foot of a room, the names of those that are known beside their dots. Nothing
   where the room is too low. */
void finds_list_draw(struct scene *scene, struct scene_frame *frame, const struct find_row *rows,
                     int count, struct rect room);

/* All places are fractions of the picture that `zoom` shows; the caller clips. */

/* A ring about a thing that is known; `told` is the one that is read of. */
void find_draw(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
               struct rect at, enum find_look look, bool told);

/* A wide ring about the place where something has not been found for long. */
void find_draw_hint(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
                    struct rect at);

/* A sign where somebody tapped in vain at `since`, for a moment. */
void find_draw_miss(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
                    struct point at, millis since);

#endif
