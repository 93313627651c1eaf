/* Finds: the rings on a picture about what was found, where to look, and where nothing was. */
#include "scene/finds.h"

#include "scene/node.h"

#include <math.h>

static const float CORNER = 18;
static const float AROUND = 8; /* between a thing and its ring */
static const float MISS = 26;  /* the radius of the sign */
static const millis MISS_MS = 900;

static const enum node_look nodes[] = {
    [FIND_OPEN] = NODE_OPEN, [FIND_OWN] = NODE_RIGHT, [FIND_SHOWN] = NODE_PASSED};

void finds_list_draw(struct scene *scene, struct scene_frame *frame, const struct find_row *rows,
                     int count, struct rect room) {
    struct text_style style = piece_style(scene, TYPE_LABEL, scene->env.palette.text);
    style.max_lines = 1;
    float radius = piece_node_radius(style.size) * 0.7F;
    float step = fminf(room.h / (float)count, style.size * 1.7F);
    float y = room.y + room.h - step * ((float)count - 0.5F);
    if (step < style.size * 1.2F) {
        return;
    }
    float x = room.x + radius;
    draw_line(frame->draw, x, y, x, y + step * (float)(count - 1), 3, scene->env.palette.line);
    for (int i = 0; i < count; i++) {
        draw_dot(frame->draw, x, y, radius + 4, scene->env.palette.surface);
        piece_node(scene, frame, nodes[rows[i].look], (struct point){x, y}, radius);
        if (rows[i].look != FIND_OPEN) {
            float left = x + radius + style.size * 0.6F;
            const struct text_block *label =
                text_layout(scene->env.fonts, &style, rows[i].label, room.x + room.w - left);
            text_draw(frame->draw, label, left, y - text_block_height(label) / 2);
        }
        y += step;
    }
}

/* A ring that is seen on any ground: light between two dark edges. */
static void draw_ring(struct scene *scene, struct scene_frame *frame, struct rect ring,
                      float corner, float width, struct colour colour) {
    draw_stroke(frame->draw, rect_inset(ring, -3), corner + 3, width + 6,
                scene->env.palette.ground);
    draw_stroke(frame->draw, ring, corner, width, colour);
}

void find_draw(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
               struct rect at, enum find_look look, bool told) {
    struct rect ring = rect_inset(zoom_place(zoom, at), -AROUND);
    draw_ring(scene, frame, ring, CORNER, told ? 7 : 4, scene->env.palette.light);
    struct point corner = {fmaxf(ring.x, zoom->window.x + CORNER),
                           fmaxf(ring.y, zoom->window.y + CORNER)};
    piece_node(scene, frame, nodes[look], corner, CORNER);
}

void find_draw_hint(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
                    struct rect at) {
    struct rect place = zoom_place(zoom, at);
    struct point middle = rect_centre(place);
    float radius = fmaxf(hypotf(place.w, place.h) * 0.9F, scene->env.metrics.target);
    struct rect ring = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    draw_ring(scene, frame, ring, radius, 6, scene->env.palette.text);
}

void find_draw_miss(struct scene *scene, struct scene_frame *frame, const struct zoom *zoom,
                    struct point at, millis since) {
    if (scene->env.now < since + MISS_MS) {
        struct rect place = zoom_place(zoom, (struct rect){at.x, at.y, 0, 0});
        piece_node(scene, frame, NODE_WRONG, (struct point){place.x, place.y}, MISS);
        frame_wake(frame, since + MISS_MS);
    }
}
