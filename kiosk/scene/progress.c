/* Progress as joined dots: how far one has come, without a number to read. */
#include "scene/pieces.h"

#include <math.h>

static const float DOT_RADIUS = 8;
static const float DOT_STEP = 44;
static const float WIDTH_AT_MOST = 528;

static float dot_step(int count) {
    return count > 1 ? fminf(DOT_STEP, WIDTH_AT_MOST / (float)(count - 1)) : 0;
}

static float dot_radius(int count) {
    return count > 1 ? fmaxf(3, fminf(DOT_RADIUS, dot_step(count) * 0.3F)) : DOT_RADIUS;
}

float piece_progress_width(int count) {
    return count < 1 ? 0 : dot_step(count) * (float)(count - 1) + 2 * dot_radius(count);
}

void piece_progress(struct scene *scene, struct scene_frame *frame, float x, float y, int done,
                    int count) {
    const struct palette *palette = &scene->env.palette;
    float step = dot_step(count);
    float radius = dot_radius(count);
    float first = x + radius;
    for (int i = 1; i < count; i++) {
        struct colour colour = i < done ? palette->light : palette->line;
        draw_line(frame->draw, first + step * (float)(i - 1), y, first + step * (float)i, y, 3,
                  colour);
    }
    for (int i = 0; i < count; i++) {
        struct colour colour = i < done ? palette->light : palette->line;
        draw_dot(frame->draw, first + step * (float)i, y, radius, colour);
    }
}
