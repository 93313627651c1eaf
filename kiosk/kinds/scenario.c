/* The scenario: a drama in which one chooses, with several endings and a look back. */
#include "base/hash.h"
#include "scene/backdrop.h"
#include "scene/look_back.h"
#include "scene/opening.h"
#include "scene/panel.h"
#include "scene/result.h"
#include "scene/screenplay.h"
#include "scene/tile.h"

#include <math.h>
#include <string.h>

enum { TAKEN_MOST = 48 };

struct scenario_state {
    bool begun, looks_back;
    struct story_state from; /* where `taken` begins: a long visit forgets its oldest choices */
    uint8_t taken[TAKEN_MOST];
    int taken_count;
    struct story_state now;        /* `from` with everything that was taken */
    millis since;                  /* of the present moment */
    millis pressed[STORY_CHOICES]; /* when a finger last went down on each choice */
    struct scroll said, choices, words, back;
};

static const struct element_id start_id = {"start", 0};
static const struct element_id said_id = {"said", 0};
static const struct element_id words_id = {"text", 0};
static const struct element_id column_id = {"column", 0};
static const struct element_id continue_id = {"continue", 0};
static const char CHOICE[] = "choice";

static const millis COMES = 280; /* a line takes so long to come in */

static const struct story *story_of(const struct scene *scene) {
    return ((const struct screenplay *)scene->document)->story;
}

static const struct screenplay_moment *present(const struct scene *scene) {
    return screenplay_moment(scene->document,
                             ((const struct scenario_state *)scene->state)->now.at);
}

static bool has_ended(const struct scene *scene) {
    return present(scene)->ending != ENDING_NONE;
}

static void arrive(struct scene *scene) {
    struct scenario_state *state = scene->state;
    state->since = scene->env.now;
    state->said = state->choices = state->words = state->back = (struct scroll){0};
}

static void start(struct scene *scene) {
    struct scenario_state *state = scene->state;
    *state = (struct scenario_state){.begun = true};
    arrive(scene);
}

static void take(struct scene *scene, int choice) {
    struct scenario_state *state = scene->state;
    if (has_ended(scene) || !story_offers(story_of(scene), &state->now, choice)) {
        return;
    }
    if (state->taken_count == TAKEN_MOST) {
        story_take(story_of(scene), &state->from, state->taken[0]);
        state->taken_count--;
        memmove(state->taken, state->taken + 1, (size_t)state->taken_count);
    }
    state->taken[state->taken_count++] = (uint8_t)choice;
    story_take(story_of(scene), &state->now, choice);
    arrive(scene);
    if (has_ended(scene)) {
        enum sound_cue cues[] = {
            [ENDING_GOOD] = SOUND_RIGHT, [ENDING_MIXED] = SOUND_DONE, [ENDING_BAD] = SOUND_WRONG};
        scene_sound(scene, cues[present(scene)->ending]);
    }
}

/* As it was before the last choice. */
static void undo(struct scene *scene) {
    struct scenario_state *state = scene->state;
    state->taken_count--;
    state->now = state->from;
    for (int i = 0; i < state->taken_count; i++) {
        story_take(story_of(scene), &state->now, state->taken[i]);
    }
    arrive(scene);
}

/* The turning points of the visit so far, at most TAKEN_MOST; how many. */
static int turning_points(const struct scene *scene, struct turning_point *points) {
    const struct scenario_state *state = scene->state;
    struct story_state here = state->from;
    int count = 0;
    for (int i = 0; i < state->taken_count; i++) {
        const struct screenplay_choice *choice =
            screenplay_choice(screenplay_moment(scene->document, here.at), state->taken[i]);
        if (choice->good != TURN_NONE) {
            points[count++] = (struct turning_point){scene_text(scene, &choice->label),
                                                     scene_text(scene, &choice->turning),
                                                     choice->good == TURN_GOOD};
        }
        story_take(story_of(scene), &here, state->taken[i]);
    }
    return count;
}

/* The newest picture on the way here, else the scene's own. */
static const struct asset *backdrop_picture(const struct scene *scene) {
    const struct scenario_state *state = scene->state;
    const struct asset *picture = &scene->entry->common.picture;
    struct story_state here = state->from;
    for (int i = 0; i <= state->taken_count; i++) {
        const struct asset *own = &screenplay_moment(scene->document, here.at)->picture;
        picture = own->path ? own : picture;
        if (i < state->taken_count) {
            story_take(story_of(scene), &here, state->taken[i]);
        }
    }
    return picture;
}

/* A finger means a choice that it went down on when that had been there for a moment: not the one
   before it, of which it was the second tap. */
static bool is_meant(const struct scene *scene, const struct gesture *gesture) {
    const struct scenario_state *state = scene->state;
    int choice = gesture->id.index - 1;
    return gesture->keyed || (choice >= 0 && choice < STORY_CHOICES &&
                              state->pressed[choice] >= state->since + COMES);
}

static void note_press(struct scene *scene, const struct gesture *gesture) {
    struct scenario_state *state = scene->state;
    int choice = gesture->id.index - 1;
    if (strcmp(gesture->id.name, CHOICE) == 0 && choice >= 0 && choice < STORY_CHOICES) {
        state->pressed[choice] = scene->env.now;
    }
}

static struct move scenario_tap(struct scene *scene, const struct gesture *gesture) {
    struct scenario_state *state = scene->state;
    if (element_id_equal(gesture->id, start_id)) {
        start(scene);
    } else if (strcmp(gesture->id.name, CHOICE) == 0) {
        if (is_meant(scene, gesture)) {
            take(scene, gesture->id.index - 1);
        }
    } else if (element_id_equal(gesture->id, continue_id)) {
        state->looks_back = has_ended(scene);
    } else {
        return result_tap(scene, gesture->id, start);
    }
    return STAY;
}

static struct move scenario_gesture(struct scene *scene, const struct gesture *gesture) {
    struct scenario_state *state = scene->state;
    if (gesture->type == GESTURE_TAP) {
        return scenario_tap(scene, gesture);
    }
    if (gesture->type == GESTURE_PRESS) {
        note_press(scene, gesture);
    }
    if (state->looks_back) {
        scroll_gesture(&state->back, gesture);
    } else if (element_id_equal(gesture->id, said_id)) {
        scroll_gesture(&state->said, gesture);
    } else if (element_id_equal(gesture->id, words_id)) {
        scroll_gesture(&state->words, gesture);
    } else {
        scroll_gesture(&state->choices, gesture);
    }
    return STAY;
}

static bool scenario_is_inside(const struct scene *scene) {
    const struct scenario_state *state = scene->state;
    return state->begun && (state->looks_back || state->taken_count > 0);
}

static void scenario_back(struct scene *scene) {
    struct scenario_state *state = scene->state;
    if (state->looks_back) {
        state->looks_back = false;
    } else {
        undo(scene);
    }
}

static const float GAP = 32;
static const float CHOICES_MOST = 0.5F;   /* of the height, below a backdrop */
static const float STAGE_SHAPE = 1.05F;   /* how high a stage with a line below its picture is */
static const float PICTURE_SHAPE = 0.75F; /* and one without, upright, to its width */

/* The words of a moment, with what is added for those who did this or that. */
static const char *words_of(const struct scene *scene) {
    const struct scenario_state *state = scene->state;
    const struct screenplay_moment *moment = present(scene);
    const struct story_moment *here = &story_of(scene)->moments[state->now.at];
    const char *words = scene_text(scene, &moment->words);
    for (int i = 0; i < here->also_count; i++) {
        if (story_holds(&here->also[i], &state->now)) {
            const struct screenplay_also *also = screenplay_also(moment, i);
            words =
                arena_printf(scene->env.frame, "%s\n%s", words, scene_text(scene, &also->words));
        }
    }
    return words;
}

/* The choices that are offered, as tiles; how many. */
static int offered(const struct scene *scene, struct tile tiles[STORY_CHOICES]) {
    const struct scenario_state *state = scene->state;
    const struct screenplay_moment *moment = present(scene);
    int count = 0;
    for (int i = 0; i < (int)moment->choices.count; i++) {
        if (story_offers(story_of(scene), &state->now, i)) {
            const char *label = scene_text(scene, &screenplay_choice(moment, i)->label);
            tiles[count++] = (struct tile){.id = {CHOICE, i + 1}, .words = label};
        }
    }
    return count;
}

/* At the foot of their room, where hands are; they scroll where they are higher than it. */
static void draw_choices(struct scene *scene, struct scene_frame *frame, const struct tile *tiles,
                         int count, const struct tile_fit *fit, struct rect room) {
    struct scenario_state *state = scene->state;
    float height = fit->fits ? tile_grown(fit, count, room.h) : fit->height;
    float all = (height + fit->gap) * (float)count - fit->gap;
    float y = room.y + room.h - all;
    if (!fit->fits) {
        y = scroll_begin(&state->choices, scene, frame, column_id, room);
    }
    for (int i = 0; i < count; i++) {
        struct rect card = {room.x, y + (height + fit->gap) * (float)i, room.w, height};
        (void)tile_draw(scene, frame, &tiles[i], fit, card);
    }
    if (!fit->fits) {
        scroll_end(&state->choices, scene, frame, room, all);
    }
}

/* The backdrop with what is said, and room beside or below it. */
static void draw_stage(struct scene *scene, struct scene_frame *frame, const struct line *line,
                       struct rect place) {
    struct scenario_state *state = scene->state;
    float come = ease_out(scene->env.now - state->since, COMES);
    const struct backdrop backdrop = {.picture = backdrop_picture(scene),
                                      .line = line,
                                      .come = come,
                                      .id = said_id,
                                      .scroll = &state->said};
    backdrop_draw(scene, frame, &backdrop, place);
    if (line && scene->env.now - state->since < COMES) {
        frame_wake(frame, scene->env.now);
    }
}

struct halves {
    struct rect stage, side;
};

/* Upright the lower half is at least `low` high, and the stage at most `shape` times its width. */
static struct halves halves_below(const struct scene *scene, float y, float low, float shape) {
    const struct metrics *metrics = &scene->env.metrics;
    struct rect content = metrics->content;
    float bottom = content.y + content.h;
    struct halves halves = {metrics_columns(metrics, 0, 8), metrics_columns(metrics, 8, 4)};
    if (metrics->upright) {
        float high = fminf(bottom - low - GAP - y, content.w * shape);
        halves.stage = (struct rect){content.x, y, content.w, high};
        y += high + GAP;
        halves.side = (struct rect){content.x, y, content.w, bottom - y};
    } else {
        halves.stage.y = halves.side.y = y;
        halves.stage.h = halves.side.h = bottom - y;
    }
    return halves;
}

static float draw_kicker(struct scene *scene, struct scene_frame *frame) {
    const struct rect content = scene->env.metrics.content;
    return piece_kicker(scene, frame, scene_text(scene, &scene->entry->common.title), content.x,
                        content.y, content.w);
}

static void draw_moment(struct scene *scene, struct scene_frame *frame) {
    const struct screenplay_moment *moment = present(scene);
    const struct metrics *metrics = &scene->env.metrics;
    const struct line line = {(enum line_look)moment->look, scene_text(scene, &moment->who),
                              scene_text(scene, &moment->title), words_of(scene),
                              scene_text(scene, &moment->link)};
    struct tile tiles[STORY_CHOICES];
    int count = offered(scene, tiles);
    float y = draw_kicker(scene, frame);
    float width = metrics->upright ? metrics->content.w : metrics_columns(metrics, 8, 4).w;
    float bottom = metrics->content.y + metrics->content.h;
    float most = metrics->upright ? (bottom - y) * CHOICES_MOST : bottom - y;
    struct tile_fit fit = tile_fit(scene, tiles, count, count, width, most);
    struct halves halves =
        halves_below(scene, y, fminf(tile_fit_height(&fit, count), most), STAGE_SHAPE);
    draw_stage(scene, frame, &line, halves.stage);
    draw_choices(scene, frame, tiles, count, &fit, halves.side);
}

static void draw_ending(struct scene *scene, struct scene_frame *frame) {
    static const enum node_look looks[] = {
        [ENDING_GOOD] = NODE_RIGHT, [ENDING_MIXED] = NODE_CHOSEN, [ENDING_BAD] = NODE_WRONG};
    const float radius = 36;
    struct scenario_state *state = scene->state;
    const struct screenplay_moment *moment = present(scene);
    const struct palette *palette = &scene->env.palette;
    const struct metrics *metrics = &scene->env.metrics;
    const struct paragraph said[] = {
        {phrase_in(PHRASE_ENDING, scene->env.language), TYPE_LABEL, palette->soft},
        {scene_text(scene, &moment->title), TYPE_HEADING, palette->text},
        {words_of(scene), TYPE_BODY, palette->text}};
    struct turning_point points[TAKEN_MOST];
    enum phrase way = turning_points(scene, points) > 0 ? PHRASE_LOOK_BACK : PHRASE_CONTINUE;
    const struct panel_button button = {.id = continue_id,
                                        .label = phrase_in(way, scene->env.language)};
    float y = draw_kicker(scene, frame);
    float room = metrics->content.w - 2 * CARD_PADDING;
    float low = paragraphs_height(scene, said, 3, room) + 2 * CARD_PADDING + GAP +
                piece_button_size(scene, BUTTON_PRIMARY, button.label).y;
    struct halves halves = halves_below(
        scene, y, fminf(low, (metrics->content.y + metrics->content.h - y) * 0.6F), PICTURE_SHAPE);
    draw_stage(scene, frame, NULL, halves.stage);
    struct point node = {halves.stage.x + 2 * radius, halves.stage.y + 2 * radius};
    draw_dot(frame->draw, node.x, node.y, radius + 10, palette->ground);
    piece_node(scene, frame, looks[moment->ending], node, radius);
    panel_reading(scene, frame, said, 3, &state->words, words_id, &button, false, halves.side);
}

static float draw_turns(struct scene *scene, struct scene_frame *frame, const void *self,
                        struct rect column, float y) {
    struct turning_point points[TAKEN_MOST];
    const struct screenplay_moment *ending = self;
    const char *kicker = phrase_in(PHRASE_TURNED, scene->env.language);
    int count = turning_points(scene, points);
    struct text_style style = piece_style(scene, TYPE_HEADING, scene->env.palette.text);
    y = piece_kicker(scene, frame, kicker, column.x, y, column.w);
    y += text_draw_at(frame->draw, scene->env.fonts, &style, scene_text(scene, &ending->title),
                      column.x, y, column.w) +
         GAP;
    return look_back_draw(scene, frame, points, count, column, y);
}

static void draw_opening(struct scene *scene, struct scene_frame *frame) {
    struct scenario_state *state = scene->state;
    const struct screenplay *document = scene->document;
    struct buffer count = {0};
    scene->kind->describe(document, scene->env.language, &count);
    struct opening opening = opening_of(scene, buffer_text(&count), &document->lead);
    opening.button = phrase_in(PHRASE_START, scene->env.language);
    opening.button_id = start_id;
    opening.words_id = words_id;
    opening_draw(scene, frame, &opening, &state->words);
    buffer_finish(&count);
}

static void scenario_draw(struct scene *scene, struct scene_frame *frame) {
    const struct scenario_state *state = scene->state;
    frame->content = hash_int(HASH_START, state->begun);
    frame->content = hash_int(frame->content, state->taken_count);
    frame->content = hash_int(hash_int(frame->content, state->now.at), state->looks_back);
    if (!state->begun) {
        draw_opening(scene, frame);
    } else if (state->looks_back) {
        result_page_draw(scene, frame, draw_turns, present(scene),
                         &((struct scenario_state *)scene->state)->back);
    } else if (has_ended(scene)) {
        draw_ending(scene, frame);
    } else {
        draw_moment(scene, frame);
    }
}

static void scenario_describe(const void *self, const char *language, struct buffer *out) {
    const struct screenplay *document = self;
    int count = 0;
    for (int i = 0; i < (int)document->moments.count; i++) {
        count += screenplay_moment(document, i)->ending != ENDING_NONE;
    }
    phrase_add_count(out, PHRASE_ENDINGS, language, count);
}

/* The way to a moment, with a picture of each that was not seen before. */
static void walk_to(const struct story *story, int target, bool *seen, struct buffer *out) {
    uint8_t choices[TAKEN_MOST];
    struct story_state here = {0};
    for (int part = 0; part < 2; part++) {
        int wanted = part == 0 ? target : STORY_ANY_ENDING;
        int length = story_path(story, &here, wanted, choices, TAKEN_MOST);
        for (int i = 0; i < length; i++) {
            if (!seen[here.at]) {
                buffer_printf(out, "shot %s\n", story->moments[here.at].name);
                seen[here.at] = true;
            }
            buffer_printf(out, "tap choice.%d\nwait 300\n", choices[i] + 1);
            story_take(story, &here, choices[i]);
        }
    }
    if (!seen[here.at]) {
        buffer_printf(out, "shot %s\n", story->moments[here.at].name);
        seen[here.at] = true;
    }
}

/* Every ending, then what was not on the way to one; each visit ends and begins anew. */
static void scenario_walk(const struct scene *scene, struct buffer *out) {
    const struct story *story = story_of(scene);
    bool seen[STORY_MOMENTS] = {false};
    buffer_add(out, "wait 400\nshot _opening\ntap start.0\nwait 300\n");
    for (int pass = 0; pass < 2; pass++) {
        for (int m = 0; m < story->count; m++) {
            bool ending = story->moments[m].ending != ENDING_NONE;
            if (!seen[m] && ending == (pass == 0)) {
                walk_to(story, m, seen, out);
                buffer_printf(
                    out, "tap continue.0\nwait 300\nshot _back-%d\ntap again.0\nwait 300\n", m + 1);
            }
        }
    }
}

const struct scene_kind scenario_kind = {
    .document = {.name = "scenario",
                 .title = {"情景", "Drama"},
                 .help = {"观众在一出小戏里做选择，走到不同的结局，再回头看",
                          "the visitor chooses in a drama, comes to an ending, and looks back"},
                 .schema = &screenplay_schema,
                 .bind = screenplay_bind,
                 .check = screenplay_check},
    .state_size = sizeof(struct scenario_state),
    .gesture = scenario_gesture,
    .draw = scenario_draw,
    .is_inside = scenario_is_inside,
    .back = scenario_back,
    .walk = scenario_walk,
    .describe = scenario_describe,
    .map = screenplay_map,
};
