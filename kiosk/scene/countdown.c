/* Countdowns: a line of dots that grows shorter as the time runs down. */
#include "scene/countdown.h"

static const float LEAST_STEP = 20;
static const float DOT_RADIUS = 6;

static int dot_count(float width, millis span) {
    int fitting = (int)(width / LEAST_STEP);
    int lasting = (int)(span / 500);
    int count = fitting < lasting ? fitting : lasting;
    return count < 2 ? 2 : count;
}

void piece_countdown(struct scene *scene, struct scene_frame *frame, float x, float y, float width,
                     millis end, millis span) {
    const struct palette *palette = &scene->env.palette;
    int count = dot_count(width, span);
    float step = (width - 2 * DOT_RADIUS) / (float)(count - 1);
    millis left = end > scene->env.now ? end - scene->env.now : 0;
    int lit = (int)((left * count + span - 1) / span);
    lit = lit > count ? count : lit;
    if (lit > 0) {
        frame_wake(frame, end - (lit - 1) * span / count);
    }
    for (int i = 0; i < count; i++) {
        float at = x + DOT_RADIUS + step * (float)i;
        if (i > 0 && i < lit) {
            draw_line(frame->draw, at - step, y, at, y, 3, palette->light);
        }
        draw_dot(frame->draw, at, y, i < lit ? DOT_RADIUS : DOT_RADIUS / 2,
                 i < lit ? palette->light : palette->line);
    }
}
