/* Openings: the page that says what is coming, with one button that begins it, or two. */
#include "scene/opening.h"

#include <math.h>

static const float GAP = 32;
static const float WORDS_MOST = 0.6F; /* of the height: longer ones scroll above the picture */
static const float LOW_ENOUGH = 0.6F; /* of the height: there a hand reaches the button */

enum { COLUMNS_LEAST = 4, COLUMNS_MOST = 7 }; /* of words beside a picture */

struct layout {
    struct rect column, picture;
    const struct text_block *title, *lead;
    struct point button;
    float button_y, words_bottom;
};

static const struct text_block *block_of(struct scene *scene, enum type_role role,
                                         struct colour colour, const char *words, float width) {
    struct text_style style = piece_style(scene, role, colour);
    return *words ? text_layout(scene->env.fonts, &style, words, width) : NULL;
}

static float block_height(const struct text_block *block) {
    return block ? text_block_height(block) + GAP / 2 : 0;
}

/* As large as can be, in the middle of its room. */
static void place_picture(const struct asset *picture, struct rect room, struct layout *layout) {
    struct point size =
        piece_fitted((float)picture->width, (float)picture->height, room.w, fmaxf(room.h, 1));
    layout->picture = (struct rect){room.x + (room.w - size.x) / 2, room.y + (room.h - size.y) / 2,
                                    size.x, size.y};
}

/* Sets the words in a column; how high they are with the line above them. */
static float set_words(struct scene *scene, const struct opening *opening, struct rect column,
                       struct layout *layout) {
    const struct palette *palette = &scene->env.palette;
    layout->column = column;
    layout->title = block_of(scene, TYPE_TITLE, palette->text, opening->title, column.w);
    layout->lead = block_of(scene, TYPE_LEAD, palette->soft, opening->lead, column.w);
    return 2 * metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL) +
           block_height(layout->title) + block_height(layout->lead);
}

/* The words at the left, in as few columns as they need; the picture has the others. */
static void lay_out_beside(struct scene *scene, const struct opening *opening,
                           struct layout *layout) {
    const struct metrics *metrics = &scene->env.metrics;
    float room = layout->words_bottom - metrics->content.y;
    int columns = COLUMNS_LEAST;
    while (set_words(scene, opening, metrics_columns(metrics, 0, columns), layout) > room &&
           columns < COLUMNS_MOST) {
        columns++;
    }
    place_picture(opening->picture, metrics_columns(metrics, columns, 12 - columns), layout);
}

/* The words above, the picture in what they and the button leave, from one edge of the screen to
   the other. */
static void lay_out_upright(struct scene *scene, const struct opening *opening,
                            struct layout *layout) {
    const struct metrics *metrics = &scene->env.metrics;
    const struct rect content = metrics->content;
    float words = set_words(scene, opening, content, layout);
    float top = content.y + fminf(words + GAP, content.h * WORDS_MOST);
    struct rect room = {metrics->area.x, top, metrics->area.w, layout->button_y - GAP - top};
    place_picture(opening->picture, room, layout);
    layout->words_bottom = layout->picture.y - GAP;
}

static struct layout lay_out(struct scene *scene, const struct opening *opening) {
    const struct metrics *metrics = &scene->env.metrics;
    const struct rect content = metrics->content;
    struct layout layout = {.button = piece_button_size(scene, BUTTON_PRIMARY, opening->button)};
    float height = content.h;
    if (!opening->picture) {
        float words = set_words(scene, opening, content, &layout);
        height = fminf(height, fmaxf(words + GAP + layout.button.y, height * LOW_ENOUGH));
    }
    layout.button_y = content.y + height - layout.button.y;
    layout.words_bottom = layout.button_y - GAP / 2;
    if (opening->picture) {
        (metrics->upright ? lay_out_upright : lay_out_beside)(scene, opening, &layout);
    }
    return layout;
}

static float draw_block(struct scene_frame *frame, const struct text_block *block, float x,
                        float y) {
    if (block) {
        text_draw(frame->draw, block, x, y);
    }
    return y + block_height(block);
}

struct opening opening_of(const struct scene *scene, const char *kicker, const struct text *lead) {
    const struct asset *picture = &scene->entry->common.picture;
    return (struct opening){.kicker = kicker,
                            .title = scene_text(scene, &scene->entry->common.title),
                            .lead = scene_text(scene, lead),
                            .picture = picture->path ? picture : NULL};
}

void opening_draw(struct scene *scene, struct scene_frame *frame, const struct opening *opening,
                  struct scroll *scroll) {
    struct layout layout = lay_out(scene, opening);
    struct rect column = layout.column;
    struct rect window = {column.x, column.y, column.w, layout.words_bottom - column.y};
    float top =
        scroll_begin(scroll, scene, frame,
                     scroll_is_needed(scroll) ? opening->words_id : (struct element_id){0}, window);
    float y = piece_kicker(scene, frame, opening->kicker, column.x, top, column.w);
    y = draw_block(frame, layout.title, column.x, y);
    y = draw_block(frame, layout.lead, column.x, y);
    scroll_end(scroll, scene, frame, window, y - top);
    if (opening->picture) {
        bool bleeds = layout.picture.w > scene->env.metrics.content.w;
        draw_image(frame->draw, opening->picture->path, layout.picture, FIT_CONTAIN,
                   bleeds ? 0 : CARD_RADIUS, 1);
    }
    frame_reading(frame, opening->title);
    frame_reading(frame, opening->lead);
    struct rect first = piece_button(scene, frame, opening->button_id, column.x, layout.button_y,
                                     BUTTON_PRIMARY, opening->button);
    if (opening->second) {
        (void)piece_button(scene, frame, opening->second_id, first.x + first.w + GAP, first.y,
                           BUTTON_PRIMARY, opening->second);
    }
}
