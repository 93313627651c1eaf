/* Scores: how a round went, as dots that are joined where answers were right. */
#include "scene/score.h"

#include <math.h>

static const float RADIUS = 20;
static const float STEP = 72;

static struct point node_at(int place, int in_row, float x, float y) {
    int column = place % in_row;
    int row = place / in_row;
    return (struct point){x + RADIUS + STEP * (float)column, y + RADIUS + STEP * (float)row};
}

static void draw_node(struct scene *scene, struct scene_frame *frame, struct point middle,
                      bool right) {
    const struct palette *palette = &scene->env.palette;
    struct rect ring = {middle.x - RADIUS, middle.y - RADIUS, 2 * RADIUS, 2 * RADIUS};
    if (right) {
        draw_dot(frame->draw, middle.x, middle.y, RADIUS, palette->right);
    } else {
        draw_stroke(frame->draw, ring, RADIUS, 4, palette->wrong);
    }
    draw_icon(frame->draw, icon_path(scene, right ? "tick" : "cross"),
              rect_inset(ring, RADIUS * 0.45F), right ? palette->ground : palette->wrong);
}

static bool is_right(uint64_t right, int place) {
    return right >> place & 1;
}

float piece_score(struct scene *scene, struct scene_frame *frame, uint64_t right, int count,
                  float x, float y, float width) {
    int fitting = (int)((width - 2 * RADIUS) / STEP) + 1;
    int in_row = fitting < 1 ? 1 : fitting;
    for (int i = 1; i < count; i++) {
        if (i % in_row != 0 && is_right(right, i) && is_right(right, i - 1)) {
            struct point from = node_at(i - 1, in_row, x, y);
            struct point to = node_at(i, in_row, x, y);
            draw_line(frame->draw, from.x, from.y, to.x, to.y, 4, scene->env.palette.right);
        }
    }
    for (int i = 0; i < count; i++) {
        draw_node(scene, frame, node_at(i, in_row, x, y), is_right(right, i));
    }
    int rows = (count + in_row - 1) / in_row;
    return 2 * RADIUS + STEP * (float)(rows - 1);
}
