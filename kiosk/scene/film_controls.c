/* A film's controls: play and pause, from the start, place, sound. */
#include "scene/film_controls.h"

#include "scene/icon_button.h"
#include "scene/slider.h"

#include <math.h>
#include <string.h>

enum { SEEK_STEP_MS = 5000, SEEK_EVERY_MS = 150, SOUGHT_MS = 600, SOUND_STEP = 10, FULL = 100 };

static const float PADDING = 16;
static const float SEEK_LEAST = 480;
static const float VOLUME_WIDTH = 200;

static const struct element_id play_id = {"play", 0};
static const struct element_id replay_id = {"replay", 0};
static const struct element_id seek_id = {"seek", 0};
static const struct element_id mute_id = {"mute", 0};
static const struct element_id volume_id = {"volume", 0};

struct player_facts film_facts(const struct scene *scene) {
    const struct player *player = scene->env.player;
    return player ? player->facts(player->self) : (struct player_facts){0};
}

void film_replay(struct scene *scene) {
    const struct player *player = scene->env.player;
    if (player) {
        player->seek(player->self, 0);
        player->pause(player->self, false);
    }
}

void film_toggle(struct scene *scene) {
    const struct player *player = scene->env.player;
    enum player_status status = film_facts(scene).status;
    if (status == PLAYER_ENDED) {
        film_replay(scene);
    } else if (player) {
        player->pause(player->self, status != PLAYER_PAUSED);
    }
}

struct layout {
    struct text_style time_style;
    const struct text_block *time;
    float side, gap, height;
    bool two_rows;
};

static const struct text_block *time_block(struct scene *scene, const struct text_style *style,
                                           millis position, millis duration) {
    int at = (int)(position / 1000);
    int all = (int)((duration + 500) / 1000);
    const char *words =
        arena_printf(scene->env.frame, "%d:%02d / %d:%02d", at / 60, at % 60, all / 60, all % 60);
    return text_layout(scene->env.fonts, style, words, INFINITY);
}

static struct layout lay_out(struct scene *scene, millis position, millis duration, float width) {
    struct layout layout = {.side = icon_button_side(scene)};
    layout.time_style = piece_style(scene, TYPE_LABEL, scene->env.palette.text);
    layout.time = time_block(scene, &layout.time_style, position, duration);
    layout.gap = fmaxf(PADDING, scene->env.metrics.target_gap);
    float fixed = 3 * layout.side + text_block_width(layout.time) + VOLUME_WIDTH + 5 * layout.gap +
                  2 * PADDING;
    layout.two_rows = width < fixed + SEEK_LEAST;
    layout.height =
        2 * PADDING + layout.side * (layout.two_rows ? 2 : 1) + (layout.two_rows ? layout.gap : 0);
    return layout;
}

float film_controls_height(struct scene *scene, const struct player_facts *facts, float width) {
    return lay_out(scene, facts->position, facts->duration, width).height;
}

static millis shown_position(const struct scene *scene, const struct film_controls *controls,
                             const struct player_facts *facts) {
    bool held =
        controls->seeking || (controls->sought && scene->env.now - controls->sought_at < SOUGHT_MS);
    return held ? controls->wanted : facts->position;
}

static void draw_button(struct scene *scene, struct scene_frame *frame, struct element_id id,
                        const char *icon, enum phrase label, enum button_look look, float x,
                        float y, const struct layout *layout, float alpha) {
    const struct icon_button button = {
        .id = id, .icon = icon, .label = phrase_in(label, scene->env.language), .look = look};
    icon_button_draw(scene, frame, &button, (struct point){x + layout->side / 2, y}, layout->side,
                     alpha);
}

static void draw_seek(struct scene *scene, struct scene_frame *frame,
                      struct film_controls *controls, millis position, millis duration,
                      struct rect rect, float alpha) {
    controls->seek = rect;
    const struct slider slider = {
        .id = seek_id,
        .label = phrase_in(PHRASE_SEEK, scene->env.language),
        .value = duration > 0 ? (float)position / (float)duration : 0,
    };
    slider_draw(scene, frame, &slider, rect, alpha);
}

static void draw_sound(struct scene *scene, struct scene_frame *frame,
                       struct film_controls *controls, const struct player_facts *facts,
                       const struct layout *layout, float right, float y, float alpha) {
    struct rect rect = {right - VOLUME_WIDTH, y - layout->side / 2, VOLUME_WIDTH, layout->side};
    bool silent = facts->volume <= 0;
    draw_button(scene, frame, mute_id, silent ? "volume-off" : "volume",
                silent ? PHRASE_SOUND : PHRASE_SILENCE, BUTTON_QUIET,
                rect.x - layout->gap / 2 - layout->side, y, layout, alpha);
    controls->volume = rect;
    const struct slider slider = {.id = volume_id,
                                  .label = phrase_in(PHRASE_VOLUME, scene->env.language),
                                  .value = (float)facts->volume / FULL};
    slider_draw(scene, frame, &slider, rect, alpha);
}

void film_controls_draw(struct scene *scene, struct scene_frame *frame,
                        struct film_controls *controls, const struct player_facts *facts, float x,
                        float y, float width, bool over, float alpha) {
    const struct palette *palette = &scene->env.palette;
    millis position = shown_position(scene, controls, facts);
    struct layout layout = lay_out(scene, position, facts->duration, width);
    float inset = over ? PADDING : 0;
    if (over) {
        draw_fill(frame->draw, (struct rect){x, y, width, layout.height}, CARD_RADIUS,
                  colour_with_alpha(palette->ground, 0.86F * alpha));
    }
    float row = y + PADDING + layout.side / 2;
    float left = x + inset;
    float right = x + width - inset;
    struct rect seek = {left, row - layout.side / 2, right - left, layout.side};
    row += layout.two_rows ? layout.side + layout.gap : 0;
    bool paused = facts->status == PLAYER_PAUSED || facts->status == PLAYER_ENDED;
    draw_button(scene, frame, play_id, paused ? "play" : "pause",
                paused ? PHRASE_PLAY : PHRASE_PAUSE, BUTTON_PRIMARY, left, row, &layout, alpha);
    left += layout.side + layout.gap;
    draw_button(scene, frame, replay_id, "replay", PHRASE_REPLAY, BUTTON_QUIET, left, row, &layout,
                alpha);
    left += layout.side + layout.gap;
    layout.time_style.colour = colour_with_alpha(palette->text, alpha);
    layout.time = time_block(scene, &layout.time_style, position, facts->duration);
    text_draw(frame->draw, layout.time, left, row - text_block_height(layout.time) / 2);
    left += text_block_width(layout.time) + layout.gap;
    if (!layout.two_rows) {
        float sound = VOLUME_WIDTH + layout.gap / 2 + layout.side + layout.gap;
        seek.x = left;
        seek.w = right - sound - left;
    }
    draw_seek(scene, frame, controls, position, facts->duration, seek, alpha);
    draw_sound(scene, frame, controls, facts, &layout, right, row, alpha);
}

static void seek_to(struct scene *scene, struct film_controls *controls, millis wanted) {
    const struct player *player = scene->env.player;
    millis duration = film_facts(scene).duration;
    wanted = wanted > duration ? duration : wanted < 0 ? 0 : wanted;
    controls->wanted = wanted;
    controls->sought = true;
    controls->sought_at = scene->env.now;
    player->seek(player->self, wanted);
}

static void work_seek(struct scene *scene, struct film_controls *controls,
                      const struct gesture *gesture) {
    struct player_facts facts = film_facts(scene);
    if (facts.duration <= 0 && gesture->type != GESTURE_RELEASE) {
        return; /* there is no place to seek yet */
    }
    float share = slider_value_at(controls->seek, gesture->x);
    millis wanted = (millis)(share * (float)facts.duration);
    switch (gesture->type) {
    case GESTURE_TAP:
    case GESTURE_DRAG_END:
        seek_to(scene, controls, gesture->type == GESTURE_TAP ? wanted : controls->wanted);
        controls->seeking = false;
        break;
    case GESTURE_DRAG:
        if (!controls->seeking || scene->env.now - controls->sought_at >= SEEK_EVERY_MS) {
            seek_to(scene, controls, wanted);
        }
        controls->seeking = true;
        controls->wanted = wanted;
        break;
    case GESTURE_STEP:
        seek_to(scene, controls,
                shown_position(scene, controls, &facts) +
                    (gesture->dx > 0 ? 1 : -1) * SEEK_STEP_MS);
        break;
    case GESTURE_RELEASE:
        controls->seeking = false;
        break;
    default:
        break;
    }
}

static void set_sound(struct scene *scene, int percent) {
    const struct player *player = scene->env.player;
    player->volume(player->self, percent < 0 ? 0 : percent > FULL ? FULL : percent);
}

static void work_volume(struct scene *scene, struct film_controls *controls,
                        const struct gesture *gesture) {
    int volume = film_facts(scene).volume;
    if (gesture->type == GESTURE_TAP || gesture->type == GESTURE_DRAG) {
        set_sound(scene, (int)(slider_value_at(controls->volume, gesture->x) * FULL + 0.5F));
    } else if (gesture->type == GESTURE_STEP) {
        set_sound(scene, volume + (gesture->dx > 0 ? SOUND_STEP : -SOUND_STEP));
    }
}

/* Off, and back to what it was. */
static void toggle_sound(struct scene *scene, struct film_controls *controls) {
    int volume = film_facts(scene).volume;
    if (volume > 0) {
        controls->sound_before = volume;
        set_sound(scene, 0);
    } else {
        set_sound(scene, controls->sound_before > 0 ? controls->sound_before : FULL / 2);
    }
}

bool film_controls_gesture(struct scene *scene, struct film_controls *controls,
                           const struct gesture *gesture) {
    struct element_id id = gesture->id;
    bool tap = gesture->type == GESTURE_TAP;
    if (!scene->env.player) {
        return false;
    }
    if (element_id_equal(id, seek_id)) {
        work_seek(scene, controls, gesture);
    } else if (element_id_equal(id, volume_id)) {
        work_volume(scene, controls, gesture);
    } else if (element_id_equal(id, mute_id) && tap) {
        toggle_sound(scene, controls);
    } else if (element_id_equal(id, play_id) && tap) {
        film_toggle(scene);
    } else if (element_id_equal(id, replay_id) && tap) {
        film_replay(scene);
    } else {
        return false;
    }
    return true;
}
