/* Viewers: a picture that is searched with taps, a lens and a zoom, by finger or by key. */
#ifndef SCENE_VIEWER_H
#define SCENE_VIEWER_H

#include "scene/lens.h"
#include "scene/zoom.h"

/* Part of a scene's state. */
struct viewer {
    struct zoom zoom;
    struct lens lens;
    struct rect picture; /* all of it, on the screen, as last placed */
    bool beam;           /* the lens is always out: something is seen only in it */
};

/* All of the picture, the lens put away. */
void viewer_init(struct viewer *viewer);

/* Another layer is looked at: with `beam` the lens lies in its middle, else it is put away; the
   zoom stays. */
void viewer_beam(struct viewer *viewer, bool beam);

/* Shows a place, in fractions of the picture: all of the picture, a beam on it, no glass over it.
 */
void viewer_show(struct viewer *viewer, struct point at, millis now);

/* Tells the window and the picture's shape, and lets time pass, before each drawing. True while
   something still moves. */
bool viewer_place(struct viewer *viewer, struct rect window, const struct asset *picture,
                  millis now);

/* What somebody pointed at. */
struct viewer_claim {
    bool made;
    struct rect around; /* in fractions of the picture: its middle, and how far beside counts too */
};

/* Takes the gestures of the picture's element, a ROLE_SLIDER that takes taps, drags and pinches:
   one finger moves the lens, or a picture that is close; two bring it closer; arrow keys move the
   lens from place to place, and a key's tap points at all that it shows. */
struct viewer_claim viewer_gesture(struct viewer *viewer, const struct gesture *gesture,
                                   millis now);

/* Takes the lens out over all of the picture, or from place to place: to the next (1) or the one
   before (-1). */
void viewer_step(struct viewer *viewer, int direction);

/* Whether there is a lens to put away or a zoom to leave; viewer_back does both. */
bool viewer_is_inside(const struct viewer *viewer);
void viewer_back(struct viewer *viewer, millis now);

/* Where the lens is, while viewer->lens.out. */
struct lens_view viewer_lens(const struct viewer *viewer);

#endif
