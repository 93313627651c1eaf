/* Large figures: numbers that matter, as large as their place allows, each with what it counts. */
#include "scene/pieces.h"

#include <math.h>
#include <string.h>

static const float ROW_GAP = 32;
static const float LABEL_GAP = 8;
/* Sizes that are tried, as shares of the theme's figure size, largest first. */
static const float SHARES[] = {1, 0.85F, 0.72F, 0.6F, 0.5F, 0.42F, 0.36F, 0.3F, 0.26F};
/* The same for values too long for their column beside shorter ones, as shares of the others'. */
static const float LONG_SHARES[] = {0.85F, 0.7F, 0.6F, 0.5F};
enum { LONG_SHARE_COUNT = sizeof LONG_SHARES / sizeof LONG_SHARES[0], LONG_LINES = 2 };
static const float LEAST_TO_TITLE = 1.05F; /* in a column of their own figures outdo the title */
static const float LEAST_LABEL = 6;        /* ems: a label beside its value is no narrower */
enum { LIST_FROM = 3 };                    /* so many figures in one column are a list */
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

static float value_width(const struct scene *scene, const struct figure *figure, float size) {
    return fonts_run_width(scene->env.fonts, FACE_BOLD, size, figure->value, strlen(figure->value));
}

static float widest_value(const struct scene *scene, const struct figure *figures, int count,
                          float size) {
    float widest = 0;
    for (int i = 0; i < count; i++) {
        widest = fmaxf(widest, value_width(scene, &figures[i], size));
    }
    return widest;
}

/* A figure's size in a column of the plan. */
static float size_in(const struct scene *scene, const struct figure *figure,
                     const struct figures_plan *plan, float width) {
    bool is_long = plan->long_size < plan->size && value_width(scene, figure, plan->size) > width;
    return is_long ? plan->long_size : plan->size;
}

/* Whether a long value stands in its column in few lines that end where words do. */
static bool fits_in_lines(struct scene *scene, const struct figure *figure, float size,
                          float width) {
    for (const char *word = figure->value; *word;) {
        size_t length = strcspn(word, " ");
        if (fonts_run_width(scene->env.fonts, FACE_BOLD, size, word, length) > width) {
            return false;
        }
        word += length + strspn(word + length, " ");
    }
    return text_block_lines(value_block(scene, figure, size, width)) <= LONG_LINES;
}

/* The largest size for those that are too long at `size`, or 0. */
static float long_size_at(struct scene *scene, const struct figure *figures, int count, float size,
                          float width) {
    float least = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LEAD);
    for (int i = 0; i < LONG_SHARE_COUNT; i++) {
        float tried = roundf(size * LONG_SHARES[i]);
        bool fits = tried >= least;
        for (int j = 0; j < count && fits; j++) {
            fits = value_width(scene, &figures[j], size) <= width ||
                   fits_in_lines(scene, &figures[j], tried, width);
        }
        if (fits) {
            return tried;
        }
    }
    return 0;
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

static float value_height(struct scene *scene, const struct figure *figure,
                          const struct figures_plan *plan, float width) {
    float size = size_in(scene, figure, plan, width);
    return text_block_height(value_block(scene, figure, size, width));
}

/* A row: figures first … end-1, in columns of a width; the values of different sizes stand on one
   line and the labels below begin on one. */
struct row {
    int first, end;
    float column;
    float values, height;
};

static struct row row_at(struct scene *scene, const struct figure *figures, int count, int first,
                         const struct figures_plan *plan, float width) {
    struct row row = {.first = first, .end = first + plan->columns};
    row.end = row.end < count ? row.end : count;
    row.column = column_width(scene, plan->columns, width);
    float labels = 0;
    for (int i = first; i < row.end; i++) {
        row.values = fmaxf(row.values, value_height(scene, &figures[i], plan, row.column));
        float label =
            text_block_height(label_block(scene, &figures[i], row.column - plan->label_x));
        labels = fmaxf(labels, *figures[i].label ? label : 0);
    }
    bool beside = plan->label_x > 0;
    row.height = beside       ? fmaxf(row.values, label_drop(scene, plan->size) + labels)
                 : labels > 0 ? row.values + LABEL_GAP + labels
                              : row.values;
    return row;
}

static void plan_rows(struct scene *scene, const struct figure *figures, int count, float width,
                      struct figures_plan *plan) {
    plan->height = 0;
    for (int i = 0; i < count; i += plan->columns) {
        plan->height +=
            (i > 0 ? ROW_GAP : 0) + row_at(scene, figures, count, i, plan, width).height;
    }
}

/* Plans the rows with the labels below. In a column of several they stand beside the values where
   they find room to be read and that is not higher. */
static void place_labels(struct scene *scene, const struct figure *figures, int count, float widest,
                         float width, struct figures_plan *plan) {
    float em = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY);
    float beside = widest + em;
    plan->label_x = 0;
    plan_rows(scene, figures, count, width, plan);
    if (plan->columns > 1 || count < LIST_FROM || width - beside < LEAST_LABEL * em) {
        return;
    }
    struct figures_plan list = *plan;
    list.label_x = beside;
    plan_rows(scene, figures, count, width, &list);
    if (list.height <= plan->height) {
        *plan = list;
    }
}

/* The least size of figures in so many columns. */
static float least_size(const struct scene *scene, int columns) {
    const struct metrics *metrics = &scene->env.metrics;
    float title = metrics_type(metrics, scene->env.theme, TYPE_TITLE);
    return columns > 1 ? metrics_type(metrics, scene->env.theme, TYPE_HEADING)
                       : roundf(title * LEAST_TO_TITLE);
}

/* The largest size at which they fit in the plan's columns; whether there is one. With `longer`,
   values that are too long for a column are smaller than the others. */
static bool plan_columns(struct scene *scene, const struct figure *figures, int count, float width,
                         float height, bool longer, struct figures_plan *plan) {
    float largest = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_FIGURE);
    float least = least_size(scene, plan->columns);
    float column = column_width(scene, plan->columns, width);
    bool fits = false;
    for (int i = 0; i < SHARE_COUNT && !fits; i++) {
        plan->size = plan->long_size = fmaxf(roundf(largest * SHARES[i]), least);
        float widest = widest_value(scene, figures, count, plan->size);
        if (longer && widest > column) {
            plan->long_size = long_size_at(scene, figures, count, plan->size, column);
        }
        place_labels(scene, figures, count, widest, width, plan);
        fits = plan->height <= height && (widest <= column || (longer && plan->long_size > 0));
    }
    return fits;
}

struct figures_plan figures_plan(struct scene *scene, const struct figure *figures, int count,
                                 int columns, float width, float height) {
    struct figures_plan plan = {0};
    for (plan.columns = columns; plan.columns > 1; plan.columns--) {
        if (plan_columns(scene, figures, count, width, height, false, &plan) ||
            plan_columns(scene, figures, count, width, height, true, &plan)) {
            return plan;
        }
    }
    (void)plan_columns(scene, figures, count, width, height, false, &plan);
    return plan;
}

/* Draws a figure of a row whose upper left corner is (x, y). */
static void draw_figure(struct scene *scene, struct scene_frame *frame,
                        const struct figures_plan *plan, const struct figure *figure,
                        const struct row *row, float x, float y) {
    float size = size_in(scene, figure, plan, row->column);
    const struct text_block *value = value_block(scene, figure, size, row->column);
    text_draw(frame->draw, value, x, y + row->values - text_block_height(value));
    frame_reading(frame, figure->value);
    if (!*figure->label) {
        return;
    }
    frame_reading(frame, figure->label);
    const struct text_block *label = label_block(scene, figure, row->column - plan->label_x);
    float label_y = plan->label_x > 0 ? label_drop(scene, plan->size) : row->values + LABEL_GAP;
    text_draw(frame->draw, label, x + plan->label_x, y + label_y);
}

void figures_draw(struct scene *scene, struct scene_frame *frame, const struct figures_plan *plan,
                  const struct figure *figures, int count, float x, float y, float width) {
    for (int first = 0; first < count; first += plan->columns) {
        struct row row = row_at(scene, figures, count, first, plan, width);
        float step = row.column + scene->env.metrics.gutter;
        for (int i = first; i < row.end; i++) {
            draw_figure(scene, frame, plan, &figures[i], &row, x + step * (float)(i - first), y);
        }
        y += row.height + ROW_GAP;
    }
}
