/* Inscriptions: words that stand in a picture, in the visitor's language and as large as it is. */
#ifndef SCENE_INSCRIPTIONS_H
#define SCENE_INSCRIPTIONS_H

#include "scene/pieces.h"

enum { INSCRIPTIONS_MOST = 40 };

struct inscription {
    struct rect at; /* fractions of the picture; the lines fill its height */
    struct text words;
    int look;
    int layer; /* of the pictures that lie over each other, the first is 1; 0: in all of them */
};

/* The rows of a list of struct inscription, for a kind's table. */
extern const struct schema inscription_schema;

/* Draws those of a layer onto a picture of which all would fill `whole`; what lies outside is for
   the caller to clip. */
void inscriptions_draw(struct scene *scene, struct scene_frame *frame, const struct items *list,
                       int layer, struct rect whole);

#endif
