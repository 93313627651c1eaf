/* The lens: a magnifier over a picture, which stands beside the finger that moves it. */
#include "scene/lens.h"

#include <math.h>

static const float POWER = 2.2F; /* so many times larger */
static const float SHARE = 0.5F; /* the glass's side to the window's shorter one */
static const float AWAY = 20;    /* between what is seen, under the finger, and the glass */
static const float RIM = 6;
static const float CORNER = 10;

static float within(float value, float least, float most) {
    return fminf(fmaxf(value, least), fmaxf(most, least));
}

/* How large the glass is: along the window's longer side it has room beside the finger wherever
   that is. */
static float side_of(struct rect window) {
    float half = fmaxf(window.w, window.h) / 2 - AWAY;
    return roundf(fminf(fminf(window.w, window.h) * SHARE, half / (1 + 0.5F / POWER)));
}

/* Above the finger; where there is no room, at its side that has more or below it, so that no hand
   lies over it. */
static struct rect place_of(struct point finger, float side, struct rect window) {
    float away = side / POWER / 2 + AWAY;
    float right = window.x + window.w - side;
    float bottom = window.y + window.h - side;
    bool leftwards = finger.x > window.x + window.w / 2;
    struct rect above = {within(finger.x - side / 2, window.x, right), finger.y - away - side, side,
                         side};
    struct rect beside = {leftwards ? finger.x - away - side : finger.x + away,
                          within(finger.y - side / 2, window.y, bottom), side, side};
    struct rect below = {above.x, fminf(finger.y + away, bottom), side, side};
    if (above.y >= window.y) {
        return above;
    }
    return beside.x >= window.x && beside.x <= right ? beside : below;
}

/* The sizes are whole pixels: a picture is scaled once for all places of the lens. */
struct lens_view lens_view(const struct lens *lens, struct rect picture, struct rect window) {
    float side = side_of(window);
    struct point half = {side / POWER / picture.w / 2, side / POWER / picture.h / 2};
    struct point middle = {within(lens->at.x, half.x, 1 - half.x),
                           within(lens->at.y, half.y, 1 - half.y)};
    struct point finger = {picture.x + lens->at.x * picture.w, picture.y + lens->at.y * picture.h};
    struct lens_view view = {.place = place_of(finger, side, window)};
    view.place.x = roundf(view.place.x);
    view.place.y = roundf(view.place.y);
    view.whole.w = roundf(picture.w * POWER);
    view.whole.h = roundf(picture.h * POWER);
    view.whole.x = roundf(view.place.x + side / 2 - middle.x * view.whole.w);
    view.whole.y = roundf(view.place.y + side / 2 - middle.y * view.whole.h);
    view.seen =
        (struct rect){picture.x + (middle.x - half.x) * picture.w,
                      picture.y + (middle.y - half.y) * picture.h, side / POWER, side / POWER};
    return view;
}

void lens_begin(struct scene *scene, struct scene_frame *frame, const struct lens_view *view) {
    const struct palette *palette = &scene->env.palette;
    struct rect below = {view->place.x, view->place.y + 10, view->place.w, view->place.h};
    draw_stroke(frame->draw, rect_inset(view->seen, -3), CORNER + 3, 9, palette->ground);
    draw_stroke(frame->draw, view->seen, CORNER, 3, palette->text);
    draw_shadow(frame->draw, below, CORNER, 28, palette->shadow);
    draw_fill(frame->draw, view->place, 0, palette->ground);
    draw_clip(frame->draw, view->place);
}

void lens_end(struct scene *scene, struct scene_frame *frame, const struct lens_view *view) {
    draw_clip_end(frame->draw);
    draw_stroke(frame->draw, rect_inset(view->place, -RIM / 2), CORNER, RIM,
                scene->env.palette.text);
}

struct point lens_point(const struct lens_view *view, float x, float y) {
    return (struct point){(x - view->whole.x) / view->whole.w, (y - view->whole.y) / view->whole.h};
}

void lens_step(struct lens *lens, const struct lens_view *view, struct rect picture,
               int direction) {
    int columns = (int)fmaxf(ceilf(picture.w / view->seen.w), 1);
    int rows = (int)fmaxf(ceilf(picture.h / view->seen.h), 1);
    int column = (int)within(floorf(lens->at.x * (float)columns), 0, (float)columns - 1);
    int row = (int)within(floorf(lens->at.y * (float)rows), 0, (float)rows - 1);
    int cells = columns * rows;
    int next = lens->out ? (row * columns + column + direction + cells) % cells
                         : (direction > 0 ? 0 : cells - 1);
    lens->out = true;
    int next_row = next / columns;
    lens->at = (struct point){((float)(next % columns) + 0.5F) / (float)columns,
                              ((float)next_row + 0.5F) / (float)rows};
}
