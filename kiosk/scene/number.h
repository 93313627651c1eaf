/* Numbers in a ring: which detail of a picture, which step of several. */
#ifndef SCENE_NUMBER_H
#define SCENE_NUMBER_H

#include "scene/pieces.h"

/* The ring's radius in this scene's mode. */
float piece_number_radius(const struct scene *scene);

/* Draws the number about `middle`, filled with the zone's light when it is lit. */
void piece_number(struct scene *scene, struct scene_frame *frame, int number, struct point middle,
                  bool lit);

#endif
