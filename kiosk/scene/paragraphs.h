/* Paragraphs: words of several sizes one below the other in a column, measured and drawn. */
#ifndef SCENE_PARAGRAPHS_H
#define SCENE_PARAGRAPHS_H

#include "scene/pieces.h"

struct paragraph {
    const char *words; /* "" is left out, with its gap */
    enum type_role role;
    struct colour colour;
};

/* How high they stand in a column of this width, logical pixels, the gap below the last included.
 */
float paragraphs_height(struct scene *scene, const struct paragraph *paragraphs, int count,
                        float width);

/* Draws them from (x, y) down and counts their reading time; returns the y below. */
float paragraphs_draw(struct scene *scene, struct scene_frame *frame,
                      const struct paragraph *paragraphs, int count, float x, float y, float width);

#endif
