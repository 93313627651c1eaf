/* The quiz: questions with answers in words or pictures, and why after each. */
#include "base/hash.h"
#include "content/check.h"
#include "scene/countdown.h"
#include "scene/opening.h"
#include "scene/question.h"
#include "scene/result.h"
#include "scene/round.h"

#include <stdio.h>
#include <string.h>

struct quiz_document {
    struct text lead;
    struct items questions; /* struct bank_question: its own, and behind them the bank's */
    struct bank_choice bank;
    size_t own; /* how many are its own */
    int draw;
    bool shuffle;
    millis time_limit;
    struct items results; /* struct result_words */
};

static const struct schema_row quiz_rows[] = {
    ROW_TEXT(struct quiz_document, lead, .max = 200,
             .example = "{zh: 五个电话，你接哪个？, en: Five calls. Which do you take?}",
             .help = {"开头的一句话", "a sentence at the beginning"}),
    ROW_LIST(struct quiz_document, questions, &question_schema, .advised = true, .min = 1,
             .max = ROUND_QUESTIONS,
             .help = {"一到五十个问题；从题库抽题时可以不写",
                      "one to fifty questions; not needed with a bank"}),
    ROW_GROUP(struct quiz_document, bank, struct bank_choice, &bank_choice_schema,
              .help = {"再从题库里抽题：scenes/questions/ 下的文件",
                       "also draws from the question bank, the files below scenes/questions/"}),
    ROW_INTEGER(struct quiz_document, draw, .max = ROUND_QUESTIONS, .fallback = "0", .example = "5",
                .help = {"每次参观随机抽几题；0 是全部",
                         "how many questions a visit gets, drawn at random; 0 is all"}),
    ROW_BOOLEAN(struct quiz_document, shuffle, .fallback = "yes",
                .help = {"是否打乱答案的次序", "whether answers stand in random order"}),
    ROW_DURATION(struct quiz_document, time_limit, .min = 5000, .max = 120000, .example = "20s",
                 .help = {"每题的时间，5s 到 120s；不写就不限时",
                          "the time for each question, 5s to 120s; without it there is no limit"}),
    RESULTS_ROW(struct quiz_document),
    ROW_END,
};
static const struct schema quiz_schema = {"quiz", sizeof(struct quiz_document), quiz_rows};

static const struct bank_question *question_at(const struct quiz_document *document, size_t index) {
    return ITEM(document->questions, struct bank_question, index);
}

static void quiz_bind(void *self, const struct bank *bank, struct arena *arena) {
    struct quiz_document *document = self;
    document->own = document->questions.count;
    document->questions = bank_choose(bank, &document->bank, &document->questions, arena);
}

static void check_count(const struct quiz_document *document, struct document_check *check) {
    size_t count = document->questions.count;
    char zh[128], en[128];
    if (count == 0 && document->bank.zones.count == 0) {
        check_report(check, "questions", "一个问题都没有：写上 questions，或者用 bank 从题库里抽",
                     "there are no questions: write some below questions, or draw from a bank");
    } else if (count == document->own && document->bank.zones.count > 0) {
        check_report(check, "bank",
                     "题库里没有这样的题：看看 scenes/questions/ 下各文件的 zone 和错误",
                     "the bank has no such questions: see zone, and what is wrong, in the files of "
                     "scenes/questions/");
    } else if (document->draw > (int)count) {
        snprintf(zh, sizeof zh, "draw 不能超过问题的数目 %zu", count);
        snprintf(en, sizeof en, "draw must be at most %zu, the number of questions", count);
        check_report(check, "draw", zh, en);
    } else if (document->draw == 0 && count > ROUND_QUESTIONS) {
        snprintf(zh, sizeof zh, "题库里有 %zu 题：用 draw 写明每次抽几题", count);
        snprintf(en, sizeof en, "there are %zu questions: say with draw how many a visit gets",
                 count);
        check_report(check, "bank", zh, en);
    }
}

static void quiz_check(const void *self, struct document_check *check) {
    const struct quiz_document *document = self;
    question_check(&document->questions, document->own, check);
    check_count(document, check);
    result_check(&document->results, check);
}

struct quiz_state {
    struct round round;
    bool started; /* past the page that tells of the time limit */
    struct question_state question;
    struct scroll scroll; /* of the first page and of the result */
};

static const struct element_id text_id = {"text", 0};
static const struct element_id start_id = {"start", 0};
static const struct element_id check_id = {"check", 0};
static const struct element_id continue_id = {"continue", 0};

static const struct bank_question *present(const struct scene *scene) {
    const struct quiz_state *state = scene->state;
    return question_at(scene->document, (size_t)round_question(&state->round));
}

static void ask(struct scene *scene) {
    struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    const struct bank_question *question = present(scene);
    round_ask(&state->round, &scene->random, (int)question->answers.count, question_right(question),
              document->shuffle, scene->env.now);
    memset(&state->question, 0, sizeof state->question);
    memset(&state->scroll, 0, sizeof state->scroll);
}

static void begin(struct scene *scene) {
    struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    round_begin(&state->round, &scene->random, (int)document->questions.count, document->draw);
    ask(scene);
}

static void quiz_enter(struct scene *scene) {
    const struct quiz_document *document = scene->document;
    struct quiz_state *state = scene->state;
    state->started = document->time_limit == 0;
    begin(scene);
}

static void sound_verdict(const struct scene *scene) {
    const struct quiz_state *state = scene->state;
    const struct round *round = &state->round;
    scene_sound(scene, round_was_right(round, round->at) ? SOUND_RIGHT : SOUND_WRONG);
}

/* To the next question, or to the result. */
static void go_on(struct scene *scene) {
    struct quiz_state *state = scene->state;
    if (round_advance(&state->round)) {
        ask(scene);
    } else {
        scene_sound(scene, SOUND_DONE);
    }
}

static struct move quiz_tap(struct scene *scene, const struct gesture *gesture) {
    struct quiz_state *state = scene->state;
    const char *name = gesture->id.name;
    if (strcmp(name, "answer") == 0) {
        question_touched(&state->question, gesture, scene->env.now);
        if (round_choose(&state->round, gesture->id.index - 1, scene->env.now)) {
            sound_verdict(scene);
        }
    } else if (strcmp(name, check_id.name) == 0) {
        if (round_confirm(&state->round, scene->env.now)) {
            sound_verdict(scene);
        }
    } else if (strcmp(name, continue_id.name) == 0) {
        go_on(scene);
    } else if (strcmp(name, start_id.name) == 0) {
        state->started = true;
        ask(scene);
    } else {
        return result_tap(scene, gesture->id, begin);
    }
    return STAY;
}

static struct move quiz_gesture(struct scene *scene, const struct gesture *gesture) {
    struct quiz_state *state = scene->state;
    if (gesture->type == GESTURE_TAP) {
        return quiz_tap(scene, gesture);
    }
    if (state->started && state->round.phase != ROUND_OVER) {
        question_gesture(&state->question, gesture);
    } else {
        scroll_gesture(&state->scroll, gesture);
    }
    return STAY;
}

static struct move quiz_tick(struct scene *scene) {
    struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    if (state->started && round_time(&state->round, document->time_limit, scene->env.now)) {
        sound_verdict(scene);
    }
    return STAY;
}

static const float GAP = 32;

/* Where one is, how far, and how much time is left; returns the y below. */
static float draw_top(struct scene *scene, struct scene_frame *frame) {
    const struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    const struct rect content = scene->env.metrics.content;
    const struct round *round = &state->round;
    const char *place = phrase_of_two(scene, PHRASE_QUESTION, round->at + 1, round->count);
    float size = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL);
    float progress = piece_progress_width(round->count);
    float words =
        fonts_run_width(scene->env.fonts, FACE_REGULAR, size, place, strlen(place)) + 2 * size;
    bool beside = words + GAP + progress <= content.w;
    float y = piece_kicker(scene, frame, place, content.x, content.y, content.w);
    piece_progress(scene, frame, beside ? content.x + content.w - progress : content.x,
                   beside ? content.y + size * 0.7F : y + 8, round->at + 1, round->count);
    y += beside ? 0 : GAP;
    if (document->time_limit > 0) {
        if (round->phase == ROUND_ASKING) {
            piece_countdown(scene, frame, content.x, y + 8, content.w,
                            round->asked_at + document->time_limit, document->time_limit);
        }
        y += GAP;
    }
    return y;
}

static enum node_look card_state(const struct round *round, int answer) {
    bool right = (round->right_answers >> answer) & 1;
    bool chosen = (round->chosen >> answer) & 1;
    if (round->phase == ROUND_ASKING) {
        return chosen ? NODE_CHOSEN : NODE_OPEN;
    }
    return right ? NODE_RIGHT : chosen ? NODE_WRONG : NODE_PASSED;
}

static const char *card_tag(const struct scene *scene, const struct round *round, int answer,
                            enum node_look state) {
    bool chosen = (round->chosen >> answer) & 1;
    if (state < NODE_RIGHT || state == NODE_PASSED) {
        return NULL;
    }
    return phrase_in(state == NODE_WRONG ? PHRASE_NOT_THIS
                     : chosen            ? PHRASE_RIGHT
                                         : PHRASE_RIGHT_ANSWER,
                     scene->env.language);
}

static void fill_cards(const struct scene *scene, struct choice_card *cards) {
    const struct quiz_state *state = scene->state;
    const struct bank_question *question = present(scene);
    for (int i = 0; i < state->round.answers; i++) {
        int index = state->round.order[i];
        const struct question_answer *answer =
            ITEM(question->answers, struct question_answer, (size_t)index);
        enum node_look look = card_state(&state->round, index);
        cards[i] = (struct choice_card){.id = {"answer", index + 1},
                                        .words = scene_text(scene, &answer->text),
                                        .picture = answer->picture.path ? &answer->picture : NULL,
                                        .state = look,
                                        .tag = card_tag(scene, &state->round, index, look)};
    }
}

static struct verdict verdict_of(const struct scene *scene) {
    static const enum phrase headings[] = {[VERDICT_RIGHT] = PHRASE_RIGHT,
                                           [VERDICT_WRONG] = PHRASE_NOT_QUITE,
                                           [VERDICT_TIME_UP] = PHRASE_TIME_UP};
    const struct quiz_state *state = scene->state;
    const struct round *round = &state->round;
    enum verdict_type type = round_was_right(round, round->at) ? VERDICT_RIGHT
                             : round->timed_out                ? VERDICT_TIME_UP
                                                               : VERDICT_WRONG;
    return (struct verdict){.type = type,
                            .heading = phrase_in(headings[type], scene->env.language),
                            .why = scene_text(scene, &present(scene)->why),
                            .button = phrase_in(PHRASE_CONTINUE, scene->env.language),
                            .button_id = continue_id};
}

static void draw_question(struct scene *scene, struct scene_frame *frame) {
    struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    const struct bank_question *present_question = present(scene);
    const struct round *round = &state->round;
    const struct asset *picture = &present_question->picture;
    bool several = round_several(round);
    struct question question = {.words = scene_text(scene, &present_question->question),
                                .picture = picture->path ? picture : NULL,
                                .hint =
                                    several ? phrase_in(PHRASE_SEVERAL, scene->env.language) : NULL,
                                .count = round->answers,
                                .check_id = several ? check_id : (struct element_id){0},
                                .check = phrase_in(PHRASE_CHECK, scene->env.language),
                                .can_check = round->chosen != 0,
                                .decided = round->phase == ROUND_ANSWERED,
                                .decided_at = round->decided_at,
                                .verdict = verdict_of(scene)};
    fill_cards(scene, question.cards);
    question_draw(scene, frame, &state->question, &question, draw_top(scene, frame));
    if (!question.decided && frame->attention < document->time_limit) {
        frame->attention = document->time_limit;
    }
}

/* A quiz against the clock tells so before it begins. */
static void draw_start(struct scene *scene, struct scene_frame *frame) {
    struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    const char *kicker = phrase_of_two(scene, PHRASE_SECONDS_EACH, state->round.count,
                                       (int)(document->time_limit / 1000));
    struct opening opening = opening_of(scene, kicker, &document->lead);
    opening.button = phrase_in(PHRASE_START, scene->env.language);
    opening.button_id = start_id;
    opening.words_id = text_id;
    opening_draw(scene, frame, &opening, &state->scroll);
}

static void draw_result(struct scene *scene, struct scene_frame *frame) {
    struct quiz_state *state = scene->state;
    const struct quiz_document *document = scene->document;
    const struct round *round = &state->round;
    int score = round_score(round);
    const struct result result = {.kicker = phrase_of_two(scene, PHRASE_SCORE, score, round->count),
                                  .score = score,
                                  .of = round->count,
                                  .right = round->right,
                                  .words = document->results};
    result_draw(scene, frame, &result, &state->scroll);
}

static void quiz_draw(struct scene *scene, struct scene_frame *frame) {
    const struct quiz_state *state = scene->state;
    frame->content = hash_int(HASH_START, state->started);
    frame->content = hash_int(frame->content, (int)state->round.phase);
    frame->content = hash_int(frame->content, state->round.at);
    if (!state->started) {
        draw_start(scene, frame);
    } else if (state->round.phase == ROUND_OVER) {
        draw_result(scene, frame);
    } else {
        draw_question(scene, frame);
    }
}

static void quiz_describe(const void *self, const char *language, struct buffer *out) {
    const struct quiz_document *document = self;
    int count = (int)document->questions.count;
    phrase_add_count(out, PHRASE_QUESTIONS, language,
                     document->draw > 0 && document->draw < count ? document->draw : count);
}

/* Touches every answer of `set` and confirms if that must be; a picture before, if named. */
static void walk_answer(struct buffer *out, const struct bank_question *question, unsigned set,
                        const char *shot) {
    unsigned right = question_right(question);
    bool several = (right & (right - 1)) != 0;
    for (int i = 0; i < (int)question->answers.count; i++) {
        if ((set >> i) & 1) {
            buffer_printf(out, "tap answer.%d\n", i + 1);
        }
    }
    if (several && shot) {
        buffer_printf(out, "shot %s\n", shot);
    }
    buffer_add(out, several ? "tap check.0\n" : "");
    buffer_add(out, "wait 600\n");
}

static unsigned first_wrong(const struct bank_question *question) {
    unsigned right = question_right(question);
    unsigned answer = 1;
    while (right & answer) {
        answer <<= 1;
    }
    return answer;
}

/* The first question wrong, the others right; a round of one question goes round again. */
static void quiz_walk(const struct scene *scene, struct buffer *out) {
    const struct quiz_document *document = scene->document;
    const struct round *round = &((const struct quiz_state *)scene->state)->round;
    buffer_add(out, "wait 400\n");
    if (document->time_limit > 0) {
        buffer_add(out, "shot start\ntap start.0\n");
    }
    buffer_add(out, "shot question\n");
    const char *several = "several";
    for (int i = 0; i < round->count; i++) {
        const struct bank_question *question = question_at(document, round->asked[i]);
        unsigned right = question_right(question);
        walk_answer(out, question, i == 0 ? first_wrong(question) : right, i ? several : NULL);
        several = i && (right & (right - 1)) ? NULL : several;
        buffer_add(out, i == 0 ? "shot wrong\n" : i == 1 ? "shot right\n" : "");
        buffer_add(out, "tap continue.0\nwait 400\n");
    }
    buffer_add(out, "shot result\ntap again.0\nwait 400\n");
    if (document->questions.count == 1) {
        const struct bank_question *question = question_at(document, 0);
        walk_answer(out, question, question_right(question), several);
        buffer_add(out, "shot right\ntap continue.0\nwait 400\nshot result-right\ntap again.0\n");
    }
    if (document->time_limit > 0) {
        buffer_printf(out, "wait %d\nshot time-up\n", (int)document->time_limit + 600);
    }
}

const struct scene_kind quiz_kind = {
    .document = {.name = "quiz",
                 .title = {"问答", "Quiz"},
                 .help = {"观众回答几个问题，每题之后说明为什么",
                          "the visitor answers questions and learns why after each"},
                 .schema = &quiz_schema,
                 .bind = quiz_bind,
                 .check = quiz_check},
    .state_size = sizeof(struct quiz_state),
    .enter = quiz_enter,
    .gesture = quiz_gesture,
    .tick = quiz_tick,
    .draw = quiz_draw,
    .walk = quiz_walk,
    .describe = quiz_describe,
};
