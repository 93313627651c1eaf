/* Layer rows: buttons in a row, or in two, of which one is chosen: what a picture can be seen as.
 */
#ifndef SCENE_LAYER_ROW_H
#define SCENE_LAYER_ROW_H

#include "scene/pieces.h"

enum { LAYER_ROW_MOST = 4 };

/* The buttons are the elements ("layer", number): `first` for the first label. */
struct layer_row {
    const char *const *labels; /* borrowed */
    int count, first;
    bool numbered; /* the labels are too long: numbers stand for them, from 1 */
    float room;    /* that it was fitted into */
    float width;
    float height; /* with the gap below; 0: there are not two to choose from */
};

/* How `count` buttons (at most LAYER_ROW_MOST) stand in a width. */
struct layer_row layer_row_fit(struct scene *scene, const char *const *labels, int count, int first,
                               float width);

/* Draws them with the upper left corner at (x, y); `chosen` is the number of the one that is. */
void layer_row_draw(struct scene *scene, struct scene_frame *frame, const struct layer_row *row,
                    int chosen, float x, float y);

/* The number of the button that was tapped, or 0. */
int layer_row_tap(const struct gesture *gesture);

#endif
