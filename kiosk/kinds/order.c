/* The order: steps are put into order by dragging or by two taps, perhaps against the clock. */
#include "base/hash.h"
#include "scene/activity.h"
#include "scene/countdown.h"
#include "scene/hand.h"
#include "scene/opening.h"
#include "scene/panel.h"
#include "scene/result.h"
#include "scene/tile.h"

#include <math.h>
#include <string.h>

enum { STEPS_MOST = 8 };

struct order_step {
    struct text text, why;
};

struct order_document {
    struct text lead, why;
    struct items steps; /* struct order_step, in their right order */
    millis time_limit;
    struct items results; /* struct result_words */
};

static const struct schema_row step_rows[] = {
    ROW_TEXT(struct order_step, text, .required = true, .max = 80,
             .example = "{zh: 拔掉网线, en: Pull the cable}",
             .help = {"卡片上的话", "what stands on the card"}),
    ROW_TEXT(struct order_step, why, .required = true, .max = 200,
             .example = "{zh: 先不让它再传开。, en: It cannot spread any more.}",
             .help = {"排好以后点这张卡片，说为什么在这里",
                      "why it stands here, read by tapping the card once all are in order"}),
    ROW_END,
};
static const struct schema step_schema = {"order.step", sizeof(struct order_step), step_rows};

static const struct schema_row order_rows[] = {
    ROW_TEXT(struct order_document, lead, .max = 120,
             .example = "{zh: 先做哪一步？, en: What comes first?}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(struct order_document, steps, &step_schema, .required = true, .min = 3,
             .max = STEPS_MOST,
             .help = {"三到八步，按正确的次序写；给观众看的时候打乱",
                      "three to eight steps in their right order; the visitor gets them shuffled"}),
    ROW_TEXT(struct order_document, why, .required = true, .max = 200,
             .example = "{zh: 先救人，再救东西。, en: First people and then things.}",
             .help = {"排完以后说的话：次序的道理", "what the order is about, said at the end"}),
    ROW_DURATION(struct order_document, time_limit, .min = 15000, .max = 300000, .example = "60s",
                 .help = {"限时，15s 到 300s；不写就不限时",
                          "the time there is, 15s to 300s; without it there is no limit"}),
    RESULTS_ROW(struct order_document),
    ROW_END,
};
static const struct schema order_schema = {"order", sizeof(struct order_document), order_rows};

static void order_check(const void *self, struct document_check *check) {
    const struct order_document *document = self;
    result_check(&document->results, check);
}

enum order_phase { ORDER_OPENING, ORDER_SORTING, ORDER_DECIDED, ORDER_OVER };

/* A card on its way from one place to another. */
struct glide {
    float from, to;
    millis since;
};

struct order_state {
    enum order_phase phase;
    uint8_t steps[STEPS_MOST]; /* as they stand from above */
    struct hand hand;
    struct glide glides[STEPS_MOST]; /* by step: its place, 0 the uppermost */
    bool timed_out;
    bool placed; /* the glides were set */
    millis begun;
    int spoken_of; /* the step whose reason is read; -1 for the reason of all */
    float pitch;   /* from one card to the next, as last drawn */
    struct scroll board, why, words, result;
};

static const struct element_id words_id = {"text", 0};
static const struct element_id why_id = {"why", 0};
static const struct element_id board_id = {"board", 0};
static const struct element_id start_id = {"start", 0};
static const struct element_id check_id = {"check", 0};
static const struct element_id continue_id = {"continue", 0};
static const char STEP[] = "step";

static int step_count(const struct scene *scene) {
    return (int)((const struct order_document *)scene->document)->steps.count;
}

static const struct order_step *step_at(const struct scene *scene, int step) {
    const struct order_document *document = scene->document;
    return ITEM(document->steps, struct order_step, (size_t)step);
}

static struct element_id step_id(int step) {
    return (struct element_id){STEP, step + 1};
}

static bool is_step(struct element_id id) {
    return strcmp(id.name, STEP) == 0;
}

static int place_of(const struct order_state *state, int step) {
    int place = 0;
    while (state->steps[place] != step) {
        place++;
    }
    return place;
}

/* A bit for each place that has its step. */
static unsigned right_places(const struct scene *scene) {
    const struct order_state *state = scene->state;
    unsigned right = 0;
    for (int i = 0; i < step_count(scene); i++) {
        right |= (unsigned)(state->steps[i] == i) << i;
    }
    return right;
}

static bool all_right(const struct scene *scene) {
    return right_places(scene) == (1U << step_count(scene)) - 1;
}

static void start(struct scene *scene) {
    struct order_state *state = scene->state;
    state->phase = ORDER_SORTING;
    state->begun = scene->env.now;
}

static void begin(struct scene *scene) {
    struct order_state *state = scene->state;
    const struct order_document *document = scene->document;
    int count = step_count(scene);
    *state = (struct order_state){.spoken_of = -1};
    for (int i = 0; i < count; i++) {
        state->steps[i] = (uint8_t)i;
    }
    do {
        random_shuffle(&scene->random, state->steps, (size_t)count);
    } while (all_right(scene));
    if (document->time_limit == 0) {
        start(scene);
    }
}

/* Takes a card to a place; those in between make room. */
static void move_step(uint8_t *steps, int from, int to) {
    uint8_t step = steps[from];
    for (; from < to; from++) {
        steps[from] = steps[from + 1];
    }
    for (; from > to; from--) {
        steps[from] = steps[from - 1];
    }
    steps[to] = step;
}

static void decide(struct scene *scene, bool timed_out) {
    struct order_state *state = scene->state;
    hand_empty(&state->hand);
    state->phase = ORDER_DECIDED;
    state->timed_out = timed_out;
    scene_sound(scene, all_right(scene) ? SOUND_RIGHT : SOUND_WRONG);
}

/* Where the carried card would come to lie. */
static int place_under(const struct scene *scene) {
    const struct order_state *state = scene->state;
    int from = place_of(state, state->hand.card.index - 1);
    int by = state->pitch > 0 ? (int)lroundf(state->hand.moved.y / state->pitch) : 0;
    int to = from + by;
    int last = step_count(scene) - 1;
    return to < 0 ? 0 : to > last ? last : to;
}

static void tap_step(struct scene *scene, struct element_id id) {
    struct order_state *state = scene->state;
    struct hand *hand = &state->hand;
    int step = id.index - 1;
    if (state->phase == ORDER_DECIDED) {
        state->spoken_of = state->spoken_of == step ? -1 : step;
        state->why = (struct scroll){0};
    } else if (!hand_is_empty(hand) && !hand->carried && !hand_has(hand, id)) {
        move_step(state->steps, place_of(state, hand->card.index - 1), place_of(state, step));
        hand_empty(hand);
    } else {
        hand_tap(hand, id);
    }
}

static struct move order_tap(struct scene *scene, const struct gesture *gesture) {
    struct order_state *state = scene->state;
    if (is_step(gesture->id)) {
        tap_step(scene, gesture->id);
    } else if (element_id_equal(gesture->id, start_id)) {
        start(scene);
    } else if (element_id_equal(gesture->id, check_id) && state->phase == ORDER_SORTING) {
        decide(scene, false);
    } else if (element_id_equal(gesture->id, continue_id)) {
        state->phase = ORDER_OVER;
        scene_sound(scene, SOUND_DONE);
    } else {
        return result_tap(scene, gesture->id, begin);
    }
    return STAY;
}

static struct move order_gesture(struct scene *scene, const struct gesture *gesture) {
    struct order_state *state = scene->state;
    if (gesture->type == GESTURE_TAP) {
        return order_tap(scene, gesture);
    }
    if (state->phase == ORDER_OVER) {
        scroll_gesture(&state->result, gesture);
    } else if (element_id_equal(gesture->id, why_id)) {
        scroll_gesture(&state->why, gesture);
    } else if (element_id_equal(gesture->id, words_id)) {
        scroll_gesture(&state->words, gesture);
    } else if (scroll_is_needed(&state->board)) {
        scroll_gesture(&state->board, gesture);
    } else if (state->phase == ORDER_SORTING && is_step(gesture->id) &&
               hand_gesture(&state->hand, gesture)) {
        int step = state->hand.card.index - 1;
        float dropped = (float)place_of(state, step) + state->hand.moved.y / state->pitch;
        move_step(state->steps, place_of(state, step), place_under(scene));
        state->glides[step] = (struct glide){dropped, (float)place_of(state, step), scene->env.now};
        hand_empty(&state->hand);
    }
    return STAY;
}

static struct move order_tick(struct scene *scene) {
    struct order_state *state = scene->state;
    const struct order_document *document = scene->document;
    if (state->phase == ORDER_SORTING && document->time_limit > 0 &&
        scene->env.now >= state->begun + document->time_limit) {
        decide(scene, true);
    }
    return STAY;
}

static const float NUMBER_EMS = 1.6F; /* beside the cards: the number of the place */
static const float COUNTDOWN = 40;    /* the height that it takes above the panel */
static const float NODE_ROOM = 1.6F;  /* of its width: what a node takes of a card */
static const millis GLIDES = 200;

/* Where everything lies on this screen. */
struct board {
    struct activity place;
    struct tile tiles[STEPS_MOST]; /* by step */
    struct tile_fit fit;
    float numbers; /* how wide the column with the places' numbers is */
    struct rect cards;
    float each; /* how high a card is */
};

static struct verdict verdict_of(const struct scene *scene) {
    struct order_state *state = scene->state;
    const struct order_document *document = scene->document;
    const char *language = scene->env.language;
    int step = state->spoken_of;
    bool right = step >= 0 ? state->steps[step] == step : all_right(scene);
    const char *heading = step >= 0          ? phrase_of_one(scene, PHRASE_STEP, step + 1)
                          : right            ? phrase_in(PHRASE_IN_ORDER, language)
                          : state->timed_out ? phrase_in(PHRASE_TIME_UP, language)
                                             : phrase_in(PHRASE_NOT_QUITE, language);
    bool late = step < 0 && state->timed_out;
    return (struct verdict){
        .type = right  ? VERDICT_RIGHT
                : late ? VERDICT_TIME_UP
                       : VERDICT_WRONG,
        .heading = heading,
        .why = scene_text(scene, step >= 0 ? &step_at(scene, step)->why : &document->why),
        .button = phrase_in(PHRASE_CONTINUE, language),
        .button_id = continue_id,
        .why_id = why_id,
        .scroll = &state->why};
}

static struct tile tile_of(const struct scene *scene, int step) {
    const struct order_state *state = scene->state;
    bool decided = state->phase == ORDER_DECIDED;
    bool moved = decided && state->steps[step] != step;
    float node =
        2 * piece_node_radius(metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY));
    return (struct tile){.id = step_id(step),
                         .words = scene_text(scene, &step_at(scene, step)->text),
                         .note = moved ? phrase_of_one(scene, PHRASE_BELONGS, step + 1) : NULL,
                         .left = decided ? node * NODE_ROOM : 0,
                         .lit = hand_has(&state->hand, step_id(step)) ||
                                (decided && state->spoken_of == step),
                         .flags = decided ? 0 : ELEMENT_DRAG_X | ELEMENT_DRAG_Y};
}

static struct panel_button check_button(const struct scene *scene) {
    return (struct panel_button){.id = check_id,
                                 .label = phrase_in(PHRASE_ORDER_CHECK, scene->env.language)};
}

/* A panel below is as high as its longest words ask for, so that the cards stay where they are. */
static float panel_height(struct scene *scene, float width, float most) {
    struct order_state *state = scene->state;
    const struct panel_button check = check_button(scene);
    const char *hint = phrase_in(PHRASE_ORDER_HINT, scene->env.language);
    int spoken_of = state->spoken_of;
    float height = panel_words_height(scene, hint, &check, width);
    for (state->spoken_of = -1; state->spoken_of < step_count(scene); state->spoken_of++) {
        struct verdict verdict = verdict_of(scene);
        height = fmaxf(height, verdict_fit(scene, &verdict, width, 0, most).height);
    }
    state->spoken_of = spoken_of;
    return height;
}

static struct board lay_out(struct scene *scene) {
    bool below = activity_is_below(scene);
    const struct order_document *document = scene->document;
    const struct metrics *metrics = &scene->env.metrics;
    int count = step_count(scene);
    float panel = below ? panel_height(scene, metrics->content.w, activity_panel_most(scene)) : 0;
    struct board board = {.place = activity_fit(scene, &document->lead, panel)};
    if (document->time_limit > 0) {
        board.place.window.h -= below ? COUNTDOWN : 0;
    }
    for (int i = 0; i < count; i++) {
        board.tiles[i] = tile_of(scene, i);
    }
    board.numbers = NUMBER_EMS * metrics_type(metrics, scene->env.theme, TYPE_HEADING);
    board.cards = board.place.window;
    board.cards.x += board.numbers;
    board.cards.w -= board.numbers;
    board.fit = tile_fit(scene, board.tiles, count, count, board.cards.w, board.cards.h);
    return board;
}

/* The steps as they would stand if the carried card were let go. */
static void preview(const struct scene *scene, uint8_t *steps) {
    const struct order_state *state = scene->state;
    memcpy(steps, state->steps, sizeof state->steps);
    if (state->hand.carried) {
        move_step(steps, place_of(state, state->hand.card.index - 1), place_under(scene));
    }
}

static float glided(const struct glide *glide, millis now) {
    return glide->from + (glide->to - glide->from) * ease_out(now - glide->since, GLIDES);
}

/* Where a card is, in places: on its way to the one it is to have. */
static float glide_to(struct scene *scene, struct scene_frame *frame, int step, int place) {
    struct order_state *state = scene->state;
    struct glide *glide = &state->glides[step];
    millis now = scene->env.now;
    if (!state->placed) {
        *glide = (struct glide){(float)place, (float)place, now - GLIDES};
    } else if (glide->to != (float)place) {
        *glide = (struct glide){glided(glide, now), (float)place, now};
    }
    if (now < glide->since + GLIDES) {
        frame_wake(frame, now);
    }
    return glided(glide, now);
}

static void draw_number(struct scene *scene, struct scene_frame *frame, const struct board *board,
                        int place, float y) {
    struct text_style style = piece_style(scene, TYPE_HEADING, scene->env.palette.light);
    const char *number = arena_printf(scene->env.frame, "%d", place + 1);
    const struct text_block *block = text_layout(scene->env.fonts, &style, number, INFINITY);
    text_draw(frame->draw, block, board->place.window.x,
              y + (board->each - text_block_height(block)) / 2);
}

static void draw_step(struct scene *scene, struct scene_frame *frame, const struct board *board,
                      int step, float y) {
    const struct order_state *state = scene->state;
    const struct tile *tile = &board->tiles[step];
    struct rect place = {board->cards.x, y, board->cards.w, board->each};
    struct rect card = tile_draw(scene, frame, tile, &board->fit, place);
    frame_reading(frame, tile->words);
    if (state->phase == ORDER_DECIDED) {
        enum node_look look = state->steps[step] == step ? NODE_RIGHT : NODE_WRONG;
        float radius = tile->left / NODE_ROOM / 2;
        struct point node = {card.x + CARD_PADDING + radius, card.y + card.h / 2};
        piece_node(scene, frame, look, node, radius);
    }
}

/* The carried card last: it lies on the others. */
static void draw_cards(struct scene *scene, struct scene_frame *frame, const struct board *board,
                       float top) {
    struct order_state *state = scene->state;
    uint8_t steps[STEPS_MOST];
    preview(scene, steps);
    int carried = state->hand.carried ? state->hand.card.index - 1 : -1;
    for (int i = 0; i < step_count(scene); i++) {
        draw_number(scene, frame, board, i, top + state->pitch * (float)i);
    }
    for (int i = 0; i < step_count(scene); i++) {
        float place = glide_to(scene, frame, steps[i], i);
        if (steps[i] != carried) {
            draw_step(scene, frame, board, steps[i], top + state->pitch * place);
        }
    }
    state->placed = true;
    if (carried >= 0) {
        float home = top + state->pitch * (float)place_of(state, carried);
        draw_step(scene, frame, board, carried, home + state->hand.moved.y);
    }
}

static void draw_time(struct scene *scene, struct scene_frame *frame, const struct board *board) {
    const struct order_state *state = scene->state;
    const struct order_document *document = scene->document;
    if (document->time_limit > 0 && state->phase == ORDER_SORTING) {
        const struct rect panel = board->place.panel;
        piece_countdown(scene, frame, panel.x, panel.y - COUNTDOWN / 2, panel.w,
                        state->begun + document->time_limit, document->time_limit);
        if (frame->attention < document->time_limit) {
            frame->attention = document->time_limit;
        }
    }
}

static void draw_panel(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    const struct order_state *state = scene->state;
    if (state->phase == ORDER_DECIDED) {
        struct verdict verdict = verdict_of(scene);
        panel_verdict(scene, frame, &verdict, panel);
    } else {
        const struct panel_button check = check_button(scene);
        panel_words(scene, frame, phrase_in(PHRASE_ORDER_HINT, scene->env.language), &check, panel);
    }
}

static void draw_game(struct scene *scene, struct scene_frame *frame) {
    struct order_state *state = scene->state;
    int count = step_count(scene);
    hand_settle(&state->hand, frame);
    struct board board = lay_out(scene);
    for (int i = 0; i < count && !board.fit.fits; i++) {
        board.tiles[i].flags = 0; /* a finger scrolls: cards are moved by taps */
    }
    float height = fmaxf(tile_fit_height(&board.fit, count), board.cards.h);
    board.each = tile_grown(&board.fit, count, height);
    state->pitch = count > 1 ? (height - board.each) / (float)(count - 1) : board.each;
    float top = activity_begin(&board.place, scene, frame, &state->board, board_id, height);
    draw_cards(scene, frame, &board, top);
    activity_end(&board.place, scene, frame, &state->board, height);
    draw_time(scene, frame, &board);
    draw_panel(scene, frame, board.place.panel);
}

/* An order against the clock tells so before it begins. */
static void draw_opening(struct scene *scene, struct scene_frame *frame) {
    struct order_state *state = scene->state;
    const struct order_document *document = scene->document;
    const char *kicker = phrase_of_two(scene, PHRASE_TIMED_STEPS, step_count(scene),
                                       (int)(document->time_limit / 1000));
    struct opening opening = opening_of(scene, kicker, &document->lead);
    opening.button = phrase_in(PHRASE_START, scene->env.language);
    opening.button_id = start_id;
    opening.words_id = words_id;
    opening_draw(scene, frame, &opening, &state->words);
}

static void draw_result(struct scene *scene, struct scene_frame *frame) {
    struct order_state *state = scene->state;
    const struct order_document *document = scene->document;
    int count = step_count(scene);
    unsigned right = right_places(scene);
    int score = __builtin_popcount(right);
    const struct result result = {.kicker = phrase_of_two(scene, PHRASE_PLACES_SCORE, score, count),
                                  .score = score,
                                  .of = count,
                                  .right = right,
                                  .words = document->results};
    result_draw(scene, frame, &result, &state->result);
}

static void order_draw(struct scene *scene, struct scene_frame *frame) {
    static void (*const draw[])(struct scene *,
                                struct scene_frame *) = {[ORDER_OPENING] = draw_opening,
                                                         [ORDER_SORTING] = draw_game,
                                                         [ORDER_DECIDED] = draw_game,
                                                         [ORDER_OVER] = draw_result};
    const struct order_state *state = scene->state;
    frame->content = hash_int(HASH_START, (int)state->phase);
    frame->content = hash_int(frame->content, state->spoken_of);
    draw[state->phase](scene, frame);
}

static void order_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_STEPS, language,
                     (int)((const struct order_document *)self)->steps.count);
}

/* As it lies first; then in order. */
static void order_walk(const struct scene *scene, struct buffer *out) {
    const struct order_document *document = scene->document;
    const struct order_state *state = scene->state;
    const char *begin = document->time_limit > 0 ? "tap start.0\nwait 400\n" : "";
    uint8_t steps[STEPS_MOST];
    memcpy(steps, state->steps, sizeof steps);
    buffer_printf(out, "wait 400\n%s%s", *begin ? "shot start\n" : "", begin);
    buffer_printf(out, "shot sorting\ntap step.%d\nshot held\ntap step.%d\n", steps[0] + 1,
                  steps[0] + 1);
    for (int place = 0; place < step_count(scene); place++) {
        int from = place;
        while (steps[from] != place) {
            from++;
        }
        if (from != place) {
            buffer_printf(out, "tap step.%d\ntap step.%d\nwait 300\n", place + 1, steps[place] + 1);
            move_step(steps, from, place);
        }
    }
    buffer_printf(out,
                  "shot sorted\ntap check.0\nwait 400\nshot right\ntap step.1\nwait 300\n"
                  "shot reason\ntap continue.0\nwait 400\nshot result\ntap again.0\nwait 400\n"
                  "%stap check.0\nwait 400\nshot wrong\n",
                  begin);
}

const struct scene_kind order_kind = {
    .document = {.name = "order",
                 .title = {"排序", "Order"},
                 .help = {"观众把几个步骤排好先后",
                          "the visitor puts steps into their right order"},
                 .schema = &order_schema,
                 .check = order_check},
    .state_size = sizeof(struct order_state),
    .enter = begin,
    .gesture = order_gesture,
    .tick = order_tick,
    .draw = order_draw,
    .walk = order_walk,
    .describe = order_describe,
};
