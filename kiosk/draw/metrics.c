/* Metrics: how large type and targets are on this panel, and where things go on this screen. */
#include "draw/theme.h"

#include <math.h>

static const float short_side = 1080;
static const float millimetres_per_inch = 25.4F;
static const float reference_pixel = 336.2F / 1080; /* mm: 27 inches, 16:9 */
static const float reference_distance = 600;        /* mm */
static const float largest_panel_scale = 2;
static const float largest_scale = 2.56F; /* panel and large mode together: beyond, no line fits */

static const float target_side = 15; /* mm, visitors.md */
static const float target_apart = 3; /* mm */
static const float bar_height = 96;
static const float rhythm = 8;
static const float large_top_margin = 64;

/* How much of the growth a role takes part in: what is large already grows less, so that a line
   still holds it, and every role stays larger than the next. */
static const float growth_share[TYPE_COUNT] = {
    [TYPE_FIGURE] = 0.1F, [TYPE_TITLE] = 0.4F, [TYPE_HEADING] = 0.8F,
    [TYPE_LEAD] = 1,      [TYPE_BODY] = 1,     [TYPE_LABEL] = 1,
};

static float clamp(float value, float low, float high) {
    return fminf(fmaxf(value, low), high);
}

static float round_up(float value, float step) {
    return ceilf(value / step) * step;
}

float metrics_pixel(const struct settings_panel *panel, float width, float height) {
    float diagonal = panel->diagonal > 0 ? panel->diagonal * millimetres_per_inch : 0;
    float size = diagonal * fminf(width, height) / hypotf(width, height) / short_side;
    return size > 0 ? size : reference_pixel;
}

static float panel_scale(const struct settings_panel *panel, float pixel) {
    float distance = panel->distance > 0 ? panel->distance : reference_distance;
    return clamp(distance / reference_distance * reference_pixel / pixel, 1, largest_panel_scale);
}

/* Large type in landscape needs the height more than the air. */
static float top_margin(const struct metrics *metrics) {
    return metrics->large ? fminf(metrics->margin, large_top_margin) : metrics->margin;
}

static void place_areas(struct metrics *metrics) {
    float top = top_margin(metrics);
    float bar = fmaxf(bar_height, round_up(metrics->target + 5 * rhythm, rhythm));
    metrics->bar = (struct rect){0, metrics->height - bar, metrics->width, bar};
    metrics->area = (struct rect){0, 0, metrics->width, metrics->height - bar};
    float below = metrics->gutter; /* the bar itself is air below the content */
    metrics->content = (struct rect){metrics->margin, top, metrics->area.w - 2 * metrics->margin,
                                     metrics->area.h - top - below};
}

void metrics_init(struct metrics *metrics, const struct theme *theme,
                  const struct settings_panel *panel, int width, int height, bool large,
                  bool contrast) {
    float shorter = (float)(width < height ? width : height);
    float scale = shorter > 0 ? shorter / short_side : 1;
    *metrics = (struct metrics){
        .width = (float)width / scale,
        .height = (float)height / scale,
        .upright = height > width,
        .large = large,
        .contrast = contrast,
        .margin = height > width ? 64 : 96,
        .gutter = 32,
    };
    float pixel = metrics_pixel(panel, metrics->width, metrics->height);
    metrics->type_scale = panel_scale(panel, pixel);
    if (large) {
        metrics->type_scale = fminf(metrics->type_scale * theme->large, largest_scale);
    }
    metrics->target = ceilf(fmaxf(target_side / pixel, large ? 60 : 44));
    metrics->target_gap = ceilf(target_apart / pixel);
    place_areas(metrics);
}

float metrics_type(const struct metrics *metrics, const struct theme *theme, enum type_role role) {
    const float sizes[TYPE_COUNT] = {
        [TYPE_FIGURE] = theme->type.figure,   [TYPE_TITLE] = theme->type.title,
        [TYPE_HEADING] = theme->type.heading, [TYPE_LEAD] = theme->type.lead,
        [TYPE_BODY] = theme->type.body,       [TYPE_LABEL] = theme->type.label,
    };
    return roundf(sizes[role] * (1 + (metrics->type_scale - 1) * growth_share[role]));
}

struct rect metrics_columns(const struct metrics *metrics, int first, int span) {
    int columns = metrics->upright ? 6 : 12;
    float gaps = (float)(columns - 1) * metrics->gutter;
    float column = (metrics->content.w - gaps) / (float)columns;
    float step = column + metrics->gutter;
    return (struct rect){metrics->content.x + (float)first * step, metrics->content.y,
                         (float)span * step - metrics->gutter, metrics->content.h};
}
