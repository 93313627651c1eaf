/* Backdrops: a picture, and what is said, called or written before it. */
#include "scene/backdrop.h"

#include <math.h>

static const float MARGIN = 28; /* about what is said */
static const float PADDING = 40;
static const float INSET = 36;        /* of what scrolls, from the card's sides */
static const float SPACE = 10;        /* between a name and what it says */
static const float RISE = 40;         /* so far it comes up */
static const float CARD_SHARE = 0.8F; /* of the place's width: what is read on a screen */
static const float CARD_MOST = 820;
static const float LARGE_MOST = 0.42F; /* of the height: so much may be said in large type */
static const float SHAPE_MOST = 0.75F; /* how high it is to its width, above what is said: a higher
                                         one would lose its sides */
static const float BEHIND = 0.5F;      /* how far the picture goes back behind a screen */

const struct choice line_looks[] = {
    [LINE_SPEECH] = {"speech",
                     {"当面说的话；不写 who 就是旁白", "said in the room; told, without who"}},
    [LINE_CALL] = {"call", {"电话里说的话", "said on the phone"}},
    [LINE_TEXT] = {"text", {"短信", "a text message"}},
    [LINE_CHAT] = {"chat", {"聊天", "a chat"}},
    [LINE_NOTIFICATION] = {"notification", {"手机弹出的通知", "a notification on a phone"}},
    [LINE_MAIL] = {"mail", {"邮件", "a mail"}},
    [LINE_PAGE] = {"page", {"网页", "a web page"}},
    {0},
};

static const enum message_look messages[] = {[LINE_SPEECH] = MESSAGE_PLAIN,
                                             [LINE_CALL] = MESSAGE_PLAIN,
                                             [LINE_TEXT] = MESSAGE_TEXT,
                                             [LINE_CHAT] = MESSAGE_CHAT,
                                             [LINE_MAIL] = MESSAGE_MAIL,
                                             [LINE_PAGE] = MESSAGE_PAGE,
                                             [LINE_NOTIFICATION] = MESSAGE_NOTIFICATION};

/* What is said, and by whom. */
struct speech {
    const struct text_block *who, *words;
    float height;
};

static struct speech speech_of(struct scene *scene, const struct line *line, enum type_role role,
                               float width) {
    const struct palette *palette = &scene->env.palette;
    const char *name = line->look == LINE_CALL ? "" : line->who;
    float room = width - 2 * PADDING;
    struct speech speech = {
        piece_block(scene, TYPE_LABEL, palette->light, FACE_BOLD, name, room),
        piece_block(scene, role, palette->text, FACE_REGULAR, line->words, room), 2 * PADDING};
    speech.height += speech.who ? text_block_height(speech.who) + SPACE : 0;
    speech.height += speech.words ? text_block_height(speech.words) : 0;
    return speech;
}

static void draw_paper(struct scene *scene, struct scene_frame *frame, struct rect card,
                       struct colour paper) {
    struct rect below = {card.x, card.y + 12, card.w, card.h};
    draw_shadow(frame->draw, below, CARD_RADIUS, 32, scene->env.palette.shadow);
    draw_fill(frame->draw, card, CARD_RADIUS, paper);
    if (scene->env.metrics.contrast) {
        draw_stroke(frame->draw, card, CARD_RADIUS, 3, scene->env.palette.line);
    }
}

/* Two dots that lead up to whoever speaks. */
static void draw_tail(struct scene *scene, struct scene_frame *frame, struct rect card) {
    const struct colour surface = scene->env.palette.surface;
    draw_dot(frame->draw, card.x + 2.2F * PADDING, card.y - 18, 13, surface);
    draw_dot(frame->draw, card.x + 2.8F * PADDING, card.y - 44, 8, surface);
}

static const char *spoken(const struct scene *scene, const struct line *line) {
    bool screen = messages[line->look] != MESSAGE_PLAIN;
    return arena_printf(scene->env.frame, "%s %s %s %s", line->who, screen ? line->title : "",
                        line->words, screen ? line->link : "");
}

/* The window in which a card's inside scrolls: within its round corners. */
static struct rect window_of(struct rect card) {
    return (struct rect){card.x + INSET, card.y + INSET / 2, card.w - 2 * INSET, card.h - INSET};
}

static bool scrolls(struct rect card, float height) {
    return height > card.h + 0.5F;
}

/* Opens a line's card, which scrolls if its inside is higher; returns the y where that begins. */
static float begin_card(struct scene *scene, struct scene_frame *frame,
                        const struct backdrop *backdrop, struct rect card, float height,
                        struct colour paper) {
    backdrop->scroll->over = paper;
    if (scrolls(card, height)) {
        draw_clip(frame->draw, card);
        return scroll_begin(backdrop->scroll, scene, frame, backdrop->id, window_of(card)) -
               INSET / 2;
    }
    *backdrop->scroll = (struct scroll){0};
    elements_add(frame->elements, (struct element){.id = backdrop->id,
                                                   .rect = card,
                                                   .role = ROLE_PICTURE,
                                                   .label = spoken(scene, backdrop->line)});
    return card.y;
}

static void end_card(struct scene *scene, struct scene_frame *frame,
                     const struct backdrop *backdrop, struct rect card, float height) {
    if (scrolls(card, height)) {
        scroll_end(backdrop->scroll, scene, frame, window_of(card), height - INSET);
        draw_clip_end(frame->draw);
    }
}

/* Who is on the phone, in the upper left: head and shoulders, the name, and that it is a call. */
struct caller {
    const struct text_block *who, *what;
    float radius;
    struct rect card;
};

static struct caller caller_of(struct scene *scene, const struct line *line, struct rect place) {
    const struct palette *palette = &scene->env.palette;
    struct caller caller = {
        .radius = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL) * 1.5F};
    float beside = 3 * PADDING + 2 * caller.radius;
    float room = place.w - 2 * MARGIN - beside;
    const char *call = phrase_in(PHRASE_ON_CALL, scene->env.language);
    caller.who = piece_block(scene, TYPE_LEAD, palette->text, FACE_BOLD, line->who, room);
    caller.what = piece_block(scene, TYPE_LABEL, palette->light, FACE_REGULAR, call, room);
    float who = caller.who ? text_block_width(caller.who) : 0;
    float high = text_block_height(caller.what) + (caller.who ? text_block_height(caller.who) : 0);
    caller.card = (struct rect){place.x + MARGIN, place.y + MARGIN,
                                fmaxf(who, text_block_width(caller.what)) + beside,
                                fmaxf(high, 2 * caller.radius) + PADDING};
    return caller;
}

static void draw_caller(struct scene *scene, struct scene_frame *frame,
                        const struct caller *caller) {
    struct rect card = caller->card;
    float name = caller->who ? text_block_height(caller->who) : 0;
    float x = card.x + 2 * PADDING + 2 * caller->radius;
    float y = card.y + (card.h - name - text_block_height(caller->what)) / 2;
    draw_paper(scene, frame, card, scene->env.palette.surface);
    message_avatar(scene, frame,
                   (struct point){card.x + PADDING + caller->radius, card.y + card.h / 2},
                   caller->radius);
    if (caller->who) {
        text_draw(frame->draw, caller->who, x, y);
    }
    text_draw(frame->draw, caller->what, x, y + name);
}

/* Speech lies along the lower edge, where the picture is made for it. */
static void draw_speech(struct scene *scene, struct scene_frame *frame,
                        const struct backdrop *backdrop, struct rect place) {
    const struct line *line = backdrop->line;
    float width = place.w - 2 * MARGIN;
    struct speech speech = speech_of(scene, line, TYPE_LEAD, width);
    if (speech.height > place.h * LARGE_MOST) {
        speech = speech_of(scene, line, TYPE_BODY, width);
    }
    float most = place.h - 2 * MARGIN;
    if (line->look == LINE_CALL) {
        struct caller caller = caller_of(scene, line, place);
        draw_caller(scene, frame, &caller);
        most -= caller.card.h + MARGIN;
    }
    float height = fminf(speech.height, most);
    bool inside = place.h <= place.w * SHAPE_MOST;
    struct rect card = {place.x + MARGIN, place.y + place.h - height - (inside ? MARGIN : 0), width,
                        height};
    card.y += RISE * (1 - backdrop->come);
    draw_paper(scene, frame, card, scene->env.palette.surface);
    if (*line->who && line->look == LINE_SPEECH) {
        draw_tail(scene, frame, card);
    }
    float y = begin_card(scene, frame, backdrop, card, speech.height, scene->env.palette.surface) +
              PADDING;
    frame_reading(frame, line->words);
    if (speech.who) {
        text_draw(frame->draw, speech.who, card.x + PADDING, y);
        y += text_block_height(speech.who) + SPACE;
    }
    if (speech.words) {
        text_draw(frame->draw, speech.words, card.x + PADDING, y);
    }
    end_card(scene, frame, backdrop, card, speech.height);
}

/* What is on a screen lies in the middle, and the picture goes back. */
static void draw_screen(struct scene *scene, struct scene_frame *frame,
                        const struct backdrop *backdrop, struct rect place) {
    const struct line *line = backdrop->line;
    struct message message = {.look = messages[line->look],
                              .parts = {line->who, line->title, line->words, line->link},
                              .marked = -1,
                              .large = true};
    float width = fminf(place.w * CARD_SHARE, CARD_MOST);
    float most = place.h - 2 * MARGIN;
    message.large = message_height(scene, &message, width) <= most;
    float inside = message_height(scene, &message, width);
    float height = fminf(inside, most);
    struct colour paper = message_paper(scene, &message);
    struct rect card = {place.x + (place.w - width) / 2, place.y + (place.h - height) / 2, width,
                        height};
    card.y += RISE * (1 - backdrop->come);
    draw_paper(scene, frame, card, paper);
    float y = begin_card(scene, frame, backdrop, card, inside, paper);
    message_draw(scene, frame, &message, (struct rect){card.x, y, width, inside});
    end_card(scene, frame, backdrop, card, inside);
}

void backdrop_draw(struct scene *scene, struct scene_frame *frame, const struct backdrop *backdrop,
                   struct rect place) {
    const struct line *line = backdrop->line;
    bool screen = line && messages[line->look] != MESSAGE_PLAIN;
    struct rect picture = place;
    if (line && !screen) {
        picture.h = fminf(place.h, place.w * SHAPE_MOST);
    }
    draw_fill(frame->draw, picture, CARD_RADIUS, scene->env.palette.surface);
    if (backdrop->picture && backdrop->picture->path) {
        draw_image(frame->draw, backdrop->picture->path, picture, FIT_COVER, CARD_RADIUS,
                   screen ? 1 - BEHIND : 1);
    }
    if (screen) {
        draw_screen(scene, frame, backdrop, place);
    } else if (line) {
        draw_speech(scene, frame, backdrop, place);
    }
}
