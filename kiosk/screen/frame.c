/* Frames are worked out command by command: to whole pixels, clipped, with their bakes at hand. */
#include "screen/frame.h"

#include "base/hash.h"
#include "screen/resolve.h"

static uint64_t hash_place(uint64_t hash, SDL_Rect place, SDL_Point corner) {
    hash = hash_int(hash_int(hash, place.x - corner.x), place.y - corner.y);
    return hash_int(hash_int(hash, place.w), place.h);
}

/* `hash` continued by how an item looks and where it is, seen from `corner`. */
static uint64_t hash_item(uint64_t hash, const struct item *item, SDL_Point corner) {
    hash = hash_int(hash, (int64_t)item->content);
    return hash_place(hash_place(hash, item->place, corner), item->seen, corner);
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

void resolver_add(struct resolver *resolver, const struct item *item) {
    SDL_Rect seen;
    if (!resolver_scope(resolver)->ahead &&
        SDL_IntersectRect(&item->place, &resolver_scope(resolver)->clip, &seen)) {
        struct item *added = LIST_ADD(&resolver->frame->items);
        *added = *item;
        added->seen = seen;
        added->core = core_of(added);
        added->hash = hash_item(HASH_START, added, (SDL_Point){0});
    }
}

static void begin_scope(struct resolver *resolver, const struct scope *scope) {
    if (resolver->depth + 1 < DEEPEST) {
        resolver->scopes[++resolver->depth] = *scope;
    } else {
        resolver->too_deep++;
    }
}

static void resolve_clip(struct resolver *resolver, const struct draw_command *command) {
    struct scope inner = *resolver_scope(resolver);
    SDL_Rect place = snap_edges(resolver, command->rect, 0);
    inner.type = DRAW_CLIP;
    if (!SDL_IntersectRect(&place, &inner.clip, &inner.clip)) {
        inner.clip.w = inner.clip.h = 0;
    }
    begin_scope(resolver, &inner);
}

static void resolve_layer(struct resolver *resolver, const struct draw_command *command) {
    const struct scope *outer = resolver_scope(resolver);
    struct scope inner = *outer;
    int dx = snap_pixel(snap_length(resolver, command->shift.x));
    int dy = snap_pixel(snap_length(resolver, command->shift.y));
    SDL_Rect place = snap_edges(resolver, command->rect, 0);
    inner.type = DRAW_LAYER;
    inner.item = resolver->frame->items.count;
    inner.place = (SDL_Rect){place.x + dx, place.y + dy, place.w, place.h};
    SDL_Rect seen;
    bool any = !outer->ahead && SDL_IntersectRect(&inner.place, &outer->clip, &seen);
    inner.moved = any && (dx != 0 || dy != 0);
    inner.whole = any && SDL_RectEquals(&inner.place, &seen);
    inner.clip = any ? seen : (SDL_Rect){0};
    if (inner.moved) {
        SDL_Rect canvas = {0, 0, SDL_min(place.w, 2 * resolver->frame->width),
                           SDL_min(place.h, 2 * resolver->frame->height)};
        resolver_add(resolver, &(struct item){.look = LOOK_LAYER, .place = inner.place});
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
    uint64_t hash = hash_int(hash_int(HASH_START, scope->place.w), scope->place.h);
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
        resolver_add(
            resolver,
            &(struct item){.look = LOOK_RESTING, .place = scope->place, .content = content});
    }
}

static void resolve_ahead(struct resolver *resolver, const struct draw_command *command) {
    (void)command;
    struct scope inner = *resolver_scope(resolver);
    inner.type = DRAW_AHEAD;
    inner.ahead = true;
    begin_scope(resolver, &inner);
}

static void resolve_end(struct resolver *resolver, const struct draw_command *command) {
    (void)command;
    if (resolver->too_deep > 0) {
        resolver->too_deep--;
    } else if (resolver->depth > 0) {
        struct scope ended = *resolver_scope(resolver);
        resolver->depth--;
        if (ended.type == DRAW_LAYER) {
            end_layer(resolver, &ended);
        }
    }
}

/* A list whose clips and layers are not all ended is drawn as if they were. */
static void end_all(struct resolver *resolver) {
    resolver->too_deep = 0;
    while (resolver->depth > 0) {
        resolve_end(resolver, NULL);
    }
}

static resolve_function *const resolve[] = {
    [DRAW_FILL] = resolve_fill,     [DRAW_STROKE] = resolve_stroke, [DRAW_SHADOW] = resolve_shadow,
    [DRAW_TEXT] = resolve_text,     [DRAW_IMAGE] = resolve_image,   [DRAW_VIDEO] = resolve_video,
    [DRAW_LINE] = resolve_line,     [DRAW_CLIP] = resolve_clip,     [DRAW_CLIP_END] = resolve_end,
    [DRAW_LAYER] = resolve_layer,   [DRAW_LAYER_END] = resolve_end, [DRAW_AHEAD] = resolve_ahead,
    [DRAW_AHEAD_END] = resolve_end,
};

void frame_finish(struct frame *frame) {
    LIST_FINISH(&frame->items);
    video_tiles_finish(&frame->tiles);
}

void frame_resolve(struct frame *frame, const struct draw_list *list,
                   const struct executor_setup *setup, struct raster *raster, int width,
                   int height) {
    struct resolver resolver = {.frame = frame,
                                .setup = setup,
                                .raster = raster,
                                .scopes = {{.clip = {0, 0, width, height}}}};
    frame->width = width;
    frame->height = height;
    LIST_CLEAR(&frame->items);
    for (size_t i = 0; i < list->commands.count; i++) {
        const struct draw_command *command = &list->commands.items[i];
        resolve[command->type](&resolver, command);
    }
    end_all(&resolver);
}

void frame_release(struct frame *frame, const struct executor_setup *setup) {
    if (frame->has_video) {
        setup->video->release(setup->video->self);
        frame->has_video = false;
    }
}
