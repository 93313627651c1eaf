/* Verdicts: the panel that says how an answer was, why, and leads on. */
#ifndef SCENE_VERDICT_H
#define SCENE_VERDICT_H

#include "scene/pieces.h"

enum verdict_type { VERDICT_RIGHT, VERDICT_WRONG, VERDICT_TIME_UP };

struct verdict {
    enum verdict_type type;
    const char *heading; /* the word that goes with the shape */
    const char *why;
    const char *button;                  /* NULL: none */
    struct element_id button_id, why_id; /* why_id: of the words when they scroll */
    struct scroll *scroll;               /* for why; the scene's state */
};

/* How the panel lies: found once, so that the room above it is known before it is drawn. */
struct verdict_layout {
    const struct text_block *heading, *why;
    float width, height, why_height; /* of the panel, and of what is seen of why */
    float why_x, why_y, why_width;   /* from the panel's corner */
    float below;                     /* between why and the panel's lower edge */
    float node;                      /* the node's radius */
    struct point button;             /* its size */
    bool button_above;               /* it stands beside the heading, not at the bottom */
};

/* Lays the panel out in a width: the usual way if that is no higher than `wanted`, else the lowest,
   and never higher than `most` (longer words scroll). */
struct verdict_layout verdict_fit(struct scene *scene, const struct verdict *verdict, float width,
                                  float wanted, float most);

/* Draws it with its upper left corner at (x, y); returns the middle of its tick or cross, where a
   thread from the right answer can end. */
struct point verdict_draw(struct scene *scene, struct scene_frame *frame,
                          const struct verdict *verdict, const struct verdict_layout *layout,
                          float x, float y);

#endif
