/* Round buttons that show an icon instead of words. */
#ifndef SCENE_ICON_BUTTON_H
#define SCENE_ICON_BUTTON_H

#include "scene/pieces.h"

struct icon_button {
    struct element_id id;
    const char *icon;  /* assets/icons/NAME.svg */
    const char *label; /* what is spoken */
    enum button_look look;
    unsigned flags; /* enum element_flag beside ELEMENT_TAP; a disabled one is drawn quietly */
};

/* The side of the square that the usual button takes: the smallest touch target, and never less
   than the bar's buttons look. */
float icon_button_side(const struct scene *scene);

/* Draws it `side` wide about `middle`, `alpha` of it seen, and registers it. */
void icon_button_draw(struct scene *scene, struct scene_frame *frame,
                      const struct icon_button *button, struct point middle, float side,
                      float alpha);

/* The same with its label for a face, where that fits into a width; else round with its icon. */
float labelled_button_height(struct scene *scene, const struct icon_button *button, float width);
void labelled_button_draw(struct scene *scene, struct scene_frame *frame,
                          const struct icon_button *button, float x, float y, float width);

#endif
