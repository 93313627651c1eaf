/* Whole pixels: where logical lengths come to lie. */
#include "screen/resolve.h"

#include <math.h>

/* Lengths beyond this are cut: no screen is as large, and sums of them still fit an int. */
static const float FARTHEST = 1e6F;
enum { LARGEST_RADIUS = 2048 };

float snap_within(float value, float least, float most) {
    return !(value > least) ? least : value < most ? value : most;
}

float snap_length(const struct resolver *resolver, float length) {
    return snap_within(length * resolver->setup->scale, -FARTHEST, FARTHEST);
}

int snap_pixel(float pixels) {
    return (int)floorf(snap_within(pixels, -2 * FARTHEST, 2 * FARTHEST) + 0.5F);
}

SDL_Rect snap_edges(struct resolver *resolver, struct rect rect, int least) {
    const struct scope *scope = resolver_scope(resolver);
    int x = snap_pixel(snap_length(resolver, rect.x));
    int y = snap_pixel(snap_length(resolver, rect.y));
    int w = rect.w > 0 ? snap_pixel(snap_length(resolver, rect.x + rect.w)) - x : 0;
    int h = rect.h > 0 ? snap_pixel(snap_length(resolver, rect.y + rect.h)) - y : 0;
    return (SDL_Rect){x + scope->dx, y + scope->dy, rect.w > 0 ? SDL_max(w, least) : 0,
                      rect.h > 0 ? SDL_max(h, least) : 0};
}

SDL_Rect snap_size(struct resolver *resolver, struct rect rect) {
    const struct scope *scope = resolver_scope(resolver);
    int w = rect.w > 0 ? SDL_max(1, snap_pixel(snap_length(resolver, rect.w))) : 0;
    int h = rect.h > 0 ? SDL_max(1, snap_pixel(snap_length(resolver, rect.h))) : 0;
    return (SDL_Rect){snap_pixel(snap_length(resolver, rect.x)) + scope->dx,
                      snap_pixel(snap_length(resolver, rect.y)) + scope->dy, w, h};
}

bool resolver_sees(struct resolver *resolver, SDL_Rect place) {
    return SDL_HasIntersection(&place, &resolver_scope(resolver)->clip);
}

float snap_radius(const struct resolver *resolver, float radius) {
    return snap_within(snap_length(resolver, radius), 0, LARGEST_RADIUS);
}
