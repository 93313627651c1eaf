/* Zoom: a picture in a window, looked at closer with two fingers, a double tap or a button. */
#ifndef SCENE_ZOOM_H
#define SCENE_ZOOM_H

#include "base/clock.h"
#include "base/geometry.h"

#include <stdbool.h>

#define ZOOM_MOST 6.0F /* times as large as the whole picture in its window, at most */

/* Where the picture is looked at. Plain state, for a scene's own; zeroed it shows all of it. */
struct zoom {
    float scale;         /* 1 … ZOOM_MOST; 0 is 1 */
    struct point centre; /* of the window, in fractions of the picture */
    struct rect window;  /* on the screen, logical pixels, as last told */
    float width, height; /* of the picture */
    struct {             /* a movement of its own, under way until `start` + `span` */
        float from, to;
        struct point from_centre, to_centre;
        millis start, span;
    } glide;
    struct point speed; /* of the inertia after a drag, logical pixels a second */
    struct point coast; /* the centre when the finger left */
    millis released;    /* when it left, 0 while nothing coasts */
};

/* Tells the window and the picture's shape, before anything else and whenever they change. */
void zoom_window(struct zoom *zoom, struct rect window, float width, float height);

/* All of the picture, at once. */
void zoom_reset(struct zoom *zoom);

/* Whether more than the whole picture's size is shown. */
bool zoom_is_close(const struct zoom *zoom);

/* Larger or smaller about a point of the screen, which keeps its place; at once (a pinch). */
void zoom_about(struct zoom *zoom, float factor, float x, float y);

/* Moves the picture by so many logical pixels, not beyond its edges; at once (a drag). */
void zoom_pan(struct zoom *zoom, float dx, float dy);

/* Lets it coast after a drag with the finger's last speed. */
void zoom_release(struct zoom *zoom, float vx, float vy, millis now);

/* Movements of 280 ms, ease-out: to a scale about a point of the screen; a point of the screen to
   the middle; a part (in fractions) to fill the window; back to all of it. */
void zoom_glide_about(struct zoom *zoom, float scale, float x, float y, millis now);
void zoom_glide_centre(struct zoom *zoom, float x, float y, millis now);
void zoom_glide_part(struct zoom *zoom, struct rect part, millis now);
void zoom_glide_whole(struct zoom *zoom, millis now);

/* The same to the next windowful (1) or the one before (-1), row by row, as one reads a page. */
void zoom_glide_page(struct zoom *zoom, int direction, millis now);

/* Lets time pass; true while something still moves. */
bool zoom_tick(struct zoom *zoom, millis now);

/* What is seen: `*part` (fractions of the picture) fills `*place` (on the screen). */
void zoom_shown(const struct zoom *zoom, struct rect *part, struct rect *place);

/* Where on the screen a part of the picture lies, seen or not. */
struct rect zoom_place(const struct zoom *zoom, struct rect part);

#endif
