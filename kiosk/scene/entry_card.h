/* Entry cards: what a zone or a scene is, to be chosen. */
#ifndef SCENE_ENTRY_CARD_H
#define SCENE_ENTRY_CARD_H

#include "scene/pieces.h"

/* A zone or a scene, and how its card shows it. */
struct entry_card {
    const struct hall_zone *zone;   /* of a zone's card; else NULL */
    const struct hall_scene *entry; /* of a scene's card; else NULL */
    bool beside;                    /* the picture stands at the left of the words, not above */
    bool compact;                   /* a smaller title, and a note of one word */
    int lines;                      /* of its sentence at most; 0 leaves the sentence out */
    float picture; /* the room for the picture: its height; if beside its width, 0 for none */
};

/* The id that a touch leads to. */
const char *entry_card_id(const struct entry_card *card);

/* How high its words stand in a card `width` wide, padding included. */
float entry_card_words_height(struct scene *scene, const struct entry_card *card, float width);

/* Draws the card and registers it. */
void entry_card_draw(struct scene *scene, struct scene_frame *frame, struct element_id id,
                     const struct entry_card *card, struct rect rect);

#endif
