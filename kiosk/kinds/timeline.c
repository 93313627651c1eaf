/* The timeline: a walk through time by dragging, past cards that open when they come to the middle.
 */
#include "base/hash.h"
#include "content/check.h"
#include "scene/activity.h"
#include "scene/panel.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { EVENTS_MOST = 40 };

struct timeline_event {
    struct text when, title, words;
};

struct timeline_era {
    int from; /* the number of its first event, from 1 */
    struct text label;
};

struct timeline_document {
    struct text lead;
    struct items eras;   /* struct timeline_era */
    struct items events; /* struct timeline_event, the earliest first */
};

static const struct schema_row event_rows[] = {
    ROW_TEXT(struct timeline_event, when, .required = true, .max = 16, .example = "1994",
             .help = {"什么时候，写年份或日期", "when: a year or a date"}),
    ROW_TEXT(struct timeline_event, title, .required = true, .max = 48,
             .example = "{zh: 中国接入互联网, en: China joins the internet}",
             .help = {"卡片上的话", "what stands on its card"}),
    ROW_TEXT(struct timeline_event, words, .required = true, .max = 240,
             .example = "{zh: 从这一天起。, en: From this day on.}",
             .help = {"走到它面前读到的话", "what is read when one stands before it"}),
    ROW_END,
};
static const struct schema event_schema = {"timeline.event", sizeof(struct timeline_event),
                                           event_rows};

static const struct schema_row era_rows[] = {
    ROW_INTEGER(struct timeline_era, from, .required = true, .min = 1, .max = EVENTS_MOST,
                .example = "1",
                .help = {"从第几件事开始，从 1 数起", "the event it begins with, counted from 1"}),
    ROW_TEXT(struct timeline_era, label, .required = true, .max = 24,
             .example = "{zh: 起步, en: Beginnings}",
             .help = {"这段时期的名字", "what this time is called"}),
    ROW_END,
};
static const struct schema era_schema = {"timeline.era", sizeof(struct timeline_era), era_rows};

static const struct schema_row timeline_rows[] = {
    ROW_TEXT(struct timeline_document, lead, .max = 120,
             .example = "{zh: 左右拖动，从头走到今天。, en: Drag from the first day to now.}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(
        struct timeline_document, eras, &era_schema, .max = 8,
        .help = {"时期，从早到晚，第一段从 1 起", "eras from early to late, the first from 1"}),
    ROW_LIST(struct timeline_document, events, &event_schema, .required = true, .min = 2,
             .max = EVENTS_MOST,
             .help = {"二到四十件事，从早到晚", "two to forty events, the earliest first"}),
    ROW_END,
};
static const struct schema timeline_schema = {"timeline", sizeof(struct timeline_document),
                                              timeline_rows};

static const struct timeline_event *event_at(const struct timeline_document *document, int event) {
    return ITEM(document->events, struct timeline_event, (size_t)event);
}

static const struct timeline_era *era_at(const struct timeline_document *document, int era) {
    return ITEM(document->eras, struct timeline_era, (size_t)era);
}

static void timeline_check(const void *self, struct document_check *check) {
    const struct timeline_document *document = self;
    for (int i = 0; i < (int)document->eras.count; i++) {
        int from = era_at(document, i)->from;
        int least = i > 0 ? era_at(document, i - 1)->from + 1 : 1;
        bool late = from > (int)document->events.count;
        if (from < least || late || (i == 0 && from != 1)) {
            char path[64];
            (void)snprintf(path, sizeof path, "eras.%d.from", i);
            check_report(check, path, "时期要从早到晚，第一段从 1 起，不超过事件的数目",
                         "eras stand from early to late, the first from 1, none after the events");
        }
    }
}

/* Where one stands, in events: on the way from one to another. */
struct timeline_state {
    float from, to;
    millis since, span;
    bool dragged; /* a finger holds it: it stands at `to` */
    float pitch;  /* from one event to the next, as last drawn */
    struct scroll words;
};

static const struct element_id track_id = {"timeline", 0};
static const struct element_id words_id = {"text", 0};
static const struct element_id next_id = {"next", 0};
static const char EVENT[] = "event";

static const millis GLIDES = 320;
static const millis COASTS = 700;

static int event_count(const struct scene *scene) {
    return (int)((const struct timeline_document *)scene->document)->events.count;
}

static float stands_at(const struct scene *scene) {
    const struct timeline_state *state = scene->state;
    float moved = state->span > 0 ? ease_out(scene->env.now - state->since, state->span) : 1;
    return state->from + (state->to - state->from) * moved;
}

/* Sets out for a place, not beyond the ends. */
static void set_out(struct scene *scene, float to, millis span) {
    struct timeline_state *state = scene->state;
    float last = (float)(event_count(scene) - 1);
    state->from = stands_at(scene);
    state->to = fminf(fmaxf(to, 0), last);
    state->since = scene->env.now;
    state->span = span;
}

static int nearest(const struct scene *scene) {
    return (int)lroundf(stands_at(scene));
}

/* What is read belongs to where the way leads, so that it does not flicker past. */
static int spoken_of(const struct scene *scene) {
    const struct timeline_state *state = scene->state;
    return state->dragged ? nearest(scene) : (int)lroundf(state->to);
}

static void drag(struct scene *scene, const struct gesture *gesture) {
    struct timeline_state *state = scene->state;
    bool ends = gesture->type == GESTURE_DRAG_END;
    if (state->pitch <= 0) {
        return;
    }
    if (ends) {
        float coasted = inertia_distance(gesture->vx, COASTS) / state->pitch;
        set_out(scene, roundf(stands_at(scene) - coasted), COASTS);
    } else {
        set_out(scene, stands_at(scene) - gesture->dx / state->pitch, 0);
    }
    state->dragged = !ends;
}

static struct move timeline_gesture(struct scene *scene, const struct gesture *gesture) {
    struct timeline_state *state = scene->state;
    int before = spoken_of(scene);
    bool on_track = element_id_equal(gesture->id, track_id);
    bool tap = gesture->type == GESTURE_TAP;
    if (tap && strcmp(gesture->id.name, EVENT) == 0) {
        set_out(scene, (float)(gesture->id.index - 1), GLIDES);
    } else if (tap && element_id_equal(gesture->id, next_id)) {
        return (struct move){.type = MOVE_NEXT};
    } else if (on_track && gesture->type == GESTURE_STEP) {
        set_out(scene, roundf(state->to) + gesture->dx, GLIDES);
    } else if (on_track && (gesture->type == GESTURE_DRAG || gesture->type == GESTURE_DRAG_END)) {
        drag(scene, gesture);
    } else if (element_id_equal(gesture->id, words_id)) {
        scroll_gesture(&state->words, gesture);
    }
    if (spoken_of(scene) != before) {
        state->words = (struct scroll){0};
    }
    return STAY;
}

static const float GAP = 28;
static const float CARD_EMS = 9.5F;    /* a card is so many ems of the body's type wide */
static const float CARDS_MOST = 0.45F; /* of the height */
static const float BAND = 10;
static const float DOT = 14;

enum { TITLE_LINES = 3 };

/* Where everything lies on this screen. */
struct board {
    struct rect track, panel;
    float pitch, card_height, line; /* line: the y of the line with the dots */
    int lines;                      /* of a card's title at most */
};

static const struct text_block *when_block(struct scene *scene, int event, float width) {
    struct text_style style = piece_style(scene, TYPE_HEADING, scene->env.palette.light);
    style.max_lines = 1;
    return text_layout(scene->env.fonts, &style,
                       scene_text(scene, &event_at(scene->document, event)->when), width);
}

static const struct text_block *title_block(struct scene *scene, int event, int lines,
                                            float width) {
    struct text_style style = piece_style(scene, TYPE_BODY, scene->env.palette.text);
    style.line_height = 1.35F;
    style.max_lines = lines;
    return text_layout(scene->env.fonts, &style,
                       scene_text(scene, &event_at(scene->document, event)->title), width);
}

/* How high a card with so many lines of title is, whichever event it is of. */
static float card_height(struct scene *scene, const struct board *board) {
    const struct metrics *metrics = &scene->env.metrics;
    float when = metrics_type(metrics, scene->env.theme, TYPE_HEADING) * 1.5F;
    float line = metrics_type(metrics, scene->env.theme, TYPE_BODY) * 1.35F;
    return 2 * GAP + when + line * (float)board->lines;
}

/* The track with its cards, the line and the eras' names; the panel has the rest. */
static struct board lay_out(struct scene *scene, float y) {
    const struct metrics *metrics = &scene->env.metrics;
    const struct rect content = metrics->content;
    float bottom = content.y + content.h;
    float label = metrics_type(metrics, scene->env.theme, TYPE_LABEL);
    struct board board = {.lines = TITLE_LINES,
                          .pitch =
                              CARD_EMS * metrics_type(metrics, scene->env.theme, TYPE_BODY) + GAP};
    while (board.lines > 1 && card_height(scene, &board) > (bottom - y) * CARDS_MOST) {
        board.lines--;
    }
    board.card_height = card_height(scene, &board);
    board.line = y + board.card_height + GAP + DOT;
    board.track =
        (struct rect){metrics->area.x, y, metrics->area.w, board.line + DOT + 2 * label - y};
    float panel = board.track.y + board.track.h + GAP / 2;
    board.panel = (struct rect){content.x, panel, content.w, bottom - panel};
    return board;
}

/* The bands of the eras, each with its name at its beginning, or at the screen's edge once that has
   gone by. */
static void draw_eras(struct scene *scene, struct scene_frame *frame, const struct board *board,
                      float first_x) {
    const struct timeline_document *document = scene->document;
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, TYPE_LABEL, palette->soft);
    style.max_lines = 1;
    float edge = scene->env.metrics.content.x;
    for (int i = 0; i < (int)document->eras.count; i++) {
        bool last = i + 1 == (int)document->eras.count;
        int from = era_at(document, i)->from - 1;
        int to = last ? event_count(scene) : era_at(document, i + 1)->from - 1;
        float x = first_x + board->pitch * ((float)from - 0.5F) + GAP / 2;
        float end = first_x + board->pitch * ((float)to - 0.5F) - GAP / 2;
        struct colour colour =
            i % 2 ? colour_mix(palette->line, palette->light, 0.5F) : palette->light;
        draw_fill(frame->draw, (struct rect){x, board->line - BAND / 2, end - x, BAND}, BAND / 2,
                  colour);
        const char *label = scene_text(scene, &era_at(document, i)->label);
        const struct text_block *words =
            text_layout(scene->env.fonts, &style, label, fmaxf(end - x, style.size));
        float at = fminf(fmaxf(x, edge), end - text_block_width(words));
        text_draw(frame->draw, words, at, board->line + DOT + 8);
    }
}

static void draw_card(struct scene *scene, struct scene_frame *frame, const struct board *board,
                      int event, struct rect rect) {
    const struct timeline_event *words = event_at(scene->document, event);
    const char *spoken = arena_printf(scene->env.frame, "%s %s", scene_text(scene, &words->when),
                                      scene_text(scene, &words->title));
    struct rect card =
        piece_card(scene, frame, (struct element_id){EVENT, event + 1}, rect, ROLE_CHOICE, spoken);
    if (event == spoken_of(scene)) {
        draw_stroke(frame->draw, card, CARD_RADIUS, 4, scene->env.palette.light);
    }
    float width = rect.w - 2 * GAP;
    const struct text_block *when = when_block(scene, event, width);
    text_draw(frame->draw, when, card.x + GAP, card.y + GAP);
    text_draw(frame->draw, title_block(scene, event, board->lines, width), card.x + GAP,
              card.y + GAP + text_block_height(when));
}

static void draw_events(struct scene *scene, struct scene_frame *frame, const struct board *board,
                        float first_x) {
    const struct palette *palette = &scene->env.palette;
    int lit = spoken_of(scene);
    float width = board->pitch - GAP;
    for (int i = 0; i < event_count(scene); i++) {
        float x = first_x + board->pitch * (float)i;
        draw_dot(frame->draw, x, board->line, DOT + 4, palette->ground);
        draw_dot(frame->draw, x, board->line, i == lit ? DOT : DOT * 0.6F,
                 i == lit ? palette->light : palette->soft);
        struct rect card = {x - width / 2, board->track.y, width, board->card_height};
        if (card.x < board->track.x + board->track.w && card.x + card.w > board->track.x) {
            draw_card(scene, frame, board, i, card);
        }
    }
}

static void draw_track(struct scene *scene, struct scene_frame *frame, const struct board *board) {
    struct timeline_state *state = scene->state;
    const struct timeline_event *event = event_at(scene->document, spoken_of(scene));
    float first_x = board->track.x + board->track.w / 2 - board->pitch * stands_at(scene);
    state->pitch = board->pitch;
    if (state->span > 0 && scene->env.now < state->since + state->span) {
        frame_wake(frame, scene->env.now);
    }
    elements_add(frame->elements, (struct element){.id = track_id,
                                                   .rect = board->track,
                                                   .role = ROLE_SLIDER,
                                                   .flags = ELEMENT_DRAG_X,
                                                   .label = scene_text(scene, &event->title)});
    draw_line(frame->draw, board->track.x, board->line, board->track.x + board->track.w,
              board->line, 3, scene->env.palette.line);
    draw_eras(scene, frame, board, first_x);
    draw_events(scene, frame, board, first_x);
}

static void timeline_draw(struct scene *scene, struct scene_frame *frame) {
    struct timeline_state *state = scene->state;
    const struct timeline_document *document = scene->document;
    const struct palette *palette = &scene->env.palette;
    struct activity place = activity_fit(scene, &document->lead, 0);
    float y = (place.below ? piece_header_at : piece_header_beside)(
        scene, frame, place.title, place.lead, scene->env.metrics.content.y);
    struct board board = lay_out(scene, y);
    draw_track(scene, frame, &board);
    const struct timeline_event *event = event_at(document, spoken_of(scene));
    const struct panel_button next = {.id = next_id,
                                      .label = phrase_in(PHRASE_CONTINUE, scene->env.language)};
    const struct paragraph said = {scene_text(scene, &event->words),
                                   scene->env.metrics.large ? TYPE_BODY : TYPE_LEAD, palette->text};
    panel_reading(scene, frame, &said, 1, &state->words, words_id, &next, true, board.panel);
    frame->content = hash_int(HASH_START, spoken_of(scene));
}

static void timeline_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_EVENTS, language,
                     (int)((const struct timeline_document *)self)->events.count);
}

static void timeline_walk(const struct scene *scene, struct buffer *out) {
    buffer_add(out, "wait 400\nshot first\ndrag timeline.0 -300 0\nwait 1200\nshot dragged\n"
                    "key next\n");
    for (int i = 0; i < event_count(scene); i++) {
        buffer_add(out, "key right\n");
    }
    buffer_add(out, "wait 600\nshot last\n");
}

const struct scene_kind timeline_kind = {
    .document = {.name = "timeline",
                 .title = {"时间轴", "Timeline"},
                 .help = {"观众左右拖动，在时间里走一趟",
                          "the visitor drags through time, past cards that open"},
                 .schema = &timeline_schema,
                 .check = timeline_check},
    .state_size = sizeof(struct timeline_state),
    .gesture = timeline_gesture,
    .draw = timeline_draw,
    .walk = timeline_walk,
    .describe = timeline_describe,
};
