/* Choices: answers as cards in a grid, in words or pictures, and what became of them. */
#ifndef SCENE_CHOICE_H
#define SCENE_CHOICE_H

#include "scene/node.h"

enum { CHOICES_MOST = 6 };

struct choice_card {
    struct element_id id;
    const char *words;           /* may be empty beside a picture */
    const struct asset *picture; /* NULL: none */
    enum node_look state;
    const char *tag; /* a word on the card's edge that says what became of it, or NULL */
};

/* How cards stand in a room: columns, the type of their words, rows and their heights. */
struct choice_grid {
    int columns, rows;
    enum type_role role;
    bool tight; /* less air about the words */
    bool usual; /* nothing had to give: columns, type and air */
    float card_width;
    bool pictures;
    float picture; /* the height of pictures above the words, 0 for none */
    float side;    /* the width of pictures beside the words, 0 for none */
    float heights[CHOICES_MOST];
    float height; /* of all of it */
};

/* Finds the grid of `count` cards (at most CHOICES_MOST) that suits a room: the usual columns and
   size of type if they fit in `height`, else whatever fits best. With `like` (NULL: none) columns
   and pictures keep that grid's number, place and size. */
struct choice_grid choice_grid_fit(struct scene *scene, const struct choice_card *cards, int count,
                                   const struct choice_grid *like, float width, float height);

/* Lets rows without pictures above their words grow into the height there is: air, but still
   cards. */
void choice_grid_grow(struct choice_grid *grid, float height);

/* Draws and registers them, the first one's corner at (x, y). `places` gets each card's rectangle,
   `nodes` the middle of the ring at its words. */
void choice_grid_draw(struct scene *scene, struct scene_frame *frame,
                      const struct choice_grid *grid, const struct choice_card *cards, int count,
                      float x, float y, struct rect *places, struct point *nodes);

#endif
