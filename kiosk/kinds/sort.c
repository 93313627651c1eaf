/* The sort: cards, one after the other, are thrown where they belong, and show what gave them away.
 */
#include "base/hash.h"
#include "content/check.h"
#include "scene/activity.h"
#include "scene/hand.h"
#include "scene/message.h"
#include "scene/node.h"
#include "scene/panel.h"
#include "scene/result.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BINS_MOST = 4, CARDS_MOST = 16 };

struct sort_card {
    int look;
    struct asset picture;
    struct text from, title, body, link, why;
    int bin, clue;
};

struct sort_bin {
    struct text label;
};

struct sort_document {
    struct text lead;
    struct items bins;    /* struct sort_bin */
    struct items cards;   /* struct sort_card */
    struct items results; /* struct result_words */
};

static const struct choice looks[] = {
    [MESSAGE_PLAIN] = {"plain", {"普通卡片", "a plain card"}},
    [MESSAGE_MAIL] = {"mail", {"邮件", "a mail"}},
    [MESSAGE_TEXT] = {"text", {"短信", "a text message"}},
    [MESSAGE_CHAT] = {"chat", {"聊天", "a chat"}},
    [MESSAGE_NOTIFICATION] = {"notification", {"手机通知", "a notification"}},
    [MESSAGE_PAGE] = {"page", {"网页", "a web page"}},
    {0},
};

/* One more than the part, for none. */
static const struct choice clues[] = {
    {"none", {"不圈", "none"}},
    [PART_FROM + 1] = {"from", {"发件人或网址", "sender or address"}},
    [PART_TITLE + 1] = {"title", {"标题", "the heading"}},
    [PART_BODY + 1] = {"body", {"正文", "the words"}},
    [PART_LINK + 1] = {"link", {"链接", "the link"}},
    {0},
};

static const struct schema_row bin_rows[] = {
    ROW_TEXT(struct sort_bin, label, .required = true, .max = 16,
             .example = "{zh: 举报, en: Report it}",
             .help = {"这一处的名字，也是按钮上的字", "its name, on its button"}),
    ROW_END,
};
static const struct schema bin_schema = {"sort.bin", sizeof(struct sort_bin), bin_rows};

static const struct schema_row card_rows[] = {
    ROW_CHOICE(
        struct sort_card, look, .choices = looks, .fallback = "plain", .example = "mail",
        .help = {"卡片的样子：普通、邮件、短信、聊天、通知、网页",
                 "what it looks like: plain, a mail, a text, a chat, a notification, a page"}),
    ROW_IMAGE(struct sort_card, picture, .help = {"卡片上的图", "a picture on it"}),
    ROW_TEXT(struct sort_card, from, .max = 48, .example = "service@bank.example",
             .help = {"谁发来的；网页就是网址", "who sent it; of a page the address"}),
    ROW_TEXT(struct sort_card, title, .advised = true, .max = 48,
             .example = "{zh: 请查收, en: Please look}", .help = {"标题", "its heading"}),
    ROW_TEXT(struct sort_card, body, .max = 140, .example = "{zh: 明天见。, en: See you.}",
             .help = {"正文", "its words"}),
    ROW_TEXT(struct sort_card, link, .max = 48, .example = "bank.example/login",
             .help = {"链接或按钮", "a link or a button"}),
    ROW_INTEGER(struct sort_card, bin, .required = true, .min = 1, .max = BINS_MOST, .example = "2",
                .help = {"该去第几处，从 1 数起", "which place it belongs to, counted from 1"}),
    ROW_CHOICE(struct sort_card, clue, .choices = clues, .fallback = "none", .example = "link",
               .help = {"露馅的是哪一部分，会圈出来", "which part gives it away, to be ringed"}),
    ROW_TEXT(struct sort_card, why, .required = true, .max = 200,
             .example = "{zh: 网址不是银行的。, en: That is not the bank's address.}",
             .help = {"分完以后说的话：凭什么看出来", "how one can tell, said afterwards"}),
    ROW_END,
};
static const struct schema card_schema = {"sort.card", sizeof(struct sort_card), card_rows};

static const struct schema_row sort_rows[] = {
    ROW_TEXT(struct sort_document, lead, .max = 120,
             .example = "{zh: 留下，还是举报？, en: Keep it or report it?}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(struct sort_document, bins, &bin_schema, .required = true, .min = 2, .max = BINS_MOST,
             .help = {"二到四处；两处就是左和右", "two to four places; of two, left and right"}),
    ROW_LIST(struct sort_document, cards, &card_schema, .required = true, .min = 2,
             .max = CARDS_MOST,
             .help = {"二到十六张卡片，次序会打乱", "two to sixteen cards, in random order"}),
    RESULTS_ROW(struct sort_document),
    ROW_END,
};
static const struct schema sort_schema = {"sort", sizeof(struct sort_document), sort_rows};

static const struct sort_card *card_at(const struct sort_document *document, int card) {
    return ITEM(document->cards, struct sort_card, (size_t)card);
}

static const struct text *part_of(const struct sort_card *card, int part) {
    const struct text *const parts[MESSAGE_PARTS] = {[PART_FROM] = &card->from,
                                                     [PART_TITLE] = &card->title,
                                                     [PART_BODY] = &card->body,
                                                     [PART_LINK] = &card->link};
    return parts[part];
}

static bool is_empty(const struct sort_card *card) {
    bool empty = true;
    for (int part = 0; part < MESSAGE_PARTS; part++) {
        empty = empty && text_is_empty(part_of(card, part));
    }
    return empty;
}

static void check_card(const struct sort_document *document, int index,
                       struct document_check *check) {
    const struct sort_card *card = card_at(document, index);
    char path[64], zh[128], en[128];
    if (card->bin > (int)document->bins.count) {
        (void)snprintf(path, sizeof path, "cards.%d.bin", index);
        (void)snprintf(zh, sizeof zh, "只有 %zu 处，写 1 到 %zu", document->bins.count,
                       document->bins.count);
        (void)snprintf(en, sizeof en, "there are %zu bins: 1 to %zu", document->bins.count,
                       document->bins.count);
        check_report(check, path, zh, en);
    }
    if (card->clue > 0 && text_is_empty(part_of(card, card->clue - 1))) {
        (void)snprintf(path, sizeof path, "cards.%d.clue", index);
        check_report(check, path, "这一部分是空的，没有可圈的",
                     "that part is empty: nothing to ring");
    }
    if (is_empty(card)) {
        (void)snprintf(path, sizeof path, "cards.%d", index);
        check_report(check, path, "卡片没有字：写上 from、title、body 或 link",
                     "the card has no words: give it from, title, body or link");
    }
}

static void sort_check(const void *self, struct document_check *check) {
    const struct sort_document *document = self;
    for (int i = 0; i < (int)document->cards.count; i++) {
        check_card(document, i, check);
    }
    result_check(&document->results, check);
}

struct sort_state {
    uint8_t cards[CARDS_MOST]; /* in the order of this visit */
    int at;
    bool over;
    int chosen; /* the bin, -1 while the card is to be thrown */
    uint64_t right;
    struct hand hand;
    struct point thrown; /* where the card was let go, from its place */
    millis decided;
    struct rect places[BINS_MOST]; /* of the bins, as last drawn */
    struct scroll board, why, result;
};

static const struct element_id card_id = {"card", 0};
static const struct element_id words_id = {"text", 0};
static const struct element_id board_id = {"board", 0};
static const struct element_id continue_id = {"continue", 0};
static const char BIN[] = "bin";

static int card_count(const struct scene *scene) {
    return (int)((const struct sort_document *)scene->document)->cards.count;
}

static int bin_count(const struct scene *scene) {
    return (int)((const struct sort_document *)scene->document)->bins.count;
}

static const struct sort_card *present(const struct scene *scene) {
    const struct sort_state *state = scene->state;
    return card_at(scene->document, state->cards[state->at]);
}

static void begin(struct scene *scene) {
    struct sort_state *state = scene->state;
    int count = card_count(scene);
    *state = (struct sort_state){.chosen = -1};
    for (int i = 0; i < count; i++) {
        state->cards[i] = (uint8_t)i;
    }
    random_shuffle(&scene->random, state->cards, (size_t)count);
}

static bool was_right(const struct scene *scene) {
    const struct sort_state *state = scene->state;
    return state->chosen == present(scene)->bin - 1;
}

static void throw_into(struct scene *scene, int bin) {
    struct sort_state *state = scene->state;
    if (state->chosen >= 0) {
        return;
    }
    state->chosen = bin;
    state->thrown = state->hand.moved;
    state->decided = scene->env.now;
    state->why = (struct scroll){0};
    hand_empty(&state->hand);
    state->right |= (uint64_t)was_right(scene) << state->at;
    scene_sound(scene, was_right(scene) ? SOUND_RIGHT : SOUND_WRONG);
}

static void go_on(struct scene *scene) {
    struct sort_state *state = scene->state;
    state->chosen = -1;
    state->at++;
    if (state->at == card_count(scene)) {
        state->over = true;
        scene_sound(scene, SOUND_DONE);
    }
}

static const float THROW = 140; /* logical pixels to a side that are meant */

/* Where the carried card would go: into the bin under the finger, or to the side that it was thrown
   to, the first for left and the last for right. -1: nowhere yet. */
static int bin_under(const struct scene *scene) {
    const struct sort_state *state = scene->state;
    const struct hand *hand = &state->hand;
    if (!hand->carried) {
        return -1;
    }
    for (int i = 0; i < bin_count(scene); i++) {
        if (rect_contains(state->places[i], hand->finger.x, hand->finger.y)) {
            return i;
        }
    }
    bool sideways = fabsf(hand->moved.x) > THROW && fabsf(hand->moved.x) > fabsf(hand->moved.y);
    return !sideways ? -1 : hand->moved.x < 0 ? 0 : bin_count(scene) - 1;
}

static struct move sort_tap(struct scene *scene, const struct gesture *gesture) {
    struct sort_state *state = scene->state;
    if (strcmp(gesture->id.name, BIN) == 0) {
        throw_into(scene, gesture->id.index - 1);
    } else if (element_id_equal(gesture->id, continue_id) && state->chosen >= 0) {
        go_on(scene);
    } else {
        return result_tap(scene, gesture->id, begin);
    }
    return STAY;
}

static struct move sort_gesture(struct scene *scene, const struct gesture *gesture) {
    struct sort_state *state = scene->state;
    if (gesture->type == GESTURE_TAP) {
        return sort_tap(scene, gesture);
    }
    if (state->over) {
        scroll_gesture(&state->result, gesture);
    } else if (element_id_equal(gesture->id, words_id)) {
        scroll_gesture(&state->why, gesture);
    } else if (scroll_is_needed(&state->board)) {
        scroll_gesture(&state->board, gesture);
    } else if (state->chosen < 0 && element_id_equal(gesture->id, card_id) &&
               hand_gesture(&state->hand, gesture)) {
        int bin = bin_under(scene);
        if (bin >= 0) {
            throw_into(scene, bin);
        }
        hand_empty(&state->hand);
    }
    return STAY;
}

static const float GAP = 28;
static const float CARD_SHARE = 0.88F; /* of the board's width */
static const float CARD_SHAPE = 0.4F;  /* how high a card with few words is, to its width */
static const float STACK = 28;         /* what is seen of the cards below */
static const millis GLIDES = 280;

/* Where everything lies on this screen. */
struct board {
    struct activity place;
    struct message message;
    float card_width, card_height, bin_height;
    float height;
};

static const char *bin_label(const struct scene *scene, int bin) {
    const struct sort_document *document = scene->document;
    return scene_text(scene, &ITEM(document->bins, struct sort_bin, (size_t)bin)->label);
}

static struct message message_of(const struct scene *scene, const struct sort_card *card,
                                 bool decided) {
    const struct palette *palette = &scene->env.palette;
    struct message message = {.look = (enum message_look)card->look,
                              .picture = &card->picture,
                              .marked = decided ? card->clue - 1 : -1};
    for (int part = 0; part < MESSAGE_PARTS; part++) {
        message.parts[part] = scene_text(scene, part_of(card, part));
    }
    /* The signs' colours are for dark ground: on paper they need more ink. */
    bool paper = card->look != MESSAGE_PLAIN;
    message.mark = paper ? colour_mix(palette->wrong, palette->ground, 0.35F) : palette->wrong;
    return message;
}

static struct verdict verdict_of(const struct scene *scene, const struct sort_card *card,
                                 bool right) {
    struct sort_state *state = scene->state;
    const char *language = scene->env.language;
    return (struct verdict){.type = right ? VERDICT_RIGHT : VERDICT_WRONG,
                            .heading = phrase_in(right ? PHRASE_RIGHT : PHRASE_NOT_QUITE, language),
                            .why = scene_text(scene, &card->why),
                            .button = phrase_in(PHRASE_CONTINUE, language),
                            .button_id = continue_id,
                            .why_id = words_id,
                            .scroll = &state->why};
}

static float panel_height(struct scene *scene, float width, float most) {
    float height = 0;
    for (int i = 0; i < card_count(scene); i++) {
        struct verdict verdict = verdict_of(scene, card_at(scene->document, i), false);
        height = fmaxf(height, verdict_fit(scene, &verdict, width, 0, most).height);
    }
    return height;
}

static struct text_style bin_style(struct scene *scene) {
    struct text_style style = piece_style(scene, TYPE_LEAD, scene->env.palette.text);
    style.line_height = 1.3F;
    return style;
}

static float bin_width(const struct scene *scene, const struct board *board) {
    int count = bin_count(scene);
    return (board->place.window.w - GAP * (float)(count - 1)) / (float)count;
}

static float bin_room(struct scene *scene, const struct board *board) {
    return bin_width(scene, board) - 2 * piece_node_radius(bin_style(scene).size) -
           2 * CARD_PADDING - GAP / 2;
}

static struct board lay_out(struct scene *scene) {
    bool below = activity_is_below(scene);
    const struct sort_state *state = scene->state;
    const struct sort_document *document = scene->document;
    float width = scene->env.metrics.content.w;
    float panel = below ? panel_height(scene, width, activity_panel_most(scene)) : 0;
    struct board board = {.place = activity_fit(scene, &document->lead, panel),
                          .message = message_of(scene, present(scene), state->chosen >= 0)};
    board.card_width = floorf(board.place.window.w * CARD_SHARE);
    struct text_style style = bin_style(scene);
    for (int i = 0; i < bin_count(scene); i++) {
        const struct text_block *label =
            text_layout(scene->env.fonts, &style, bin_label(scene, i), bin_room(scene, &board));
        board.bin_height = fmaxf(board.bin_height, text_block_height(label) + 1.5F * CARD_PADDING);
    }
    board.bin_height = fmaxf(board.bin_height, scene->env.metrics.target);
    float room = board.place.window.h - board.bin_height - GAP - STACK;
    board.message.large = true;
    board.message.large = message_height(scene, &board.message, board.card_width) <= room;
    board.card_height = fmaxf(message_height(scene, &board.message, board.card_width),
                              fminf(board.card_width * CARD_SHAPE, room));
    board.height = board.card_height + STACK + GAP + board.bin_height;
    return board;
}

static enum node_look bin_look(const struct scene *scene, int bin) {
    const struct sort_state *state = scene->state;
    if (state->chosen < 0) {
        return bin == bin_under(scene) ? NODE_CHOSEN : NODE_OPEN;
    }
    return bin == present(scene)->bin - 1 ? NODE_RIGHT
           : bin == state->chosen         ? NODE_WRONG
                                          : NODE_PASSED;
}

static void draw_bins(struct scene *scene, struct scene_frame *frame, const struct board *board,
                      float y) {
    struct sort_state *state = scene->state;
    struct text_style style = bin_style(scene);
    float radius = piece_node_radius(style.size);
    float width = bin_width(scene, board);
    for (int i = 0; i < bin_count(scene); i++) {
        struct rect place = {board->place.window.x + (width + GAP) * (float)i, y, width,
                             board->bin_height};
        state->places[i] = place;
        const char *label = bin_label(scene, i);
        struct rect seen =
            piece_card(scene, frame, (struct element_id){BIN, i + 1}, place, ROLE_CHOICE, label);
        struct element *element = &frame->elements->list.items[frame->elements->list.count - 1];
        element->flags |= state->chosen >= 0 ? ELEMENT_DISABLED : 0;
        enum node_look look = bin_look(scene, i);
        if (look == NODE_CHOSEN) {
            draw_stroke(frame->draw, seen, CARD_RADIUS, 4, scene->env.palette.light);
        }
        struct point node = {seen.x + CARD_PADDING + radius, seen.y + seen.h / 2};
        piece_node(scene, frame, look, node, radius);
        const struct text_block *words =
            text_layout(scene->env.fonts, &style, label, bin_room(scene, board));
        text_draw(frame->draw, words, node.x + radius + GAP / 2,
                  node.y - text_block_height(words) / 2);
    }
}

/* How far the card is from its place: in the hand, or on its way back from where it was thrown. */
static struct point away(struct scene *scene, struct scene_frame *frame) {
    const struct sort_state *state = scene->state;
    millis age = scene->env.now - state->decided;
    if (state->chosen < 0) {
        return state->hand.carried ? state->hand.moved : (struct point){0};
    }
    if (age < GLIDES) {
        frame_wake(frame, scene->env.now);
    }
    float left = 1 - ease_out(age, GLIDES);
    return (struct point){state->thrown.x * left, state->thrown.y * left};
}

static float card_x(const struct board *board) {
    return board->place.window.x + (board->place.window.w - board->card_width) / 2;
}

/* The edges of the next two cards: how many more there are shows at a glance when they end. */
static void draw_stack(struct scene *scene, struct scene_frame *frame, const struct board *board,
                       float y) {
    const struct sort_state *state = scene->state;
    const struct palette *palette = &scene->env.palette;
    int left = card_count(scene) - state->at - 1;
    for (int i = left < 2 ? left : 2; i > 0; i--) {
        const struct sort_card *next = card_at(scene->document, state->cards[state->at + i]);
        struct message message = message_of(scene, next, false);
        float in = STACK * (float)i;
        struct rect edge = {card_x(board) + in, y + STACK / 2 * (float)i,
                            board->card_width - 2 * in, board->card_height};
        struct colour paper = message_paper(scene, &message);
        draw_fill(frame->draw, edge, CARD_RADIUS,
                  colour_mix(paper, palette->ground, 0.3F * (float)i));
    }
}

static void draw_card(struct scene *scene, struct scene_frame *frame, const struct board *board,
                      float y, bool drags) {
    const struct sort_state *state = scene->state;
    struct point moved = away(scene, frame);
    struct rect card = {card_x(board) + moved.x, y + moved.y, board->card_width,
                        board->card_height};
    struct rect below = {card.x, card.y + 12, card.w, card.h};
    draw_shadow(frame->draw, below, CARD_RADIUS, 32, scene->env.palette.shadow);
    draw_fill(frame->draw, card, CARD_RADIUS, message_paper(scene, &board->message));
    message_draw(scene, frame, &board->message, card);
    bool free = drags && state->chosen < 0;
    elements_add(frame->elements,
                 (struct element){.id = card_id,
                                  .rect = card,
                                  .role = ROLE_PICTURE,
                                  .flags = free ? ELEMENT_DRAG_X | ELEMENT_DRAG_Y : 0,
                                  .label = message_spoken(scene, &board->message)});
}

static void draw_panel(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    const struct sort_state *state = scene->state;
    if (state->chosen >= 0) {
        struct verdict verdict = verdict_of(scene, present(scene), was_right(scene));
        panel_verdict(scene, frame, &verdict, panel);
    } else {
        const char *hint = phrase_in(PHRASE_SORT_HINT, scene->env.language);
        const char *place = phrase_of_two(scene, PHRASE_CARD_OF, state->at + 1, card_count(scene));
        panel_words(scene, frame, arena_printf(scene->env.frame, "%s\n\n%s", place, hint), NULL,
                    panel);
    }
}

static void draw_game(struct scene *scene, struct scene_frame *frame) {
    struct sort_state *state = scene->state;
    hand_settle(&state->hand, frame);
    struct board board = lay_out(scene);
    float room = board.place.window.h;
    bool fits = board.height <= room;
    float top = activity_begin(&board.place, scene, frame, &state->board, board_id, board.height);
    float bins = fits ? top + room - board.bin_height : top + board.height - board.bin_height;
    draw_bins(scene, frame, &board, bins);
    float y = top + (bins - GAP - top - STACK - board.card_height) / 2;
    draw_stack(scene, frame, &board, y);
    draw_card(scene, frame, &board, y, fits);
    activity_end(&board.place, scene, frame, &state->board, board.height);
    draw_panel(scene, frame, board.place.panel);
}

static void draw_result(struct scene *scene, struct scene_frame *frame) {
    struct sort_state *state = scene->state;
    const struct sort_document *document = scene->document;
    int score = __builtin_popcountll(state->right);
    int count = card_count(scene);
    const struct result result = {.kicker = phrase_of_two(scene, PHRASE_CARDS_SCORE, score, count),
                                  .score = score,
                                  .of = count,
                                  .right = state->right,
                                  .words = document->results};
    result_draw(scene, frame, &result, &state->result);
}

static void sort_draw(struct scene *scene, struct scene_frame *frame) {
    const struct sort_state *state = scene->state;
    frame->content = hash_int(HASH_START, state->at);
    frame->content = hash_int(frame->content, state->chosen);
    (state->over ? draw_result : draw_game)(scene, frame);
}

static void sort_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_CARDS, language,
                     (int)((const struct sort_document *)self)->cards.count);
}

/* The first card wrong, the others right; every card is seen with its mark. */
static void sort_walk(const struct scene *scene, struct buffer *out) {
    const struct sort_state *state = scene->state;
    buffer_add(out, "wait 400\nshot card\n");
    for (int i = 0; i < card_count(scene); i++) {
        const struct sort_card *card = card_at(scene->document, state->cards[i]);
        int bin = i > 0 ? card->bin : card->bin % bin_count(scene) + 1;
        buffer_printf(out, "%stap bin.%d\nwait 400\nshot %s-%d\ntap continue.0\nwait 300\n",
                      i == 1 ? "shot second\n" : "", bin, i > 0 ? "right" : "wrong", i + 1);
    }
    buffer_add(out, "shot result\ntap again.0\n");
}

const struct scene_kind sort_kind = {
    .document = {.name = "sort",
                 .title = {"分拣", "Sort"},
                 .help = {"观众把卡片一张一张分到该去的地方，再看凭什么看出来",
                          "the visitor throws cards where they belong, and sees how one can tell"},
                 .schema = &sort_schema,
                 .check = sort_check},
    .state_size = sizeof(struct sort_state),
    .enter = begin,
    .gesture = sort_gesture,
    .draw = sort_draw,
    .walk = sort_walk,
    .describe = sort_describe,
};
