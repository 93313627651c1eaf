/* Emblems: a zone's dots and the lines between them, scattered or gathered. */
#include "base/random.h"
#include "scene/pieces.h"

#include <math.h>

/* Any number: the dots of every emblem scatter in the same way each time. */
enum { SCATTER_SEED = 20200928 };

/* Where dot `index` of the square lies when `gathered` of its way home is done. */
static struct point dot_place(const struct emblem *emblem, size_t index, struct rect square,
                              float gathered) {
    struct random random;
    random_init(&random, SCATTER_SEED + index);
    float from_x = random_unit(&random) * 1.5F - 0.25F;
    float from_y = random_unit(&random) * 1.5F - 0.25F;
    const struct pair *home = ITEM(emblem->dots, struct pair, index);
    return (struct point){square.x + square.w * (from_x + (home->first - from_x) * gathered),
                          square.y + square.h * (from_y + (home->second - from_y) * gathered)};
}

void piece_emblem(struct scene *scene, struct scene_frame *frame, const struct emblem *emblem,
                  struct rect square, struct colour colour, float gathered) {
    (void)scene;
    float radius = fmaxf(4, square.w * 0.026F);
    float width = fmaxf(2, square.w * 0.009F);
    struct colour joined = colour_with_alpha(colour, 0.6F * gathered);
    for (size_t i = 0; i < emblem->lines.count; i++) {
        const struct pair *line = ITEM(emblem->lines, struct pair, i);
        size_t from = (size_t)line->first - 1;
        size_t to = (size_t)line->second - 1;
        if (from >= emblem->dots.count || to >= emblem->dots.count) {
            continue;
        }
        struct point a = dot_place(emblem, from, square, gathered);
        struct point b = dot_place(emblem, to, square, gathered);
        draw_line(frame->draw, a.x, a.y, b.x, b.y, width, joined);
    }
    for (size_t i = 0; i < emblem->dots.count; i++) {
        struct point dot = dot_place(emblem, i, square, gathered);
        draw_dot(frame->draw, dot.x, dot.y, radius, colour);
    }
}
