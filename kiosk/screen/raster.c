/* Bakes are rasterised by cairo, SDL_ttf and a box blur, and kept by a hash of what they show. */
#include "screen/raster.h"

#include "base/hash.h"
#include "base/memory.h"

#include <math.h>

#include <SDL_surface.h>
#include <cairo.h>

/* Pixels of a shape's middle that a bake holds: long edges are drawn from pieces this long. */
enum { MIDDLE = 64 };

/* Kept for each pixel of the screen though no frame shows them: two round pictures as large as the
   screen, or the type of eight pages full of it. */
enum { BAKE_BYTES = 8 };

enum bake_kind { BAKE_ROUND = 1, BAKE_RING, BAKE_SHADOW, BAKE_LINE, BAKE_RUN, BAKE_PICTURE };

static void bake_destroy(void *owner, struct shelf_entry *entry) {
    (void)owner;
    struct bake *bake = (struct bake *)entry;
    if (bake->image) {
        pixman_image_unref(bake->image);
    }
    free(bake->pixels);
    free(bake->strips);
    free(bake);
}

void raster_init(struct raster *raster, struct fonts *fonts) {
    raster->fonts = fonts;
    shelf_init(&raster->bakes, 0, bake_destroy, NULL);
    shelf_init(&raster->lines, 0, bake_destroy, NULL);
}

void raster_finish(struct raster *raster) {
    shelf_finish(&raster->bakes);
    shelf_finish(&raster->lines);
}

void raster_frame_end(struct raster *raster, size_t pixels) {
    raster->bakes.budget = pixels * BAKE_BYTES;
    shelf_frame_end(&raster->bakes);
    shelf_frame_end(&raster->lines);
}

/* Gives the bake zeroed pixels of its size; nothing when the size is empty. */
static void bake_allocate(struct bake *bake, pixman_format_code_t format) {
    if (bake->width <= 0 || bake->height <= 0) {
        return;
    }
    bake->pitch = format == PIXMAN_a8 ? (bake->width + 3) & ~3 : bake->width * 4;
    bake->pixels = memory_alloc_zeroed((size_t)bake->height, (size_t)bake->pitch);
    bake->image =
        pixman_image_create_bits(format, bake->width, bake->height, bake->pixels, bake->pitch);
    if (!bake->image) {
        memory_exhausted((size_t)bake->height * (size_t)bake->pitch);
    }
}

static struct bake *bake_new(int width, int height, pixman_format_code_t format) {
    struct bake *bake = memory_alloc_zeroed(1, sizeof *bake);
    bake->width = bake->extent = width;
    bake->height = height;
    bake_allocate(bake, format);
    return bake;
}

static const struct bake *keep(struct shelf *shelf, struct bake *bake, uint64_t key) {
    size_t bytes = sizeof *bake + (size_t)bake->pitch * (size_t)bake->height;
    shelf_add(shelf, &bake->entry, key, bytes);
    return bake;
}

/* The kind is where the hash starts. */
static uint64_t shape_key(enum bake_kind kind, int width, int height, float radius, float stroke) {
    uint64_t key = hash_int(hash_int((uint64_t)kind, width), height);
    return hash_float(hash_float(key, radius), stroke);
}

/* cairo drawing on a bake's coverage; call canvas_close to have it written. */
static cairo_t *canvas_open(const struct bake *bake) {
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        bake->pixels, CAIRO_FORMAT_A8, bake->width, bake->height, bake->pitch);
    cairo_t *canvas = cairo_create(surface);
    cairo_surface_destroy(surface);
    return canvas;
}

static void canvas_close(cairo_t *canvas) {
    cairo_surface_flush(cairo_get_target(canvas));
    cairo_destroy(canvas);
}

static void round_path(cairo_t *canvas, double x, double y, double w, double h, double radius) {
    double r = fmax(0, fmin(radius, fmin(w, h) / 2));
    cairo_new_sub_path(canvas);
    cairo_arc(canvas, x + w - r, y + r, r, -M_PI_2, 0);
    cairo_arc(canvas, x + w - r, y + h - r, r, 0, M_PI_2);
    cairo_arc(canvas, x + r, y + h - r, r, M_PI_2, M_PI);
    cairo_arc(canvas, x + r, y + r, r, M_PI, M_PI + M_PI_2);
    cairo_close_path(canvas);
}

/* A side of a bake whose corners are `corner` long, for a shape of that length. */
static int baked_length(int length, int corner) {
    return SDL_min(length, 2 * corner + MIDDLE);
}

static float fitting_radius(float radius, int width, int height) {
    return fmaxf(0, fminf(radius, (float)SDL_min(width, height) / 2));
}

const struct bake *raster_round(struct raster *raster, int width, int height, float radius) {
    radius = fitting_radius(radius, width, height);
    int corner = (int)ceilf(radius) + 1;
    int w = baked_length(width, corner);
    int h = baked_length(height, corner);
    uint64_t key = shape_key(BAKE_ROUND, w, h, radius, 0);
    struct bake *bake = shelf_find(&raster->bakes, key);
    if (bake) {
        return bake;
    }
    bake = bake_new(w, h, PIXMAN_a8);
    bake->corner = corner;
    bake->centre_full = bake->edges_full = true;
    cairo_t *canvas = canvas_open(bake);
    round_path(canvas, 0, 0, w, h, radius);
    cairo_fill(canvas);
    canvas_close(canvas);
    return keep(&raster->bakes, bake, key);
}

const struct bake *raster_ring(struct raster *raster, int width, int height, float radius,
                               int stroke) {
    radius = fitting_radius(radius, width, height);
    stroke = SDL_min(stroke, (SDL_min(width, height) + 1) / 2);
    int corner = SDL_max((int)ceilf(radius), stroke) + 1;
    int w = baked_length(width, corner);
    int h = baked_length(height, corner);
    uint64_t key = shape_key(BAKE_RING, w, h, radius, (float)stroke);
    struct bake *bake = shelf_find(&raster->bakes, key);
    if (bake) {
        return bake;
    }
    bake = bake_new(w, h, PIXMAN_a8);
    bake->corner = corner;
    cairo_t *canvas = canvas_open(bake);
    cairo_set_fill_rule(canvas, CAIRO_FILL_RULE_EVEN_ODD);
    round_path(canvas, 0, 0, w, h, radius);
    if (w > 2 * stroke && h > 2 * stroke) {
        round_path(canvas, stroke, stroke, w - 2 * stroke, h - 2 * stroke, radius - (float)stroke);
    }
    cairo_fill(canvas);
    canvas_close(canvas);
    return keep(&raster->bakes, bake, key);
}

/* The radius of each of the three boxes: an odd width d with 3·σ·√(2π)/4 rounded. */
static int box_radius(float blur) {
    float sigma = blur / 2;
    return (int)(sigma * 3 * sqrtf(2 * (float)M_PI) / 4 + 0.5F) / 2;
}

int raster_shadow_reach(float blur) {
    return 3 * box_radius(blur);
}

/* The mean over 2 · radius + 1 values around each, as if zeros went on beyond both ends. */
static void box_pass(const uint16_t *from, uint16_t *to, int count, int radius) {
    uint32_t width = 2 * (uint32_t)radius + 1;
    uint32_t sum = 0;
    for (int i = 0; i < SDL_min(radius, count); i++) {
        sum += from[i];
    }
    for (int i = 0; i < count; i++) {
        sum += i + radius < count ? from[i + radius] : 0;
        to[i] = (uint16_t)((sum + width / 2) / width);
        sum -= i - radius >= 0 ? from[i - radius] : 0;
    }
}

/* Blurs `count` values that are `step` apart; `line` has room for twice as many. */
static void blur_line(uint16_t *values, int step, int count, int radius, uint16_t *line) {
    uint16_t *other = line + count;
    for (int i = 0; i < count; i++) {
        line[i] = values[i * step];
    }
    box_pass(line, other, count, radius);
    box_pass(other, line, count, radius);
    box_pass(line, other, count, radius);
    for (int i = 0; i < count; i++) {
        values[i * step] = other[i];
    }
}

/* 16 bits a pixel between the passes, so that a wide soft shadow shows no steps. */
static void blur(const struct bake *bake, int radius) {
    size_t count = (size_t)bake->width * (size_t)bake->height;
    uint16_t *values = memory_alloc(count * sizeof *values);
    uint16_t *line = memory_alloc(2 * sizeof *line * (size_t)SDL_max(bake->width, bake->height));
    uint8_t *pixels = bake->pixels;
    for (int y = 0; y < bake->height; y++) {
        for (int x = 0; x < bake->width; x++) {
            values[y * bake->width + x] = (uint16_t)(pixels[y * bake->pitch + x] * 257);
        }
        blur_line(values + y * bake->width, 1, bake->width, radius, line);
    }
    for (int x = 0; x < bake->width; x++) {
        blur_line(values + x, bake->width, bake->height, radius, line);
        for (int y = 0; y < bake->height; y++) {
            pixels[y * bake->pitch + x] = (uint8_t)((values[y * bake->width + x] + 128) / 257);
        }
    }
    free(line);
    free(values);
}

const struct bake *raster_shadow(struct raster *raster, int width, int height, float radius,
                                 float blur_radius) {
    radius = fitting_radius(radius, width, height);
    int reach = raster_shadow_reach(blur_radius);
    int corner = 2 * reach + (int)ceilf(radius) + 1;
    int w = baked_length(width + 2 * reach, corner);
    int h = baked_length(height + 2 * reach, corner);
    uint64_t key = shape_key(BAKE_SHADOW, w, h, radius, blur_radius);
    struct bake *bake = shelf_find(&raster->bakes, key);
    if (bake) {
        return bake;
    }
    bake = bake_new(w, h, PIXMAN_a8);
    bake->corner = corner;
    bake->centre_full = true;
    bake->left = bake->top = -reach;
    cairo_t *canvas = canvas_open(bake);
    round_path(canvas, reach, reach, w - 2 * reach, h - 2 * reach, radius);
    cairo_fill(canvas);
    canvas_close(canvas);
    blur(bake, box_radius(blur_radius));
    return keep(&raster->bakes, bake, key);
}

/* How far a level line rises: it is divided by. */
static const float LEVEL = 1e-3F;

/* A line as it is baked: from `from`, inside a bake. */
struct stroke {
    SDL_FPoint from;
    float dx, dy;
    float reach; /* from its middle to where nothing is covered */
};

/* Where the line covers something in the rows from `top` to `bottom`. */
static void stroke_reach(const struct stroke *stroke, float top, float bottom, int *left,
                         int *right) {
    float enter = (top - stroke->reach - stroke->from.y) / stroke->dy;
    float leave = (bottom + stroke->reach - stroke->from.y) / stroke->dy;
    float x1 = stroke->from.x + stroke->dx * SDL_clamp(enter, 0, 1);
    float x2 = stroke->from.x + stroke->dx * SDL_clamp(leave, 0, 1);
    *left = (int)floorf(fminf(x1, x2) - stroke->reach);
    *right = (int)ceilf(fmaxf(x1, x2) + stroke->reach);
}

/* Of a pixel that far from the line's middle, from 0 to 255. */
static uint8_t stroke_coverage(const struct stroke *stroke, float distance) {
    float share = stroke->reach - distance;
    return (uint8_t)(SDL_clamp(share, 0, 1) * 255 + 0.5F);
}

/* One row of pixels: how far along the line their nearest points are grows evenly from each to the
   next. */
static void bake_row(uint8_t *row, const struct stroke *stroke, int y, int left, int right) {
    float scale = 1 / (stroke->dx * stroke->dx + stroke->dy * stroke->dy);
    float down = (float)y + 0.5F - stroke->from.y;
    float across = (float)left + 0.5F - stroke->from.x;
    float along = (across * stroke->dx + down * stroke->dy) * scale;
    float step = stroke->dx * scale;
    for (int x = left; x < right; x++) {
        float share = SDL_clamp(along, 0, 1);
        float aside = across - share * stroke->dx;
        float below = down - share * stroke->dy;
        *row++ = stroke_coverage(stroke, sqrtf(aside * aside + below * below));
        across += 1;
        along += step;
    }
}

static void bake_stroke(struct bake *bake, const struct stroke *stroke) {
    for (int y = 0; y < bake->height; y++) {
        uint8_t *row = (uint8_t *)bake->pixels + y * bake->pitch;
        int left;
        int right;
        stroke_reach(stroke, (float)y, (float)y + 1, &left, &right);
        bake_row(row + left - bake->strips[y / BAKE_STRIP], stroke, y, left, right);
    }
}

/* A bake of strips as wide as the widest of them. */
static struct bake *bake_for_stroke(const struct stroke *stroke, int extent, int height) {
    int count = (height + BAKE_STRIP - 1) / BAKE_STRIP;
    int *strips = memory_alloc((size_t)count * sizeof *strips);
    int widest = 0;
    for (int i = 0; i < count; i++) {
        int top = i * BAKE_STRIP;
        int right;
        stroke_reach(stroke, (float)top, (float)SDL_min(top + BAKE_STRIP, height), &strips[i],
                     &right);
        widest = SDL_max(widest, right - strips[i]);
    }
    struct bake *bake = bake_new(widest, height, PIXMAN_a8);
    bake->strips = strips;
    bake->extent = extent;
    return bake;
}

const struct bake *raster_line(struct raster *raster, SDL_FPoint fraction, float dx, float dy,
                               float width) {
    uint64_t key = hash_float(hash_float(BAKE_LINE, fraction.x), fraction.y);
    key = hash_float(hash_float(hash_float(key, dx), dy), width);
    struct bake *bake = shelf_find(&raster->lines, key);
    if (bake) {
        return bake;
    }
    float reach = width / 2 + 0.5F;
    int left = (int)floorf(fminf(0, dx) + fraction.x - reach);
    int top = (int)floorf(fminf(0, dy) + fraction.y - reach);
    int right = (int)ceilf(fmaxf(0, dx) + fraction.x + reach);
    int bottom = (int)ceilf(fmaxf(0, dy) + fraction.y + reach);
    struct stroke stroke = {.from = {fraction.x - (float)left, fraction.y - (float)top},
                            .dx = dx,
                            .dy = dy == 0 ? LEVEL : dy,
                            .reach = reach};
    bake = bake_for_stroke(&stroke, right - left, bottom - top);
    bake->left = left;
    bake->top = top;
    bake_stroke(bake, &stroke);
    return keep(&raster->lines, bake, key);
}

static void copy_alpha(const struct bake *bake, const SDL_Surface *run) {
    for (int y = 0; y < bake->height; y++) {
        const uint32_t *from = (const void *)((const uint8_t *)run->pixels + y * run->pitch);
        uint8_t *to = (uint8_t *)bake->pixels + y * bake->pitch;
        for (int x = 0; x < bake->width; x++) {
            to[x] = (uint8_t)(from[x] >> 24);
        }
    }
}

const struct bake *raster_run(struct raster *raster, enum font_face face, float size,
                              const char *words) {
    uint64_t key = hash_string(hash_float(hash_int(BAKE_RUN, (int)face), size), words);
    struct bake *bake = shelf_find(&raster->bakes, key);
    if (bake) {
        return bake;
    }
    int left = 0;
    int ascent = 0;
    raster->runs++;
    SDL_Surface *run = fonts_render(raster->fonts, face, size, words, &left, &ascent);
    bake = bake_new(run ? run->w : 0, run ? run->h : 0, PIXMAN_a8);
    bake->left = -left;
    bake->top = -ascent;
    if (run) {
        copy_alpha(bake, run);
        SDL_FreeSurface(run);
    }
    return keep(&raster->bakes, bake, key);
}

static void cut_corners(const struct bake *bake, const struct bake *mask, pixman_image_t *picture) {
    struct pieces pieces = {0};
    SDL_Rect all = {0, 0, bake->width, bake->height};
    bake_pieces(mask, all, all, &pieces);
    for (size_t i = 0; i < pieces.list.count; i++) {
        const struct piece *piece = &pieces.list.items[i];
        pixman_image_composite32(PIXMAN_OP_SRC, picture, piece->full ? NULL : mask->image,
                                 bake->image, piece->x, piece->y, piece->from.x, piece->from.y,
                                 piece->x, piece->y, piece->from.w, piece->from.h);
    }
    LIST_FINISH(&pieces.list);
}

const struct bake *raster_round_picture(struct raster *raster, const SDL_Surface *picture,
                                        uint64_t key, float radius) {
    key = hash_float(hash_int(BAKE_PICTURE, (int64_t)key), radius);
    struct bake *bake = shelf_find(&raster->bakes, key);
    if (bake) {
        return bake;
    }
    bake = bake_new(picture->w, picture->h, PIXMAN_a8r8g8b8);
    pixman_image_t *source = pixman_image_create_bits(PIXMAN_a8r8g8b8, picture->w, picture->h,
                                                      (uint32_t *)picture->pixels, picture->pitch);
    if (!source) {
        memory_exhausted((size_t)picture->pitch * (size_t)picture->h);
    }
    cut_corners(bake, raster_round(raster, picture->w, picture->h, radius), source);
    pixman_image_unref(source);
    return keep(&raster->bakes, bake, key);
}
