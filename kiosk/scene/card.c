/* Cards: what can be chosen lies on a surface with one soft shadow, and gives when pressed. */
#include "scene/pieces.h"

static const float SHADOW_BLUR = 32;
static const float SHADOW_DROP = 12;
static const float PRESSED_LINE = 4;

struct rect piece_card(struct scene *scene, struct scene_frame *frame, struct element_id id,
                       struct rect rect, enum element_role role, const char *label) {
    const struct palette *palette = &scene->env.palette;
    bool pressed = piece_pressed(frame, id);
    struct rect seen = piece_pressed_rect(rect, pressed);
    struct rect below = {seen.x, seen.y + SHADOW_DROP, seen.w, seen.h};
    draw_shadow(frame->draw, below, CARD_RADIUS, SHADOW_BLUR, palette->shadow);
    struct colour surface =
        pressed ? colour_mix(palette->surface, palette->light, 0.12F) : palette->surface;
    draw_fill(frame->draw, seen, CARD_RADIUS, surface);
    if (pressed) {
        draw_stroke(frame->draw, seen, CARD_RADIUS, PRESSED_LINE, palette->light);
    } else if (scene->env.metrics.contrast) {
        draw_stroke(frame->draw, seen, CARD_RADIUS, 2, palette->line);
    }
    elements_add(frame->elements,
                 (struct element){
                     .id = id, .rect = rect, .role = role, .flags = ELEMENT_TAP, .label = label});
    return seen;
}
