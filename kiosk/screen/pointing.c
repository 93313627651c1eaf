/* Pointing undoes what the touch driver and the panel's rotation do to a place. */
#include "screen/pointing.h"

static struct point on_panel(const struct settings_touch *touch, struct point reported) {
    struct point place = reported;
    if (touch->swap) {
        place = (struct point){reported.y, reported.x};
    }
    if (touch->mirror_x) {
        place.x = 1 - place.x;
    }
    if (touch->mirror_y) {
        place.y = 1 - place.y;
    }
    return place;
}

struct point pointing_place(const struct settings_touch *touch, int rotation,
                            struct point reported) {
    struct point panel = on_panel(touch, reported);
    switch (rotation) {
    case ROTATION_90:
        return (struct point){panel.y, 1 - panel.x};
    case ROTATION_180:
        return (struct point){1 - panel.x, 1 - panel.y};
    case ROTATION_270:
        return (struct point){1 - panel.y, panel.x};
    default:
        return panel;
    }
}
