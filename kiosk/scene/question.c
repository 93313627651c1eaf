/* Questions: one question with its answers and, once it is decided, the reason. */
#include "scene/question.h"

#include "scene/thread.h"

#include <math.h>
#include <string.h>

enum { RISE_MS = 280, THREAD_MS = 320, TOUCH_MS = 240 };
static const float GAP = 32;
static const float SPACE = 24;
static const float CLEAR = 24;           /* of the window's edge, where words sink */
static const float EDGE = 2;             /* of a card, for its stroke */
static const float PICTURE_LEAST = 0.4F; /* of its size: smaller, it says nothing any more */
static const float PICTURE_SHARE = 0.3F; /* of the height, at most, where it is taller than wide */
static const float VERDICT_LEAST = 0.4F; /* of the height: it may take so much in any case */
enum { SHORT_LINES = 2 };

static const struct element_id page_id = {"page", 0};

void question_touched(struct question_state *state, const struct gesture *gesture, millis now) {
    state->finger = (struct point){gesture->x, gesture->y};
    state->touched_at = now;
    state->touched = true;
    state->answer = gesture->id;
    state->scrolled = state->scroll.offset;
    state->coming = true;
}

void question_gesture(struct question_state *state, const struct gesture *gesture) {
    bool why = strcmp(gesture->id.name, "why") == 0;
    state->coming = state->coming && gesture->type == GESTURE_PRESS;
    scroll_gesture(why ? &state->why_scroll : &state->scroll, gesture);
}

static float share_of(const struct scene *scene, struct scene_frame *frame, millis since,
                      millis span) {
    if (scene->env.now - since < span) {
        frame_wake(frame, scene->env.now);
    }
    return ease_out(scene->env.now - since, span);
}

/* The rows of cards that stay in sight above the verdict where not everything does. */
struct view {
    int first, last;
    float top,
        height; /* of what is seen of the body, all of it whole; height == 0: everything is */
};

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
    bool fits;    /* there is room for the body and the verdict too */
    struct view view;
};

/* The sizes of type a question is tried in: as large as a title if the answers leave room for it,
   and smaller when it has been read. */
static const enum type_role sizes[] = {TYPE_TITLE, TYPE_HEADING, TYPE_LEAD};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static const struct text_block *words_block(struct scene *scene, const char *words, float width,
                                            int size) {
    struct text_style style = piece_style(scene, sizes[size], scene->env.palette.text);
    style.face = FACE_BOLD;
    return text_layout(scene->env.fonts, &style, words, width);
}

/* Above the answers a picture is as wide as they are, unless it is so tall that it would push them
   out of sight. */
static float picture_above(struct scene *scene, const struct asset *picture, float width) {
    float most = fmaxf(scene->env.metrics.content.h * PICTURE_SHARE, width * 9 / 16);
    return piece_picture_height(scene, picture, NULL, (struct rect){0, 0, width, most});
}

static void lay_out_body(struct scene *scene, const struct question *question, int size,
                         struct layout *layout) {
    float width = layout->column.w;
    layout->words = words_block(scene, question->words, width, size);
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
        layout->picture = picture_above(scene, question->picture, width);
        layout->grid_y += layout->picture + GAP;
    }
}

/* What a button that confirms takes at the bottom, gap included. */
static float button_room(struct scene *scene, const struct question *question) {
    return question->check_id.name
               ? piece_button_size(scene, BUTTON_PRIMARY, question->check).y + GAP
               : 0;
}

/* Below the answers the verdict leaves them their room if it can, and one row in any case. With
   `lowest` it is as low as its words allow. */
static void lay_out_verdict(struct scene *scene, const struct question *question,
                            struct layout *layout, float height, bool lowest) {
    const struct choice_grid least =
        choice_grid_fit(scene, question->cards, question->count, NULL, layout->column.w, 0);
    float row = 0;
    for (int i = 0; i < least.rows; i++) {
        row = fmaxf(row, least.heights[i]);
    }
    float most = fminf(height * (scene->env.metrics.large ? 0.72F : 0.62F),
                       fmaxf(height - row - 2 * GAP - EDGE, height * VERDICT_LEAST));
    float wanted = lowest ? 0 : height - GAP - layout->grid_y - least.height;
    layout->verdict =
        verdict_fit(scene, &question->verdict, layout->column.w, fminf(wanted, most), most);
    layout->reason = layout->verdict.height + GAP;
}

/* Beside the answers it leaves the picture its room if it can. */
static void lay_out_verdict_beside(struct scene *scene, const struct question *question,
                                   struct layout *layout, float height) {
    struct rect room = {0, 0, layout->beside.w, height};
    float picture = piece_picture_height(scene, question->picture, NULL, room);
    layout->verdict =
        verdict_fit(scene, &question->verdict, layout->beside.w, height - picture - GAP, height);
}

static float row_top(const struct layout *layout, int row) {
    float y = layout->grid_y;
    for (int i = 0; i < row; i++) {
        y += layout->grid.heights[i] + GAP;
    }
    return y;
}

static float row_bottom(const struct layout *layout, int row) {
    return row_top(layout, row) + layout->grid.heights[row];
}

/* The rows from the first to the last card of one state or another; the first row if none is. */
static struct view rows_of(const struct question *question, const struct layout *layout,
                           enum node_look state, enum node_look other) {
    struct view view = {.first = layout->grid.rows, .last = -1};
    for (int i = 0; i < question->count; i++) {
        int row = i / layout->grid.columns;
        if (question->cards[i].state == state || question->cards[i].state == other) {
            view.first = row < view.first ? row : view.first;
            view.last = row > view.last ? row : view.last;
        }
    }
    return view.last < 0 ? (struct view){0} : view;
}

/* Where the view begins and how high it is: from its first row, or from the very top if the
   question still fits above it. */
static void measure(const struct layout *layout, struct view *view, float window) {
    float bottom = row_bottom(layout, view->last) + EDGE;
    view->top = bottom <= window ? 0 : row_top(layout, view->first) - GAP;
    view->height = bottom - view->top;
}

/* Widens the view by a row if that is still seen as a whole. */
static void widen(const struct layout *layout, struct view *view, float window, int first,
                  int last) {
    struct view wider = {.first = first, .last = last};
    if (first < 0 || last >= layout->grid.rows) {
        return;
    }
    measure(layout, &wider, window);
    if (wider.height <= window) {
        *view = wider;
    }
}

/* What is to be seen of the body when the verdict speaks of it: the right answers, and the wrong
   one too if there is room for both. Only whole rows. */
static struct view view_of(const struct question *question, const struct layout *layout,
                           float window) {
    struct view view = rows_of(question, layout, NODE_RIGHT, NODE_WRONG);
    measure(layout, &view, window);
    if (view.height > window) {
        view = rows_of(question, layout, NODE_RIGHT, NODE_RIGHT);
        measure(layout, &view, window);
    }
    while (view.height > window && view.last > view.first) {
        view.last--;
        measure(layout, &view, window);
    }
    for (int i = 0; i < layout->grid.rows; i++) {
        widen(layout, &view, window, view.first, view.last + 1);
        widen(layout, &view, window, view.first - 1, view.last);
    }
    return view;
}

/* Rows that grow share what the view leaves free, so that it ends at the verdict. */
static void fill_view(struct layout *layout, float window, float risen) {
    struct view *view = &layout->view;
    float share = (window - view->height) / (float)(view->last - view->first + 1);
    for (int i = view->first; i <= view->last && share > 0 && layout->grid.picture <= 0; i++) {
        layout->grid.heights[i] += share * risen;
        layout->grid.height += share * risen;
        view->height += share * risen;
    }
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
    float later = fmaxf(layout->reason, button);
    bool gives_way = question->decided && layout->reason > 0;
    const struct choice_grid planned =
        choice_grid_fit(scene, cards, count, NULL, width, room - later);
    layout->fits = planned.height + later <= room + 0.5F;
    layout->grid = choice_grid_fit(scene, cards, count, &planned, width,
                                   room - (gives_way ? layout->reason : button));
    float window = height - (gives_way ? layout->reason : 0);
    layout->grid.usual = planned.usual;
    if (question->decided && !layout->fits) {
        layout->view = view_of(question, layout, window);
    }
    choice_grid_grow(&layout->grid, room - layout->foot);
    if (layout->view.height > 0) {
        fill_view(layout, window, risen);
    }
    /* What does not grow stands in the middle of its room, which the verdict makes smaller. */
    float taken = button + (layout->reason - button) * (gives_way ? risen : 0);
    float spare = fmaxf(room - taken - layout->grid.height, 0);
    layout->grid_y += layout->grid.picture > 0 ? spare / 2 : 0;
    layout->height = layout->grid_y + layout->grid.height + (layout->view.height > 0 ? EDGE : 0);
}

/* Verdict and cards in what the body leaves. */
static struct layout lay_out_rest(struct scene *scene, const struct question *question,
                                  struct layout layout, float height, float risen, bool lowest) {
    bool beside = layout.beside.w > 0;
    if (beside) {
        lay_out_verdict_beside(scene, question, &layout, height);
    } else {
        lay_out_verdict(scene, question, &layout, height, lowest);
    }
    layout.foot =
        question->decided && !beside ? layout.reason * risen : button_room(scene, question);
    lay_out_cards(scene, question, &layout, height, risen);
    return layout;
}

static struct layout lay_out_with(struct scene *scene, const struct question *question,
                                  float height, float risen, int size) {
    const struct metrics *metrics = &scene->env.metrics;
    bool beside = question->picture && !metrics->upright;
    struct layout body = {.column = beside ? metrics_columns(metrics, 0, 7) : metrics->content,
                          .beside = beside ? metrics_columns(metrics, 7, 5) : (struct rect){0}};
    lay_out_body(scene, question, size, &body);
    struct layout layout = lay_out_rest(scene, question, body, height, risen, false);
    return layout.fits || beside ? layout
                                 : lay_out_rest(scene, question, body, height, risen, true);
}

/* The size of type in which the question is asked: the largest that leaves the verdict its room
   (a long one leaves the cards their usual shape, too), or in which a short question and its
   answers are seen at once. */
static int asked_size(struct scene *scene, const struct question *question, float height) {
    struct question asking = *question;
    asking.decided = false;
    for (int size = 0; size < SIZES - 1; size++) {
        struct layout layout = lay_out_with(scene, &asking, height, 0, size);
        bool is_short = text_block_lines(layout.words) <= SHORT_LINES;
        bool seen_at_once = layout.height + layout.foot <= height + 0.5F;
        if (layout.fits ? is_short || layout.grid.usual : is_short && seen_at_once) {
            return size;
        }
    }
    return SIZES - 1;
}

/* `height` is all there is for body and foot. Where the verdict needs it the question, which has
   been read, steps back; what is below it moves up as the verdict rises. */
static struct layout lay_out(struct scene *scene, const struct question *question, float height,
                             float risen) {
    int size = asked_size(scene, question, height);
    const struct layout asked = lay_out_with(scene, question, height, risen, size);
    struct layout layout = asked;
    while (question->decided && !layout.fits && size < SIZES - 1) {
        layout = lay_out_with(scene, question, height, risen, ++size);
    }
    float drop = (asked.grid_y - layout.grid_y) * (1 - risen);
    layout.hint_y += drop;
    layout.picture_y += drop;
    layout.grid_y += drop;
    layout.height += drop;
    return layout;
}

/* Where the answers must stand for the touched one's row to be seen from edge to edge. */
static float offset_for_touched(const struct question_state *state, const struct question *question,
                                const struct layout *layout, float window) {
    float wanted = state->scrolled;
    for (int i = 0; i < question->count; i++) {
        if (element_id_equal(question->cards[i].id, state->answer)) {
            int row = i / layout->grid.columns;
            wanted = fmaxf(wanted, row_bottom(layout, row) + EDGE - window);
            wanted = fminf(wanted, row_top(layout, row) - GAP);
        }
    }
    return fmaxf(fminf(wanted, layout->height - window), 0);
}

/* A touched answer comes into view, and while the verdict rises the answers it speaks of. */
static void bring_into_view(struct scene *scene, struct question_state *state,
                            const struct question *question, const struct layout *layout,
                            float window, float risen) {
    if (!question->decided && !state->coming) {
        state->scrolled = state->scroll.offset;
        return;
    }
    if (question->decided && state->settled) {
        return;
    }
    float share =
        question->decided ? risen : ease_out(scene->env.now - state->touched_at, TOUCH_MS);
    float wanted =
        question->decided ? layout->view.top : offset_for_touched(state, question, layout, window);
    state->scroll.content = layout->height;
    state->scroll.coasting = false;
    state->scroll.offset = state->scrolled + (wanted - state->scrolled) * share;
    state->settled = question->decided && share >= 1;
    state->coming = share < 1;
}

/* Until a finger scrolls on, the window ends where the view does: nothing is cut through. */
static struct rect window_of(struct question_state *state, const struct layout *layout,
                             struct rect window, float risen) {
    const struct view *view = &layout->view;
    state->scroll.whole =
        view->height > 0 && (!state->settled || fabsf(state->scroll.offset - view->top) < 0.5F);
    if (state->scroll.whole) {
        window.h += (view->height - window.h) * risen;
    }
    return window;
}

/* Words above the answers, of which no line is cut through at the window's upper edge: it is all
   there, clear of what sinks at the edge, or has scrolled away. */
static void draw_words(struct scene_frame *frame, const struct text_block *words,
                       struct rect window, float y, bool scrolled) {
    float line = text_block_height(words) / (float)text_block_lines(words);
    float edge = window.y + (scrolled ? CLEAR : 0);
    float gone = ceilf(fmaxf(edge - y - 0.5F, 0) / line) * line;
    draw_clip(frame->draw, (struct rect){window.x, y + gone, window.w, window.h});
    text_draw(frame->draw, words, window.x, y);
    draw_clip_end(frame->draw);
}

/* Where the answers are on the screen, and the window that shows them. */
struct answers {
    struct rect window;
    struct rect places[CHOICES_MOST];
    struct point nodes[CHOICES_MOST];
};

/* Where a picture lies in its room: as large as can be, at the top, in the middle. */
static struct rect picture_place(const struct asset *picture, struct rect room) {
    struct point size = piece_fitted((float)picture->width, (float)picture->height, room.w, room.h);
    return (struct rect){room.x + (room.w - size.x) / 2, room.y, size.x, size.y};
}

static void draw_body(struct scene *scene, struct scene_frame *frame, struct question_state *state,
                      const struct question *question, const struct layout *layout,
                      struct answers *answers) {
    struct rect window = answers->window;
    bool scrolls = layout->height > window.h + 0.5F;
    float y = scroll_begin(&state->scroll, scene, frame, scrolls ? page_id : (struct element_id){0},
                           window);
    bool scrolled = state->scroll.offset > 0.5F;
    draw_words(frame, layout->words, window, y, scrolled);
    frame_reading(frame, question->words);
    if (layout->hint) {
        draw_words(frame, layout->hint, window, y + layout->hint_y, scrolled);
    }
    if (layout->picture > 0) {
        struct rect room = {window.x, y + layout->picture_y, window.w, layout->picture};
        (void)piece_picture(scene, frame, question->picture, NULL,
                            picture_place(question->picture, room));
    }
    choice_grid_draw(scene, frame, &layout->grid, question->cards, question->count, window.x,
                     y + layout->grid_y, answers->places, answers->nodes);
    scroll_end(&state->scroll, scene, frame, window, layout->height);
}

enum { PATH_MOST = 6 };

/* How far from their card's edge threads run: each kind on its own side of the gutter's middle, for
   one may pass the other's card. */
static const float RIGHT_LANE = 22;
static const float WRONG_LANE = 10;

/* The way from a card's left edge down to a panel below the answers; how many points it has. */
static int path_down(struct rect place, struct point node, struct rect panel, struct point reason,
                     float lane, struct point path[PATH_MOST]) {
    float gutter = place.x - lane;
    bool outside = gutter < panel.x;
    path[0] = (struct point){place.x, node.y};
    path[1] = (struct point){gutter, node.y};
    path[2] = (struct point){gutter, outside ? reason.y : panel.y};
    path[3] = outside ? reason : path[2];
    return 4;
}

/* The way from a card's right edge, between the cards, to a panel beside the answers. */
static int path_across(struct rect place, struct point node, struct rect panel, struct point reason,
                       float lane, struct point path[PATH_MOST]) {
    float gutter = place.x + place.w + lane;
    float outer = panel.x - GAP + lane;
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
                         const struct answers *answers, struct rect panel, struct point reason) {
    const struct palette *palette = &scene->env.palette;
    float grown = share_of(scene, frame, question->decided_at + RISE_MS / 2, THREAD_MS);
    /* They end at the tick's rim and leave the tick alone. A cross is not what they lead to: then
       they end at the panel. */
    reason.x = question->verdict.type == VERDICT_RIGHT ? reason.x - layout->verdict.node : panel.x;
    for (int i = 0; i < question->count; i++) {
        struct point path[PATH_MOST], node = answers->nodes[i];
        struct rect place = answers->places[i];
        if (node.y < answers->window.y || node.y > answers->window.y + answers->window.h) {
            continue; /* scrolled away */
        }
        float lane = question->cards[i].state == NODE_RIGHT ? RIGHT_LANE : WRONG_LANE;
        int count = (layout->beside.w > 0 ? path_across : path_down)(place, node, panel, reason,
                                                                     lane, path);
        struct point *end = &path[count - 1];
        if (question->cards[i].state == NODE_RIGHT) {
            piece_thread(frame, path, count, grown, palette->right);
            draw_dot(frame->draw, end->x, end->y, grown >= 1 ? 9 : 0, palette->right);
        } else if (question->cards[i].state == NODE_WRONG) {
            path[2] = (struct point){path[1].x, place.y + place.h};
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

static void draw_verdict(struct scene *scene, struct scene_frame *frame,
                         const struct question *question, const struct layout *layout,
                         const struct answers *answers, struct rect panel, float risen) {
    const struct metrics *metrics = &scene->env.metrics;
    panel.y += (1 - risen) * (metrics->height - panel.y);
    draw_clip(frame->draw, metrics->area);
    struct point reason =
        verdict_draw(scene, frame, &question->verdict, &layout->verdict, panel.x, panel.y);
    draw_clip_end(frame->draw);
    float top = answers->window.y;
    draw_clip(frame->draw, (struct rect){metrics->area.x, top, metrics->area.w,
                                         metrics->area.y + metrics->area.h - top});
    draw_threads(scene, frame, question, layout, answers, panel, reason);
    draw_clip_end(frame->draw);
}

/* The picture in its column: smaller, when the verdict needs the room, or gone where too little
   would be left of it. Returns where it is. */
static struct rect draw_beside(struct scene *scene, struct scene_frame *frame,
                               const struct question *question, const struct layout *layout,
                               float y, float height, float risen) {
    struct rect room = {layout->beside.x, y, layout->beside.w, height};
    struct rect place = picture_place(question->picture, room);
    if (question->decided) {
        float left = fminf(height - layout->verdict.height - GAP, place.h);
        left = left < place.h * PICTURE_LEAST ? 0 : left;
        place.h += (left - place.h) * risen;
    }
    room.h = place.h;
    place = picture_place(question->picture, room);
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
    bring_into_view(scene, state, question, &layout, window.h, risen);
    struct answers answers = {.window = window_of(state, &layout, window, risen)};
    draw_body(scene, frame, state, question, &layout, &answers);
    if (question->decided) {
        draw_verdict(scene, frame, question, &layout, &answers,
                     panel_place(scene, &layout, picture), risen);
    } else if (question->check_id.name) {
        draw_check(scene, frame, question, &layout);
    }
    draw_touch(scene, frame, state);
}
