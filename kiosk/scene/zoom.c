/* Zoom: a picture in a window, looked at closer with two fingers, a double tap or a button. */
#include "scene/zoom.h"

#include "input/gesture.h"
#include "scene/pieces.h"

#include <math.h>

enum { GLIDE_MS = 280 };

static float within(float value, float least, float most) {
    return value < least ? least : value > most ? most : value;
}

static float scale_of(const struct zoom *zoom) {
    return zoom->scale < 1 ? 1 : zoom->scale;
}

/* The whole picture's size in the window: as large as fits. */
static struct point whole_size(const struct zoom *zoom) {
    if (zoom->width <= 0 || zoom->height <= 0) {
        return (struct point){zoom->window.w, zoom->window.h};
    }
    float fit = fminf(zoom->window.w / zoom->width, zoom->window.h / zoom->height);
    return (struct point){zoom->width * fit, zoom->height * fit};
}

static float bound_axis(float centre, float size, float window) {
    if (size <= window) {
        return 0.5F;
    }
    float half = window / 2 / size;
    return within(centre, half, 1 - half);
}

/* The centre nearest to the wanted one that leaves no gap beside the picture. */
static struct point bound(const struct zoom *zoom, struct point centre, float scale) {
    struct point whole = whole_size(zoom);
    return (struct point){bound_axis(centre.x, whole.x * scale, zoom->window.w),
                          bound_axis(centre.y, whole.y * scale, zoom->window.h)};
}

static void settle(struct zoom *zoom, struct point centre, float scale) {
    zoom->scale = within(scale, 1, ZOOM_MOST);
    zoom->centre = bound(zoom, centre, zoom->scale);
}

static void stop(struct zoom *zoom) {
    zoom->glide.span = 0;
    zoom->released = 0;
}

void zoom_window(struct zoom *zoom, struct rect window, float width, float height) {
    zoom->window = window;
    zoom->width = width;
    zoom->height = height;
    settle(zoom, zoom->centre, scale_of(zoom));
}

void zoom_reset(struct zoom *zoom) {
    stop(zoom);
    settle(zoom, (struct point){0.5F, 0.5F}, 1);
}

bool zoom_is_close(const struct zoom *zoom) {
    return scale_of(zoom) > 1.01F;
}

/* The point of the picture, in fractions, that is at (x, y) of the screen. */
static struct point picture_at(const struct zoom *zoom, float x, float y) {
    struct point whole = whole_size(zoom);
    struct point middle = rect_centre(zoom->window);
    float scale = scale_of(zoom);
    return (struct point){zoom->centre.x + (x - middle.x) / (whole.x * scale),
                          zoom->centre.y + (y - middle.y) / (whole.y * scale)};
}

/* The centre that keeps the picture's point at (x, y) there under another scale. */
static struct point centre_about(const struct zoom *zoom, float scale, float x, float y) {
    struct point held = picture_at(zoom, x, y);
    struct point whole = whole_size(zoom);
    struct point middle = rect_centre(zoom->window);
    return (struct point){held.x - (x - middle.x) / (whole.x * scale),
                          held.y - (y - middle.y) / (whole.y * scale)};
}

void zoom_about(struct zoom *zoom, float factor, float x, float y) {
    stop(zoom);
    float scale = within(scale_of(zoom) * factor, 1, ZOOM_MOST);
    settle(zoom, centre_about(zoom, scale, x, y), scale);
}

static struct point panned(const struct zoom *zoom, struct point centre, float dx, float dy) {
    struct point whole = whole_size(zoom);
    float scale = scale_of(zoom);
    return (struct point){centre.x - dx / (whole.x * scale), centre.y - dy / (whole.y * scale)};
}

void zoom_pan(struct zoom *zoom, float dx, float dy) {
    stop(zoom);
    settle(zoom, panned(zoom, zoom->centre, dx, dy), scale_of(zoom));
}

void zoom_release(struct zoom *zoom, float vx, float vy, millis now) {
    zoom->speed = (struct point){vx, vy};
    zoom->coast = zoom->centre;
    zoom->released = now;
}

static void glide(struct zoom *zoom, struct point centre, float scale, millis now) {
    stop(zoom);
    zoom->glide.from = scale_of(zoom);
    zoom->glide.from_centre = zoom->centre;
    zoom->glide.to = within(scale, 1, ZOOM_MOST);
    zoom->glide.to_centre = bound(zoom, centre, zoom->glide.to);
    zoom->glide.start = now;
    zoom->glide.span = GLIDE_MS;
}

void zoom_glide_about(struct zoom *zoom, float scale, float x, float y, millis now) {
    scale = within(scale, 1, ZOOM_MOST);
    glide(zoom, centre_about(zoom, scale, x, y), scale, now);
}

void zoom_glide_centre(struct zoom *zoom, float x, float y, millis now) {
    glide(zoom, picture_at(zoom, x, y), scale_of(zoom), now);
}

void zoom_glide_part(struct zoom *zoom, struct rect part, millis now) {
    struct point whole = whole_size(zoom);
    float scale = fminf(zoom->window.w / (whole.x * fmaxf(part.w, 0.01F)),
                        zoom->window.h / (whole.y * fmaxf(part.h, 0.01F)));
    glide(zoom, rect_centre(part), scale, now);
}

void zoom_glide_whole(struct zoom *zoom, millis now) {
    glide(zoom, (struct point){0.5F, 0.5F}, 1, now);
}

void zoom_glide_page(struct zoom *zoom, int direction, millis now) {
    const float step = 0.7F * (float)direction;
    const float nothing = 0.001F;
    struct point whole = whole_size(zoom);
    float scale = scale_of(zoom);
    struct point beside = bound(
        zoom,
        (struct point){zoom->centre.x + step * zoom->window.w / (whole.x * scale), zoom->centre.y},
        scale);
    if (fabsf(beside.x - zoom->centre.x) < nothing) {
        float edge = direction > 0 ? 0 : 1;
        float row = zoom->centre.y + step * zoom->window.h / (whole.y * scale);
        beside = bound(zoom, (struct point){edge, row}, scale);
        /* After the last row nothing comes. */
        beside.x = fabsf(beside.y - zoom->centre.y) < nothing ? zoom->centre.x : beside.x;
    }
    glide(zoom, beside, scale, now);
}

static bool glide_tick(struct zoom *zoom, millis now) {
    float done = ease_out(now - zoom->glide.start, zoom->glide.span);
    float scale = zoom->glide.from + (zoom->glide.to - zoom->glide.from) * done;
    struct point from = zoom->glide.from_centre;
    struct point to = zoom->glide.to_centre;
    settle(zoom, (struct point){from.x + (to.x - from.x) * done, from.y + (to.y - from.y) * done},
           scale);
    if (now - zoom->glide.start >= zoom->glide.span) {
        zoom->glide.span = 0;
    }
    return zoom->glide.span != 0;
}

static bool coast_tick(struct zoom *zoom, millis now) {
    millis elapsed = now - zoom->released;
    struct point centre = panned(zoom, zoom->coast, inertia_distance(zoom->speed.x, elapsed),
                                 inertia_distance(zoom->speed.y, elapsed));
    settle(zoom, centre, scale_of(zoom));
    if (inertia_over(hypotf(zoom->speed.x, zoom->speed.y), elapsed)) {
        zoom->released = 0;
    }
    return zoom->released != 0;
}

bool zoom_tick(struct zoom *zoom, millis now) {
    if (zoom->glide.span != 0) {
        return glide_tick(zoom, now);
    }
    return zoom->released != 0 && coast_tick(zoom, now);
}

struct rect zoom_place(const struct zoom *zoom, struct rect part) {
    struct point whole = whole_size(zoom);
    struct point middle = rect_centre(zoom->window);
    float width = whole.x * scale_of(zoom);
    float height = whole.y * scale_of(zoom);
    return (struct rect){middle.x + (part.x - zoom->centre.x) * width,
                         middle.y + (part.y - zoom->centre.y) * height, part.w * width,
                         part.h * height};
}

void zoom_shown(const struct zoom *zoom, struct rect *part, struct rect *place) {
    struct rect all = zoom_place(zoom, (struct rect){0, 0, 1, 1});
    float left = fmaxf(all.x, zoom->window.x);
    float top = fmaxf(all.y, zoom->window.y);
    float right = fminf(all.x + all.w, zoom->window.x + zoom->window.w);
    float bottom = fminf(all.y + all.h, zoom->window.y + zoom->window.h);
    *place = (struct rect){left, top, right - left, bottom - top};
    *part = (struct rect){(left - all.x) / all.w, (top - all.y) / all.h, (right - left) / all.w,
                          (bottom - top) / all.h};
}
