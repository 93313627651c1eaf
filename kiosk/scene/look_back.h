/* Looking back: the turning points of a visit, one below the other, joined where they lie. */
#ifndef SCENE_LOOK_BACK_H
#define SCENE_LOOK_BACK_H

#include "scene/pieces.h"

/* What was done, and what there is to say of it. */
struct turning_point {
    const char *done, *why;
    bool good;
};

/* Draws them from (column.x, y) down in the column's width; returns the y below. */
float look_back_draw(struct scene *scene, struct scene_frame *frame,
                     const struct turning_point *points, int count, struct rect column, float y);

#endif
