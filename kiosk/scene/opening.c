/* Openings: the page that says what is coming, with one button that begins it. */
#include "scene/opening.h"

#include <math.h>

static const float GAP = 32;
static const float PICTURE_SHARE = 0.4F; /* of the height, at most, when upright */
static const float LOW_ENOUGH = 0.6F;    /* of the height: there a hand reaches the button */

struct layout {
    struct rect column, picture; /* picture.h == 0: there is none */
    const struct text_block *title, *lead;
    struct point button;
    float height; /* of everything, the button with it */
    bool beside;  /* the picture stands at the words' right */
};

static const struct text_block *block_of(struct scene *scene, enum type_role role,
                                         struct colour colour, const char *words, float width) {
    struct text_style style = piece_style(scene, role, colour);
    return *words ? text_layout(scene->env.fonts, &style, words, width) : NULL;
}

static float block_height(const struct text_block *block) {
    return block ? text_block_height(block) + GAP / 2 : 0;
}

static void lay_out_picture(struct scene *scene, const struct asset *picture,
                            struct layout *layout) {
    const struct metrics *metrics = &scene->env.metrics;
    int columns = metrics->large ? 7 : 5;
    layout->beside = picture && !metrics->upright;
    layout->column = layout->picture = metrics->content;
    if (layout->beside) {
        layout->column = metrics_columns(metrics, 0, columns);
        layout->picture = metrics_columns(metrics, columns, 12 - columns);
    }
    layout->picture.h *= layout->beside ? 1 : PICTURE_SHARE;
    layout->picture.h = picture ? piece_picture_height(scene, picture, NULL, layout->picture) : 0;
}

static struct layout lay_out(struct scene *scene, const struct opening *opening) {
    const struct metrics *metrics = &scene->env.metrics;
    const struct palette *palette = &scene->env.palette;
    struct layout layout = {.button = piece_button_size(scene, BUTTON_PRIMARY, opening->button)};
    lay_out_picture(scene, opening->picture, &layout);
    float width = layout.column.w;
    layout.title = block_of(scene, TYPE_TITLE, palette->text, opening->title, width);
    layout.lead = block_of(scene, TYPE_LEAD, palette->soft, opening->lead, width);
    float kicker = 2 * metrics_type(metrics, scene->env.theme, TYPE_LABEL);
    float below = layout.beside || layout.picture.h <= 0 ? 0 : layout.picture.h + GAP / 2;
    layout.height = kicker + block_height(layout.title) + block_height(layout.lead) + below + GAP +
                    layout.button.y;
    float least = layout.beside          ? layout.picture.h
                  : layout.picture.h > 0 ? 0
                                         : metrics->content.h * LOW_ENOUGH;
    layout.height = fmaxf(layout.height, least);
    layout.height = fminf(layout.height, metrics->content.h);
    return layout;
}

static float draw_block(struct scene_frame *frame, const struct text_block *block, float x,
                        float y) {
    if (block) {
        text_draw(frame->draw, block, x, y);
    }
    return y + block_height(block);
}

void opening_draw(struct scene *scene, struct scene_frame *frame, const struct opening *opening,
                  struct scroll *scroll) {
    struct layout layout = lay_out(scene, opening);
    struct rect column = layout.column;
    struct rect window = {column.x, column.y, column.w, layout.height - layout.button.y - GAP / 2};
    float top =
        scroll_begin(scroll, scene, frame,
                     scroll_is_needed(scroll) ? opening->words_id : (struct element_id){0}, window);
    float y = piece_kicker(scene, frame, opening->kicker, column.x, top, column.w);
    y = draw_block(frame, layout.title, column.x, y);
    y = draw_block(frame, layout.lead, column.x, y);
    if (opening->picture && !layout.beside) {
        layout.picture.y = y + GAP / 2;
        y = piece_picture(scene, frame, opening->picture, NULL, layout.picture);
    }
    scroll_end(scroll, scene, frame, window, y - top);
    if (layout.beside) {
        (void)piece_picture(scene, frame, opening->picture, NULL, layout.picture);
    }
    frame_reading(frame, opening->title);
    frame_reading(frame, opening->lead);
    (void)piece_button(scene, frame, opening->button_id, column.x,
                       column.y + layout.height - layout.button.y, BUTTON_PRIMARY, opening->button);
}
