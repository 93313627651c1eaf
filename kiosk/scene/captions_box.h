/* Captions: the words of a film in the exhibition's own type, on a box of their own. */
#ifndef SCENE_CAPTIONS_BOX_H
#define SCENE_CAPTIONS_BOX_H

#include "scene/scene.h"

/* Draws `words` on a box that hugs them, no wider than `width`, about `middle` and standing on
   `bottom`. Nothing for empty words. Returns the box's height. */
float captions_box_draw(struct scene *scene, struct scene_frame *frame, const char *words,
                        float middle, float bottom, float width);

#endif
