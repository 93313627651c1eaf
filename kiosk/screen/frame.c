/* Frames are worked out command by command: to whole pixels, clipped, with their bakes at hand. */
#include "screen/frame.h"

#include "base/hash.h"

#include <math.h>

/* Lengths beyond these are cut: no screen is as large, and sums of them still fit an int. */
static const float FARTHEST = 1e6F;
enum { LARGEST_RADIUS = 4096, LARGEST_BLUR = 256, DEEPEST = 32 };

/* What is open while commands are walked: clips and layers nest. */
struct scope {
    enum draw_type type;
    SDL_Rect clip;     /* inside of it */
    int dx, dy;        /* from the list's pixels to the canvas's */
    size_t item;       /* a layer's: its item if it moved, else where its items begin */
    bool moved, whole; /* a layer's */
    SDL_Rect place;    /* a layer's */
};

struct resolver {
    struct frame *frame;
    const struct executor_setup *setup;
    struct raster *raster;
    struct scope scopes[DEEPEST]; /* the first is the whole canvas */
    int depth;
    int too_deep; /* scopes beyond the deepest: counted, not followed */
    bool asked_video;
};

typedef void resolve_function(struct resolver *resolver, const struct draw_command *command);

static struct scope *scope_of(struct resolver *resolver) {
    return &resolver->scopes[resolver->depth];
}

/* NaN becomes a number too. */
static float within(float value, float least, float most) {
    return !(value > least) ? least : value < most ? value : most;
}

static float to_pixels(const struct resolver *resolver, float length) {
    return within(length * resolver->setup->scale, -FARTHEST, FARTHEST);
}

static int snap(float pixels) {
    return (int)floorf(pixels + 0.5F);
}

/* Edges fall on whole pixels, so that neighbours touch; a thin rectangle does not vanish. */
static SDL_Rect snap_edges(struct resolver *resolver, struct rect rect, int least) {
    const struct scope *scope = scope_of(resolver);
    int x = snap(to_pixels(resolver, rect.x));
    int y = snap(to_pixels(resolver, rect.y));
    int w = rect.w > 0 ? snap(to_pixels(resolver, rect.x + rect.w)) - x : 0;
    int h = rect.h > 0 ? snap(to_pixels(resolver, rect.y + rect.h)) - y : 0;
    return (SDL_Rect){x + scope->dx, y + scope->dy, rect.w > 0 ? SDL_max(w, least) : 0,
                      rect.h > 0 ? SDL_max(h, least) : 0};
}

/* What is round keeps its size wherever it is, so that it does not tremble when it moves. */
static SDL_Rect snap_size(struct resolver *resolver, struct rect rect) {
    const struct scope *scope = scope_of(resolver);
    int w = rect.w > 0 ? SDL_max(1, snap(to_pixels(resolver, rect.w))) : 0;
    int h = rect.h > 0 ? SDL_max(1, snap(to_pixels(resolver, rect.h))) : 0;
    return (SDL_Rect){snap(to_pixels(resolver, rect.x)) + scope->dx,
                      snap(to_pixels(resolver, rect.y)) + scope->dy, w, h};
}

static bool is_seen(struct resolver *resolver, SDL_Rect place) {
    return SDL_HasIntersection(&place, &scope_of(resolver)->clip);
}

/* `hash` continued by how an item looks and where it is, seen from `corner`. */
static uint64_t hash_item(uint64_t hash, const struct item *item, SDL_Point corner) {
    int where[] = {item->place.x - corner.x, item->place.y - corner.y, item->place.w, item->place.h,
                   item->seen.x - corner.x,  item->seen.y - corner.y,  item->seen.w,  item->seen.h};
    hash = hash_bytes(hash, &item->content, sizeof item->content);
    return hash_bytes(hash, where, sizeof where);
}

/* What an item hides for certain. Pictures are not looked into. */
static SDL_Rect core_of(const struct item *item) {
    SDL_Rect none = {0};
    SDL_Rect core;
    switch (item->look) {
    case LOOK_FILL:
        return item->colour.a == 255 ? item->seen : none;
    case LOOK_COVERAGE:
        return item->colour.a == 255 && bake_centre(item->bake, item->place, &core) &&
                       SDL_IntersectRect(&core, &item->seen, &core)
                   ? core
                   : none;
    case LOOK_VIDEO:
    case LOOK_LAYER:
        return item->seen;
    default:
        return none;
    }
}

static void add_item(struct resolver *resolver, const struct item *item) {
    SDL_Rect seen;
    if (SDL_IntersectRect(&item->place, &scope_of(resolver)->clip, &seen)) {
        struct item *added = LIST_ADD(&resolver->frame->items);
        *added = *item;
        added->seen = seen;
        added->core = core_of(added);
        added->hash = hash_item(HASH_START, added, (SDL_Point){0});
    }
}

static void add_fill(struct resolver *resolver, SDL_Rect place, struct colour colour,
                     uint64_t content) {
    add_item(
        resolver,
        &(struct item){.look = LOOK_FILL, .colour = colour, .place = place, .content = content});
}

/* `place` is the shape's; the bake may reach beyond it. */
static void add_coverage(struct resolver *resolver, const struct bake *bake, SDL_Rect place,
                         const struct draw_command *command) {
    place = (SDL_Rect){place.x + bake->left, place.y + bake->top, place.w - 2 * bake->left,
                       place.h - 2 * bake->top};
    add_item(resolver, &(struct item){.look = LOOK_COVERAGE,
                                      .colour = command->colour,
                                      .place = place,
                                      .bake = bake,
                                      .content = command->hash});
}

/* Runs and lines are as large as their bake. */
static void add_whole_bake(struct resolver *resolver, const struct bake *bake, int x, int y,
                           const struct draw_command *command) {
    if (bake->image) {
        add_item(resolver,
                 &(struct item){.look = LOOK_COVERAGE,
                                .colour = command->colour,
                                .place = {x + bake->left, y + bake->top, bake->width, bake->height},
                                .bake = bake,
                                .content = command->hash});
    }
}

static float radius_in_pixels(const struct resolver *resolver, float radius) {
    return within(to_pixels(resolver, radius), 0, LARGEST_RADIUS);
}

static void resolve_fill(struct resolver *resolver, const struct draw_command *command) {
    float radius = radius_in_pixels(resolver, command->radius);
    if (command->colour.a == 0) {
        return;
    }
    if (radius <= 0) {
        add_fill(resolver, snap_edges(resolver, command->rect, 1), command->colour, command->hash);
        return;
    }
    SDL_Rect place = snap_size(resolver, command->rect);
    if (is_seen(resolver, place)) {
        add_coverage(resolver, raster_round(resolver->raster, place.w, place.h, radius), place,
                     command);
    }
}

static void resolve_stroke(struct resolver *resolver, const struct draw_command *command) {
    float radius = radius_in_pixels(resolver, command->radius);
    SDL_Rect place =
        radius > 0 ? snap_size(resolver, command->rect) : snap_edges(resolver, command->rect, 1);
    if (command->colour.a == 0 || command->width <= 0 || !is_seen(resolver, place)) {
        return;
    }
    int stroke = SDL_max(1, snap(within(to_pixels(resolver, command->width), 0, LARGEST_RADIUS)));
    add_coverage(resolver, raster_ring(resolver->raster, place.w, place.h, radius, stroke), place,
                 command);
}

static void resolve_shadow(struct resolver *resolver, const struct draw_command *command) {
    float blur = within(to_pixels(resolver, command->width), 0, LARGEST_BLUR);
    float radius = radius_in_pixels(resolver, command->radius);
    SDL_Rect place = snap_size(resolver, command->rect);
    int reach = raster_shadow_reach(blur);
    SDL_Rect grown = {place.x - reach, place.y - reach, place.w + 2 * reach, place.h + 2 * reach};
    if (command->colour.a > 0 && place.w > 0 && place.h > 0 && is_seen(resolver, grown)) {
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
    if (is_seen(resolver, place)) {
        add_coverage(resolver,
                     raster_round(resolver->raster, place.w, place.h, (float)LARGEST_RADIUS), place,
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
    const struct scope *scope = scope_of(resolver);
    struct rect rect = command->rect;
    float width = fmaxf(1, within(to_pixels(resolver, command->width), 0, LARGEST_RADIUS));
    SDL_FPoint from = {to_pixels(resolver, rect.x) + (float)scope->dx,
                       to_pixels(resolver, rect.y) + (float)scope->dy};
    SDL_FPoint to = {to_pixels(resolver, rect.x + rect.w) + (float)scope->dx,
                     to_pixels(resolver, rect.y + rect.h) + (float)scope->dy};
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

static void resolve_line(struct resolver *resolver, const struct draw_command *command) {
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
    const SDL_Rect *clip = &scope_of(resolver)->clip;
    int reach = (int)(2 * em) + 1;
    return y + reach > clip->y && y - reach < clip->y + clip->h && x - reach < clip->x + clip->w;
}

static void resolve_text(struct resolver *resolver, const struct draw_command *command) {
    const struct scope *scope = scope_of(resolver);
    int x = snap(to_pixels(resolver, command->rect.x)) + scope->dx;
    int y = snap(to_pixels(resolver, command->rect.y)) + scope->dy;
    float em = to_pixels(resolver, command->size);
    if (command->colour.a == 0 || !(em > 0) || !run_may_be_seen(resolver, x, y, em)) {
        return;
    }
    add_whole_bake(resolver,
                   raster_run(resolver->raster, command->face, command->size, command->words), x, y,
                   command);
}

static void begin_scope(struct resolver *resolver, const struct scope *scope) {
    if (resolver->depth + 1 < DEEPEST) {
        resolver->scopes[++resolver->depth] = *scope;
    } else {
        resolver->too_deep++;
    }
}

static void resolve_clip(struct resolver *resolver, const struct draw_command *command) {
    struct scope inner = *scope_of(resolver);
    SDL_Rect place = snap_edges(resolver, command->rect, 0);
    inner.type = DRAW_CLIP;
    if (!SDL_IntersectRect(&place, &inner.clip, &inner.clip)) {
        inner.clip.w = inner.clip.h = 0;
    }
    begin_scope(resolver, &inner);
}

static void resolve_layer(struct resolver *resolver, const struct draw_command *command) {
    const struct scope *outer = scope_of(resolver);
    struct scope inner = *outer;
    int dx = snap(to_pixels(resolver, command->shift.x));
    int dy = snap(to_pixels(resolver, command->shift.y));
    SDL_Rect place = snap_edges(resolver, command->rect, 0);
    inner.type = DRAW_LAYER;
    inner.item = resolver->frame->items.count;
    inner.place = (SDL_Rect){place.x + dx, place.y + dy, place.w, place.h};
    SDL_Rect seen;
    bool any = SDL_IntersectRect(&inner.place, &outer->clip, &seen);
    inner.moved = any && (dx != 0 || dy != 0);
    inner.whole = any && SDL_RectEquals(&inner.place, &seen);
    inner.clip = any ? seen : (SDL_Rect){0};
    if (inner.moved) {
        SDL_Rect canvas = {0, 0, SDL_min(place.w, 2 * resolver->frame->width),
                           SDL_min(place.h, 2 * resolver->frame->height)};
        add_item(resolver, &(struct item){.look = LOOK_LAYER, .place = inner.place});
        inner.dx = outer->dx - place.x;
        inner.dy = outer->dy - place.y;
        inner.clip = canvas;
    }
    begin_scope(resolver, &inner);
}

/* What a layer shows, apart from where it is: its items, placed from its corner. */
static uint64_t layer_content(const struct resolver *resolver, const struct scope *scope,
                              size_t first) {
    const struct frame *frame = resolver->frame;
    SDL_Point corner = scope->moved ? (SDL_Point){0} : (SDL_Point){scope->place.x, scope->place.y};
    int size[] = {scope->place.w, scope->place.h};
    uint64_t hash = hash_bytes(HASH_START, size, sizeof size);
    for (size_t i = first; i < frame->items.count; i = item_after(frame, i)) {
        const struct item *item = &frame->items.items[i];
        if (item->look != LOOK_RESTING) {
            hash = hash_item(hash, item, corner);
        }
    }
    return hash;
}

static void end_layer(struct resolver *resolver, const struct scope *scope) {
    struct frame *frame = resolver->frame;
    if (scope->moved) {
        struct item *layer = &frame->items.items[scope->item];
        layer->inside = frame->items.count - scope->item - 1;
        layer->content = layer_content(resolver, scope, scope->item + 1);
        layer->hash = hash_item(HASH_START, layer, (SDL_Point){0});
    } else if (scope->whole) {
        uint64_t content = layer_content(resolver, scope, scope->item);
        add_item(resolver,
                 &(struct item){.look = LOOK_RESTING, .place = scope->place, .content = content});
    }
}

static void resolve_end(struct resolver *resolver, const struct draw_command *command) {
    (void)command;
    if (resolver->too_deep > 0) {
        resolver->too_deep--;
    } else if (resolver->depth > 0) {
        struct scope ended = *scope_of(resolver);
        resolver->depth--;
        if (ended.type == DRAW_LAYER) {
            end_layer(resolver, &ended);
        }
    }
}

/* The part of a picture that has the shape of `place`, from the middle of `part`. */
static struct rect covering_part(struct rect part, float picture_shape, float place_shape) {
    if (picture_shape > place_shape) {
        float w = part.w * place_shape / picture_shape;
        return (struct rect){part.x + (part.w - w) / 2, part.y, w, part.h};
    }
    float h = part.h * picture_shape / place_shape;
    return (struct rect){part.x, part.y + (part.h - h) / 2, part.w, h};
}

/* The largest rectangle of that shape in the middle of `place`; `place` itself where they differ
   by less than a hundredth, as rounding may. */
static SDL_Rect contained_place(SDL_Rect place, float shape) {
    float place_shape = (float)place.w / (float)place.h;
    if (fabsf(place_shape / shape - 1) < 0.01F) {
        return place;
    }
    int w = SDL_min(place.w, SDL_max(1, snap((float)place.h * shape)));
    int h = SDL_min(place.h, SDL_max(1, snap((float)place.w / shape)));
    return (SDL_Rect){place.x + (place.w - w) / 2, place.y + (place.h - h) / 2, w, h};
}

/* Changes place and part to what the fit asks for; false while the picture's size is not known. */
static bool fit_picture(const struct resolver *resolver, const struct draw_command *command,
                        SDL_Rect *place, struct rect *part) {
    int width;
    int height;
    if (command->fit == FIT_STRETCH) {
        return true;
    }
    if (!images_size(resolver->setup->images, command->words, &width, &height)) {
        return false;
    }
    float shape = part->w * (float)width / (part->h * (float)height);
    if (command->fit == FIT_CONTAIN) {
        *place = contained_place(*place, shape);
    } else {
        *part = covering_part(*part, shape, (float)place->w / (float)place->h);
    }
    return true;
}

/* A picture enlarged far beyond the screen is scaled no further than it is seen. */
static void crop_to_seen(struct resolver *resolver, SDL_Rect *place, struct rect *part) {
    const struct frame *frame = resolver->frame;
    SDL_Rect seen;
    if ((place->w > 2 * frame->width || place->h > 2 * frame->height) &&
        SDL_IntersectRect(place, &scope_of(resolver)->clip, &seen)) {
        float across = part->w / (float)place->w;
        float down = part->h / (float)place->h;
        *part = (struct rect){part->x + (float)(seen.x - place->x) * across,
                              part->y + (float)(seen.y - place->y) * down, (float)seen.w * across,
                              (float)seen.h * down};
        *place = seen;
    }
}

static uint64_t picture_key(const char *path, struct rect part, SDL_Rect place,
                            uint64_t generation) {
    uint64_t key = hash_bytes(hash_string(HASH_START, path), &part, sizeof part);
    int size[] = {place.w, place.h};
    return hash_bytes(hash_bytes(key, size, sizeof size), &generation, sizeof generation);
}

/* The pixels of a picture, its corners cut if it has a radius. */
static struct pixels picture_pixels(struct resolver *resolver, const struct draw_command *command,
                                    const SDL_Surface *surface, uint64_t key) {
    float radius = radius_in_pixels(resolver, command->radius);
    if (radius > 0) {
        const struct bake *bake = raster_round_picture(resolver->raster, surface, key, radius);
        return (struct pixels){bake->pixels, bake->pitch, bake->width, bake->height,
                               bake->entry.key};
    }
    return (struct pixels){surface->pixels, surface->pitch, surface->w, surface->h, key};
}

static void add_picture(struct resolver *resolver, const struct draw_command *command,
                        SDL_Rect place, const struct pixels *picture) {
    float opacity = within(command->opacity, 0, 1);
    bool mask = command->colour.a > 0;
    struct item item = {.look = mask ? LOOK_MASK : LOOK_PICTURE,
                        .colour = colour_with_alpha(command->colour, opacity),
                        .opacity = (uint8_t)(opacity * 255 + 0.5F),
                        .place = place,
                        .picture = *picture};
    item.content = hash_bytes(command->hash, &picture->key, sizeof picture->key);
    add_item(resolver, &item);
}

static void resolve_image(struct resolver *resolver, const struct draw_command *command) {
    SDL_Rect place = command->radius > 0 ? snap_size(resolver, command->rect)
                                         : snap_edges(resolver, command->rect, 1);
    struct rect part = command->part.w > 0 ? command->part : (struct rect){0, 0, 1, 1};
    if (!resolver->setup->images || !(command->opacity > 0) || !is_seen(resolver, place) ||
        !fit_picture(resolver, command, &place, &part)) {
        return;
    }
    crop_to_seen(resolver, &place, &part);
    uint64_t generation = 0;
    const SDL_Surface *surface =
        images_get(resolver->setup->images, command->words, part, place.w, place.h, &generation);
    if (surface) {
        uint64_t key = picture_key(command->words, part, place, generation);
        struct pixels picture = picture_pixels(resolver, command, surface, key);
        add_picture(resolver, command, place, &picture);
    }
}

static bool video_there(struct resolver *resolver) {
    const struct video_source *source = resolver->setup->video;
    struct frame *frame = resolver->frame;
    if (!resolver->asked_video) {
        resolver->asked_video = true;
        frame->has_video = source && source->take(source->self, &frame->video);
    }
    const struct video_picture *video = &frame->video;
    return frame->has_video && video->width > 0 && video->height > 0 && video->shown_width > 0 &&
           video->shown_height > 0;
}

static void resolve_video(struct resolver *resolver, const struct draw_command *command) {
    SDL_Rect place = snap_edges(resolver, command->rect, 1);
    if (is_seen(resolver, place) && video_there(resolver)) {
        const struct video_picture *video = &resolver->frame->video;
        place = contained_place(place, (float)video->shown_width / (float)video->shown_height);
        uint64_t content = hash_bytes(command->hash, &video->serial, sizeof video->serial);
        add_item(resolver, &(struct item){.look = LOOK_VIDEO, .place = place, .content = content});
    }
}

static resolve_function *const resolve[] = {
    [DRAW_FILL] = resolve_fill,   [DRAW_STROKE] = resolve_stroke, [DRAW_SHADOW] = resolve_shadow,
    [DRAW_TEXT] = resolve_text,   [DRAW_IMAGE] = resolve_image,   [DRAW_VIDEO] = resolve_video,
    [DRAW_LINE] = resolve_line,   [DRAW_CLIP] = resolve_clip,     [DRAW_CLIP_END] = resolve_end,
    [DRAW_LAYER] = resolve_layer, [DRAW_LAYER_END] = resolve_end,
};

void frame_finish(struct frame *frame) {
    LIST_FINISH(&frame->items);
}

void frame_resolve(struct frame *frame, const struct draw_list *list,
                   const struct executor_setup *setup, struct raster *raster, int width,
                   int height) {
    struct resolver resolver = {.frame = frame, .setup = setup, .raster = raster};
    resolver.scopes[0].clip = (SDL_Rect){0, 0, width, height};
    frame->width = width;
    frame->height = height;
    LIST_CLEAR(&frame->items);
    for (size_t i = 0; i < list->commands.count; i++) {
        const struct draw_command *command = &list->commands.items[i];
        resolve[command->type](&resolver, command);
    }
    while (resolver.depth > 0) {
        resolve_end(&resolver, NULL);
    }
}

void frame_release(struct frame *frame, const struct executor_setup *setup) {
    if (frame->has_video) {
        setup->video->release(setup->video->self);
        frame->has_video = false;
    }
}
