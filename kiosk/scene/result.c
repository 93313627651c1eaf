/* Results: how a round went, what the exhibition says to it, and the ways on. */
#include "scene/result.h"

#include "scene/leads_on.h"
#include "scene/score.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float GAP = 32;
static const float LEAST_PICTURE = 240; /* as high as a picture on the result is, at least */

static const struct element_id words_id = {"text", 0};
static const struct element_id again_id = {"again", 0};
static const struct element_id next_id = {"next", 0};

static const struct schema_row rows[] = {
    ROW_INTEGER(struct result_words, from, .required = true, .max = 100, .example = "80",
                .help = {"答对的百分比从多少起用这一条，0 到 100",
                         "the least percent of right answers it is for, 0 to 100"}),
    ROW_TEXT(struct result_words, title, .required = true, .max = 80,
             .example = "{zh: 你很难被骗, en: You are hard to fool}",
             .help = {"结果页的标题", "the heading of the result"}),
    ROW_TEXT(struct result_words, words, .max = 400,
             .example = "{zh: 把这些讲给家里人听。, en: Tell your family.}",
             .help = {"标题下面的话", "the words below it"}),
    ROW_END,
};
const struct schema result_schema = {"result", sizeof(struct result_words), rows};

void result_check(const struct items *results, struct document_check *check) {
    for (size_t i = 0; i < results->count; i++) {
        const struct result_words *result = ITEM(*results, struct result_words, i);
        char path[64];
        snprintf(path, sizeof path, "results.%zu.from", i);
        if (i == 0 && result->from != 0) {
            check_report(check, path, "第一条结果必须从 0 起，否则得分低的人看不到结果",
                         "the first result must be from 0, or a low score has none");
        } else if (i > 0 && result->from <= result[-1].from) {
            check_report(check, path, "结果要按 from 从小到大排列，不能相同",
                         "results stand by rising from, no two alike");
        }
    }
}

/* One text; returns the y below. */
static float draw_words(struct scene *scene, struct scene_frame *frame, const struct text *text,
                        enum type_role role, struct colour colour, struct rect column, float y) {
    const char *words = scene_text(scene, text);
    if (!*words) {
        return y;
    }
    struct text_style style = piece_style(scene, role, colour);
    frame_reading(frame, words);
    return y + text_draw_at(frame->draw, scene->env.fonts, &style, words, column.x, y, column.w) +
           GAP / 2;
}

/* What is said to so many percent, or NULL if nothing is. */
static const struct result_words *words_for(const struct result *result) {
    const struct result_words *found = NULL;
    int percent = result->of > 0 ? result->score * 100 / result->of : 0;
    for (size_t i = 0; i < result->words.count; i++) {
        const struct result_words *words = ITEM(result->words, struct result_words, i);
        found = words->from <= percent ? words : found;
    }
    return found;
}

/* The score, very large, out of how many. Returns the y below. */
static float draw_figure(struct scene *scene, struct scene_frame *frame,
                         const struct result *result, float x, float y) {
    struct text_style large = piece_style(scene, TYPE_FIGURE, scene->env.palette.light);
    struct text_style small = piece_style(scene, TYPE_HEADING, scene->env.palette.soft);
    const char *score = arena_printf(scene->env.frame, "%d", result->score);
    const char *all = arena_printf(scene->env.frame, "/ %d", result->of);
    const struct text_block *block = text_layout(scene->env.fonts, &large, score, INFINITY);
    float ascent, descent;
    fonts_height(scene->env.fonts, large.face, large.size, &ascent, &descent);
    float baseline = y + (text_block_height(block) + ascent - descent) / 2;
    text_draw(frame->draw, block, x, y);
    draw_text_run(frame->draw, x + text_block_width(block) + GAP, baseline, small.face, small.size,
                  small.colour, all);
    return y + text_block_height(block);
}

static float draw_result_words(struct scene *scene, struct scene_frame *frame, const void *self,
                               struct rect column, float y) {
    const struct result *result = self;
    const struct palette *palette = &scene->env.palette;
    const struct result_words *said = words_for(result);
    const struct metrics *metrics = &scene->env.metrics;
    enum type_role role = metrics->large ? TYPE_BODY : TYPE_LEAD;
    y = piece_kicker(scene, frame, result->kicker, column.x, y, column.w);
    y = draw_figure(scene, frame, result, column.x, y) + GAP / 2;
    if (!result->unmarked) {
        y += piece_score(scene, frame, result->right, result->of, column.x, y, column.w) + GAP;
    }
    if (said) {
        /* A landscape screen has not the height for two large lines more. */
        enum type_role title = metrics->large && !metrics->upright ? TYPE_HEADING : TYPE_TITLE;
        y = draw_words(scene, frame, &said->title, title, palette->text, column, y);
        y = draw_words(scene, frame, &said->words, role, palette->text, column, y);
    }
    return y;
}

/* What the result leaves free shows the scene's picture, with even air above and below, where it is
   large enough to be looked at. */
static struct rect draw_picture(struct scene *scene, struct scene_frame *frame, struct rect free) {
    const struct asset *picture = &scene->entry->common.picture;
    if (!picture->path || free.h < LEAST_PICTURE) {
        return (struct rect){0};
    }
    struct point size = piece_fitted((float)picture->width, (float)picture->height, free.w, free.h);
    struct rect place = {free.x, free.y + (free.h - size.y) / 2, size.x, size.y};
    (void)piece_picture(scene, frame, picture, NULL, place);
    return place;
}

struct move result_tap(struct scene *scene, struct element_id id, void (*again)(struct scene *)) {
    if (element_id_equal(id, again_id)) {
        again(scene);
    }
    return element_id_equal(id, next_id) ? (struct move){.type = MOVE_NEXT} : STAY;
}

struct rect result_page_draw(struct scene *scene, struct scene_frame *frame,
                             result_words_drawn *draw, const void *self, struct scroll *scroll) {
    const struct metrics *metrics = &scene->env.metrics;
    bool upright = metrics->upright;
    struct rect column = upright ? metrics->content : metrics_columns(metrics, 0, 7);
    struct rect side = upright ? metrics->content : metrics_columns(metrics, 7, 5);
    const char *again = phrase_in(PHRASE_AGAIN, scene->env.language);
    struct point button = piece_button_size(scene, BUTTON_QUIET, again);
    float card = piece_leads_on_height(scene, side.w);
    float ways = card + GAP + button.y;
    float side_y = metrics->content.y + metrics->content.h - ways;
    struct rect window = column;
    if (upright) {
        window.h -= ways + GAP;
    } else {
        window.w -= GAP; /* where in it one is stands beside it, clear of the picture */
    }
    float top = scroll_begin(scroll, scene, frame,
                             scroll_is_needed(scroll) ? words_id : (struct element_id){0}, window);
    float y = draw(scene, frame, self, window, top);
    scroll_end(scroll, scene, frame, window, y - top);
    struct rect free = upright ? (struct rect){column.x, y, column.w, window.y + window.h - y}
                               : (struct rect){side.x, side.y, side.w, side_y - GAP - side.y};
    struct rect picture = draw_picture(scene, frame, free);
    (void)piece_leads_on(scene, frame, next_id, side.x, side_y, side.w);
    (void)piece_button(scene, frame, again_id, side.x, side_y + card + GAP, BUTTON_QUIET, again);
    return picture;
}

struct rect result_draw(struct scene *scene, struct scene_frame *frame, const struct result *result,
                        struct scroll *scroll) {
    return result_page_draw(scene, frame, draw_result_words, result, scroll);
}
