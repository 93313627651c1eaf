/* Pictures: photos decoded once, or drawings drawn at the size that is wanted. */
#include "draw/picture.h"

#include "draw/photo.h"
#include "draw/picture_file.h"

#include <math.h>

#include <cairo.h>
#include <libyuv.h>

/* Pictures larger than this are halved once decoded: no screen shows more of one. */
enum { KEPT_PIXELS = 32 * 1000 * 1000, DRAWING_SIDE = 10000 };

size_t surface_bytes(const SDL_Surface *surface) {
    return surface ? (size_t)surface->pitch * (size_t)surface->h : 0;
}

static SDL_Surface *surface_create(int width, int height) {
    return SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
}

/* How an EXIF orientation is undone: mirrored left to right first, then turned clockwise. */
static const struct {
    bool mirror;
    enum RotationMode turn;
} orientations[] = {
    [1] = {false, kRotate0},  [2] = {true, kRotate0},    [3] = {false, kRotate180},
    [4] = {true, kRotate180}, [5] = {true, kRotate270},  [6] = {false, kRotate90},
    [7] = {true, kRotate90},  [8] = {false, kRotate270},
};

/* Takes `pixels`; returns them upright. */
static SDL_Surface *upright(SDL_Surface *pixels, int orientation) {
    if (!pixels || orientation <= 1) {
        return pixels;
    }
    enum RotationMode turn = orientations[orientation].turn;
    bool sideways = turn == kRotate90 || turn == kRotate270;
    SDL_Surface *turned =
        surface_create(sideways ? pixels->h : pixels->w, sideways ? pixels->w : pixels->h);
    SDL_Surface *mirrored = surface_create(pixels->w, pixels->h);
    if (turned && mirrored) {
        int (*copy)(const uint8_t *from, int from_pitch, uint8_t *to, int to_pitch, int w, int h) =
            orientations[orientation].mirror ? ARGBMirror : ARGBCopy;
        copy(pixels->pixels, pixels->pitch, mirrored->pixels, mirrored->pitch, pixels->w,
             pixels->h);
        ARGBRotate(mirrored->pixels, mirrored->pitch, turned->pixels, turned->pitch, pixels->w,
                   pixels->h, turn);
    }
    SDL_FreeSurface(mirrored);
    SDL_FreeSurface(pixels);
    return turned;
}

/* A surface of half the width and/or height. */
static SDL_Surface *halved(const SDL_Surface *pixels, bool across, bool down) {
    int width = across ? pixels->w / 2 : pixels->w;
    int height = down ? pixels->h / 2 : pixels->h;
    SDL_Surface *half = surface_create(width, height);
    if (half) {
        ARGBScale(pixels->pixels, pixels->pitch, across ? width * 2 : width,
                  down ? height * 2 : height, half->pixels, half->pitch, width, height, kFilterBox);
    }
    return half;
}

static bool load_pixels(struct picture *picture, const struct picture_file *file) {
    SDL_Surface *pixels = upright(photo_decode(file), file->orientation);
    if (!pixels) {
        return false;
    }
    picture->width = pixels->w;
    picture->height = pixels->h;
    if ((long)pixels->w * pixels->h > KEPT_PIXELS) {
        SDL_Surface *half = halved(pixels, true, true);
        SDL_FreeSurface(pixels);
        pixels = half;
    }
    picture->pixels = pixels;
    return pixels != NULL;
}

static cairo_surface_t *cairo_over(const SDL_Surface *surface) {
    return cairo_image_surface_create_for_data(surface->pixels, CAIRO_FORMAT_ARGB32, surface->w,
                                               surface->h, surface->pitch);
}

/* A view, without a copy, of the pixels that a region touches; moves the region into it. */
static SDL_Surface *cropped(const SDL_Surface *pixels, struct rect *region) {
    int left = (int)fmaxf(floorf(region->x) - 1, 0);
    int top = (int)fmaxf(floorf(region->y) - 1, 0);
    int right = (int)fminf(ceilf(region->x + region->w) + 1, (float)pixels->w);
    int bottom = (int)fminf(ceilf(region->y + region->h) + 1, (float)pixels->h);
    if (right <= left || bottom <= top) {
        return NULL;
    }
    region->x -= (float)left;
    region->y -= (float)top;
    char *first = (char *)pixels->pixels + (ptrdiff_t)top * pixels->pitch + (ptrdiff_t)left * 4;
    return SDL_CreateRGBSurfaceWithFormatFrom(first, right - left, bottom - top, 32, pixels->pitch,
                                              SDL_PIXELFORMAT_ARGB8888);
}

/* Takes `view`; returns it halved until `region` is less than twice the size wanted. */
static SDL_Surface *halve_down(SDL_Surface *view, struct rect *region, int width, int height) {
    while (view) {
        bool across = region->w >= 2 * (float)width && view->w >= 2;
        bool down = region->h >= 2 * (float)height && view->h >= 2;
        if (!across && !down) {
            break;
        }
        SDL_Surface *half = halved(view, across, down);
        SDL_FreeSurface(view);
        view = half;
        float by_x = across ? 0.5F : 1;
        float by_y = down ? 0.5F : 1;
        *region =
            (struct rect){region->x * by_x, region->y * by_y, region->w * by_x, region->h * by_y};
    }
    return view;
}

static void paint(SDL_Surface *target, const SDL_Surface *source, struct rect region, bool fine) {
    cairo_surface_t *out = cairo_over(target);
    cairo_surface_t *in = cairo_over(source);
    cairo_t *cairo = cairo_create(out);
    cairo_matrix_t matrix;
    cairo_set_source_surface(cairo, in, 0, 0);
    cairo_matrix_init_translate(&matrix, (double)region.x, (double)region.y);
    cairo_matrix_scale(&matrix, (double)region.w / target->w, (double)region.h / target->h);
    cairo_pattern_set_matrix(cairo_get_source(cairo), &matrix);
    cairo_pattern_set_filter(cairo_get_source(cairo),
                             fine ? CAIRO_FILTER_GOOD : CAIRO_FILTER_BILINEAR);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(in);
    cairo_surface_destroy(out);
}

static struct rect whole_if_empty(struct rect part) {
    return part.w > 0 && part.h > 0 ? part : (struct rect){0, 0, 1, 1};
}

SDL_Surface *pixels_scaled(const SDL_Surface *pixels, struct rect part, int width, int height,
                           bool fine) {
    part = whole_if_empty(part);
    struct rect region = {part.x * (float)pixels->w, part.y * (float)pixels->h,
                          part.w * (float)pixels->w, part.h * (float)pixels->h};
    SDL_Surface *view = halve_down(cropped(pixels, &region), &region, width, height);
    SDL_Surface *target = view ? surface_create(width, height) : NULL;
    if (target) {
        paint(target, view, region, fine);
    }
    SDL_FreeSurface(view);
    return target;
}

static bool load_drawing(struct picture *picture, const struct picture_file *file) {
    double width;
    double height;
    struct drawing *drawing = drawing_create(file->bytes, file->size, &width, &height);
    if (!drawing) {
        return false;
    }
    if (width < 1 || height < 1 || width > DRAWING_SIDE || height > DRAWING_SIDE) {
        drawing_destroy(drawing);
        return false;
    }
    picture->drawing = drawing;
    picture->width = (int)lround(width);
    picture->height = (int)lround(height);
    return true;
}

static SDL_Surface *render_drawing(const struct picture *picture, struct rect part, int width,
                                   int height) {
    SDL_Surface *target = surface_create(width, height);
    if (!target) {
        return NULL;
    }
    part = whole_if_empty(part);
    cairo_surface_t *out = cairo_over(target);
    cairo_t *cairo = cairo_create(out);
    cairo_scale(cairo, width / ((double)part.w * picture->width),
                height / ((double)part.h * picture->height));
    cairo_translate(cairo, -(double)part.x * picture->width, -(double)part.y * picture->height);
    bool good = drawing_render(picture->drawing, cairo, picture->width, picture->height);
    cairo_destroy(cairo);
    cairo_surface_destroy(out);
    if (!good) {
        SDL_FreeSurface(target);
        return NULL;
    }
    return target;
}

bool picture_load(struct picture *picture, const char *path, bool *empty) {
    struct picture_file file;
    *picture = (struct picture){0};
    if (!picture_file_read(&file, path, empty)) {
        return false;
    }
    bool good =
        file.format == PICTURE_SVG ? load_drawing(picture, &file) : load_pixels(picture, &file);
    picture_file_finish(&file);
    return good;
}

void picture_finish(struct picture *picture) {
    SDL_FreeSurface(picture->pixels);
    drawing_destroy(picture->drawing);
    *picture = (struct picture){0};
}

SDL_Surface *picture_scaled(const struct picture *picture, struct rect part, int width,
                            int height) {
    return picture->drawing ? render_drawing(picture, part, width, height)
                            : pixels_scaled(picture->pixels, part, width, height, true);
}
