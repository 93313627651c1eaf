/* Scores: how a round went, as dots that are joined where answers were right. */
#ifndef SCENE_SCORE_H
#define SCENE_SCORE_H

#include "scene/pieces.h"

/* Draws a ring for each of `count` answers, ticked where its bit of `right` is set, else crossed,
   in rows `width` wide, the first one's corner at (x, y); neighbours that were right are joined.
   Returns the height. */
float piece_score(struct scene *scene, struct scene_frame *frame, uint64_t right, int count,
                  float x, float y, float width);

#endif
