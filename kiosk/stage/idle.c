/* Idle: after a while without a touch the stage asks "still there?", and then begins anew. */
#include "base/hash.h"
#include "scene/countdown.h"
#include "scene/pieces.h"
#include "stage/inside.h"

#include <math.h>

enum {
    ASKING_MILLIS = 20000,
    SEEN_MOST = 256, /* contents between two touches; a loop longer than this waits no more */
};

static const char QUESTION[] = "still-there";
static const char HERE[] = "stay";

void idle_clear(struct idle *idle) {
    LIST_FINISH(&idle->seen);
    *idle = (struct idle){0};
}

static bool was_seen(const struct idle *idle, uint64_t content) {
    for (size_t i = 0; i < idle->seen.count; i++) {
        if (idle->seen.items[i] == content) {
            return true;
        }
    }
    return idle->seen.count >= SEEN_MOST;
}

void idle_touched(struct stage *stage) {
    struct idle *idle = &stage->idle;
    idle->visitor = true;
    idle->touched = stage->now;
    idle->until = stage->now;
    idle->content = 0;
    LIST_CLEAR(&idle->seen);
}

void idle_note(struct stage *stage, const struct scene_frame *frame) {
    struct idle *idle = &stage->idle;
    if (!idle->visitor || idle->asking) {
        return;
    }
    uint64_t content = hash_bytes(HASH_START, &frame->content, sizeof frame->content);
    content = hash_string(content, stage->scene.entry->id);
    if (content != idle->content) {
        idle->content = content;
        idle->since = stage->now;
        idle->counts = !was_seen(idle, content);
        if (idle->counts) {
            LIST_PUSH(&idle->seen, content);
        }
    }
    /* A film may say only after a while how long it is. */
    millis until = idle->since + frame->attention;
    if (idle->counts && until > idle->until) {
        idle->until = until;
    }
}

/* When it is asked. */
static millis question_due(const struct stage *stage) {
    const struct idle *idle = &stage->idle;
    millis due = idle->touched + stage->setup.settings->idle;
    return due > idle->until ? due : idle->until;
}

/* The attract loop waits for nobody. */
static bool counts(const struct stage *stage) {
    return stage->idle.visitor && !current_is_fullscreen(stage);
}

millis idle_due(const struct stage *stage) {
    if (!counts(stage)) {
        return -1;
    }
    return stage->idle.asking ? stage->idle.asked + ASKING_MILLIS : question_due(stage);
}

static void ask(struct stage *stage) {
    struct idle *idle = &stage->idle;
    idle->asking = true;
    idle->asked = stage->now;
    idle->focused = stage->focus.id;
    gestures_cancel(&stage->gestures);
}

void idle_pass(struct stage *stage) {
    millis due = idle_due(stage);
    if (due < 0 || stage->now < due) {
        return;
    }
    if (stage->idle.asking) {
        visit_end(stage);
    } else {
        ask(stage);
    }
}

void idle_stay(struct stage *stage) {
    stage->idle.asking = false;
    stage->focus.id = stage->idle.focused;
    idle_touched(stage);
}

/* The parts of the card, laid out. */
struct question {
    const struct text_block *title, *words, *number;
    struct point button;
    float width, height;
};

static const float PADDING = 64;
static const float GAP = 32;
static const float DOTS = 24;

static int seconds_left(const struct stage *stage) {
    millis left = stage->idle.asked + ASKING_MILLIS - stage->now;
    return (int)((left + 999) / 1000);
}

static struct question lay_out(struct stage *stage) {
    struct scene *scene = &stage->scene;
    struct fonts *fonts = stage->setup.fonts;
    const struct palette *palette = &stage->palette;
    const struct metrics *metrics = &stage->metrics;
    struct question question = {0};
    struct text_style title = piece_style(scene, TYPE_TITLE, palette->text);
    struct text_style words = piece_style(scene, TYPE_LEAD, palette->soft);
    struct text_style number = piece_style(scene, TYPE_FIGURE, palette->light);
    float em = metrics_type(metrics, stage->setup.theme, TYPE_LEAD);
    question.width = fminf(em * 18 + 2 * PADDING, metrics->width - 2 * metrics->margin);
    float inner = question.width - 2 * PADDING;
    question.title =
        text_layout(fonts, &title, phrase_in(PHRASE_STILL_THERE, stage->language), inner);
    question.words =
        text_layout(fonts, &words, phrase_in(PHRASE_STILL_WORDS, stage->language), inner);
    question.number =
        text_layout(fonts, &number, arena_printf(&stage->arena, "%d", seconds_left(stage)), inner);
    question.button =
        piece_button_size(scene, BUTTON_PRIMARY, phrase_in(PHRASE_STILL_HERE, stage->language));
    question.height = 2 * PADDING + text_block_height(question.title) + GAP +
                      text_block_height(question.words) + GAP + DOTS + GAP +
                      fmaxf(text_block_height(question.number), question.button.y);
    return question;
}

/* The number ticks at every whole second that is left. */
static void wake_for_number(struct stage *stage, struct scene_frame *frame) {
    millis left = stage->idle.asked + ASKING_MILLIS - stage->now;
    millis next = stage->now + (left - 1) % 1000 + 1;
    frame_wake(frame, next - stage->visit);
}

static void draw_question(struct stage *stage, struct scene_frame *frame,
                          const struct question *question, struct rect card) {
    float x = card.x + PADDING;
    float y = card.y + PADDING;
    text_draw(&stage->list, question->title, x, y);
    y += text_block_height(question->title) + GAP;
    text_draw(&stage->list, question->words, x, y);
    y += text_block_height(question->words) + GAP;
    piece_countdown(&stage->scene, frame, x, y + DOTS / 2, card.w - 2 * PADDING,
                    stage->idle.asked + ASKING_MILLIS - stage->visit, ASKING_MILLIS);
    y += DOTS + GAP;
    float row = fmaxf(text_block_height(question->number), question->button.y);
    text_draw(&stage->list, question->number, x,
              y + (row - text_block_height(question->number)) / 2);
    (void)piece_button(&stage->scene, frame, (struct element_id){HERE, 0},
                       card.x + card.w - PADDING - question->button.x,
                       y + (row - question->button.y) / 2, BUTTON_PRIMARY,
                       phrase_in(PHRASE_STILL_HERE, stage->language));
}

void idle_draw(struct stage *stage, struct scene_frame *frame) {
    if (!stage->idle.asking) {
        return;
    }
    const struct metrics *metrics = &stage->metrics;
    struct rect screen = {0, 0, metrics->width, metrics->height};
    draw_fill(&stage->list, screen, 0, stage->palette.scrim);
    elements_add(&stage->elements,
                 (struct element){.id = {QUESTION, 0},
                                  .rect = screen,
                                  .role = ROLE_PICTURE,
                                  .flags = ELEMENT_MODAL | ELEMENT_NO_FOCUS,
                                  .label = phrase_in(PHRASE_STILL_THERE, stage->language)});
    struct question question = lay_out(stage);
    struct rect area = metrics->area;
    struct rect card = {(metrics->width - question.width) / 2,
                        area.y + fmaxf(area.h - question.height, 0) / 2, question.width,
                        question.height};
    draw_shadow(&stage->list, (struct rect){card.x, card.y + 12, card.w, card.h}, CARD_RADIUS, 40,
                stage->palette.shadow);
    draw_fill(&stage->list, card, CARD_RADIUS, stage->palette.surface);
    draw_question(stage, frame, &question, card);
    wake_for_number(stage, frame);
}
