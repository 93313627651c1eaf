/* Large figures: numbers that matter, as large as their place allows, each with what it counts. */
#include "scene/pieces.h"

#include <math.h>
#include <string.h>

static const float ROW_GAP = 32;
static const float LABEL_GAP = 4;
/* Sizes that are tried, as shares of the theme's figure size, largest first. */
static const float SHARES[] = {1, 0.85F, 0.72F, 0.6F, 0.5F, 0.42F, 0.36F, 0.3F};
enum { SHARE_COUNT = sizeof SHARES / sizeof SHARES[0] };

static float column_width(const struct scene *scene, int columns, float width) {
    float gutter = scene->env.metrics.gutter;
    return (width - gutter * (float)(columns - 1)) / (float)columns;
}

static const struct text_block *value_block(struct scene *scene, const struct figure *figure,
                                            float size, float width) {
    struct text_style style = piece_style(scene, TYPE_FIGURE, scene->env.palette.light);
    style.size = size;
    return text_layout(scene->env.fonts, &style, figure->value, width);
}

static const struct text_block *label_block(struct scene *scene, const struct figure *figure,
                                            float width) {
    struct text_style style = piece_style(scene, TYPE_BODY, scene->env.palette.text);
    style.line_height = 1.4F;
    return text_layout(scene->env.fonts, &style, figure->label, width);
}

static float figure_height(struct scene *scene, const struct figure *figure, float size,
                           float width) {
    float height = text_block_height(value_block(scene, figure, size, width));
    if (*figure->label) {
        height += LABEL_GAP + text_block_height(label_block(scene, figure, width));
    }
    return height;
}

/* The height of the row that begins with figure `first`. */
static float row_height(struct scene *scene, const struct figure *figures, int count, int first,
                        const struct figures_plan *plan, float width) {
    float height = 0;
    for (int i = first; i < count && i < first + plan->columns; i++) {
        height = fmaxf(height, figure_height(scene, &figures[i], plan->size,
                                             column_width(scene, plan->columns, width)));
    }
    return height;
}

static bool values_fit(struct scene *scene, const struct figure *figures, int count, float size,
                       float width) {
    for (int i = 0; i < count; i++) {
        const char *value = figures[i].value;
        if (fonts_run_width(scene->env.fonts, FACE_BOLD, size, value, strlen(value)) > width) {
            return false;
        }
    }
    return true;
}

static void plan_rows(struct scene *scene, const struct figure *figures, int count, float width,
                      struct figures_plan *plan) {
    plan->height = 0;
    for (int i = 0; i < count; i += plan->columns) {
        plan->height += (i > 0 ? ROW_GAP : 0) + row_height(scene, figures, count, i, plan, width);
    }
}

struct figures_plan figures_plan(struct scene *scene, const struct figure *figures, int count,
                                 int columns, float width, float height) {
    float largest = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_FIGURE);
    float least = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_HEADING);
    struct figures_plan plan = {.columns = columns};
    for (int i = 0; i < SHARE_COUNT; i++) {
        plan.size = fmaxf(largest * SHARES[i], least);
        plan_rows(scene, figures, count, width, &plan);
        if (plan.height <= height &&
            values_fit(scene, figures, count, plan.size, column_width(scene, columns, width))) {
            break;
        }
    }
    return plan;
}

void figures_draw(struct scene *scene, struct scene_frame *frame, const struct figures_plan *plan,
                  const struct figure *figures, int count, float x, float y, float width) {
    float column = column_width(scene, plan->columns, width);
    for (int i = 0; i < count; i++) {
        int place = i % plan->columns;
        if (i > 0 && place == 0) {
            y += ROW_GAP + row_height(scene, figures, count, i - plan->columns, plan, width);
        }
        float left = x + (column + scene->env.metrics.gutter) * (float)place;
        const struct text_block *value = value_block(scene, &figures[i], plan->size, column);
        text_draw(frame->draw, value, left, y);
        frame_reading(frame, figures[i].value);
        if (*figures[i].label) {
            frame_reading(frame, figures[i].label);
            text_draw(frame->draw, label_block(scene, &figures[i], column), left,
                      y + text_block_height(value) + LABEL_GAP);
        }
    }
}
