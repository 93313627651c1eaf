/* Reach: what can be touched stays where somebody in a wheelchair, or a child, can touch it. */
#include "stage/inside.h"

#include <math.h>

/* Millimetres above the floor: ADA 308, and the ISO 21542 that agrees with it. */
static const float LOWEST = 380;
static const float HIGHEST = 1220;

static const float RAISED_AT_MOST = 0.3F; /* of the screen's height */
static const float LOWERED_AT_MOST = 0.5F;
static const float TOLERANCE = 8; /* logical pixels */

/* 0 where it is not known: then nothing is taken to be out of reach. */
static float pixel_size(const struct metrics *metrics, const struct settings_panel *panel) {
    return panel->diagonal > 0 ? metrics_pixel(panel, metrics->width, metrics->height) : 0;
}

/* Logical pixels of the screen's upper part that are out of reach. */
static float too_high(const struct metrics *metrics, const struct settings_panel *panel) {
    float pixel = pixel_size(metrics, panel);
    float above = pixel > 0 ? metrics->height - (HIGHEST - panel->height) / pixel : 0;
    return above > TOLERANCE ? above : 0;
}

static float too_low(const struct metrics *metrics, const struct settings_panel *panel) {
    float pixel = pixel_size(metrics, panel);
    float below = pixel > 0 && panel->height > 0 ? (LOWEST - panel->height) / pixel : 0;
    return below > TOLERANCE ? below : 0;
}

bool reach_is_needed(const struct metrics *metrics, const struct settings_panel *panel) {
    return too_high(metrics, panel) > 0;
}

void reach_apply(struct metrics *metrics, const struct settings_panel *panel, bool low) {
    float up = fminf(too_low(metrics, panel), metrics->height * RAISED_AT_MOST);
    metrics->bar.y -= up;
    metrics->area.h -= up;
    metrics->content.h -= up;
    if (low) {
        float down = fminf(too_high(metrics, panel), metrics->height * LOWERED_AT_MOST);
        metrics->area.y += down;
        metrics->area.h -= down;
        metrics->content.y += down;
        metrics->content.h -= down;
    }
}
