/* The surface executor: draws with the processor, and only where a frame differs from the last. */
#include "base/memory.h"
#include "screen/operations.h"
#include "screen/video.h"

#include <sys/mman.h>

#include <SDL_surface.h>
#include <libyuv.h>

/* Layers that are kept as pictures: so many screens of them. */
enum { LAYER_SCREENS = 4 };

/* What is got ready for them, and for pictures whose corners are cut. */
enum { EXPECTED_SCREENS = 6 };

/* Pixels that must be hidden of an item before it is drawn in parts around them. */
enum { SMALLEST_HIDDEN = 64 * 64 };

/* Pixels to draw on, XRGB8888. */
struct canvas {
    pixman_image_t *image;
    uint8_t *pixels;
    int pitch, width, height;
};

struct layer_picture {
    struct shelf_entry entry;
    struct canvas canvas;
    struct damage damage; /* of the items it is made of */
};

struct surface_executor {
    struct executor executor;
    SDL_Surface *surface; /* the caller's */
    struct canvas target; /* its pixels, when the picture is not turned */
    struct canvas back;   /* the upright picture, when it is */
    struct shelf layers;
    struct pieces pieces;
    struct video_scaler video;
};

typedef void draw_look(struct surface_executor *executor, const struct canvas *canvas,
                       const struct item *item, SDL_Rect seen);

static void draw_items(struct surface_executor *executor, const struct canvas *canvas, size_t first,
                       size_t end, SDL_Rect clip);

static void canvas_init(struct canvas *canvas, void *pixels, int width, int height, int pitch) {
    *canvas = (struct canvas){.pixels = pixels, .pitch = pitch, .width = width, .height = height};
    canvas->image = pixman_image_create_bits(PIXMAN_x8r8g8b8, width, height, pixels, pitch);
    if (!canvas->image) {
        memory_exhausted((size_t)pitch * (size_t)height);
    }
}

static void canvas_finish(struct canvas *canvas) {
    if (canvas->image) {
        pixman_image_unref(canvas->image);
    }
    *canvas = (struct canvas){0};
}

enum { LARGE_PAGE = 2 << 20 };

/* Its pixels are undefined. */
static void canvas_create(struct canvas *canvas, int width, int height) {
    size_t size = (size_t)width * (size_t)height * 4;
    void *pixels = aligned_alloc(LARGE_PAGE, (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE);
    if (!pixels) {
        memory_exhausted(size);
    }
    canvas_init(canvas, pixels, width, height, width * 4);
}

/* Once it is drawn, the system may put it into large pages, which are quicker to copy from. Asked
   for before, a frame would wait until it has found some. */
static void canvas_settle(const struct canvas *canvas) {
    size_t size = (size_t)canvas->pitch * (size_t)canvas->height;
    (void)madvise(canvas->pixels, size, MADV_HUGEPAGE);
}

static void canvas_destroy(struct canvas *canvas) {
    free(canvas->pixels);
    canvas_finish(canvas);
}

static pixman_color_t pixman_colour(struct colour colour) {
    struct colour ready = colour_premultiplied(colour);
    return (pixman_color_t){(uint16_t)(ready.r * 257), (uint16_t)(ready.g * 257),
                            (uint16_t)(ready.b * 257), (uint16_t)(ready.a * 257)};
}

static void fill(const struct canvas *canvas, struct colour colour, SDL_Rect rect) {
    pixman_color_t solid = pixman_colour(colour);
    pixman_box32_t box = {rect.x, rect.y, rect.x + rect.w, rect.y + rect.h};
    pixman_image_fill_boxes(colour.a == 255 ? PIXMAN_OP_SRC : PIXMAN_OP_OVER, canvas->image, &solid,
                            1, &box);
}

static void draw_fill_look(struct surface_executor *executor, const struct canvas *canvas,
                           const struct item *item, SDL_Rect seen) {
    (void)executor;
    fill(canvas, item->colour, seen);
}

static pixman_image_t *solid_image(struct colour colour) {
    pixman_color_t solid = pixman_colour(colour);
    pixman_image_t *image = pixman_image_create_solid_fill(&solid);
    if (!image) {
        memory_exhausted(sizeof solid);
    }
    return image;
}

static void draw_coverage(struct surface_executor *executor, const struct canvas *canvas,
                          const struct item *item, SDL_Rect seen) {
    pixman_image_t *solid = solid_image(item->colour);
    bake_pieces(item->bake, item->place, seen, &executor->pieces);
    for (size_t i = 0; i < executor->pieces.list.count; i++) {
        const struct piece *piece = &executor->pieces.list.items[i];
        if (piece->full) {
            fill(canvas, item->colour,
                 (SDL_Rect){piece->x, piece->y, piece->from.w, piece->from.h});
        } else {
            pixman_image_composite32(PIXMAN_OP_OVER, solid, item->bake->image, canvas->image, 0, 0,
                                     piece->from.x, piece->from.y, piece->x, piece->y,
                                     piece->from.w, piece->from.h);
        }
    }
    pixman_image_unref(solid);
}

static pixman_image_t *picture_image(const struct pixels *picture) {
    /* pixman only reads a source, but has one type for both. */
    union {
        const void *read;
        uint32_t *bits;
    } pixels = {.read = picture->at};
    pixman_image_t *image = pixman_image_create_bits(PIXMAN_a8r8g8b8, picture->width,
                                                     picture->height, pixels.bits, picture->pitch);
    if (!image) {
        memory_exhausted((size_t)picture->pitch * (size_t)picture->height);
    }
    return image;
}

static void draw_mask(struct surface_executor *executor, const struct canvas *canvas,
                      const struct item *item, SDL_Rect seen) {
    (void)executor;
    pixman_image_t *mask = picture_image(&item->picture);
    pixman_image_t *solid = solid_image(item->colour);
    pixman_image_composite32(PIXMAN_OP_OVER, solid, mask, canvas->image, 0, 0,
                             seen.x - item->place.x, seen.y - item->place.y, seen.x, seen.y, seen.w,
                             seen.h);
    pixman_image_unref(solid);
    pixman_image_unref(mask);
}

static void draw_picture(struct surface_executor *executor, const struct canvas *canvas,
                         const struct item *item, SDL_Rect seen) {
    (void)executor;
    pixman_image_t *source = picture_image(&item->picture);
    pixman_image_t *mask = NULL;
    if (item->opacity < 255) {
        mask = solid_image((struct colour){255, 255, 255, item->opacity});
    }
    pixman_image_composite32(PIXMAN_OP_OVER, source, mask, canvas->image, seen.x - item->place.x,
                             seen.y - item->place.y, 0, 0, seen.x, seen.y, seen.w, seen.h);
    if (mask) {
        pixman_image_unref(mask);
    }
    pixman_image_unref(source);
}

static void draw_video_look(struct surface_executor *executor, const struct canvas *canvas,
                            const struct item *item, SDL_Rect seen) {
    video_draw(&executor->video, &executor->executor.frame.video, item->place, seen, canvas->pixels,
               canvas->pitch);
}

static void layer_destroy(void *owner, struct shelf_entry *entry) {
    (void)owner;
    struct layer_picture *layer = (struct layer_picture *)entry;
    canvas_destroy(&layer->canvas);
    damage_finish(&layer->damage);
    free(layer);
}

static size_t layer_bytes(SDL_Rect all) {
    return sizeof(struct layer_picture) + (size_t)all.w * (size_t)all.h * 4;
}

/* A picture, not shown in this frame so far, to draw the layer's items into. The best shows most of
   them already: it had the layer's picture before one of its own pictures was decoded. Where the
   shelf is full, the one unused for longest does: the system takes as long to give new memory as
   drawing the layer takes. NULL if there is none. */
static struct layer_picture *take_layer(struct surface_executor *executor, size_t index,
                                        SDL_Rect all) {
    const struct frame *frame = &executor->executor.frame;
    struct shelf *shelf = &executor->layers;
    struct layer_picture *best = NULL;
    bool full = shelf->bytes + layer_bytes(all) > shelf->budget;
    struct shelf_entry *entry;
    TAILQ_FOREACH(entry, &shelf->order, order) {
        struct layer_picture *layer = (struct layer_picture *)entry;
        bool fits = entry->used != shelf->frame && layer->canvas.width == all.w &&
                    layer->canvas.height == all.h;
        if (fits && damage_is_little(&layer->damage, frame, index + 1, item_after(frame, index))) {
            best = layer;
            break;
        }
        best = fits && full && !best ? layer : best;
    }
    if (best) {
        shelf_take(shelf, &best->entry);
    }
    return best;
}

/* Draws a layer's items into a picture of its own, as far as it does not show them already. */
static struct layer_picture *bake_layer(struct surface_executor *executor, size_t index) {
    const struct frame *frame = &executor->executor.frame;
    const struct item *item = &frame->items.items[index];
    size_t end = item_after(frame, index);
    SDL_Rect all = {0, 0, SDL_min(item->place.w, 2 * frame->width),
                    SDL_min(item->place.h, 2 * frame->height)};
    struct layer_picture *layer = take_layer(executor, index, all);
    if (!layer) {
        layer = memory_alloc_zeroed(1, sizeof *layer);
        canvas_create(&layer->canvas, all.w, all.h);
    }
    struct damage *damage = &layer->damage;
    bool fresh = damage->shown.count == 0;
    (void)damage_find_part(damage, frame, index + 1, end, all.w, all.h);
    for (int i = 0; i < damage->count; i++) {
        SDL_Rect part;
        if (SDL_IntersectRect(&damage->rects[i], &all, &part)) {
            draw_items(executor, &layer->canvas, index + 1, end, part);
        }
    }
    if (fresh) {
        canvas_settle(&layer->canvas);
    }
    shelf_add(&executor->layers, &layer->entry, item->content, layer_bytes(all));
    return layer;
}

static void copy_layer(const struct canvas *canvas, const struct layer_picture *layer,
                       const struct item *item, SDL_Rect seen) {
    pixman_image_composite32(PIXMAN_OP_SRC, layer->canvas.image, NULL, canvas->image,
                             seen.x - item->place.x, seen.y - item->place.y, 0, 0, seen.x, seen.y,
                             seen.w, seen.h);
}

static void draw_layer_look(struct surface_executor *executor, const struct canvas *canvas,
                            const struct item *item, SDL_Rect seen) {
    struct layer_picture *layer = shelf_find(&executor->layers, item->content);
    if (!layer) {
        layer = bake_layer(executor, (size_t)(item - executor->executor.frame.items.items));
    }
    copy_layer(canvas, layer, item, seen);
}

/* Only what a region is begun with: items before it look the same. */
static void draw_resting(struct surface_executor *executor, const struct canvas *canvas,
                         const struct item *item, SDL_Rect seen) {
    const struct layer_picture *layer = shelf_find(&executor->layers, item->content);
    if (layer) {
        copy_layer(canvas, layer, item, seen);
    }
}

static draw_look *const looks[] = {
    [LOOK_FILL] = draw_fill_look,  [LOOK_COVERAGE] = draw_coverage, [LOOK_MASK] = draw_mask,
    [LOOK_PICTURE] = draw_picture, [LOOK_VIDEO] = draw_video_look,  [LOOK_LAYER] = draw_layer_look,
    [LOOK_RESTING] = draw_resting,
};

static bool contains(SDL_Rect outer, SDL_Rect inner) {
    SDL_Rect common;
    return SDL_IntersectRect(&outer, &inner, &common) && SDL_RectEquals(&common, &inner);
}

static bool covers(struct surface_executor *executor, const struct item *item, SDL_Rect region) {
    if (item->look == LOOK_RESTING) {
        return contains(item->seen, region) && shelf_find(&executor->layers, item->content);
    }
    return contains(item->core, region);
}

/* The last item that hides everything below it in the region; `end` if there is none. */
static size_t find_base(struct surface_executor *executor, size_t first, size_t end,
                        SDL_Rect region) {
    const struct frame *frame = &executor->executor.frame;
    size_t base = end;
    for (size_t i = first; i < end; i = item_after(frame, i)) {
        if (covers(executor, &frame->items.items[i], region)) {
            base = i;
        }
    }
    return base;
}

/* The largest part of `seen` that a single one of the items from `first` on hides; not worth
   stepping around when it is small. */
static SDL_Rect find_hidden(const struct frame *frame, size_t first, size_t end, SDL_Rect seen) {
    SDL_Rect hidden = {seen.x, seen.y, 0, 0};
    int largest = SMALLEST_HIDDEN;
    for (size_t i = first; i < end; i = item_after(frame, i)) {
        SDL_Rect common;
        if (SDL_IntersectRect(&frame->items.items[i].core, &seen, &common) &&
            common.w * common.h > largest) {
            largest = common.w * common.h;
            hidden = common;
        }
    }
    return hidden;
}

/* What is left of `seen` above, below and beside `hidden`. */
static int split_around(SDL_Rect seen, SDL_Rect hidden, SDL_Rect bands[4]) {
    int right = hidden.x + hidden.w;
    int bottom = hidden.y + hidden.h;
    const SDL_Rect all[4] = {
        {seen.x, seen.y, seen.w, hidden.y - seen.y},
        {seen.x, hidden.y, hidden.x - seen.x, hidden.h},
        {right, hidden.y, seen.x + seen.w - right, hidden.h},
        {seen.x, bottom, seen.w, seen.y + seen.h - bottom},
    };
    int count = 0;
    for (int i = 0; i < 4; i++) {
        if (all[i].w > 0 && all[i].h > 0) {
            bands[count++] = all[i];
        }
    }
    return count;
}

static const struct item ground = {.look = LOOK_FILL, .colour = {0, 0, 0, 255}};

/* Draws an item as far as the items that follow it leave it to be seen. */
static void draw_item(struct surface_executor *executor, const struct canvas *canvas,
                      const struct item *item, SDL_Rect seen, size_t next, size_t end) {
    SDL_Rect bands[4];
    SDL_Rect hidden = find_hidden(&executor->executor.frame, next, end, seen);
    int count = split_around(seen, hidden, bands);
    for (int i = 0; i < count; i++) {
        looks[item->look](executor, canvas, item, bands[i]);
    }
    executor->executor.counts.commands++;
}

/* Draws the items from `first` to `end` as far as they are seen inside `clip`. */
static void draw_items(struct surface_executor *executor, const struct canvas *canvas, size_t first,
                       size_t end, SDL_Rect clip) {
    const struct frame *frame = &executor->executor.frame;
    size_t base = find_base(executor, first, end, clip);
    if (base == end) {
        draw_item(executor, canvas, &ground, clip, first, end);
        base = first;
    }
    for (size_t i = base; i < end; i = item_after(frame, i)) {
        const struct item *item = &frame->items.items[i];
        SDL_Rect seen;
        if ((item->look != LOOK_RESTING || i == base) &&
            SDL_IntersectRect(&item->seen, &clip, &seen)) {
            draw_item(executor, canvas, item, seen, item_after(frame, i), end);
        }
    }
    executor->executor.counts.pixels += (uint64_t)clip.w * (uint64_t)clip.h;
}

static struct surface_executor *surface_of(struct executor *executor) {
    return (struct surface_executor *)executor;
}

static void surface_size(struct executor *executor, int *width, int *height) {
    const SDL_Surface *surface = surface_of(executor)->surface;
    bool turned = executor_is_turned(executor);
    *width = turned ? surface->h : surface->w;
    *height = turned ? surface->w : surface->h;
}

/* Copies a rectangle of the upright picture to where it is on the screen. */
static void turn(const struct surface_executor *executor, SDL_Rect rect) {
    static const enum RotationMode modes[] = {kRotate0, kRotate90, kRotate180, kRotate270};
    const struct canvas *back = &executor->back;
    const SDL_Surface *surface = executor->surface;
    SDL_Rect place = executor_turned(&executor->executor, rect, back->width, back->height);
    ARGBRotate(back->pixels + rect.y * back->pitch + rect.x * 4, back->pitch,
               (uint8_t *)surface->pixels + place.y * surface->pitch + place.x * 4, surface->pitch,
               rect.w, rect.h, modes[executor->executor.setup.rotation]);
}

static void surface_draw(struct executor *executor) {
    struct surface_executor *surface = surface_of(executor);
    const struct damage *damage = &executor->damage;
    bool turned = surface->back.image;
    for (int i = 0; i < damage->count; i++) {
        draw_items(surface, turned ? &surface->back : &surface->target, 0,
                   executor->frame.items.count, damage->rects[i]);
        if (turned) {
            turn(surface, damage->rects[i]);
        }
    }
    shelf_frame_end(&surface->layers);
}

static void surface_destroy(struct executor *executor) {
    struct surface_executor *surface = surface_of(executor);
    canvas_finish(&surface->target);
    canvas_destroy(&surface->back);
    shelf_finish(&surface->layers);
    LIST_FINISH(&surface->pieces.list);
    video_scaler_finish(&surface->video);
    executor_finish(executor);
    free(surface);
}

static void surface_expect(struct executor *executor) {
    const struct surface_executor *self = surface_of(executor);
    memory_prepare((size_t)self->surface->w * (size_t)self->surface->h * 4, EXPECTED_SCREENS);
}

static const struct executor_operations surface_operations = {.size = surface_size,
                                                              .draw = surface_draw,
                                                              .expect = surface_expect,
                                                              .destroy = surface_destroy};

void executor_target(struct executor *executor, SDL_Surface *surface) {
    struct surface_executor *self = surface_of(executor);
    self->surface = surface;
    canvas_finish(&self->target);
    canvas_destroy(&self->back);
    canvas_init(&self->target, surface->pixels, surface->w, surface->h, surface->pitch);
    if (executor->setup.rotation != ROTATION_0) {
        int width;
        int height;
        surface_size(executor, &width, &height);
        canvas_create(&self->back, width, height);
    }
    self->layers.budget = (size_t)LAYER_SCREENS * (size_t)surface->w * (size_t)surface->h * 4;
    executor_invalidate(executor);
}

struct executor *executor_create_surface(const struct executor_setup *setup, SDL_Surface *surface) {
    struct surface_executor *self = memory_alloc_zeroed(1, sizeof *self);
    executor_init(&self->executor, &surface_operations, setup);
    shelf_init(&self->layers, 0, layer_destroy, NULL);
    executor_target(&self->executor, surface);
    return &self->executor;
}
