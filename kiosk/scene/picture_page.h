/* Picture pages: one large picture, what is said of it, and a row of buttons below it. */
#ifndef SCENE_PICTURE_PAGE_H
#define SCENE_PICTURE_PAGE_H

#include "scene/icon_button.h"

enum { PICTURE_PAGE_BUTTONS = 4 };

/* Where everything goes: in landscape the words stand beside the picture, which has all of the
   height; upright titles that
   are not too long have their own room above and the rest stands below. The same for all pictures,
   so that nothing jumps from one to the next. */
struct picture_page {
    struct rect picture, words;
    float side;                /* of a round button */
    bool titled;               /* the title stands above the picture; else it is one of the words */
    enum type_role title_role; /* then: how large, so that the longest title has its room */
};

/* Finds the places for `count` pictures with their titles. */
struct picture_page picture_page_fit(struct scene *scene, const struct asset *const *pictures,
                                     const char *const *titles, int count);

/* Draws `where` (which of the pictures it is) and, if the page is titled, the title. Returns the y
   at which the other words begin. */
float picture_page_heading(struct scene *scene, struct scene_frame *frame,
                           const struct picture_page *page, const char *where, const char *title);

/* Draws two buttons at each end of the row below the picture, and between them the progress. */
void picture_page_buttons(struct scene *scene, struct scene_frame *frame,
                          const struct picture_page *page,
                          const struct icon_button buttons[PICTURE_PAGE_BUTTONS], int at,
                          int count);

#endif
