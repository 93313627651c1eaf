/* Nodes: the ring on a card that can be chosen, and what became of it. */
#include "scene/node.h"

static const float WIDTH = 4;

float piece_node_radius(float size) {
    return size * 0.5F;
}

static void draw_mark(struct scene *scene, struct scene_frame *frame, const char *icon,
                      struct point middle, float side, struct colour colour) {
    struct rect rect = {middle.x - side / 2, middle.y - side / 2, side, side};
    draw_icon(frame->draw, icon_path(scene, icon), rect, colour);
}

void piece_node(struct scene *scene, struct scene_frame *frame, enum node_look look,
                struct point middle, float radius) {
    const struct palette *palette = &scene->env.palette;
    struct rect ring = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    switch (look) {
    case NODE_OPEN:
        draw_stroke(frame->draw, ring, radius, WIDTH, palette->light);
        break;
    case NODE_CHOSEN:
        draw_stroke(frame->draw, ring, radius, WIDTH, palette->light);
        draw_dot(frame->draw, middle.x, middle.y, radius * 0.55F, palette->light);
        break;
    case NODE_RIGHT:
        draw_dot(frame->draw, middle.x, middle.y, radius, palette->right);
        draw_mark(scene, frame, "tick", middle, radius * 1.4F, palette->ground);
        break;
    case NODE_WRONG:
        draw_stroke(frame->draw, ring, radius, WIDTH, palette->wrong);
        draw_mark(scene, frame, "cross", middle, radius * 1.2F, palette->wrong);
        break;
    case NODE_PASSED:
        draw_dot(frame->draw, middle.x, middle.y, radius * 0.3F, palette->line);
        break;
    }
}
