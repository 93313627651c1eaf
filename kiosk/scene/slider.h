/* Sliders: a value on a line, set by a tap, a drag or the arrow keys. */
#ifndef SCENE_SLIDER_H
#define SCENE_SLIDER_H

#include "scene/scene.h"

struct slider {
    struct element_id id;
    const char *label; /* what is spoken */
    float value;       /* 0 … 1 */
};

/* Draws it along the middle of `rect`, `alpha` of it seen, and registers all of the rectangle. */
void slider_draw(struct scene *scene, struct scene_frame *frame, const struct slider *slider,
                 struct rect rect, float alpha);

/* The value that a finger at x means on a slider drawn in `rect`, 0 … 1. */
float slider_value_at(struct rect rect, float x);

#endif
