/* What stands beside words: a picture with its caption, large figures, or both. */
#ifndef SCENE_SIDE_H
#define SCENE_SIDE_H

#include "scene/pieces.h"

struct side {
    const struct asset *picture; /* NULL for none */
    const char *caption;         /* "" for none */
    const struct figure *figures;
    int figure_count;
    float figures_most; /* how high figures under a picture are at most; 0: no limit */
    /* Filled by side_fit. */
    struct rect picture_room;
    struct figures_plan plan;
    float width, height; /* height 0: there is nothing */
};

/* Divides a room between picture and figures: under a picture figures stand in a row, alone they
   stand one below the other. Higher than the room only where the least sizes are. */
void side_fit(struct side *side, struct scene *scene, float width, float height);

void side_draw(const struct side *side, struct scene *scene, struct scene_frame *frame, float x,
               float y);

#endif
