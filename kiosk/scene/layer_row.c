/* Layer rows: buttons in a row, or in two, of which one is chosen: what a picture can be seen as.
 */
#include "scene/layer_row.h"

#include "scene/number.h"

#include <math.h>
#include <string.h>

static const float GAP = 24;
static const char LAYER[] = "layer";
enum { ROWS_MOST = 2 };

/* The chosen one's bold label is the wider. */
static struct point button_size(struct scene *scene, const struct layer_row *row, int index) {
    float side = fmaxf(scene->env.metrics.target, 2 * piece_number_radius(scene));
    return row->numbered ? (struct point){side, side}
                         : piece_button_size(scene, BUTTON_PRIMARY, row->labels[index]);
}

/* Where the buttons stand, from the upper left corner; returns how many rows that takes. */
static int place_buttons(struct scene *scene, const struct layer_row *row,
                         struct rect places[LAYER_ROW_MOST]) {
    int rows = 1;
    struct point at = {0, 0};
    for (int i = 0; i < row->count; i++) {
        struct point size = button_size(scene, row, i);
        if (i > 0 && at.x + size.x > row->room) {
            at = (struct point){0, at.y + size.y + GAP};
            rows++;
        }
        places[i] = (struct rect){at.x, at.y, size.x, size.y};
        at.x += size.x + GAP;
    }
    return rows;
}

struct layer_row layer_row_fit(struct scene *scene, const char *const *labels, int count, int first,
                               float width) {
    struct layer_row row = {.labels = labels, .count = count, .first = first, .room = width};
    struct rect places[LAYER_ROW_MOST];
    if (count < 2) {
        return row;
    }
    row.numbered = place_buttons(scene, &row, places) > ROWS_MOST;
    for (int i = 0; i < count; i++) {
        row.numbered = row.numbered || places[i].w > width;
    }
    (void)place_buttons(scene, &row, places);
    for (int i = 0; i < count; i++) {
        row.width = fmaxf(row.width, places[i].x + places[i].w);
        row.height = fmaxf(row.height, places[i].y + places[i].h + GAP);
    }
    return row;
}

void layer_row_draw(struct scene *scene, struct scene_frame *frame, const struct layer_row *row,
                    int chosen, float x, float y) {
    struct rect places[LAYER_ROW_MOST];
    (void)place_buttons(scene, row, places);
    for (int i = 0; i < row->count && row->count > 1; i++) {
        bool is_chosen = row->first + i == chosen;
        struct element_id id = {LAYER, row->first + i};
        struct rect rect = {x + places[i].x, y + places[i].y, places[i].w, places[i].h};
        if (row->numbered) {
            piece_number(scene, frame, i + 1, rect_centre(rect), is_chosen);
            elements_add(frame->elements, (struct element){.id = id,
                                                           .rect = rect,
                                                           .role = ROLE_BUTTON,
                                                           .flags = ELEMENT_TAP,
                                                           .label = row->labels[i]});
        } else {
            enum button_look look = is_chosen ? BUTTON_PRIMARY : BUTTON_QUIET;
            (void)piece_button(scene, frame, id, rect.x, rect.y, look, row->labels[i]);
        }
    }
}

int layer_row_tap(const struct gesture *gesture) {
    bool layer = gesture->type == GESTURE_TAP && strcmp(gesture->id.name, LAYER) == 0;
    return layer ? gesture->id.index : 0;
}
