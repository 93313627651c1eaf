/* Panels: the place beside or below an activity where it is said what to do, and why it was so. */
#ifndef SCENE_PANEL_H
#define SCENE_PANEL_H

#include "scene/paragraphs.h"
#include "scene/verdict.h"

/* The way on from a panel. */
struct panel_button {
    struct element_id id;
    const char *label;
    enum button_look look; /* zeroed: the primary one */
};

/* The ground of a panel, for a kind that draws on it itself. */
void panel_ground(struct scene *scene, struct scene_frame *frame, struct rect panel);

/* Words in a panel: what to do. A button (NULL: none) lies in its lower right. Where the two leave
   room, the scene's picture stands between. */
void panel_words(struct scene *scene, struct scene_frame *frame, const char *words,
                 const struct panel_button *button, struct rect panel);

/* How high that is at least. */
float panel_words_height(struct scene *scene, const char *words, const struct panel_button *button,
                         float width);

/* A verdict that takes all of the panel, with the picture likewise. */
void panel_verdict(struct scene *scene, struct scene_frame *frame, const struct verdict *verdict,
                   struct rect panel);

/* Something to read in a panel, which scrolls under `words_id` where it must, and a button.
   With `pictured` the scene's picture stands between them if there is room. */
void panel_reading(struct scene *scene, struct scene_frame *frame, const struct paragraph *said,
                   int count, struct scroll *scroll, struct element_id words_id,
                   const struct panel_button *button, bool pictured, struct rect panel);

#endif
