/* What stands beside words: a picture with its caption, large figures, or both. */
#include "scene/side.h"

#include <math.h>

static const float GAP = 32;
/* Of the height: what a picture leaves the figures, and what they leave it, at least. */
static const float FIGURES_SHARE = 0.36F;
static const float PICTURE_SHARE = 0.45F;
enum { FIGURES_IN_A_ROW = 3 };

static int figure_columns(const struct side *side, const struct scene *scene) {
    if (!side->picture || scene->env.metrics.large) {
        return 1;
    }
    return side->figure_count < FIGURES_IN_A_ROW ? side->figure_count : FIGURES_IN_A_ROW;
}

void side_fit(struct side *side, struct scene *scene, float width, float height) {
    struct rect room = {0, 0, width, height};
    float for_figures = height;
    side->width = width;
    side->height = 0;
    if (side->picture) {
        float whole = piece_picture_height(scene, side->picture, side->caption, room);
        for_figures = fmaxf(height * FIGURES_SHARE, height - whole - GAP);
        for_figures = side->figures_most > 0 ? fminf(for_figures, side->figures_most) : for_figures;
    }
    if (side->figure_count > 0) {
        side->plan = figures_plan(scene, side->figures, side->figure_count,
                                  figure_columns(side, scene), width, for_figures);
        side->height = side->plan.height + (side->picture ? GAP : 0);
    }
    if (side->picture) {
        room.h = fmaxf(height - side->height, height * PICTURE_SHARE);
        side->picture_room = room;
        side->height += piece_picture_height(scene, side->picture, side->caption, room);
    }
}

void side_draw(const struct side *side, struct scene *scene, struct scene_frame *frame, float x,
               float y) {
    if (side->picture) {
        struct rect room = side->picture_room;
        room.x = x;
        room.y = y;
        y = piece_picture(scene, frame, side->picture, side->caption, room) + GAP;
    }
    if (side->figure_count > 0) {
        figures_draw(scene, frame, &side->plan, side->figures, side->figure_count, x, y,
                     side->width);
    }
}
