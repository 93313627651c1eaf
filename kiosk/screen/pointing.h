/* Pointing: where a finger on the panel is on the upright picture. */
#ifndef SCREEN_POINTING_H
#define SCREEN_POINTING_H

#include "base/geometry.h"
#include "content/settings.h"

/* `reported` is where the touch driver says the finger is, in fractions of the panel's width and
   height; the result is in fractions of the upright picture's. First the axes are swapped and
   mirrored as kiosk.conf says, which gives the place on the panel, then `rotation` (enum
   panel_rotation) is undone. */
struct point pointing_place(const struct settings_touch *touch, int rotation,
                            struct point reported);

#endif
