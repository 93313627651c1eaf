/* Round buttons that show an icon instead of words. */
#include "scene/icon_button.h"

#include <math.h>

static const float ICON_SHARE = 0.5F;
static const float LEAST_SIDE = 72;

float icon_button_side(const struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    float em = metrics_type(metrics, scene->env.theme, TYPE_LABEL);
    return ceilf(fmaxf(fmaxf(metrics->target, LEAST_SIDE), em * 2) / 8) * 8;
}

static struct colour face_colour(const struct palette *palette, enum button_look look,
                                 bool pressed) {
    if (look == BUTTON_PRIMARY) {
        return pressed ? colour_mix(palette->light, palette->text, 0.3F) : palette->light;
    }
    return pressed ? colour_mix(palette->raised, palette->light, 0.25F) : palette->raised;
}

void icon_button_draw(struct scene *scene, struct scene_frame *frame,
                      const struct icon_button *button, struct point middle, float side,
                      float alpha) {
    const struct palette *palette = &scene->env.palette;
    bool disabled = button->flags & ELEMENT_DISABLED;
    bool pressed = !disabled && piece_pressed(frame, button->id);
    struct rect rect = {middle.x - side / 2, middle.y - side / 2, side, side};
    struct rect seen = piece_pressed_rect(rect, pressed);
    struct colour face = face_colour(palette, button->look, pressed);
    struct colour mark = button->look == BUTTON_PRIMARY ? palette->on_light
                         : disabled                     ? palette->line
                                                        : palette->text;
    draw_fill(frame->draw, seen, seen.w / 2, colour_with_alpha(face, alpha));
    if (button->look == BUTTON_QUIET) {
        draw_stroke(frame->draw, seen, seen.w / 2, 3,
                    colour_with_alpha(pressed ? palette->light : palette->line, alpha));
    }
    draw_icon(frame->draw, icon_path(scene, button->icon),
              rect_inset(seen, seen.w * (1 - ICON_SHARE) / 2), colour_with_alpha(mark, alpha));
    elements_add(frame->elements, (struct element){.id = button->id,
                                                   .rect = rect,
                                                   .role = ROLE_BUTTON,
                                                   .flags = ELEMENT_TAP | button->flags |
                                                            piece_button_flags(button->look),
                                                   .label = button->label});
}

/* The size of the button with words; w 0: they do not fit. */
static struct point size_with_words(struct scene *scene, const struct icon_button *button,
                                    float width) {
    struct point size = piece_button_size(scene, button->look, button->label);
    return size.x <= width ? size : (struct point){0, 0};
}

float labelled_button_height(struct scene *scene, const struct icon_button *button, float width) {
    struct point size = size_with_words(scene, button, width);
    return size.x > 0 ? size.y : icon_button_side(scene);
}

void labelled_button_draw(struct scene *scene, struct scene_frame *frame,
                          const struct icon_button *button, float x, float y, float width) {
    if (size_with_words(scene, button, width).x > 0) {
        (void)piece_button(scene, frame, button->id, x, y, button->look, button->label);
        return;
    }
    float side = icon_button_side(scene);
    icon_button_draw(scene, frame, button, (struct point){x + side / 2, y + side / 2}, side, 1);
}
