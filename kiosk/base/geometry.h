/* Points, rectangles and colours: plain values that every room speaks of. */
#ifndef BASE_GEOMETRY_H
#define BASE_GEOMETRY_H

#include <stdbool.h>
#include <stdint.h>

/* Logical pixels (1080 on the screen's short side) unless said otherwise; y grows downwards. */
struct point {
    float x, y;
};

struct rect {
    float x, y, w, h;
};

struct colour {
    uint8_t r, g, b, a;
};

/* Whether the point lies inside; the right and the lower edge do not belong to it. */
static inline bool rect_contains(struct rect rect, float x, float y) {
    return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

/* Whether they share more than an edge. */
static inline bool rect_overlaps(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* Smaller by `by` on every side; a negative number grows it. */
static inline struct rect rect_inset(struct rect rect, float by) {
    return (struct rect){rect.x + by, rect.y + by, rect.w - 2 * by, rect.h - 2 * by};
}

static inline struct point rect_centre(struct rect rect) {
    return (struct point){rect.x + rect.w / 2, rect.y + rect.h / 2};
}

/* The same colour, `alpha` (0 … 1, clamped) times as opaque. */
static inline struct colour colour_with_alpha(struct colour colour, float alpha) {
    colour.a = (uint8_t)((float)colour.a * (alpha < 0 ? 0 : alpha > 1 ? 1 : alpha) + 0.5F);
    return colour;
}

/* From `a` (a share of 0, or below) to `b` (1, or above), channel by channel in sRGB. */
static inline struct colour colour_mix(struct colour a, struct colour b, float share) {
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    float rest = 1 - share;
    return (struct colour){(uint8_t)((float)a.r * rest + (float)b.r * share + 0.5F),
                           (uint8_t)((float)a.g * rest + (float)b.g * share + 0.5F),
                           (uint8_t)((float)a.b * rest + (float)b.b * share + 0.5F),
                           (uint8_t)((float)a.a * rest + (float)b.a * share + 0.5F)};
}

#endif
