/* Activities: a heading, a board of cards, and a panel where it is said what to do and why. */
#ifndef SCENE_ACTIVITY_H
#define SCENE_ACTIVITY_H

#include "scene/pieces.h"

/* Where they lie on this screen. */
struct activity {
    bool below; /* the panel lies below the board; else beside it */
    const char *title, *lead;
    float header; /* how high these two are */
    struct rect window, panel;
};

/* Whether the panel lies below: on upright screens. */
bool activity_is_below(const struct scene *scene);

/* How wide the board is. */
float activity_width(const struct scene *scene);

/* How high a panel below is at most. */
float activity_panel_most(const struct scene *scene);

/* Divides the metrics' content; large type leaves the lead out. `panel` is the height of a panel
   below. */
struct activity activity_fit(struct scene *scene, const struct text *lead, float panel);

/* Draws the heading, and returns the y at which a board of this height begins. One that is higher
   than the window scrolls under the element `id`, above a panel together with the heading. */
float activity_begin(const struct activity *activity, struct scene *scene,
                     struct scene_frame *frame, struct scroll *scroll, struct element_id id,
                     float height);
void activity_end(const struct activity *activity, struct scene *scene, struct scene_frame *frame,
                  struct scroll *scroll, float height);

/* Where an activity with one large picture has it, and what lies about it. */
struct activity_picture {
    struct rect picture, panel;
    struct point row; /* the upper left corner of a row of buttons */
};

/* Divides what is left below the heading: a picture of this shape as large as it can be, a panel,
   and a row of buttons of this size (its height with the gap below; 0 for none) below the picture.
   With `above` the row stands above the panel in landscape, where that lets the picture be larger.
 */
struct activity_picture activity_picture_fit(struct scene *scene, const struct text *lead,
                                             const struct asset *shape, struct point row,
                                             bool above);

/* Draws the heading. */
void activity_heading(struct scene *scene, struct scene_frame *frame, const struct text *lead);

#endif
