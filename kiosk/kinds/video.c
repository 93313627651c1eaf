/* The video: a film with its poster, controls and captions, and what comes after it. */
#include "base/hash.h"
#include "media/captions.h"
#include "scene/captions_box.h"
#include "scene/countdown.h"
#include "scene/film_controls.h"
#include "scene/icon_button.h"
#include "scene/leads_on.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct video_document {
    struct asset video;
    struct asset poster;
    struct text words;
    bool loop;
};

static const struct schema_row video_rows[] = {
    ROW_VIDEO(struct video_document, video, .required = true,
              .example = "assets/video/passwords.mp4",
              .help = {"影片；字幕放在旁边，叫 名字.zh.vtt、名字.en.vtt 或 .srt",
                       "the film; captions lie beside it as NAME.zh.vtt, NAME.en.vtt or .srt"}),
    ROW_IMAGE(struct video_document, poster, .required = true,
              .example = "assets/video/passwords.png",
              .help = {"影片出现之前的画面", "what is seen before the film"}),
    ROW_TEXT(struct video_document, words, .max = 600,
             .example = "{zh: 长密码比复杂的密码好。, en: Long passwords beat complicated ones.}",
             .help = {"影片说的是什么；影片放不了时显示",
                      "what the film says, in words; shown when it cannot be played"}),
    ROW_BOOLEAN(struct video_document, loop, .fallback = "no",
                .help = {"是否循环播放", "whether it starts again at its end"}),
    ROW_END,
};
static const struct schema video_schema = {"video", sizeof(struct video_document), video_rows};

enum { CONTROLS_MS = 3000, FADE_MS = 240, GO_ON_MS = 8000, LANGUAGE_BYTES = 16 };

struct video_state {
    struct film_controls controls;
    struct scroll scroll;      /* of the words that stand in for the film */
    struct captions *captions; /* in `captions_language`; NULL: there are none */
    char captions_language[LANGUAGE_BYTES];
    millis touched_at; /* the controls were wanted then */
    millis ended_at;
    millis go_on; /* so long after the end the next scene comes by itself */
    bool ended;
    bool held;   /* a touch after the end: it does not go on by itself */
    bool unseen; /* the finger that is down found no controls: it only brings them */
};

static const struct element_id picture_id = {"picture", 0};
static const struct element_id resume_id = {"resume", 0};
static const struct element_id again_id = {"again", 0};
static const struct element_id next_id = {"next", 0};
static const struct element_id text_id = {"text", 0};

/* Reads NAME.LANGUAGE.vtt or .srt beside the film, once a language. */
static void read_captions(struct scene *scene) {
    static const char *const endings[] = {"vtt", "srt"};
    struct video_state *state = scene->state;
    const struct video_document *document = scene->document;
    if (strncmp(state->captions_language, scene->env.language, LANGUAGE_BYTES - 1) == 0) {
        return;
    }
    captions_destroy(state->captions);
    state->captions = NULL;
    snprintf(state->captions_language, sizeof state->captions_language, "%s", scene->env.language);
    const char *dot = strrchr(document->video.path, '.');
    int stem = dot ? (int)(dot - document->video.path) : (int)strlen(document->video.path);
    for (int i = 0; i < 2 && !state->captions; i++) {
        const char *path = arena_printf(scene->env.frame, "%.*s.%s.%s", stem, document->video.path,
                                        scene->env.language, endings[i]);
        state->captions = captions_read(path);
    }
}

static void video_enter(struct scene *scene) {
    struct video_state *state = scene->state;
    const struct video_document *document = scene->document;
    const struct player *player = scene->env.player;
    state->touched_at = scene->env.now;
    if (player) {
        player->open(player->self, document->video.path, document->loop);
    }
    read_captions(scene);
}

static void video_leave(struct scene *scene) {
    struct video_state *state = scene->state;
    const struct player *player = scene->env.player;
    captions_destroy(state->captions);
    state->captions = NULL;
    if (player) {
        player->close(player->self);
    }
}

/* The first tap on a playing film shows what can be done; the next one pauses it. */
static void tap_picture(struct scene *scene) {
    struct video_state *state = scene->state;
    enum player_status status = film_facts(scene).status;
    if (status == PLAYER_PAUSED || (status == PLAYER_PLAYING && !state->unseen)) {
        film_toggle(scene);
    }
    state->unseen = false;
}

static bool controls_seen(const struct scene *scene) {
    const struct video_state *state = scene->state;
    return scene->env.metrics.upright || scene->env.now - state->touched_at < CONTROLS_MS;
}

static struct move video_gesture(struct scene *scene, const struct gesture *gesture) {
    struct video_state *state = scene->state;
    const char *name = gesture->id.name;
    state->held = state->ended;
    if (gesture->type == GESTURE_PRESS) {
        state->unseen = !controls_seen(scene);
    }
    state->touched_at = scene->env.now;
    if (film_controls_gesture(scene, &state->controls, gesture)) {
        return STAY;
    }
    if (strcmp(name, text_id.name) == 0) {
        scroll_gesture(&state->scroll, gesture);
    } else if (gesture->type != GESTURE_TAP) {
        return STAY;
    } else if (strcmp(name, next_id.name) == 0) {
        return (struct move){.type = MOVE_NEXT};
    } else if (strcmp(name, again_id.name) == 0) {
        film_replay(scene);
    } else if (strcmp(name, resume_id.name) == 0) {
        film_toggle(scene);
    } else if (strcmp(name, picture_id.name) == 0) {
        tap_picture(scene);
    }
    return STAY;
}

extern const struct scene_kind video_kind;

/* The film that comes next is made ready while the visitor sees that it comes. */
static void make_next_ready(struct scene *scene) {
    const struct player *player = scene->env.player;
    const struct hall_scene *next = hall_scene_after(scene->env.hall, scene->entry);
    if (player && next && next->kind == &video_kind.document) {
        const struct video_document *film = next->document;
        player->preroll(player->self, film->video.path);
    }
}

static struct move video_tick(struct scene *scene) {
    struct video_state *state = scene->state;
    bool ended = film_facts(scene).status == PLAYER_ENDED;
    if (ended && !state->ended) {
        state->ended_at = scene->env.now;
        state->go_on = GO_ON_MS;
        state->held = false;
        make_next_ready(scene);
    }
    state->ended = ended;
    read_captions(scene);
    if (ended && !state->held && scene->env.now - state->ended_at >= state->go_on) {
        return (struct move){.type = MOVE_NEXT};
    }
    return STAY;
}

static const float GAP = 32;
static const float EDGE = 24;
static const float COUNTDOWN_ROOM = 64; /* above the card that leads on */
static const float CAPTION_SHARE = 0.68F;

/* Where everything goes: over the picture, or, upright, below it. */
struct places {
    struct rect picture;  /* of the film or its poster */
    struct rect controls; /* the room for them */
    struct rect after;    /* the room for what comes after */
    float next;           /* upright: the y of the card that leads on and is always there, or 0 */
    float caption_bottom, caption_middle, caption_width;
    bool over; /* controls and captions lie over the picture */
};

static struct point film_size(const struct scene *scene, const struct player_facts *facts) {
    const struct video_document *document = scene->document;
    if (facts->has_picture && facts->width > 0) {
        return (struct point){(float)facts->width, (float)facts->height};
    }
    const struct asset *shape = document->video.width > 0 ? &document->video : &document->poster;
    return (struct point){(float)shape->width, (float)shape->height};
}

static struct rect fitted(struct point size, struct rect room) {
    struct point fit = piece_fitted(size.x, size.y, room.w, room.h);
    return (struct rect){roundf(room.x + (room.w - fit.x) / 2),
                         roundf(room.y + (room.h - fit.y) / 2), roundf(fit.x), roundf(fit.y)};
}

/* A film has all of the screen: the bar lies over its lower edge, and a film of the screen's size
   is shown without being scaled. */
static struct rect whole_screen(const struct scene *scene) {
    return (struct rect){0, 0, scene->env.metrics.width, scene->env.metrics.height};
}

/* The poster of a film that is `away` stands beside the words. */
static struct places lay_out_wide(struct scene *scene, const struct player_facts *facts,
                                  bool away) {
    const struct metrics *metrics = &scene->env.metrics;
    struct places places = {.over = true, .after = metrics->content};
    if (away) {
        struct rect beside = metrics_columns(metrics, 7, 5);
        struct point size = film_size(scene, facts);
        beside.h = piece_fitted(size.x, size.y, beside.w, beside.h * 0.55F).y;
        places.picture = fitted(size, beside);
        places.after = metrics_columns(metrics, 0, 7);
        return places;
    }
    float height = film_controls_height(scene, facts, metrics->content.w);
    float bottom = metrics->area.y + metrics->area.h;
    places.picture = fitted(film_size(scene, facts), whole_screen(scene));
    places.controls =
        (struct rect){metrics->content.x, bottom - EDGE - height, metrics->content.w, height};
    places.caption_bottom = bottom - 2 * EDGE;
    places.caption_middle = metrics->area.x + metrics->area.w / 2;
    places.caption_width = metrics->area.w * CAPTION_SHARE;
    return places;
}

/* `top` is the y below the header. */
static struct places lay_out_upright(struct scene *scene, const struct player_facts *facts,
                                     float top) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect content = metrics->content;
    struct text_style caption = piece_style(scene, TYPE_LEAD, scene->env.palette.text);
    float words = caption.size * caption.line_height * 3;
    float controls = film_controls_height(scene, facts, content.w);
    float bottom = content.y + content.h;
    struct rect room = {metrics->area.x, top, metrics->area.w,
                        bottom - controls - words - 2 * GAP - top};
    struct point size = film_size(scene, facts);
    struct point fit = piece_fitted(size.x, size.y, room.w, room.h);
    room.h = fit.y;
    struct places places = {.picture = fitted(size, room)};
    float below = room.y + room.h + GAP;
    places.caption_bottom = below + words;
    places.caption_middle = metrics->area.x + metrics->area.w / 2;
    places.caption_width = content.w;
    places.controls = (struct rect){content.x, places.caption_bottom + GAP, content.w, controls};
    places.after = (struct rect){content.x, below, content.w, bottom - below};
    float next = bottom - piece_leads_on_height(scene, content.w);
    places.next = next >= places.controls.y + controls + COUNTDOWN_ROOM ? next : 0;
    return places;
}

/* The film, or the poster until there is a picture of it: never nothing. */
static void draw_picture(struct scene *scene, struct scene_frame *frame,
                         const struct player_facts *facts, struct rect place) {
    const struct video_document *document = scene->document;
    if (facts->has_picture) {
        draw_video(frame->draw, place);
    } else {
        draw_image(frame->draw, document->poster.path, place, FIT_CONTAIN, 0, 1);
    }
    elements_add(frame->elements,
                 (struct element){.id = picture_id,
                                  .rect = place,
                                  .role = ROLE_PICTURE,
                                  .flags = ELEMENT_TAP,
                                  .label = scene_text(scene, &scene->entry->common.title)});
}

static void draw_captions(struct scene *scene, struct scene_frame *frame,
                          const struct player_facts *facts, const struct places *places,
                          float bottom) {
    const struct video_state *state = scene->state;
    if (!state->captions) {
        return;
    }
    millis until = -1;
    const char *words = captions_at(state->captions, facts->position, &until);
    if (facts->status == PLAYER_PLAYING && until > facts->position) {
        frame_wake(frame, scene->env.now + (until - facts->position));
    }
    if (places->over) {
        (void)captions_box_draw(scene, frame, words, places->caption_middle, bottom,
                                places->caption_width);
        return;
    }
    if (words && *words) {
        struct text_style style = piece_style(scene, TYPE_LEAD, scene->env.palette.text);
        (void)text_draw_at(frame->draw, scene->env.fonts, &style, words, places->after.x,
                           places->after.y, places->after.w);
    }
}

/* How much of the controls is seen now. */
static float controls_alpha(const struct scene *scene, struct scene_frame *frame,
                            const struct player_facts *facts, bool over) {
    const struct video_state *state = scene->state;
    millis since = scene->env.now - state->touched_at;
    if (!over || facts->status != PLAYER_PLAYING || state->controls.seeking || frame->focused ||
        since < CONTROLS_MS) {
        frame_wake(frame, facts->status == PLAYER_PLAYING
                              ? scene->env.now + 1000 - facts->position % 1000
                              : -1);
        frame_wake(frame, over && since < CONTROLS_MS ? state->touched_at + CONTROLS_MS : -1);
        return 1;
    }
    if (since < CONTROLS_MS + FADE_MS) {
        frame_wake(frame, scene->env.now);
    }
    return 1 - ease_out(since - CONTROLS_MS, FADE_MS);
}

static void draw_resume(struct scene *scene, struct scene_frame *frame, struct rect picture) {
    const struct icon_button button = {.id = resume_id,
                                       .icon = "play",
                                       .label = phrase_in(PHRASE_PLAY, scene->env.language),
                                       .look = BUTTON_PRIMARY};
    icon_button_draw(scene, frame, &button, rect_centre(picture), 2 * icon_button_side(scene), 1);
}

/* The line of dots that runs down beside the card until it goes on by itself. */
static void draw_countdown(struct scene *scene, struct scene_frame *frame, float x, float y,
                           float width) {
    const struct video_state *state = scene->state;
    if (!state->held) {
        piece_countdown(scene, frame, x, y, width, state->ended_at + state->go_on, state->go_on);
    }
    if (frame->attention < state->go_on + 1000) {
        frame->attention = state->go_on + 1000;
    }
}

/* Upright, what the film said to remember, where its captions stood, and time to read it; smaller
   where it does not fit, or nothing. */
static void draw_said(struct scene *scene, struct scene_frame *frame, struct rect room) {
    struct video_state *state = scene->state;
    const struct video_document *document = scene->document;
    const char *words = scene_text(scene, &document->words);
    static const enum type_role roles[] = {TYPE_BODY, TYPE_LABEL};
    for (size_t i = 0; *words && i < sizeof roles / sizeof roles[0]; i++) {
        struct text_style style = piece_style(scene, roles[i], scene->env.palette.text);
        const struct text_block *block = text_layout(scene->env.fonts, &style, words, room.w);
        if (text_block_height(block) <= room.h) {
            text_draw(frame->draw, block, room.x, room.y);
            millis before = frame->attention;
            frame_reading(frame, words);
            millis reading = frame->attention - before;
            state->go_on = reading > GO_ON_MS ? reading : GO_ON_MS;
            return;
        }
    }
}

/* Below the film: what it said, once more, and what comes next at the foot, where it may have stood
   all along. */
static void draw_after_below(struct scene *scene, struct scene_frame *frame,
                             const struct places *places) {
    const char *again = phrase_in(PHRASE_REPLAY, scene->env.language);
    struct rect room = places->after;
    float next = places->next;
    if (next <= 0) {
        next = room.y + room.h - piece_leads_on_height(scene, room.w);
        (void)piece_leads_on(scene, frame, next_id, room.x, next, room.w);
    }
    float y = next - 2 * GAP - piece_button_size(scene, BUTTON_QUIET, again).y;
    draw_said(scene, frame, (struct rect){room.x, room.y, room.w, y - GAP - room.y});
    draw_countdown(scene, frame, room.x, next - GAP, room.w);
    (void)piece_button(scene, frame, again_id, room.x, y, BUTTON_QUIET, again);
}

/* Over the film: what comes next, and once more. */
static void draw_after_over(struct scene *scene, struct scene_frame *frame,
                            const struct places *places) {
    const struct palette *palette = &scene->env.palette;
    const char *again = phrase_in(PHRASE_REPLAY, scene->env.language);
    struct rect room = places->after;
    float width = fminf(room.w, scene->env.metrics.width * 0.5F);
    float card = piece_leads_on_height(scene, width);
    float height = card + 2 * GAP + piece_button_size(scene, BUTTON_QUIET, again).y;
    float x = room.x + (room.w - width) / 2;
    float y = room.y + fmaxf(room.h - height, 0) / 2;
    struct rect panel = {x, y, width, height};
    draw_fill(frame->draw, whole_screen(scene), 0, palette->scrim);
    draw_fill(frame->draw, rect_inset(panel, -GAP), CARD_RADIUS + GAP, palette->ground);
    (void)piece_leads_on(scene, frame, next_id, x, y, width);
    draw_countdown(scene, frame, x, y + card + GAP, width);
    (void)piece_button(scene, frame, again_id, x, y + card + 2 * GAP, BUTTON_QUIET, again);
}

/* In place of a film that cannot be shown: a friendly sentence, what it says, what comes next. */
static void draw_away(struct scene *scene, struct scene_frame *frame, const struct places *places) {
    struct video_state *state = scene->state;
    const struct video_document *document = scene->document;
    const struct palette *palette = &scene->env.palette;
    struct rect room = places->after;
    struct rect side = places->over ? metrics_columns(&scene->env.metrics, 7, 5) : room;
    float card = piece_leads_on_height(scene, side.w);
    struct rect window = {room.x, room.y, room.w, room.h - (places->over ? 0 : card + GAP)};
    float top =
        scroll_begin(&state->scroll, scene, frame,
                     scroll_is_needed(&state->scroll) ? text_id : (struct element_id){0}, window);
    const char *away = phrase_in(PHRASE_VIDEO_AWAY, scene->env.language);
    const char *words = scene_text(scene, &document->words);
    struct text_style lead = piece_style(scene, TYPE_HEADING, palette->text);
    struct text_style body = piece_style(scene, TYPE_BODY, palette->text);
    float y = top + text_draw_at(frame->draw, scene->env.fonts, &lead, away, room.x, top, room.w);
    y += GAP;
    y += text_draw_at(frame->draw, scene->env.fonts, &body, words, room.x, y, room.w);
    scroll_end(&state->scroll, scene, frame, window, y - top);
    frame_reading(frame, away);
    frame_reading(frame, words);
    (void)piece_leads_on(scene, frame, next_id, side.x, side.y + side.h - card, side.w);
}

static void draw_playing(struct scene *scene, struct scene_frame *frame,
                         const struct player_facts *facts, const struct places *places) {
    struct video_state *state = scene->state;
    float alpha = controls_alpha(scene, frame, facts, places->over);
    struct rect room = places->controls;
    float bottom = places->over && alpha > 0 ? room.y - EDGE : places->caption_bottom;
    draw_captions(scene, frame, facts, places, bottom);
    if (alpha > 0) {
        film_controls_draw(scene, frame, &state->controls, facts, room.x, room.y, room.w,
                           places->over, alpha);
    }
    if (facts->status == PLAYER_PAUSED) {
        draw_resume(scene, frame, places->picture);
    }
    millis left = facts->duration - facts->position;
    frame_wake(frame, facts->status == PLAYER_PLAYING && left > 0 ? scene->env.now + left : -1);
}

static void video_draw(struct scene *scene, struct scene_frame *frame) {
    const struct video_document *document = scene->document;
    const struct metrics *metrics = &scene->env.metrics;
    struct player_facts facts = film_facts(scene);
    bool away = facts.status == PLAYER_FAILED;
    struct places places;
    if (metrics->upright) {
        const char *title = scene_text(scene, &scene->entry->common.title);
        places = lay_out_upright(scene, &facts, piece_header(scene, frame, title, NULL));
    } else {
        places = lay_out_wide(scene, &facts, away);
    }
    frame->content = hash_string(HASH_START, document->video.path);
    frame->attention = facts.duration > 0 ? facts.duration : document->video.duration;
    draw_picture(scene, frame, &facts, places.picture);
    if (away) {
        draw_away(scene, frame, &places);
        return;
    }
    if (places.next > 0) {
        (void)piece_leads_on(scene, frame, next_id, metrics->content.x, places.next,
                             metrics->content.w);
    }
    if (facts.status == PLAYER_ENDED) {
        (places.over ? draw_after_over : draw_after_below)(scene, frame, &places);
    } else {
        draw_playing(scene, frame, &facts, &places);
    }
}

static void video_describe(const void *self, const char *language, struct buffer *out) {
    const struct video_document *document = self;
    int seconds = (int)((document->video.duration + 500) / 1000);
    if (seconds < 100) {
        phrase_add_count(out, PHRASE_SECONDS, language, seconds < 1 ? 1 : seconds);
    } else {
        phrase_add_count(out, PHRASE_MINUTES, language, (seconds + 30) / 60);
    }
}

/* On a slow machine the controls have faded by then: a key brings them back. */
static void video_walk(const struct scene *scene, struct buffer *out) {
    const struct video_document *document = scene->document;
    buffer_add(out, "wait 800\nshot playing\nkey next\ntap play.0\nwait 300\n"
                    "shot paused\ntap resume.0\n");
    if (!document->loop) {
        buffer_add(out, "key next\ndrag seek.0 2000 0\nwait again.0\nwait 300\n"
                        "shot ended\ntap again.0\n");
    }
    buffer_add(out, "wait 4000\nshot watching\n");
}

const struct scene_kind video_kind = {
    .document = {.name = "video",
                 .title = {"影片", "Film"},
                 .help = {"观众看一段影片，可以暂停、拖动、重看",
                          "the visitor watches a film, and can pause, seek and watch again"},
                 .schema = &video_schema},
    .state_size = sizeof(struct video_state),
    .enter = video_enter,
    .leave = video_leave,
    .gesture = video_gesture,
    .tick = video_tick,
    .draw = video_draw,
    .walk = video_walk,
    .describe = video_describe,
};
