/* Tiles: cards of one size with a few words, on a board where they are moved, joined or put. */
#ifndef SCENE_TILE_H
#define SCENE_TILE_H

#include "scene/node.h"

struct tile {
    struct element_id id;
    const char *words;
    const char *note;  /* a few quiet words below, what became of it; NULL for none */
    float left, right; /* what is kept free at its sides, for what the kind draws there */
    bool lit;          /* in the hand, or the one that is spoken of */
    unsigned flags;    /* enum element_flag, beside that of a tap */
};

/* How tiles stand: the type of their words, the air about them, and the height of each. */
struct tile_fit {
    enum type_role role;
    float padding, gap, height;
    bool fits; /* the rows, with the gaps, are no higher than the room */
};

/* The largest type in which the tiles stand in a room in `rows` rows, in columns of this width,
   each as high as the highest. */
struct tile_fit tile_fit(struct scene *scene, const struct tile *tiles, int count, int rows,
                         float width, float room);

/* How high so many rows are, with the gaps between them. */
float tile_fit_height(const struct tile_fit *fit, int rows);

/* How high each is where so many rows have more room than they need: larger, within reason, for
   there is to be air between them. */
float tile_grown(const struct tile_fit *fit, int rows, float room);

/* Draws and registers it in `rect`; returns the card as it is seen. */
struct rect tile_draw(struct scene *scene, struct scene_frame *frame, const struct tile *tile,
                      const struct tile_fit *fit, struct rect rect);

#endif
