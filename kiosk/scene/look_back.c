/* Looking back: the turning points of a visit, one below the other, joined where they lie. */
#include "scene/look_back.h"

#include "scene/node.h"

static const float BESIDE = 28; /* between a node and its words */
static const float SPACE = 6;   /* between what was done and why it mattered */
static const float GAP = 28;    /* between two of them */

float look_back_draw(struct scene *scene, struct scene_frame *frame,
                     const struct turning_point *points, int count, struct rect column, float y) {
    const struct palette *palette = &scene->env.palette;
    float radius =
        piece_node_radius(metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LEAD));
    float x = column.x + 2 * radius + BESIDE;
    struct point before = {0};
    for (int i = 0; i < count; i++) {
        float room = column.x + column.w - x;
        const struct text_block *done =
            piece_block(scene, TYPE_BODY, palette->text, FACE_BOLD, points[i].done, room);
        const struct text_block *why =
            piece_block(scene, TYPE_BODY, palette->soft, FACE_REGULAR, points[i].why, room);
        struct point node = {column.x + radius,
                             y + text_block_height(done) / (float)text_block_lines(done) / 2};
        if (i > 0) {
            draw_line(frame->draw, before.x, before.y + radius, node.x, node.y - radius, 3,
                      palette->line);
        }
        piece_node(scene, frame, points[i].good ? NODE_RIGHT : NODE_WRONG, node, radius);
        frame_reading(frame, points[i].done);
        frame_reading(frame, points[i].why);
        text_draw(frame->draw, done, x, y);
        y += text_block_height(done) + SPACE;
        text_draw(frame->draw, why, x, y);
        y += text_block_height(why) + GAP;
        before = node;
    }
    return y;
}
