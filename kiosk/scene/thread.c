/* Threads: dots joined by a line, which lead from one thing to another, or break off. */
#include "scene/thread.h"

#include <math.h>

static const float DOT_STEP = 24;
static const float DOT_RADIUS = 5;
static const float LINE_WIDTH = 3;
/* How far from their place the loose dots of a broken thread lie: one after the other. */
static const struct point loose[] = {{-3, 7}, {6, 13}, {-8, 18}, {4, 22}};

static float step_length(struct point a, struct point b) {
    return hypotf(b.x - a.x, b.y - a.y);
}

static float path_length(const struct point *points, int count) {
    float length = 0;
    for (int i = 1; i < count; i++) {
        length += step_length(points[i - 1], points[i]);
    }
    return length;
}

/* The point so far along the path. */
static struct point path_at(const struct point *points, int count, float along) {
    for (int i = 1; i < count; i++) {
        float length = step_length(points[i - 1], points[i]);
        if (along <= length && length > 0) {
            float share = along / length;
            return (struct point){points[i - 1].x + (points[i].x - points[i - 1].x) * share,
                                  points[i - 1].y + (points[i].y - points[i - 1].y) * share};
        }
        along -= length;
    }
    return points[count - 1];
}

static void draw_path(struct scene_frame *frame, const struct point *points, int count,
                      float length, struct colour colour) {
    for (int i = 1; i < count && length > 0; i++) {
        float whole = step_length(points[i - 1], points[i]);
        struct point end = path_at(points + i - 1, 2, fminf(length, whole));
        draw_line(frame->draw, points[i - 1].x, points[i - 1].y, end.x, end.y, LINE_WIDTH, colour);
        length -= whole;
    }
}

void piece_thread(struct scene_frame *frame, const struct point *points, int count, float grown,
                  struct colour colour) {
    float length = path_length(points, count) * grown;
    draw_path(frame, points, count, length, colour);
    for (int i = 0; DOT_STEP * (float)i <= length; i++) {
        struct point dot = path_at(points, count, DOT_STEP * (float)i);
        draw_dot(frame->draw, dot.x, dot.y, DOT_RADIUS, colour);
    }
}

void piece_thread_broken(struct scene_frame *frame, const struct point *points, int count,
                         float grown, struct colour colour) {
    float whole = path_length(points, count);
    float joined = whole * fminf(grown, 0.5F);
    draw_path(frame, points, count, joined, colour);
    size_t fallen = 0;
    for (int i = 0; DOT_STEP * (float)i <= whole * grown; i++) {
        float along = DOT_STEP * (float)i;
        struct point dot = path_at(points, count, along);
        if (along > joined) {
            struct point away = loose[fallen++ % (sizeof loose / sizeof loose[0])];
            dot.x += away.x * grown;
            dot.y += away.y * grown;
        }
        draw_dot(frame->draw, dot.x, dot.y, DOT_RADIUS, colour);
    }
}
