/* Numbers in a ring: which detail of a picture, which step of several. */
#include "scene/number.h"

/* A rim of the ground keeps it apart from whatever it lies on. */
static const float RIM = 4;

float piece_number_radius(const struct scene *scene) {
    return metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL) * 0.95F;
}

void piece_number(struct scene *scene, struct scene_frame *frame, int number, struct point middle,
                  bool lit) {
    const struct palette *palette = &scene->env.palette;
    float radius = piece_number_radius(scene);
    struct rect ring = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    draw_fill(frame->draw, rect_inset(ring, -RIM), radius + RIM, palette->ground);
    draw_fill(frame->draw, ring, radius, lit ? palette->light : palette->raised);
    draw_stroke(frame->draw, ring, radius, 4, palette->light);
    struct text_style style =
        piece_style(scene, TYPE_LABEL, lit ? palette->on_light : palette->text);
    style.face = FACE_BOLD;
    const struct text_block *block = text_layout(
        scene->env.fonts, &style, arena_printf(scene->env.frame, "%d", number), 4 * radius);
    text_draw(frame->draw, block, middle.x - text_block_width(block) / 2,
              middle.y - text_block_height(block) / 2);
}
