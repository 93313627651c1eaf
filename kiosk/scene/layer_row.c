/* Layer rows: buttons in a row of which one is chosen, for what a picture can be seen as. */
#include "scene/layer_row.h"

#include "scene/number.h"

#include <math.h>
#include <string.h>

static const float GAP = 24;
static const char LAYER[] = "layer";

static struct point button_size(struct scene *scene, const struct layer_row *row, int index,
                                bool chosen) {
    float side = fmaxf(scene->env.metrics.target, 2 * piece_number_radius(scene));
    enum button_look look = chosen ? BUTTON_PRIMARY : BUTTON_QUIET;
    return row->numbered ? (struct point){side, side}
                         : piece_button_size(scene, look, row->labels[index]);
}

struct layer_row layer_row_fit(struct scene *scene, const char *const *labels, int count, int first,
                               float width) {
    struct layer_row row = {.labels = labels, .count = count, .first = first};
    for (int pass = 0; pass < 2 && count > 1; pass++) {
        float x = 0;
        row.numbered = pass == 1;
        row.height = 0;
        for (int i = 0; i < count; i++) {
            struct point size = button_size(scene, &row, i, true);
            row.height = fmaxf(row.height, size.y + GAP);
            x += size.x + GAP;
        }
        row.width = x - GAP;
        if (row.width <= width) {
            break;
        }
    }
    return row;
}

void layer_row_draw(struct scene *scene, struct scene_frame *frame, const struct layer_row *row,
                    int chosen, float x, float y) {
    for (int i = 0; i < row->count && row->count > 1; i++) {
        bool is_chosen = row->first + i == chosen;
        struct point size = button_size(scene, row, i, is_chosen);
        struct element_id id = {LAYER, row->first + i};
        if (row->numbered) {
            struct rect rect = {x, y, size.x, size.y};
            piece_number(scene, frame, i + 1, rect_centre(rect), is_chosen);
            elements_add(frame->elements, (struct element){.id = id,
                                                           .rect = rect,
                                                           .role = ROLE_BUTTON,
                                                           .flags = ELEMENT_TAP,
                                                           .label = row->labels[i]});
        } else {
            enum button_look look = is_chosen ? BUTTON_PRIMARY : BUTTON_QUIET;
            (void)piece_button(scene, frame, id, x, y, look, row->labels[i]);
        }
        x += size.x + GAP;
    }
}

int layer_row_tap(const struct gesture *gesture) {
    bool layer = gesture->type == GESTURE_TAP && strcmp(gesture->id.name, LAYER) == 0;
    return layer ? gesture->id.index : 0;
}
