/* Countdowns: a line of dots that grows shorter as the time runs down. */
#ifndef SCENE_COUNTDOWN_H
#define SCENE_COUNTDOWN_H

#include "scene/scene.h"

/* Draws what is left at `now` of a span that ends at `end` and was `span` long: the line starts at
   x, is `width` long while all the time is there, and its middle is at y. A dot goes out at a
   time, at most two a second, and the frame wakes for the next one. */
void piece_countdown(struct scene *scene, struct scene_frame *frame, float x, float y, float width,
                     millis end, millis span);

#endif
