/* Sliders: a value on a line, set by a tap, a drag or the arrow keys. */
#include "scene/slider.h"

#include "scene/pieces.h"

#include <math.h>

static const float LINE_WIDTH = 6;
static const float KNOB = 16;
static const float KNOB_PRESSED = 20;

static struct rect track_of(struct rect rect) {
    return (struct rect){rect.x + KNOB_PRESSED, rect.y + rect.h / 2, rect.w - 2 * KNOB_PRESSED, 0};
}

float slider_value_at(struct rect rect, float x) {
    struct rect track = track_of(rect);
    return track.w <= 0 ? 0 : fminf(fmaxf((x - track.x) / track.w, 0), 1);
}

void slider_draw(struct scene *scene, struct scene_frame *frame, const struct slider *slider,
                 struct rect rect, float alpha) {
    const struct palette *palette = &scene->env.palette;
    struct rect track = track_of(rect);
    struct colour rest = colour_with_alpha(palette->soft, alpha * 0.6F);
    struct colour done = colour_with_alpha(palette->light, alpha);
    float at = track.x + track.w * fminf(fmaxf(slider->value, 0), 1);
    float end = track.x + track.w;
    draw_line(frame->draw, track.x, track.y, end, track.y, LINE_WIDTH, rest);
    draw_dot(frame->draw, end, track.y, LINE_WIDTH, rest);
    draw_line(frame->draw, track.x, track.y, at, track.y, LINE_WIDTH, done);
    draw_dot(frame->draw, track.x, track.y, LINE_WIDTH, done);
    bool pressed = piece_pressed(frame, slider->id);
    draw_dot(frame->draw, at, track.y, pressed ? KNOB_PRESSED : KNOB, done);
    draw_dot(frame->draw, at, track.y, 6, colour_with_alpha(palette->on_light, alpha));
    elements_add(frame->elements, (struct element){.id = slider->id,
                                                   .rect = rect,
                                                   .role = ROLE_SLIDER,
                                                   .flags = ELEMENT_TAP | ELEMENT_DRAG_X,
                                                   .label = slider->label});
}
