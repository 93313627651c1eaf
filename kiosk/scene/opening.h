/* Openings: the page that says what is coming, with one button that begins it, or two. */
#ifndef SCENE_OPENING_H
#define SCENE_OPENING_H

#include "scene/pieces.h"

struct opening {
    const char *kicker, *title, *lead; /* "" for none */
    const struct asset *picture;       /* large, beside the words or, upright, below; or NULL */
    const char *button;
    const char *second;                               /* another button beside it, or NULL */
    struct element_id button_id, second_id, words_id; /* words_id: of the words when they scroll */
};

/* One with the scene's title and picture; button and ids are for the kind to add. */
struct opening opening_of(const struct scene *scene, const char *kicker, const struct text *lead);

/* Fills the metrics' content. */
void opening_draw(struct scene *scene, struct scene_frame *frame, const struct opening *opening,
                  struct scroll *scroll);

#endif
