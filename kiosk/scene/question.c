/* Questions: one question with its answers and, once it is decided, the reason. */
#include "scene/question.h"

#include "scene/thread.h"

#include <math.h>
#include <string.h>

enum { RISE_MS = 280, THREAD_MS = 320, TOUCH_MS = 240 };
static const float GAP = 32;
static const float SPACE = 24;
static const float PICTURE_LEAST = 0.4F; /* of its size: smaller, it says nothing any more */

static const struct element_id page_id = {"page", 0};

void question_touched(struct question_state *state, const struct gesture *gesture, millis now) {
    state->finger = (struct point){gesture->x, gesture->y};
    state->touched_at = now;
    state->touched = true;
}

void question_gesture(struct question_state *state, const struct gesture *gesture) {
    bool why = strcmp(gesture->id.name, "why") == 0;
    scroll_gesture(why ? &state->why_scroll : &state->scroll, gesture);
}

static float share_of(const struct scene *scene, struct scene_frame *frame, millis since,
                      millis span) {
    if (scene->env.now - since < span) {
        frame_wake(frame, scene->env.now);
    }
    return ease_out(scene->env.now - since, span);
}

/* How everything lies: the body (question, picture, answers) scrolls above the foot, which is the
   verdict's or the button's. Where the picture stands beside the answers the verdict shares its
   column, and the answers stay where they are. */
struct layout {
    struct rect column;
    struct rect beside; /* the picture's column; w == 0: there is none */
    const struct text_block *words, *hint;
    float hint_y, picture_y, grid_y; /* from the body's top */
    float picture, height;           /* of the picture above the answers (or 0), of the body */
    struct choice_grid grid;
    struct verdict_layout verdict;
    float reason; /* what the verdict takes of the body's column, gap included */
    float foot;   /* what it or the button takes now */
};

/* A short question is as large as a title; `smaller` is for when it has been read. */
static const struct text_block *words_block(struct scene *scene, const char *words, float width,
                                            bool smaller) {
    static const enum type_role roles[] = {TYPE_TITLE, TYPE_HEADING, TYPE_LEAD};
    struct text_style style = piece_style(scene, roles[smaller ? 1 : 0], scene->env.palette.text);
    const struct text_block *block = text_layout(scene->env.fonts, &style, words, width);
    if (text_block_lines(block) <= 2) {
        return block;
    }
    style = piece_style(scene, roles[smaller ? 2 : 1], scene->env.palette.text);
    style.face = FACE_BOLD;
    return text_layout(scene->env.fonts, &style, words, width);
}

static void lay_out_body(struct scene *scene, const struct question *question, bool smaller,
                         struct layout *layout) {
    float width = layout->column.w;
    layout->words = words_block(scene, question->words, width, smaller);
    layout->hint_y = text_block_height(layout->words) + SPACE / 3;
    layout->picture_y = text_block_height(layout->words) + SPACE;
    if (question->hint) {
        struct text_style style = piece_style(scene, TYPE_BODY, scene->env.palette.soft);
        layout->hint = text_layout(scene->env.fonts, &style, question->hint, width);
        layout->picture_y = layout->hint_y + text_block_height(layout->hint) + SPACE;
    }
    /* Cards wear their tags on the upper edge. */
    layout->picture_y += metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL) * 0.5F;
    layout->grid_y = layout->picture_y;
    if (question->picture && scene->env.metrics.upright) {
        struct rect room = {0, 0, width, scene->env.metrics.content.h * 0.3F};
        layout->picture = piece_picture_height(scene, question->picture, NULL, room);
        layout->grid_y += layout->picture + GAP;
    }
}

/* What a button that confirms takes at the bottom, gap included. */
static float button_room(struct scene *scene, const struct question *question) {
    return question->check_id.name
               ? piece_button_size(scene, BUTTON_PRIMARY, question->check).y + GAP
               : 0;
}

/* The cards stand from the first so that the verdict will have its room: when it comes they keep
   their columns, and pictures their size (they are scaled once). Words take the size that leaves
   room for it then, rows what is free at the moment. */
static void lay_out_cards(struct scene *scene, const struct question *question,
                          struct layout *layout, float height, float risen) {
    const struct choice_card *cards = question->cards;
    int count = question->count;
    float width = layout->column.w;
    float room = height - layout->grid_y;
    float button = button_room(scene, question);
    bool gives_way = question->decided && layout->reason > 0;
    const struct choice_grid planned =
        choice_grid_fit(scene, cards, count, NULL, width, room - fmaxf(layout->reason, button));
    layout->grid = choice_grid_fit(scene, cards, count, &planned, width,
                                   room - (gives_way ? layout->reason : button));
    choice_grid_grow(&layout->grid, room - layout->foot);
    /* What does not grow stands in the middle of its room, which the verdict makes smaller. */
    float taken = button + (layout->reason - button) * (gives_way ? risen : 0);
    float spare = fmaxf(room - taken - layout->grid.height, 0);
    layout->grid_y += layout->grid.picture > 0 ? spare / 2 : 0;
    layout->height = layout->grid_y + layout->grid.height;
}

static struct layout lay_out_with(struct scene *scene, const struct question *question,
                                  struct layout layout, float height, float risen, bool smaller) {
    bool beside = layout.beside.w > 0;
    float most = height * (scene->env.metrics.large ? 0.72F : 0.62F);
    layout.verdict = beside ? verdict_fit(scene, &question->verdict, layout.beside.w, height)
                            : verdict_fit(scene, &question->verdict, layout.column.w, most);
    layout.reason = beside ? 0 : layout.verdict.height + GAP;
    layout.foot =
        question->decided && !beside ? layout.reason * risen : button_room(scene, question);
    lay_out_body(scene, question, smaller, &layout);
    lay_out_cards(scene, question, &layout, height, risen);
    return layout;
}

/* `height` is all there is for body and foot. Where the verdict needs it the question, which has
   been read, steps back; what is below it moves up as the verdict rises. */
static struct layout lay_out(struct scene *scene, const struct question *question, float height,
                             float risen) {
    const struct metrics *metrics = &scene->env.metrics;
    bool beside = question->picture && !metrics->upright;
    struct layout columns = {.column = beside ? metrics_columns(metrics, 0, 7) : metrics->content,
                             .beside = beside ? metrics_columns(metrics, 7, 5) : (struct rect){0}};
    struct layout layout = lay_out_with(scene, question, columns, height, risen, false);
    if (!question->decided || layout.height + layout.reason <= height + 0.5F) {
        return layout;
    }
    struct layout smaller = lay_out_with(scene, question, columns, height, risen, true);
    float drop = (layout.grid_y - smaller.grid_y) * (1 - risen);
    smaller.hint_y += drop;
    smaller.picture_y += drop;
    smaller.grid_y += drop;
    smaller.height += drop;
    return smaller;
}

/* From where to where, in the body, the cards of one state or another reach. */
struct span {
    float top, bottom;
};

static struct span span_of(const struct question *question, const struct layout *layout,
                           enum choice_state state, enum choice_state other) {
    const struct choice_grid *grid = &layout->grid;
    struct span span = {INFINITY, 0};
    float y = layout->grid_y;
    for (int i = 0; i < question->count; i++) {
        float row = grid->heights[i / grid->columns];
        if (question->cards[i].state == state || question->cards[i].state == other) {
            span.top = fminf(span.top, y);
            span.bottom = fmaxf(span.bottom, y + row);
        }
        y += (i + 1) % grid->columns == 0 ? row + GAP : 0;
    }
    return span;
}

/* While the verdict rises the answers it speaks of come into view above it: the right ones, and
   the wrong one too if there is room for both. */
static void bring_into_view(struct question_state *state, const struct question *question,
                            const struct layout *layout, float window, float risen) {
    if (!question->decided) {
        state->scrolled = state->scroll.offset;
        return;
    }
    if (state->settled) {
        return;
    }
    struct span span = span_of(question, layout, CHOICE_RIGHT, CHOICE_WRONG);
    if (span.bottom - span.top + GAP > window) {
        span = span_of(question, layout, CHOICE_RIGHT, CHOICE_RIGHT);
    }
    float wanted = fmaxf(state->scrolled, span.bottom + GAP / 2 - window);
    wanted = fminf(wanted, span.top - GAP);
    wanted = fmaxf(fminf(wanted, layout->height - window), 0);
    state->scroll.content = layout->height;
    state->scroll.coasting = false;
    state->scroll.offset = state->scrolled + (wanted - state->scrolled) * risen;
    state->settled = risen >= 1;
}

static void draw_body(struct scene *scene, struct scene_frame *frame, struct question_state *state,
                      const struct question *question, const struct layout *layout,
                      struct rect window, struct rect *places, struct point *nodes) {
    bool scrolls = layout->height > window.h + 0.5F;
    float y = scroll_begin(&state->scroll, scene, frame, scrolls ? page_id : (struct element_id){0},
                           window);
    text_draw(frame->draw, layout->words, window.x, y);
    frame_reading(frame, question->words);
    if (layout->hint) {
        text_draw(frame->draw, layout->hint, window.x, y + layout->hint_y);
    }
    if (layout->picture > 0) {
        (void)piece_picture(
            scene, frame, question->picture, NULL,
            (struct rect){window.x, y + layout->picture_y, window.w, layout->picture});
    }
    choice_grid_draw(scene, frame, &layout->grid, question->cards, question->count, window.x,
                     y + layout->grid_y, places, nodes);
    scroll_end(&state->scroll, scene, frame, window, layout->height);
}

enum { PATH_MOST = 6 };

/* The way from a card's left edge down to a panel below the answers; how many points it has. */
static int path_down(struct rect place, struct point node, struct rect panel, struct point reason,
                     struct point path[PATH_MOST]) {
    float gutter = place.x - GAP / 2;
    bool outside = gutter < panel.x;
    path[0] = (struct point){place.x, node.y};
    path[1] = (struct point){gutter, node.y};
    path[2] = (struct point){gutter, outside ? reason.y : panel.y};
    path[3] = outside ? reason : path[2];
    return 4;
}

/* The way from a card's right edge, between the cards, to a panel beside the answers. */
static int path_across(struct rect place, struct point node, struct rect panel, struct point reason,
                       struct point path[PATH_MOST]) {
    float gutter = place.x + place.w + GAP / 2;
    float outer = panel.x - GAP / 2;
    int count = 0;
    path[count++] = (struct point){place.x + place.w, node.y};
    path[count++] = (struct point){gutter, node.y};
    if (gutter < outer - 1) {
        float below = place.y + place.h + GAP / 2;
        path[count++] = (struct point){gutter, below};
        path[count++] = (struct point){outer, below};
    }
    path[count++] = (struct point){outer, reason.y};
    path[count++] = reason;
    return count;
}

/* From the right answers to the reason; from a wrong one to nowhere. */
static void draw_threads(struct scene *scene, struct scene_frame *frame,
                         const struct question *question, const struct layout *layout,
                         const struct rect *places, const struct point *nodes, struct rect panel,
                         struct point reason) {
    const struct palette *palette = &scene->env.palette;
    float grown = share_of(scene, frame, question->decided_at + RISE_MS / 2, THREAD_MS);
    /* They end at the tick's rim and leave the tick alone. A cross is not what they lead to: then
       they end at the panel. */
    reason.x = question->verdict.type == VERDICT_RIGHT ? reason.x - layout->verdict.node : panel.x;
    for (int i = 0; i < question->count; i++) {
        struct point path[PATH_MOST];
        int count = (layout->beside.w > 0 ? path_across : path_down)(places[i], nodes[i], panel,
                                                                     reason, path);
        struct point *end = &path[count - 1];
        if (question->cards[i].state == CHOICE_RIGHT) {
            piece_thread(frame, path, count, grown, palette->right);
            draw_dot(frame->draw, end->x, end->y, grown >= 1 ? 9 : 0, palette->right);
        } else if (question->cards[i].state == CHOICE_WRONG) {
            path[2] = (struct point){path[1].x, places[i].y + places[i].h};
            piece_thread_broken(frame, path, 3, grown, palette->wrong);
        }
    }
}

static void draw_check(struct scene *scene, struct scene_frame *frame,
                       const struct question *question, const struct layout *layout) {
    struct rect content = scene->env.metrics.content;
    (void)piece_button_right(scene, frame, question->check_id, layout->column.x + layout->column.w,
                             content.y + content.h,
                             question->can_check ? BUTTON_PRIMARY : BUTTON_QUIET, question->check);
    size_t last = frame->elements->list.count - 1;
    frame->elements->list.items[last].flags |= question->can_check ? 0 : (unsigned)ELEMENT_DISABLED;
}

/* Where the verdict lies: at the bottom, or in the picture's column right below the picture. */
static struct rect panel_place(const struct scene *scene, const struct layout *layout,
                               struct rect picture) {
    const struct metrics *metrics = &scene->env.metrics;
    float bottom = metrics->content.y + metrics->content.h;
    struct rect panel = {layout->column.x, bottom - layout->verdict.height, layout->column.w,
                         layout->verdict.height};
    if (layout->beside.w > 0) {
        panel.x = layout->beside.x;
        panel.w = layout->beside.w;
        panel.y = picture.y + (picture.h > 0 ? picture.h + GAP : 0);
    }
    return panel;
}

/* `top` is where the body begins. */
static void draw_verdict(struct scene *scene, struct scene_frame *frame,
                         const struct question *question, const struct layout *layout,
                         struct rect panel, float risen, const struct rect *places,
                         const struct point *nodes, float top) {
    const struct metrics *metrics = &scene->env.metrics;
    panel.y += (1 - risen) * (metrics->height - panel.y);
    draw_clip(frame->draw, metrics->area);
    struct point reason =
        verdict_draw(scene, frame, &question->verdict, &layout->verdict, panel.x, panel.y);
    draw_clip_end(frame->draw);
    draw_clip(frame->draw, (struct rect){metrics->area.x, top, metrics->area.w,
                                         metrics->area.y + metrics->area.h - top});
    draw_threads(scene, frame, question, layout, places, nodes, panel, reason);
    draw_clip_end(frame->draw);
}

/* The picture in its column: smaller, when the verdict needs the room, or gone where too little
   would be left of it. Returns where it is. */
static struct rect draw_beside(struct scene *scene, struct scene_frame *frame,
                               const struct question *question, const struct layout *layout,
                               float y, float height, float risen) {
    struct rect room = {layout->beside.x, y, layout->beside.w, height};
    struct rect place = room;
    place.h = piece_picture_height(scene, question->picture, NULL, room);
    if (question->decided) {
        float left = fminf(height - layout->verdict.height - GAP, place.h);
        left = left < place.h * PICTURE_LEAST ? 0 : left;
        place.h += (left - place.h) * risen;
    }
    if (place.h > 1) {
        (void)piece_picture(scene, frame, question->picture, NULL, place);
    }
    return place;
}

/* A ring that opens under the finger. */
static void draw_touch(struct scene *scene, struct scene_frame *frame,
                       const struct question_state *state) {
    if (!state->touched || scene->env.now - state->touched_at >= TOUCH_MS) {
        return;
    }
    float share = share_of(scene, frame, state->touched_at, TOUCH_MS);
    float radius = 24 + 72 * share;
    struct rect ring = {state->finger.x - radius, state->finger.y - radius, 2 * radius, 2 * radius};
    draw_stroke(frame->draw, ring, radius, 4,
                colour_with_alpha(scene->env.palette.light, 1 - share));
}

void question_draw(struct scene *scene, struct scene_frame *frame, struct question_state *state,
                   struct question *question, float y) {
    struct rect content = scene->env.metrics.content;
    float height = content.y + content.h - y;
    float risen = question->decided ? share_of(scene, frame, question->decided_at, RISE_MS) : 0;
    question->verdict.scroll = &state->why_scroll;
    question->verdict.why_id = (struct element_id){"why", 0};
    struct layout layout = lay_out(scene, question, height, risen);
    struct rect picture = {0};
    if (layout.beside.w > 0) {
        picture = draw_beside(scene, frame, question, &layout, y, height, risen);
    }
    struct rect window = {layout.column.x, y, layout.column.w, fmaxf(height - layout.foot, 1)};
    struct rect places[CHOICES_MOST];
    struct point nodes[CHOICES_MOST];
    bring_into_view(state, question, &layout, window.h, risen);
    draw_body(scene, frame, state, question, &layout, window, places, nodes);
    if (question->decided) {
        draw_verdict(scene, frame, question, &layout, panel_place(scene, &layout, picture), risen,
                     places, nodes, y);
    } else if (question->check_id.name) {
        draw_check(scene, frame, question, &layout);
    }
    draw_touch(scene, frame, state);
}
