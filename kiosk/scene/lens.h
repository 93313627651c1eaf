/* The lens: a magnifier over a picture, which stands beside the finger that moves it. */
#ifndef SCENE_LENS_H
#define SCENE_LENS_H

#include "scene/pieces.h"

/* Plain state, for a scene's own; zeroed it is put away. */
struct lens {
    bool out;
    struct point at; /* what it shows the middle of, in fractions of the picture */
};

/* Where it is on the screen, and where a picture magnified behind it would lie. */
struct lens_view {
    struct rect place; /* of the glass */
    struct rect seen;  /* the part of the picture that it shows, on the screen */
    struct rect whole; /* of the magnified picture, which `place` shows a part of */
};

/* `picture` is where the whole picture lies on the screen, `window` what of the screen it has. */
struct lens_view lens_view(const struct lens *lens, struct rect picture, struct rect window);

/* Draws the ground of the glass and clips; the caller draws the magnified picture into
   `view->whole`, then ends. The frame about it goes over what was drawn, and so does the outline of
   what it shows. */
void lens_begin(struct scene *scene, struct scene_frame *frame, const struct lens_view *view);
void lens_end(struct scene *scene, struct scene_frame *frame, const struct lens_view *view);

/* The point of the picture, in fractions, that is seen in the glass at (x, y). */
struct point lens_point(const struct lens_view *view, float x, float y);

/* Moves it to the next place (1) or the one before (-1), row by row, as one reads a page. */
void lens_step(struct lens *lens, const struct lens_view *view, struct rect picture, int direction);

#endif
