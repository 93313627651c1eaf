/* Viewers: a picture that is searched with taps, a lens and a zoom, by finger or by key. */
#include "scene/viewer.h"

#include <math.h>

static const float FINGER = 22; /* so far beside a thing is still on it, logical pixels */

void viewer_init(struct viewer *viewer) {
    *viewer = (struct viewer){0};
    zoom_reset(&viewer->zoom);
    viewer_beam(viewer, false);
}

void viewer_beam(struct viewer *viewer, bool beam) {
    viewer->beam = beam;
    viewer->lens = (struct lens){.out = beam, .at = {0.5F, 0.5F}};
}

void viewer_show(struct viewer *viewer, struct point at, millis now) {
    viewer_beam(viewer, viewer->beam);
    viewer->lens.at = at;
    zoom_glide_whole(&viewer->zoom, now);
}

/* Of a picture that is close the lens shows only what is seen of it. */
static void keep_lens_in_sight(struct viewer *viewer) {
    struct rect part, place;
    zoom_shown(&viewer->zoom, &part, &place);
    struct point *at = &viewer->lens.at;
    *at = (struct point){fminf(fmaxf(at->x, part.x), part.x + part.w),
                         fminf(fmaxf(at->y, part.y), part.y + part.h)};
}

bool viewer_place(struct viewer *viewer, struct rect window, const struct asset *picture,
                  millis now) {
    zoom_window(&viewer->zoom, window, (float)picture->width, (float)picture->height);
    bool moves = zoom_tick(&viewer->zoom, now);
    viewer->picture = zoom_place(&viewer->zoom, (struct rect){0, 0, 1, 1});
    keep_lens_in_sight(viewer);
    return moves;
}

struct lens_view viewer_lens(const struct viewer *viewer) {
    return lens_view(&viewer->lens, viewer->picture, viewer->zoom.window);
}

static struct point point_of(const struct viewer *viewer, float x, float y) {
    const struct rect *all = &viewer->picture;
    return (struct point){(x - all->x) / fmaxf(all->w, 1), (y - all->y) / fmaxf(all->h, 1)};
}

static struct viewer_claim claim(struct point at, float x, float y) {
    return (struct viewer_claim){true, {at.x - x, at.y - y, 2 * x, 2 * y}};
}

void viewer_step(struct viewer *viewer, int direction) {
    if (zoom_is_close(&viewer->zoom)) {
        zoom_reset(&viewer->zoom);
        viewer->picture = zoom_place(&viewer->zoom, (struct rect){0, 0, 1, 1});
    }
    struct lens_view view = viewer_lens(viewer);
    lens_step(&viewer->lens, &view, viewer->picture, direction);
}

/* A key points at all that the lens shows. A finger's tap in the glass means what is seen there;
   beside it the lens is not needed any more. */
static struct viewer_claim tap(struct viewer *viewer, const struct gesture *gesture) {
    struct lens_view view = viewer_lens(viewer);
    struct point size = {fmaxf(viewer->picture.w, 1), fmaxf(viewer->picture.h, 1)};
    if (gesture->keyed && !viewer->lens.out) {
        viewer_step(viewer, 1);
        return (struct viewer_claim){0};
    }
    if (gesture->keyed) {
        struct point seen = rect_centre(view.seen);
        return claim(point_of(viewer, seen.x, seen.y), view.seen.w / 2 / size.x,
                     view.seen.h / 2 / size.y);
    }
    if (viewer->lens.out && rect_contains(view.place, gesture->x, gesture->y)) {
        return claim(lens_point(&view, gesture->x, gesture->y), FINGER / view.whole.w,
                     FINGER / view.whole.h);
    }
    viewer->lens.out = viewer->beam;
    return claim(point_of(viewer, gesture->x, gesture->y), FINGER / size.x, FINGER / size.y);
}

static bool moves_lens(const struct viewer *viewer) {
    return viewer->beam || !zoom_is_close(&viewer->zoom);
}

static void drag(struct viewer *viewer, const struct gesture *gesture) {
    if (moves_lens(viewer)) {
        struct point at = point_of(viewer, gesture->x, gesture->y);
        viewer->lens.out = true;
        viewer->lens.at = (struct point){fminf(fmaxf(at.x, 0), 1), fminf(fmaxf(at.y, 0), 1)};
    } else {
        zoom_pan(&viewer->zoom, gesture->dx, gesture->dy);
    }
}

struct viewer_claim viewer_gesture(struct viewer *viewer, const struct gesture *gesture,
                                   millis now) {
    switch (gesture->type) {
    case GESTURE_TAP:
        return tap(viewer, gesture);
    case GESTURE_DRAG:
        drag(viewer, gesture);
        break;
    case GESTURE_DRAG_END:
        if (!moves_lens(viewer)) {
            zoom_release(&viewer->zoom, gesture->vx, gesture->vy, now);
        }
        break;
    case GESTURE_PINCH:
        viewer->lens.out = viewer->beam;
        zoom_about(&viewer->zoom, gesture->scale, gesture->x, gesture->y);
        zoom_pan(&viewer->zoom, gesture->dx, gesture->dy);
        break;
    case GESTURE_PINCH_END:
        if (!zoom_is_close(&viewer->zoom)) {
            zoom_glide_whole(&viewer->zoom, now);
        }
        break;
    case GESTURE_STEP:
        viewer_step(viewer, gesture->dx > 0 ? 1 : -1);
        break;
    default:
        break;
    }
    return (struct viewer_claim){0};
}

bool viewer_is_inside(const struct viewer *viewer) {
    return (viewer->lens.out && !viewer->beam) || zoom_is_close(&viewer->zoom);
}

void viewer_back(struct viewer *viewer, millis now) {
    viewer_beam(viewer, viewer->beam);
    zoom_glide_whole(&viewer->zoom, now);
}
