/* Picture pages: one large picture, what is said of it, and a row of buttons below it. */
#include "scene/picture_page.h"

#include <math.h>

static const float GAP = 32;
static const float PICTURE_SHARE = 0.45F; /* of the height, at most, when upright */
static const float WORDS_LEAST = 13;      /* ems of the body: how wide words beside a picture are */
static const float TITLE_SHARE =
    0.16F; /* the same for a title; longer ones are words like others */

static float title_y(const struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    return metrics->content.y + 2 * metrics_type(metrics, scene->env.theme, TYPE_LABEL);
}

/* How high the highest of the titles is. */
static float titles_height(struct scene *scene, enum type_role role, const char *const *titles,
                           int count) {
    struct text_style style = piece_style(scene, role, scene->env.palette.text);
    float width = scene->env.metrics.content.w;
    float most = 0;
    for (int i = 0; i < count; i++) {
        const struct text_block *block = text_layout(scene->env.fonts, &style, titles[i], width);
        most = fmaxf(most, text_block_height(block));
    }
    return most;
}

/* Finds a size at which every title has its room above the picture; returns the y below it. */
static float place_titles(struct scene *scene, struct picture_page *page, const char *const *titles,
                          int count) {
    static const enum type_role roles[] = {TYPE_TITLE, TYPE_HEADING};
    struct rect content = scene->env.metrics.content;
    for (int i = 0; i < 2 && !page->titled; i++) {
        float height = titles_height(scene, roles[i], titles, count);
        page->title_role = roles[i];
        page->titled = height <= content.h * TITLE_SHARE;
        if (page->titled) {
            return title_y(scene) + height + GAP * 0.75F;
        }
    }
    return content.y;
}

/* The same for pictures that fit into width and height. */
static float pictures_height(const struct asset *const *pictures, int count, float width,
                             float height) {
    float most = 0;
    for (int i = 0; i < count; i++) {
        float wide = (float)pictures[i]->width;
        float high = (float)pictures[i]->height;
        most = fmaxf(most, piece_fitted(wide, high, width, height).y);
    }
    return roundf(most);
}

/* As wide as pictures are in a height, if that leaves the words their lines. */
static float picture_width(struct scene *scene, const struct asset *const *pictures, int count,
                           float height) {
    const struct metrics *metrics = &scene->env.metrics;
    float words = WORDS_LEAST * metrics_type(metrics, scene->env.theme, TYPE_BODY);
    float most = metrics->content.w - metrics->gutter - words;
    float widest = 0;
    for (int i = 0; i < count; i++) {
        struct point size =
            piece_fitted((float)pictures[i]->width, (float)pictures[i]->height, most, height);
        widest = fmaxf(widest, size.x);
    }
    return roundf(fmaxf(widest, metrics_columns(metrics, 0, 6).w));
}

struct picture_page picture_page_fit(struct scene *scene, const struct asset *const *pictures,
                                     const char *const *titles, int count) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect content = metrics->content;
    struct picture_page page = {.side = icon_button_side(scene)};
    if (!metrics->upright) {
        float high = content.h - GAP - page.side;
        page.picture =
            (struct rect){content.x, content.y, picture_width(scene, pictures, count, high), high};
        float left = page.picture.x + page.picture.w + metrics->gutter;
        page.words = (struct rect){left, content.y, content.x + content.w - left, content.h};
        return page;
    }
    page.picture = (struct rect){
        metrics->area.x,
        place_titles(scene, &page, titles, count),
        metrics->area.w,
        pictures_height(pictures, count, metrics->area.w, content.h * PICTURE_SHARE),
    };
    float below = page.picture.y + page.picture.h + GAP + page.side + GAP;
    page.words = (struct rect){content.x, below, content.w, content.y + content.h - below};
    return page;
}

float picture_page_heading(struct scene *scene, struct scene_frame *frame,
                           const struct picture_page *page, const char *where, const char *title) {
    struct rect column = page->words;
    float y = page->titled ? scene->env.metrics.content.y : column.y;
    float below = piece_kicker(scene, frame, where, column.x, y, column.w);
    if (!page->titled) {
        return below;
    }
    struct text_style style = piece_style(scene, page->title_role, scene->env.palette.text);
    frame_reading(frame, title);
    (void)text_draw_at(frame->draw, scene->env.fonts, &style, title, column.x, title_y(scene),
                       column.w);
    return column.y;
}

void picture_page_buttons(struct scene *scene, struct scene_frame *frame,
                          const struct picture_page *page,
                          const struct icon_button buttons[PICTURE_PAGE_BUTTONS], int at,
                          int count) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect row = metrics->content;
    row.w = fminf(page->picture.w, row.w);
    float step = page->side + fmaxf(GAP / 2, metrics->target_gap);
    float left = row.x + page->side / 2;
    float right = row.x + row.w - page->side / 2;
    float middle = page->picture.y + page->picture.h + GAP + page->side / 2;
    const float middles[PICTURE_PAGE_BUTTONS] = {left, left + step, right - step, right};
    for (int i = 0; i < PICTURE_PAGE_BUTTONS; i++) {
        icon_button_draw(scene, frame, &buttons[i], (struct point){middles[i], middle}, page->side,
                         1);
    }
    float dots = piece_progress_width(count);
    if (dots < row.w - 4 * step) {
        piece_progress(scene, frame, row.x + (row.w - dots) / 2, middle, at, count);
    }
}
