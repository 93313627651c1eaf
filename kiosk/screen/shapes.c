/* Shapes and text: each becomes a fill or a bake at a place. */
#include "screen/resolve.h"

#include <math.h>

enum { LARGEST_WIDTH = 4096, LARGEST_BLUR = 256 };

static void add_fill(struct resolver *resolver, SDL_Rect place, struct colour colour,
                     uint64_t content) {
    resolver_add(
        resolver,
        &(struct item){.look = LOOK_FILL, .colour = colour, .place = place, .content = content});
}

/* `place` is the shape's; the bake may reach beyond it. */
static void add_coverage(struct resolver *resolver, const struct bake *bake, SDL_Rect place,
                         const struct draw_command *command) {
    place = (SDL_Rect){place.x + bake->left, place.y + bake->top, place.w - 2 * bake->left,
                       place.h - 2 * bake->top};
    resolver_add(resolver, &(struct item){.look = LOOK_COVERAGE,
                                          .colour = command->colour,
                                          .place = place,
                                          .bake = bake,
                                          .content = command->hash});
}

/* Runs and lines are as large as their bake. */
static void add_whole_bake(struct resolver *resolver, const struct bake *bake, int x, int y,
                           const struct draw_command *command) {
    if (bake->image) {
        resolver_add(resolver, &(struct item){.look = LOOK_COVERAGE,
                                              .colour = command->colour,
                                              .place = {x + bake->left, y + bake->top, bake->extent,
                                                        bake->height},
                                              .bake = bake,
                                              .content = command->hash});
    }
}

void resolve_fill(struct resolver *resolver, const struct draw_command *command) {
    float radius = snap_radius(resolver, command->radius);
    if (command->colour.a == 0) {
        return;
    }
    if (radius <= 0) {
        add_fill(resolver, snap_edges(resolver, command->rect, 1), command->colour, command->hash);
        return;
    }
    SDL_Rect place = snap_size(resolver, command->rect);
    if (resolver_sees(resolver, place)) {
        add_coverage(resolver, raster_round(resolver->raster, place.w, place.h, radius), place,
                     command);
    }
}

void resolve_stroke(struct resolver *resolver, const struct draw_command *command) {
    float radius = snap_radius(resolver, command->radius);
    SDL_Rect place =
        radius > 0 ? snap_size(resolver, command->rect) : snap_edges(resolver, command->rect, 1);
    if (command->colour.a == 0 || command->width <= 0 || !resolver_sees(resolver, place)) {
        return;
    }
    int stroke = SDL_max(
        1, snap_pixel(snap_within(snap_length(resolver, command->width), 0, LARGEST_WIDTH)));
    add_coverage(resolver, raster_ring(resolver->raster, place.w, place.h, radius, stroke), place,
                 command);
}

void resolve_shadow(struct resolver *resolver, const struct draw_command *command) {
    float blur = snap_within(snap_length(resolver, command->width), 0, LARGEST_BLUR);
    float radius = snap_radius(resolver, command->radius);
    SDL_Rect place = snap_size(resolver, command->rect);
    int reach = raster_shadow_reach(blur);
    SDL_Rect grown = {place.x - reach, place.y - reach, place.w + 2 * reach, place.h + 2 * reach};
    if (command->colour.a > 0 && place.w > 0 && place.h > 0 && resolver_sees(resolver, grown)) {
        add_coverage(resolver, raster_shadow(resolver->raster, place.w, place.h, radius, blur),
                     place, command);
    }
}

/* Upright and level lines are long round rectangles. */
static void resolve_straight_line(struct resolver *resolver, const struct draw_command *command) {
    struct rect rect = command->rect;
    struct rect around = {fminf(rect.x, rect.x + rect.w) - command->width / 2,
                          fminf(rect.y, rect.y + rect.h) - command->width / 2,
                          fabsf(rect.w) + command->width, fabsf(rect.h) + command->width};
    SDL_Rect place = snap_size(resolver, around);
    if (resolver_sees(resolver, place)) {
        add_coverage(resolver,
                     raster_round(resolver->raster, place.w, place.h, (float)LARGEST_WIDTH), place,
                     command);
    }
}

/* Shortens a line to what lies within `bounds` (Liang and Barsky 1984), so that a line that goes
   far beyond the screen is not baked at its full length. False if nothing does. */
static bool clip_line(SDL_FRect bounds, SDL_FPoint *from, SDL_FPoint *to) {
    float dx = to->x - from->x;
    float dy = to->y - from->y;
    const float steps[4] = {-dx, dx, -dy, dy};
    const float rooms[4] = {from->x - bounds.x, bounds.x + bounds.w - from->x, from->y - bounds.y,
                            bounds.y + bounds.h - from->y};
    float enter = 0;
    float leave = 1;
    for (int i = 0; i < 4; i++) {
        if (steps[i] == 0 && rooms[i] < 0) {
            return false;
        }
        if (steps[i] < 0) {
            enter = fmaxf(enter, rooms[i] / steps[i]);
        } else if (steps[i] > 0) {
            leave = fminf(leave, rooms[i] / steps[i]);
        }
    }
    *to = (SDL_FPoint){from->x + leave * dx, from->y + leave * dy};
    *from = (SDL_FPoint){from->x + enter * dx, from->y + enter * dy};
    return enter < leave;
}

/* Quarters of a pixel are as fine as can be seen, and let bakes be found again. */
static float quarters(float pixels) {
    return floorf(pixels * 4 + 0.5F) / 4;
}

static void resolve_slanted_line(struct resolver *resolver, const struct draw_command *command) {
    const struct scope *scope = resolver_scope(resolver);
    struct rect rect = command->rect;
    float width = fmaxf(1, snap_within(snap_length(resolver, command->width), 0, LARGEST_WIDTH));
    SDL_FPoint from = {snap_length(resolver, rect.x) + (float)scope->dx,
                       snap_length(resolver, rect.y) + (float)scope->dy};
    SDL_FPoint to = {snap_length(resolver, rect.x + rect.w) + (float)scope->dx,
                     snap_length(resolver, rect.y + rect.h) + (float)scope->dy};
    SDL_FRect bounds = {(float)scope->clip.x - width, (float)scope->clip.y - width,
                        (float)scope->clip.w + 2 * width, (float)scope->clip.h + 2 * width};
    if (clip_line(bounds, &from, &to)) {
        SDL_FPoint origin = {floorf(from.x), floorf(from.y)};
        SDL_FPoint fraction = {quarters(from.x - origin.x), quarters(from.y - origin.y)};
        add_whole_bake(resolver,
                       raster_line(resolver->raster, fraction, quarters(to.x - from.x),
                                   quarters(to.y - from.y), width),
                       (int)origin.x, (int)origin.y, command);
    }
}

void resolve_line(struct resolver *resolver, const struct draw_command *command) {
    if (command->colour.a == 0 || !(command->width > 0)) {
        return;
    }
    if (command->rect.w == 0 || command->rect.h == 0) {
        resolve_straight_line(resolver, command);
    } else {
        resolve_slanted_line(resolver, command);
    }
}

/* Where a run could be seen at all: glyphs reach less than two ems from the baseline, and begin
   less than one left of their origin. */
static bool run_may_be_seen(struct resolver *resolver, int x, int y, float em) {
    const SDL_Rect *clip = &resolver_scope(resolver)->clip;
    int reach = (int)(2 * em) + 1;
    return y + reach > clip->y && y - reach < clip->y + clip->h && x - reach < clip->x + clip->w;
}

void resolve_text(struct resolver *resolver, const struct draw_command *command) {
    const struct scope *scope = resolver_scope(resolver);
    int x = snap_pixel(snap_length(resolver, command->rect.x)) + scope->dx;
    int y = snap_pixel(snap_length(resolver, command->rect.y)) + scope->dy;
    float em = snap_length(resolver, command->size);
    if (command->colour.a == 0 || !(em > 0) || !run_may_be_seen(resolver, x, y, em)) {
        return;
    }
    add_whole_bake(resolver,
                   raster_run(resolver->raster, command->face, command->size, command->words), x, y,
                   command);
}
