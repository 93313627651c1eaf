/* Buttons: one primary thing to do in the zone's light, quiet ones beside it. */
#include "scene/icon_button.h"

#include <math.h>

static const float BUTTON_LINE = 3;

bool piece_pressed(const struct scene_frame *frame, struct element_id id) {
    return frame->gestures && gestures_pressed(frame->gestures, id);
}

unsigned piece_button_flags(enum button_look look) {
    return look == BUTTON_PRIMARY ? ELEMENT_PRIMARY : 0;
}

struct rect piece_pressed_rect(struct rect rect, bool pressed) {
    const float inset = pressed ? (1 - 0.98F) / 2 : 0;
    return (struct rect){rect.x + rect.w * inset, rect.y + rect.h * inset, rect.w * (1 - 2 * inset),
                         rect.h * (1 - 2 * inset)};
}

static const struct text_block *button_words(struct scene *scene, enum button_look look,
                                             const char *label) {
    const struct palette *palette = &scene->env.palette;
    bool primary = look == BUTTON_PRIMARY;
    struct text_style style =
        piece_style(scene, TYPE_LEAD, primary ? palette->on_light : palette->text);
    style.face = primary ? FACE_BOLD : FACE_REGULAR;
    style.line_height = 1.3F;
    style.max_lines = 2;
    float room = scene->env.metrics.content.w - 2 * style.size;
    return text_layout(scene->env.fonts, &style, label, room);
}

static struct point button_size(struct scene *scene, const struct text_block *words) {
    const struct metrics *metrics = &scene->env.metrics;
    float em = metrics_type(metrics, scene->env.theme, TYPE_LEAD);
    float height = fmaxf(text_block_height(words) + em * 0.72F, metrics->target);
    float width = fmaxf(text_block_width(words) + em * 2, height * 1.75F);
    return (struct point){ceilf(width / 8) * 8, ceilf(height / 8) * 8};
}

struct point piece_button_size(struct scene *scene, enum button_look look, const char *label) {
    return button_size(scene, button_words(scene, look, label));
}

static void draw_button(struct scene *scene, struct scene_frame *frame, struct rect rect,
                        enum button_look look, bool pressed) {
    const struct palette *palette = &scene->env.palette;
    float radius = rect.h / 2;
    if (look == BUTTON_PRIMARY) {
        struct colour fill =
            pressed ? colour_mix(palette->light, palette->text, 0.3F) : palette->light;
        draw_fill(frame->draw, rect, radius, fill);
        return;
    }
    struct colour fill =
        pressed ? colour_mix(palette->raised, palette->light, 0.25F) : palette->raised;
    draw_fill(frame->draw, rect, radius, fill);
    draw_stroke(frame->draw, rect, radius, BUTTON_LINE, pressed ? palette->light : palette->line);
}

struct rect piece_button(struct scene *scene, struct scene_frame *frame, struct element_id id,
                         float x, float y, enum button_look look, const char *label) {
    const struct text_block *words = button_words(scene, look, label);
    struct point size = button_size(scene, words);
    struct rect rect = {x, y, size.x, size.y};
    bool pressed = piece_pressed(frame, id);
    draw_button(scene, frame, piece_pressed_rect(rect, pressed), look, pressed);
    text_draw(frame->draw, words, rect.x + (rect.w - text_block_width(words)) / 2,
              rect.y + (rect.h - text_block_height(words)) / 2);
    elements_add(frame->elements, (struct element){.id = id,
                                                   .rect = rect,
                                                   .role = ROLE_BUTTON,
                                                   .flags = ELEMENT_TAP | piece_button_flags(look),
                                                   .label = label});
    return rect;
}

float piece_button_right(struct scene *scene, struct scene_frame *frame, struct element_id id,
                         float right, float bottom, enum button_look look, const char *label) {
    struct point size = piece_button_size(scene, look, label);
    (void)piece_button(scene, frame, id, right - size.x, bottom - size.y, look, label);
    return size.y;
}

void piece_icon_button(struct scene *scene, struct scene_frame *frame, struct element_id id,
                       float x, float y, float side, enum button_look look, const char *icon,
                       const char *label) {
    const struct icon_button button = {.id = id, .icon = icon, .label = label, .look = look};
    icon_button_draw(scene, frame, &button, (struct point){x + side / 2, y + side / 2}, side, 1);
}
