/* The memory: cards lie face down, two are turned at a time, and pairs stay; for one or two. */
#include "base/hash.h"
#include "scene/activity.h"
#include "scene/opening.h"
#include "scene/panel.h"
#include "scene/result.h"
#include "scene/tile.h"

#include <math.h>
#include <string.h>

enum { PAIRS_MOST = 8, CARDS_MOST = 2 * PAIRS_MOST, TURNS_MOST = 64 };

struct memory_pair {
    struct text first, second, why;
};

struct memory_document {
    struct text lead;
    struct items pairs;   /* struct memory_pair */
    struct items results; /* struct result_words */
};

static const struct schema_row pair_rows[] = {
    ROW_TEXT(struct memory_pair, first, .required = true, .max = 24,
             .example = "{zh: 偷看密码, en: A stolen password}",
             .help = {"一对里的第一张", "the one card of the pair"}),
    ROW_TEXT(struct memory_pair, second, .required = true, .max = 24,
             .example = "{zh: 两步验证, en: A second step}",
             .help = {"一对里的第二张", "the other card of the pair"}),
    ROW_TEXT(struct memory_pair, why, .required = true, .max = 200,
             .example = "{zh: 密码丢了，还有一道门。, en: A second door if the password leaks.}",
             .help = {"找到以后说的话：为什么是一对", "why they belong together, once found"}),
    ROW_END,
};
static const struct schema pair_schema = {"memory.pair", sizeof(struct memory_pair), pair_rows};

static const struct schema_row memory_rows[] = {
    ROW_TEXT(struct memory_document, lead, .max = 120,
             .example = "{zh: 一招配一式。, en: For each blow a shield.}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(struct memory_document, pairs, &pair_schema, .required = true, .min = 3,
             .max = PAIRS_MOST, .help = {"三到八对", "three to eight pairs"}),
    RESULTS_ROW(struct memory_document),
    ROW_END,
};
static const struct schema memory_schema = {"memory", sizeof(struct memory_document), memory_rows};

static void memory_check(const void *self, struct document_check *check) {
    const struct memory_document *document = self;
    result_check(&document->results, check);
}

enum memory_phase { MEMORY_OPENING, MEMORY_PLAYING, MEMORY_OVER };

/* A card is its pair's number times two, and one more for the second of it. */
struct memory_state {
    enum memory_phase phase;
    uint8_t cards[CARDS_MOST];  /* as they lie */
    millis turned[CARDS_MOST];  /* by card: when it was last turned, 0 for never */
    uint8_t owners[PAIRS_MOST]; /* who found the pair: a player, 0 for nobody yet */
    int open[2], opened;        /* those that lie open and are no pair yet */
    int players, player;        /* how many; whose turn it is, from 1 */
    int turns;
    uint64_t right; /* a bit for each of the first turns that found a pair */
    int last;       /* the pair found by the last turn; -1 for none */
    struct scroll board, why, words, result;
};

static const struct element_id words_id = {"text", 0};
static const struct element_id why_id = {"why", 0};
static const struct element_id board_id = {"board", 0};
static const struct element_id one_id = {"players", 1};
static const struct element_id two_id = {"players", 2};
static const struct element_id continue_id = {"continue", 0};
static const char CARD[] = "card";

static int pair_count(const struct scene *scene) {
    return (int)((const struct memory_document *)scene->document)->pairs.count;
}

static const struct memory_pair *pair_at(const struct scene *scene, int pair) {
    const struct memory_document *document = scene->document;
    return ITEM(document->pairs, struct memory_pair, (size_t)pair);
}

static int found_by(const struct scene *scene, int player) {
    const struct memory_state *state = scene->state;
    int found = 0;
    for (int i = 0; i < pair_count(scene); i++) {
        found += state->owners[i] == player;
    }
    return found;
}

static bool all_found(const struct scene *scene) {
    return found_by(scene, 0) == 0;
}

static bool is_open(const struct memory_state *state, int card) {
    bool open = state->owners[card / 2] != 0;
    for (int i = 0; i < state->opened; i++) {
        open = open || state->open[i] == card;
    }
    return open;
}

static void begin(struct scene *scene) {
    struct memory_state *state = scene->state;
    int count = 2 * pair_count(scene);
    *state = (struct memory_state){.last = -1, .player = 1};
    for (int i = 0; i < count; i++) {
        state->cards[i] = (uint8_t)i;
    }
    random_shuffle(&scene->random, state->cards, (size_t)count);
}

static void start(struct scene *scene, int players) {
    struct memory_state *state = scene->state;
    state->phase = MEMORY_PLAYING;
    state->players = players;
}

static void close_open(struct scene *scene) {
    struct memory_state *state = scene->state;
    for (int i = 0; i < state->opened; i++) {
        state->turned[state->open[i]] = scene->env.now;
    }
    state->opened = 0;
}

/* Two cards lie open: a pair is its finder's, who goes on; else it is the other player's turn. */
static void judge(struct scene *scene) {
    struct memory_state *state = scene->state;
    bool pair = state->open[0] / 2 == state->open[1] / 2;
    if (state->turns < TURNS_MOST) {
        state->right |= (uint64_t)pair << state->turns;
    }
    state->turns++;
    state->last = pair ? state->open[0] / 2 : -1;
    state->why = (struct scroll){0};
    if (pair) {
        state->owners[state->last] = (uint8_t)state->player;
        state->opened = 0;
    } else {
        state->player = state->player % state->players + 1;
    }
    scene_sound(scene, pair ? SOUND_RIGHT : SOUND_WRONG);
}

/* Two that were no pair are turned back by the next touch, which, on one of them, does no more. */
static void turn_card(struct scene *scene, int card) {
    struct memory_state *state = scene->state;
    bool open = is_open(state, card);
    if (state->owners[card / 2] != 0) {
        state->last = card / 2;
        state->why = (struct scroll){0};
        return;
    }
    if (state->opened == 2) {
        close_open(scene);
    }
    state->last = -1;
    if (!open) {
        state->open[state->opened++] = card;
        state->turned[card] = scene->env.now;
    }
    if (state->opened == 2) {
        judge(scene);
    }
}

static struct move memory_tap(struct scene *scene, const struct gesture *gesture) {
    struct memory_state *state = scene->state;
    struct element_id id = gesture->id;
    if (strcmp(id.name, CARD) == 0 && state->phase == MEMORY_PLAYING) {
        turn_card(scene, state->cards[id.index - 1]);
    } else if (strcmp(id.name, one_id.name) == 0) {
        start(scene, id.index);
    } else if (element_id_equal(id, continue_id)) {
        state->phase = MEMORY_OVER;
        scene_sound(scene, SOUND_DONE);
    } else {
        return result_tap(scene, id, begin);
    }
    return STAY;
}

static struct move memory_gesture(struct scene *scene, const struct gesture *gesture) {
    struct memory_state *state = scene->state;
    if (gesture->type == GESTURE_TAP) {
        return memory_tap(scene, gesture);
    }
    struct scroll *const scrolls[] = {[MEMORY_OPENING] = &state->words,
                                      [MEMORY_PLAYING] = &state->board,
                                      [MEMORY_OVER] = &state->result};
    bool why = element_id_equal(gesture->id, why_id);
    scroll_gesture(why ? &state->why : scrolls[state->phase], gesture);
    return STAY;
}

static const millis TURNS = 240;
static const float GAP = 20;

/* Where everything lies on this screen. */
struct board {
    struct activity place;
    struct tile tiles[CARDS_MOST]; /* by card */
    struct tile_fit fit;
    int columns, rows;
    float width, height; /* of a card */
};

static struct verdict verdict_of(const struct scene *scene, int pair) {
    struct memory_state *state = scene->state;
    const char *language = scene->env.language;
    bool found = pair >= 0;
    return (struct verdict){.type = found ? VERDICT_RIGHT : VERDICT_WRONG,
                            .heading = phrase_in(found ? PHRASE_PAIR : PHRASE_NO_PAIR, language),
                            .why = found ? scene_text(scene, &pair_at(scene, pair)->why) : "",
                            .button =
                                all_found(scene) ? phrase_in(PHRASE_CONTINUE, language) : NULL,
                            .button_id = continue_id,
                            .why_id = why_id,
                            .scroll = &state->why};
}

static const float SCORE_GAP = 16; /* above it */

/* The strip below the panel: how many turns, or what either player has. */
static float score_height(const struct scene *scene) {
    return 2 * metrics_type(&scene->env.metrics, scene->env.theme, TYPE_BODY);
}

static float panel_height(struct scene *scene, float width, float most) {
    float height = 0;
    for (int i = 0; i < pair_count(scene); i++) {
        struct verdict verdict = verdict_of(scene, i);
        verdict.button = phrase_in(PHRASE_CONTINUE, scene->env.language);
        height = fmaxf(height, verdict_fit(scene, &verdict, width, 0, most).height);
    }
    return height + SCORE_GAP + score_height(scene);
}

static struct tile tile_of(const struct scene *scene, int card) {
    const struct memory_state *state = scene->state;
    const struct memory_pair *pair = pair_at(scene, card / 2);
    return (struct tile){.words = scene_text(scene, card % 2 ? &pair->second : &pair->first),
                         .lit = state->last == card / 2};
}

/* So many columns that no place in the last row, or as few as can be, stays empty; fewer in large
   type, whose words would be broken. */
static int columns_for(const struct scene *scene, int cards) {
    static const int choices[2][2][3] = {{{4, 3, 5}, {3, 4, 3}}, {{3, 4, 3}, {2, 2, 2}}};
    const struct metrics *metrics = &scene->env.metrics;
    const int *columns = choices[metrics->large][metrics->upright];
    int best = columns[0];
    for (int i = 1; i < 3; i++) {
        int empty = (columns[i] - cards % columns[i]) % columns[i];
        best = empty < (best - cards % best) % best ? columns[i] : best;
    }
    return best;
}

static struct board lay_out(struct scene *scene) {
    bool below = activity_is_below(scene);
    const struct memory_document *document = scene->document;
    float content = scene->env.metrics.content.w;
    float panel = below ? panel_height(scene, content, activity_panel_most(scene)) : 0;
    int cards = 2 * pair_count(scene);
    struct board board = {.place = activity_fit(scene, &document->lead, panel),
                          .columns = columns_for(scene, cards)};
    board.rows = (cards + board.columns - 1) / board.columns;
    float gaps = GAP * (float)(board.columns - 1);
    board.width = (board.place.window.w - gaps) / (float)board.columns;
    for (int i = 0; i < cards; i++) {
        board.tiles[i] = tile_of(scene, i);
    }
    board.fit = tile_fit(scene, board.tiles, cards, board.rows, board.width, board.place.window.h);
    return board;
}

/* A card that is being turned is as wide as it looks from the front. */
static float turned(struct scene *scene, struct scene_frame *frame, int card, bool *open) {
    const struct memory_state *state = scene->state;
    millis age = scene->env.now - state->turned[card];
    if (state->turned[card] == 0 || age >= TURNS) {
        return 1;
    }
    frame_wake(frame, scene->env.now);
    float half = ease_out(age, TURNS) * 2 - 1;
    *open = half < 0 ? !*open : *open;
    return fmaxf(fabsf(half), 0.02F);
}

static void draw_back(struct scene *scene, struct scene_frame *frame, struct element_id id,
                      struct rect rect) {
    const struct hall_zone *zone = scene->entry->zone;
    const char *spoken = phrase_of_one(scene, PHRASE_CARD, id.index);
    struct rect card = piece_card(scene, frame, id, rect, ROLE_CHOICE, spoken);
    struct colour colour = colour_mix(scene->env.palette.surface, scene->env.palette.light, 0.6F);
    float side = fminf(card.w, card.h) * 0.6F;
    struct point middle = rect_centre(card);
    if (zone && card.w > side) {
        struct rect square = {middle.x - side / 2, middle.y - side / 2, side, side};
        piece_emblem(scene, frame, &zone->emblem, square, colour, 1);
    }
}

/* While it turns, a card shows no words: they would be squeezed. */
static void draw_turning(struct scene *scene, struct scene_frame *frame, struct element_id id,
                         struct rect rect, float width) {
    const struct palette *palette = &scene->env.palette;
    struct rect seen = {rect.x + rect.w * (1 - width) / 2, rect.y, rect.w * width, rect.h};
    draw_fill(frame->draw, seen, fminf(CARD_RADIUS, seen.w / 2), palette->surface);
    draw_stroke(frame->draw, seen, fminf(CARD_RADIUS, seen.w / 2), 3, palette->line);
    elements_add(frame->elements,
                 (struct element){.id = id,
                                  .rect = rect,
                                  .role = ROLE_CHOICE,
                                  .flags = ELEMENT_TAP,
                                  .label = phrase_of_one(scene, PHRASE_CARD, id.index)});
}

static void draw_card(struct scene *scene, struct scene_frame *frame, const struct board *board,
                      int place, struct rect rect) {
    const struct memory_state *state = scene->state;
    int card = state->cards[place];
    struct element_id id = {CARD, place + 1};
    bool open = is_open(state, card);
    float width = turned(scene, frame, card, &open);
    if (width < 1) {
        draw_turning(scene, frame, id, rect, width);
    } else if (open) {
        struct tile tile = board->tiles[card];
        tile.id = id;
        frame_reading(frame, tile.words);
        (void)tile_draw(scene, frame, &tile, &board->fit, rect);
    } else {
        draw_back(scene, frame, id, rect);
    }
}

static void draw_cards(struct scene *scene, struct scene_frame *frame, const struct board *board,
                       float top) {
    for (int i = 0; i < 2 * pair_count(scene); i++) {
        int row = i / board->columns;
        int column = i % board->columns;
        struct rect rect = {board->place.window.x + (board->width + GAP) * (float)column,
                            top + (board->height + GAP) * (float)row, board->width, board->height};
        draw_card(scene, frame, board, i, rect);
    }
}

/* Whose turn it is has a dot before it. Returns the x after it. */
static float draw_score(struct scene *scene, struct scene_frame *frame, const char *words, bool lit,
                        enum type_role role, float x, float y) {
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, role, lit ? palette->text : palette->soft);
    style.face = lit ? FACE_BOLD : FACE_REGULAR;
    const struct text_block *block = text_layout(scene->env.fonts, &style, words, INFINITY);
    if (lit) {
        draw_dot(frame->draw, x + style.size * 0.25F, y + text_block_height(block) / 2,
                 style.size * 0.25F, palette->light);
        x += style.size * 0.8F;
    }
    text_draw(frame->draw, block, x, y);
    return x + style.size + text_block_width(block);
}

/* As large as lets both players' stand in one line. */
static enum type_role score_role(struct scene *scene, const char *const *words, int count,
                                 float width) {
    struct text_style style = piece_style(scene, TYPE_BODY, scene->env.palette.text);
    style.face = FACE_BOLD;
    float needed = style.size * ((float)count - 0.2F); /* the gap between them, and the dot */
    for (int i = 0; i < count; i++) {
        needed += text_block_width(text_layout(scene->env.fonts, &style, words[i], INFINITY));
    }
    return needed <= width ? TYPE_BODY : TYPE_LABEL;
}

static void draw_scores(struct scene *scene, struct scene_frame *frame, struct rect line) {
    const struct memory_state *state = scene->state;
    const char *words[] = {phrase_of_two(scene, PHRASE_FOUND, found_by(scene, 1), state->turns),
                           ""};
    for (int i = 0; i < state->players && state->players > 1; i++) {
        words[i] = phrase_of_two(scene, PHRASE_PLAYER_HAS, i + 1, found_by(scene, i + 1));
    }
    enum type_role role = score_role(scene, words, state->players, line.w - 2 * CARD_PADDING);
    const struct text_style style = piece_style(scene, role, scene->env.palette.text);
    float x = line.x + CARD_PADDING / (role == TYPE_LABEL ? 2.0F : 1.0F);
    float y = line.y + (line.h - style.size * style.line_height) / 2;
    for (int i = 0; i < state->players; i++) {
        bool lit = state->players > 1 && i + 1 == state->player;
        x = draw_score(scene, frame, words[i], lit, role, x, y);
    }
}

static void draw_panel(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    const struct memory_state *state = scene->state;
    struct rect words = panel;
    words.h -= SCORE_GAP + score_height(scene);
    if (state->last >= 0 || state->opened == 2) {
        struct verdict verdict = verdict_of(scene, state->last);
        panel_verdict(scene, frame, &verdict, words);
    } else {
        panel_words(scene, frame, phrase_in(PHRASE_MEMORY_HINT, scene->env.language), NULL, words);
    }
    float below = words.h + SCORE_GAP;
    struct rect strip = {panel.x, panel.y + below, panel.w, panel.h - below};
    panel_ground(scene, frame, strip);
    draw_scores(scene, frame, strip);
}

static void draw_game(struct scene *scene, struct scene_frame *frame) {
    struct memory_state *state = scene->state;
    struct board board = lay_out(scene);
    float gaps = GAP * (float)(board.rows - 1);
    float height = fmaxf(tile_fit_height(&board.fit, board.rows), board.place.window.h);
    board.height = fminf((height - gaps) / (float)board.rows, board.width);
    float top = activity_begin(&board.place, scene, frame, &state->board, board_id, height);
    draw_cards(scene, frame, &board, top);
    activity_end(&board.place, scene, frame, &state->board, height);
    draw_panel(scene, frame, board.place.panel);
}

static void draw_opening(struct scene *scene, struct scene_frame *frame) {
    struct memory_state *state = scene->state;
    const struct memory_document *document = scene->document;
    const char *language = scene->env.language;
    struct buffer count = {0};
    phrase_add_count(&count, PHRASE_PAIRS, language, pair_count(scene));
    struct opening opening = opening_of(scene, buffer_text(&count), &document->lead);
    opening.button = phrase_in(PHRASE_ONE_PLAYER, language);
    opening.second = phrase_in(PHRASE_TWO_PLAYERS, language);
    opening.button_id = one_id;
    opening.second_id = two_id;
    opening.words_id = words_id;
    opening_draw(scene, frame, &opening, &state->words);
    buffer_finish(&count);
}

static struct result result_alone(const struct scene *scene) {
    const struct memory_state *state = scene->state;
    int turns = state->turns < TURNS_MOST ? state->turns : TURNS_MOST;
    return (struct result){.kicker =
                               phrase_of_two(scene, PHRASE_FOUND, pair_count(scene), state->turns),
                           .score = pair_count(scene),
                           .of = state->turns,
                           .right = state->right,
                           .unmarked = turns < state->turns};
}

static struct result result_of_two(const struct scene *scene) {
    int first = found_by(scene, 1);
    int second = found_by(scene, 2);
    int winner = first > second ? 1 : 2;
    return (struct result){.kicker = first == second
                                         ? phrase_in(PHRASE_DRAW, scene->env.language)
                                         : phrase_of_one(scene, PHRASE_PLAYER_WINS, winner),
                           .score = first > second ? first : second,
                           .of = pair_count(scene),
                           .unmarked = true};
}

static void draw_result(struct scene *scene, struct scene_frame *frame) {
    struct memory_state *state = scene->state;
    const struct memory_document *document = scene->document;
    struct result result = state->players == 1 ? result_alone(scene) : result_of_two(scene);
    result.words = document->results;
    result_draw(scene, frame, &result, &state->result);
}

static void memory_draw(struct scene *scene, struct scene_frame *frame) {
    static void (*const draw[])(struct scene *, struct scene_frame *) = {
        [MEMORY_OPENING] = draw_opening, [MEMORY_PLAYING] = draw_game, [MEMORY_OVER] = draw_result};
    const struct memory_state *state = scene->state;
    frame->content = hash_int(HASH_START, (int)state->phase);
    frame->content = hash_int(frame->content, state->turns);
    frame->content = hash_int(frame->content, state->opened);
    draw[state->phase](scene, frame);
}

static void memory_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_PAIRS, language,
                     (int)((const struct memory_document *)self)->pairs.count);
}

/* Where a card lies, from 1. */
static int place_of(const struct memory_state *state, int card) {
    int place = 0;
    while (state->cards[place] != card) {
        place++;
    }
    return place + 1;
}

/* One pair missed, then all found; and a game for two begun. */
static void memory_walk(const struct scene *scene, struct buffer *out) {
    const struct memory_state *state = scene->state;
    buffer_printf(out,
                  "wait 400\nshot start\ntap players.1\nwait 400\nshot down\n"
                  "tap card.%d\nwait 300\nshot one\ntap card.%d\nwait 300\nshot wrong\n"
                  "tap card.%d\nwait 300\n",
                  place_of(state, 0), place_of(state, 2), place_of(state, 0));
    for (int pair = 0; pair < pair_count(scene); pair++) {
        buffer_printf(out, "tap card.%d\ntap card.%d\nwait 300\n%s", place_of(state, 2 * pair),
                      place_of(state, 2 * pair + 1), pair == 1 ? "shot right\n" : "");
    }
    buffer_add(out, "shot found\ntap continue.0\nwait 400\nshot result\ntap again.0\nwait 400\n"
                    "tap players.2\nwait 400\ntap card.1\ntap card.2\nwait 400\nshot two\n");
}

const struct scene_kind memory_kind = {
    .document = {.name = "memory",
                 .title = {"翻对子", "Pairs"},
                 .help = {"观众翻开盖着的卡片，找出成对的；一个人或两个人玩",
                          "the visitor turns cards over and finds pairs, alone or in twos"},
                 .schema = &memory_schema,
                 .check = memory_check},
    .state_size = sizeof(struct memory_state),
    .enter = begin,
    .gesture = memory_gesture,
    .draw = memory_draw,
    .walk = memory_walk,
    .describe = memory_describe,
};
