/* Scores: how a round went, as dots that are joined where answers were right. */
#ifndef SCENE_SCORE_H
#define SCENE_SCORE_H

#include "scene/pieces.h"
#include "scene/round.h"

/* Draws a ring for every question of the round, ticked or crossed, in rows `width` wide, the first
   one's corner at (x, y); neighbours that were right are joined. Returns the height. */
float piece_score(struct scene *scene, struct scene_frame *frame, const struct round *round,
                  float x, float y, float width);

#endif
