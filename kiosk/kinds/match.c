/* The match: pairs are joined by a line, or by two taps, and each says why it belongs together. */
#include "base/hash.h"
#include "scene/activity.h"
#include "scene/hand.h"
#include "scene/panel.h"
#include "scene/result.h"
#include "scene/thread.h"
#include "scene/tile.h"

#include <math.h>
#include <string.h>

enum { PAIRS_MOST = 8 };

struct match_pair {
    struct text left, right, why, hint;
};

struct match_document {
    struct text lead;
    struct items pairs;   /* struct match_pair */
    struct items results; /* struct result_words */
};

static const struct schema_row pair_rows[] = {
    ROW_TEXT(struct match_pair, left, .required = true, .max = 60,
             .example = "{zh: 网上银行, en: An online bank}",
             .help = {"左边卡片上的话", "what stands on the left card"}),
    ROW_TEXT(struct match_pair, right, .required = true, .max = 60,
             .example = "{zh: 两步验证, en: Two-step verification}",
             .help = {"右边卡片上的话；几对右边写得一样，就合成一张",
                      "what stands on the right card; pairs with the same words share one"}),
    ROW_TEXT(struct match_pair, why, .required = true, .max = 200,
             .example = "{zh: 密码丢了，还有一道门。, en: A second door if the password leaks.}",
             .help = {"连对以后说的话：为什么是一对", "why they belong together, once joined"}),
    ROW_TEXT(
        struct match_pair, hint, .max = 200,
        .example = "{zh: 想想丢了会怎样。, en: What if it were lost?}",
        .help = {"连错以后说的话：往哪边想", "where to look, after a wrong line from this one"}),
    ROW_END,
};
static const struct schema pair_schema = {"match.pair", sizeof(struct match_pair), pair_rows};

static const struct schema_row match_rows[] = {
    ROW_TEXT(struct match_document, lead, .max = 120,
             .example = "{zh: 谁该配什么？, en: What goes with what?}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(struct match_document, pairs, &pair_schema, .required = true, .min = 2,
             .max = PAIRS_MOST, .help = {"二到八对", "two to eight pairs"}),
    RESULTS_ROW(struct match_document),
    ROW_END,
};
static const struct schema match_schema = {"match", sizeof(struct match_document), match_rows};

static void match_check(const void *self, struct document_check *check) {
    const struct match_document *document = self;
    result_check(&document->results, check);
}

struct match_state {
    uint8_t left[PAIRS_MOST];  /* pairs, as their left cards stand */
    uint8_t right[PAIRS_MOST]; /* and the right cards: of pairs that share one the first */
    int rights;
    unsigned joined; /* a bit for each pair */
    unsigned missed; /* and for each that was joined wrongly first */
    struct hand hand;
    struct {
        bool any, right;
        int pair, to; /* the left card of that pair and the right card of this one */
        millis at;
    } last; /* the newest line, or the pair that is spoken of */
    bool over;
    struct scroll board, why, result;
    struct rect places[2][PAIRS_MOST]; /* by pair, as last drawn */
};

static const struct element_id words_id = {"text", 0};
static const struct element_id board_id = {"board", 0};
static const struct element_id continue_id = {"continue", 0};
static const char LEFT[] = "left";
static const char RIGHT[] = "right";

static int pair_count(const struct scene *scene) {
    return (int)((const struct match_document *)scene->document)->pairs.count;
}

static const struct match_pair *pair_at(const struct match_document *document, int pair) {
    return ITEM(document->pairs, struct match_pair, (size_t)pair);
}

static bool same_words(const struct text *a, const struct text *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = strcmp(a->entries[i].words, b->entries[i].words) == 0;
    }
    return same;
}

/* The first pair with the same right card. */
static int right_of(const struct match_document *document, int pair) {
    int first = 0;
    while (!same_words(&pair_at(document, first)->right, &pair_at(document, pair)->right)) {
        first++;
    }
    return first;
}

static void begin(struct scene *scene) {
    struct match_state *state = scene->state;
    int count = pair_count(scene);
    *state = (struct match_state){0};
    for (int i = 0; i < count; i++) {
        state->left[i] = (uint8_t)i;
        if (right_of(scene->document, i) == i) {
            state->right[state->rights++] = (uint8_t)i;
        }
    }
    random_shuffle(&scene->random, state->left, (size_t)count);
    random_shuffle(&scene->random, state->right, (size_t)state->rights);
}

static bool is_joined(const struct match_state *state, int pair) {
    return state->joined >> pair & 1;
}

static bool all_joined(const struct scene *scene) {
    const struct match_state *state = scene->state;
    return state->joined == (1U << pair_count(scene)) - 1;
}

static void join(struct scene *scene, int pair, int to) {
    struct match_state *state = scene->state;
    bool right = right_of(scene->document, pair) == to;
    if (is_joined(state, pair)) {
        return;
    }
    *(right ? &state->joined : &state->missed) |= 1U << pair;
    state->last.any = true;
    state->last.right = right;
    state->last.pair = pair;
    state->last.to = to;
    state->last.at = scene->env.now;
    state->why = (struct scroll){0};
    scene_sound(scene, right ? SOUND_RIGHT : SOUND_WRONG);
}

static bool is_left(struct element_id id) {
    return strcmp(id.name, LEFT) == 0;
}

static bool is_card(struct element_id id) {
    return is_left(id) || strcmp(id.name, RIGHT) == 0;
}

/* Two cards come together: in whichever order, and nothing comes of two on one side. */
static void bring_together(struct scene *scene, struct element_id a, struct element_id b) {
    if (is_left(a) != is_left(b)) {
        join(scene, (is_left(a) ? a : b).index - 1, (is_left(a) ? b : a).index - 1);
    }
}

/* A joined pair says again why. */
static void speak_of(struct scene *scene, int pair) {
    struct match_state *state = scene->state;
    state->last.any = state->last.right = true;
    state->last.pair = pair;
    state->last.to = right_of(scene->document, pair);
    state->why = (struct scroll){0};
}

static void tap_card(struct scene *scene, struct element_id id) {
    struct match_state *state = scene->state;
    struct hand *hand = &state->hand;
    if (is_left(id) && is_joined(state, id.index - 1)) {
        speak_of(scene, id.index - 1);
    } else if (!hand_is_empty(hand) && is_left(hand->card) != is_left(id)) {
        bring_together(scene, hand->card, id);
        hand_empty(hand);
    } else {
        hand_tap(hand, id);
    }
}

/* The card of the other side that lies under the finger. */
static void drop(struct scene *scene) {
    struct match_state *state = scene->state;
    struct hand *hand = &state->hand;
    bool from_left = is_left(hand->card);
    for (int i = 0; i < pair_count(scene); i++) {
        struct rect place = state->places[from_left][i];
        if (place.w > 0 && rect_contains(place, hand->finger.x, hand->finger.y)) {
            bring_together(scene, hand->card, (struct element_id){from_left ? RIGHT : LEFT, i + 1});
        }
    }
    hand_empty(hand);
}

static struct move match_tap(struct scene *scene, const struct gesture *gesture) {
    struct match_state *state = scene->state;
    if (is_card(gesture->id)) {
        tap_card(scene, gesture->id);
    } else if (element_id_equal(gesture->id, continue_id)) {
        state->over = true;
        scene_sound(scene, SOUND_DONE);
    } else {
        return result_tap(scene, gesture->id, begin);
    }
    return STAY;
}

static struct move match_gesture(struct scene *scene, const struct gesture *gesture) {
    struct match_state *state = scene->state;
    if (gesture->type == GESTURE_TAP) {
        return match_tap(scene, gesture);
    }
    if (state->over) {
        scroll_gesture(&state->result, gesture);
    } else if (element_id_equal(gesture->id, words_id)) {
        scroll_gesture(&state->why, gesture);
    } else if (scroll_is_needed(&state->board)) {
        scroll_gesture(&state->board, gesture);
    } else if (is_card(gesture->id) && hand_gesture(&state->hand, gesture)) {
        drop(scene);
    }
    return STAY;
}

static const float NODE_OVER = 12;        /* how near to the words it may come */
static const float THREADS_SHARE = 0.14F; /* of the board's width: between the columns */

/* Where everything lies on this screen. */
struct board {
    struct activity place;
    struct tile tiles[2 * PAIRS_MOST]; /* as they stand: the left ones, then the right ones */
    int count;
    struct tile_fit fit;
    float column, node; /* a column's width, a node's radius */
};

static struct verdict verdict_of(const struct scene *scene, int pair, bool right) {
    struct match_state *state = scene->state;
    const struct match_pair *words = pair_at(scene->document, pair);
    const char *language = scene->env.language;
    return (struct verdict){
        .type = right ? VERDICT_RIGHT : VERDICT_WRONG,
        .heading = phrase_in(right ? PHRASE_PAIR : PHRASE_NO_PAIR, language),
        .why = scene_text(scene, right ? &words->why : &words->hint),
        .button = right && all_joined(scene) ? phrase_in(PHRASE_CONTINUE, language) : NULL,
        .button_id = continue_id,
        .why_id = words_id,
        .scroll = &state->why};
}

/* Below the board the panel is as high as its longest words ask for, so that the board stays. */
static float panel_height(struct scene *scene, float width, float most) {
    float height = 0;
    for (int i = 0; i < pair_count(scene); i++) {
        for (int right = 0; right < 2; right++) {
            struct verdict verdict = verdict_of(scene, i, right);
            verdict.button = phrase_in(PHRASE_CONTINUE, scene->env.language);
            height = fmaxf(height, verdict_fit(scene, &verdict, width, 0, most).height);
        }
    }
    return height;
}

static struct tile tile_of(const struct scene *scene, bool left, int pair) {
    const struct match_state *state = scene->state;
    const struct match_pair *words = pair_at(scene->document, pair);
    struct element_id id = {left ? LEFT : RIGHT, pair + 1};
    /* What a node on the card's edge takes of its inside. */
    float node = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY);
    float inside = fmaxf(piece_node_radius(node) - NODE_OVER, 0);
    bool spoken_of = state->last.any && (left ? state->last.pair : state->last.to) == pair;
    return (struct tile){.id = id,
                         .words = scene_text(scene, left ? &words->left : &words->right),
                         .left = left ? 0 : inside,
                         .right = left ? inside : 0,
                         .lit = hand_has(&state->hand, id) || (spoken_of && state->last.right),
                         .flags = ELEMENT_DRAG_X | ELEMENT_DRAG_Y};
}

static struct board lay_out(struct scene *scene) {
    bool below = activity_is_below(scene);
    const struct match_state *state = scene->state;
    const struct match_document *document = scene->document;
    float width = scene->env.metrics.content.w;
    float panel = below ? panel_height(scene, width, activity_panel_most(scene)) : 0;
    struct board board = {.place = activity_fit(scene, &document->lead, panel)};
    board.column = floorf(board.place.window.w * (1 - THREADS_SHARE) / 2);
    for (int i = 0; i < pair_count(scene); i++) {
        board.tiles[board.count++] = tile_of(scene, true, state->left[i]);
    }
    for (int i = 0; i < state->rights; i++) {
        board.tiles[board.count++] = tile_of(scene, false, state->right[i]);
    }
    board.fit = tile_fit(scene, board.tiles, board.count, pair_count(scene), board.column,
                         board.place.window.h);
    board.node = piece_node_radius(metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY));
    return board;
}

static enum node_look left_look(const struct match_state *state, int pair) {
    struct element_id id = {LEFT, pair + 1};
    bool wrong = state->last.any && !state->last.right && state->last.pair == pair;
    return is_joined(state, pair)       ? NODE_RIGHT
           : hand_has(&state->hand, id) ? NODE_CHOSEN
           : wrong                      ? NODE_WRONG
                                        : NODE_OPEN;
}

static enum node_look right_look(const struct scene *scene, int pair) {
    const struct match_state *state = scene->state;
    bool joined = true;
    for (int i = 0; i < pair_count(scene); i++) {
        joined = joined && (right_of(scene->document, i) != pair || is_joined(state, i));
    }
    struct element_id id = {RIGHT, pair + 1};
    return joined ? NODE_RIGHT : hand_has(&state->hand, id) ? NODE_CHOSEN : NODE_OPEN;
}

static struct point left_node(const struct match_state *state, int pair) {
    struct rect place = state->places[0][pair];
    return (struct point){place.x + place.w, place.y + place.h / 2};
}

static struct point right_node(const struct match_state *state, int pair) {
    struct rect place = state->places[1][pair];
    return (struct point){place.x, place.y + place.h / 2};
}

/* One column of cards, spread over a height: rows of air between them, or, of the shorter column,
   more. */
static void draw_column(struct scene *scene, struct scene_frame *frame, const struct board *board,
                        bool left, float top, float height) {
    struct match_state *state = scene->state;
    int count = left ? pair_count(scene) : state->rights;
    const struct tile *tiles = left ? board->tiles : board->tiles + pair_count(scene);
    float each = tile_grown(&board->fit, pair_count(scene), height);
    float gap = count > 1 ? (height - each * (float)count) / (float)(count - 1) : 0;
    float x = left ? board->place.window.x
                   : board->place.window.x + board->place.window.w - board->column;
    for (int i = 0; i < count; i++) {
        int pair = left ? state->left[i] : state->right[i];
        struct rect place = {x, top + (each + gap) * (float)i, board->column, each};
        state->places[!left][pair] = place;
        frame_reading(frame, tiles[i].words);
        (void)tile_draw(scene, frame, &tiles[i], &board->fit, place);
    }
}

static const millis GROWS = 280;

static void draw_threads(struct scene *scene, struct scene_frame *frame) {
    const struct match_state *state = scene->state;
    const struct palette *palette = &scene->env.palette;
    millis age = scene->env.now - state->last.at;
    float grown = ease_out(age, GROWS);
    if (state->last.any && age < GROWS) {
        frame_wake(frame, scene->env.now);
    }
    for (int i = 0; i < pair_count(scene); i++) {
        bool newest = state->last.any && state->last.pair == i;
        struct point ends[] = {left_node(state, i),
                               right_node(state, right_of(scene->document, i))};
        if (is_joined(state, i)) {
            piece_thread(frame, ends, 2, newest ? grown : 1, palette->right);
        } else if (newest) {
            ends[1] = right_node(state, state->last.to);
            piece_thread_broken(frame, ends, 2, grown, palette->wrong);
        }
    }
    if (state->hand.carried) {
        int pair = state->hand.card.index - 1;
        bool left = is_left(state->hand.card);
        struct point ends[] = {left ? left_node(state, pair) : right_node(state, pair),
                               state->hand.finger};
        piece_thread(frame, ends, 2, 1, palette->light);
    }
}

static void draw_node(struct scene *scene, struct scene_frame *frame, enum node_look look,
                      struct point at, float radius) {
    draw_dot(frame->draw, at.x, at.y, radius + 5, scene->env.palette.ground);
    piece_node(scene, frame, look, at, radius);
}

static void draw_board(struct scene *scene, struct scene_frame *frame, const struct board *board,
                       float top, float height) {
    struct match_state *state = scene->state;
    draw_column(scene, frame, board, true, top, height);
    draw_column(scene, frame, board, false, top, height);
    draw_threads(scene, frame);
    for (int i = 0; i < pair_count(scene); i++) {
        draw_node(scene, frame, left_look(state, i), left_node(state, i), board->node);
        if (right_of(scene->document, i) == i) {
            draw_node(scene, frame, right_look(scene, i), right_node(state, i), board->node);
        }
    }
}

/* What is said of the newest line; before there is one, what to do. */
static void draw_panel(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    const struct match_state *state = scene->state;
    const char *hint = phrase_in(PHRASE_MATCH_HINT, scene->env.language);
    if (state->last.any) {
        struct verdict verdict = verdict_of(scene, state->last.pair, state->last.right);
        panel_verdict(scene, frame, &verdict, panel);
    } else {
        panel_words(scene, frame, hint, NULL, panel);
    }
}

static void draw_game(struct scene *scene, struct scene_frame *frame) {
    struct match_state *state = scene->state;
    hand_settle(&state->hand, frame);
    struct board board = lay_out(scene);
    float height = fmaxf(tile_fit_height(&board.fit, pair_count(scene)), board.place.window.h);
    for (int i = 0; i < board.count && !board.fit.fits; i++) {
        board.tiles[i].flags = 0; /* a finger scrolls: cards are joined by taps */
    }
    float top = activity_begin(&board.place, scene, frame, &state->board, board_id, height);
    draw_board(scene, frame, &board, top, height);
    activity_end(&board.place, scene, frame, &state->board, height);
    draw_panel(scene, frame, board.place.panel);
}

/* Right are those pairs that were joined at the first try. */
static void draw_result(struct scene *scene, struct scene_frame *frame) {
    struct match_state *state = scene->state;
    const struct match_document *document = scene->document;
    int count = pair_count(scene);
    unsigned right = state->joined & ~state->missed;
    int score = __builtin_popcount(right);
    const struct result result = {.kicker = phrase_of_two(scene, PHRASE_PAIRS_SCORE, score, count),
                                  .score = score,
                                  .of = count,
                                  .right = right,
                                  .words = document->results};
    result_draw(scene, frame, &result, &state->result);
}

static void match_draw(struct scene *scene, struct scene_frame *frame) {
    const struct match_state *state = scene->state;
    frame->content = hash_int(HASH_START, state->over);
    frame->content = hash_int(frame->content, (int)state->joined);
    frame->content = hash_int(frame->content, state->last.any ? state->last.pair + 1 : 0);
    (state->over ? draw_result : draw_game)(scene, frame);
}

static void match_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_PAIRS, language,
                     (int)((const struct match_document *)self)->pairs.count);
}

/* The first pair is joined wrongly at first, if there are two right cards. */
static void match_walk(const struct scene *scene, struct buffer *out) {
    const struct match_document *document = scene->document;
    buffer_add(out, "wait 400\nshot start\n");
    for (int i = 1; i < pair_count(scene); i++) {
        if (right_of(document, i) != 0) {
            buffer_printf(out, "tap left.1\ntap right.%d\nwait 300\nshot wrong\n",
                          right_of(document, i) + 1);
            break;
        }
    }
    for (int i = 0; i < pair_count(scene); i++) {
        buffer_printf(out, "tap left.%d\n%stap right.%d\nwait 300\n%s", i + 1,
                      i == 1 ? "shot held\n" : "", right_of(document, i) + 1,
                      i == 0 ? "shot right\n" : "");
    }
    buffer_add(out, "shot joined\ntap continue.0\nwait 400\nshot result\ntap again.0\n");
}

const struct scene_kind match_kind = {
    .document = {.name = "match",
                 .title = {"连线", "Match"},
                 .help = {"观众把成对的卡片用线连起来，连对了就说明为什么",
                          "the visitor joins cards in pairs, and learns why each is one"},
                 .schema = &match_schema,
                 .check = match_check},
    .state_size = sizeof(struct match_state),
    .enter = begin,
    .gesture = match_gesture,
    .draw = match_draw,
    .walk = match_walk,
    .describe = match_describe,
};
