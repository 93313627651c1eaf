/* Large figures: numbers that matter, as large as their place allows, each with what it counts. */
#include "scene/pieces.h"

#include <math.h>
#include <string.h>

static const float ROW_GAP = 32;
static const float LABEL_GAP = 8;
/* Sizes that are tried, as shares of the theme's figure size, largest first. */
static const float SHARES[] = {1, 0.85F, 0.72F, 0.6F, 0.5F, 0.42F, 0.36F, 0.3F, 0.26F};
static const float LEAST_LABEL = 6; /* ems: a label beside its value is no narrower */
enum { LIST_FROM = 3 };             /* so many figures in one column are a list */
enum { SHARE_COUNT = sizeof SHARES / sizeof SHARES[0] };

static float column_width(const struct scene *scene, int columns, float width) {
    float gutter = scene->env.metrics.gutter;
    return (width - gutter * (float)(columns - 1)) / (float)columns;
}

static struct text_style value_style(const struct scene *scene, float size) {
    struct text_style style = piece_style(scene, TYPE_FIGURE, scene->env.palette.light);
    style.size = size;
    return style;
}

static struct text_style label_style(const struct scene *scene) {
    struct text_style style = piece_style(scene, TYPE_BODY, scene->env.palette.text);
    style.line_height = 1.4F;
    return style;
}

static const struct text_block *value_block(struct scene *scene, const struct figure *figure,
                                            float size, float width) {
    struct text_style style = value_style(scene, size);
    return text_layout(scene->env.fonts, &style, figure->value, width);
}

static const struct text_block *label_block(struct scene *scene, const struct figure *figure,
                                            float width) {
    struct text_style style = label_style(scene);
    return text_layout(scene->env.fonts, &style, figure->label, width);
}

static float widest_value(struct scene *scene, const struct figure *figures, int count,
                          float size) {
    float widest = 0;
    for (int i = 0; i < count; i++) {
        const char *value = figures[i].value;
        float width = fonts_run_width(scene->env.fonts, FACE_BOLD, size, value, strlen(value));
        widest = fmaxf(widest, width);
    }
    return widest;
}

/* The distance of a first line's baseline from its block's upper edge. */
static float first_baseline(struct scene *scene, const struct text_style *style) {
    float ascent;
    float descent;
    fonts_height(scene->env.fonts, style->face, style->size, &ascent, &descent);
    return (style->size * style->line_height - ascent - descent) / 2 + ascent;
}

/* How far a label beside a value begins below it, so that both stand on one line. */
static float label_drop(struct scene *scene, float size) {
    struct text_style value = value_style(scene, size);
    struct text_style label = label_style(scene);
    return first_baseline(scene, &value) - first_baseline(scene, &label);
}

/* A figure's height in a column `width` wide; labels stand below or, at label_x, beside. */
static float figure_height(struct scene *scene, const struct figure *figure,
                           const struct figures_plan *plan, float width) {
    if (plan->label_x > 0) {
        float value = text_block_height(value_block(scene, figure, plan->size, width));
        float label = text_block_height(label_block(scene, figure, width - plan->label_x));
        return fmaxf(value, label_drop(scene, plan->size) + label);
    }
    float height = text_block_height(value_block(scene, figure, plan->size, width));
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
        height = fmaxf(height, figure_height(scene, &figures[i], plan,
                                             column_width(scene, plan->columns, width)));
    }
    return height;
}

static void plan_rows(struct scene *scene, const struct figure *figures, int count, float width,
                      struct figures_plan *plan) {
    plan->height = 0;
    for (int i = 0; i < count; i += plan->columns) {
        plan->height += (i > 0 ? ROW_GAP : 0) + row_height(scene, figures, count, i, plan, width);
    }
}

/* In a column of several, labels stand beside the values where they find room to be read. */
static void place_labels(struct scene *scene, struct figures_plan *plan, int count, float widest,
                         float width) {
    float em = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY);
    float beside = widest + em;
    bool room = width - beside >= LEAST_LABEL * em;
    plan->label_x = plan->columns == 1 && count >= LIST_FROM && room ? beside : 0;
}

/* The largest size at which they fit in so many columns; whether there is one. */
static bool plan_columns(struct scene *scene, const struct figure *figures, int count, float width,
                         float height, struct figures_plan *plan) {
    float largest = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_FIGURE);
    float least = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_HEADING);
    float column = column_width(scene, plan->columns, width);
    bool fits = false;
    for (int i = 0; i < SHARE_COUNT && !fits; i++) {
        plan->size = fmaxf(roundf(largest * SHARES[i]), least);
        float widest = widest_value(scene, figures, count, plan->size);
        place_labels(scene, plan, count, widest, width);
        plan_rows(scene, figures, count, width, plan);
        fits = plan->height <= height && widest <= column;
    }
    return fits;
}

struct figures_plan figures_plan(struct scene *scene, const struct figure *figures, int count,
                                 int columns, float width, float height) {
    struct figures_plan plan = {0};
    for (plan.columns = columns; plan.columns > 1; plan.columns--) {
        if (plan_columns(scene, figures, count, width, height, &plan)) {
            return plan;
        }
    }
    (void)plan_columns(scene, figures, count, width, height, &plan);
    return plan;
}

static void draw_figure(struct scene *scene, struct scene_frame *frame,
                        const struct figures_plan *plan, const struct figure *figure, float x,
                        float y, float width) {
    const struct text_block *value = value_block(scene, figure, plan->size, width);
    text_draw(frame->draw, value, x, y);
    frame_reading(frame, figure->value);
    if (!*figure->label) {
        return;
    }
    frame_reading(frame, figure->label);
    if (plan->label_x > 0) {
        text_draw(frame->draw, label_block(scene, figure, width - plan->label_x), x + plan->label_x,
                  y + label_drop(scene, plan->size));
    } else {
        text_draw(frame->draw, label_block(scene, figure, width), x,
                  y + text_block_height(value) + LABEL_GAP);
    }
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
        draw_figure(scene, frame, plan, &figures[i], left, y, column);
    }
}
