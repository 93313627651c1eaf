/* What leads on: a card with what comes after this scene, for every scene's end. */
#ifndef SCENE_LEADS_ON_H
#define SCENE_LEADS_ON_H

#include "scene/pieces.h"

/* Draws the card `width` wide with its upper left corner at (x, y): the next scene's picture and
   title, or, after a zone's last scene, the zone's emblem and name. A tap on it is for the kind to
   answer with MOVE_NEXT. Returns the card's height. */
float piece_leads_on(struct scene *scene, struct scene_frame *frame, struct element_id id, float x,
                     float y, float width);

/* How high piece_leads_on would make it. */
float piece_leads_on_height(struct scene *scene, float width);

#endif
