/* The attract loop: a drifting network of dots that gathers into the zones' emblems, and the
   invitation to begin in every language of the hall. */
#include "scene/network.h"
#include "scene/pieces.h"
#include "scene/scene.h"

#include <math.h>
#include <string.h>

struct attract_document {
    struct text name;
    struct items lines; /* struct text */
    struct text invitation;
};

static const struct schema_row rows[] = {
    ROW_TEXT(struct attract_document, name, .required = true, .max = 60,
             .help = {"馆名，写得很大", "the hall's name, shown very large"}),
    ROW_LIST_OF(struct attract_document, lines,
                (&(const struct schema_row){
                    .type = FIELD_TEXT, .max = 80, .help = {"一句话", "a sentence"}}),
                .max = 24, .help = {"轮流出现的话", "sentences that come and go"}),
    ROW_TEXT(struct attract_document, invitation, .required = true, .max = 40,
             .example = "{zh: 触摸屏幕，开始, en: Touch to begin}",
             .help = {"请观众开始的话，所有语言同时显示",
                      "what asks visitors to begin; every language is shown at once"}),
    ROW_END,
};

static const struct schema schema = {"attract", sizeof(struct attract_document), rows};

struct attract_state {
    millis start;
    struct network network;
    millis due;   /* the moment of the next frame, where frames are counted */
    int lateness; /* rises with frames that come late, falls with those in time */
    bool slow;    /* the lower rate: a steady one is better than one that stutters */
};

/* One cycle, milliseconds from its start: a sentence, then a zone. */
enum {
    CYCLE = 12000,
    SENTENCE_IN = 300,
    SENTENCE_OUT = 4900,
    GATHER_START = 5400,
    GATHER_TIME = 2200,
    ZONE_IN = 6600,
    ZONE_OUT = 10300,
    SCATTER_START = 10300,
    SCATTER_TIME = 1700,
    FADE = 600,
};

/* Frames a second where no graphics device draws. */
enum { USUAL_RATE = 30, LOW_RATE = 20, LATE = 12, TOO_LATE = 60 };

/* Roughly how many times as wide as high the network's region is. */
static const float UPRIGHT_SHAPE = 1.05F;
static const float WIDE_SHAPE = 0.75F;

/* The first moment after `now` of those that the rate divides time into. */
static millis due_after(const struct attract_state *state, millis now) {
    millis rate = state->slow ? LOW_RATE : USUAL_RATE;
    millis frame = (now - state->start) * rate / 1000 + 1;
    return state->start + (frame * 1000 + rate - 1) / rate;
}

static void attract_enter(struct scene *scene) {
    struct attract_state *state = scene->state;
    state->start = scene->env.now;
    state->due = due_after(state, state->start);
    network_init(&state->network, &scene->random,
                 scene->env.metrics.upright ? UPRIGHT_SHAPE : WIDE_SHAPE);
}

/* Goes over to the lower rate, for good, when frames keep coming late. */
static void judge_lateness(struct attract_state *state, millis late) {
    state->lateness += late > LATE ? 2 : -1;
    state->lateness = state->lateness < 0 ? 0 : state->lateness;
    state->slow = state->slow || state->lateness > TOO_LATE;
}

/* When the next frame is wanted: the display's next with a graphics device, else the next of an
   even row of moments, so that a late frame does not put off all that follow. */
static millis next_frame(const struct scene *scene, struct attract_state *state) {
    millis now = scene->env.now;
    if (!scene->env.fluid && now >= state->due) {
        judge_lateness(state, now - state->due);
        state->due = due_after(state, now);
    }
    return scene->env.fluid ? now : state->due;
}

/* From 0 to 1 and gently at both ends. */
static float smooth(float share) {
    share = fminf(fmaxf(share, 0), 1);
    return share * share * (3 - 2 * share);
}

static float gathered_at(millis time) {
    float in = smooth((float)(time - GATHER_START) / GATHER_TIME);
    float out = smooth((float)(time - SCATTER_START) / SCATTER_TIME);
    return in - out;
}

/* Messages are there while the network drifts, and change their light while they are not. */
static float messages_at(millis time) {
    return smooth((float)time / FADE) * smooth((float)(GATHER_START + FADE - time) / FADE);
}

/* How far words are faded in, in few steps: each is a text of its own to lay out. */
static float shown_at(millis time, millis in, millis out) {
    enum { STEPS = 12 };
    float share = fminf((float)(time - in) / FADE, (float)(out + FADE - time) / FADE);
    return roundf(smooth(share) * STEPS) / STEPS;
}

static const float UPRIGHT_WORDS = 0.34F; /* of the room between name and invitation, at most */

enum { INVITATIONS_AT_MOST = 8, PASSING_SPACE = 64, PASSING_LINES = 3, LEAST_NETWORK = 240 };

static const float NAME_LARGEST = 1.7F; /* times a title */
static const float NAME_LEAST = 0.75F;
static const float TWO_LINES = 1.7F; /* columns that a name on two lines surely finds room in */

/* Where this frame's words ended and the network may begin. */
struct attract_room {
    struct rect words;   /* the column of all words */
    float below_name;    /* the y */
    float invitation_y;  /* the upper edge of what asks to begin */
    float passing_y;     /* what comes and goes begins here */
    enum type_role role; /* of its words */
    float passing_end;   /* what comes and goes ends above this */
};

static int language_count(const struct scene *scene) {
    return (int)scene->env.hall->document.languages.count;
}

static const char *language_at(const struct scene *scene, int index) {
    return ITEM(scene->env.hall->document.languages, struct hall_language, index)->code;
}

/* The text in the first language that is not the screen's, or "" if it says the same. */
static const char *other_words(const struct scene *scene, const struct text *text) {
    const char *words = scene_text(scene, text);
    for (int i = 0; i < language_count(scene); i++) {
        const char *other = text_in(text, language_at(scene, i));
        if (strcmp(other, words) != 0) {
            return other;
        }
    }
    return "";
}

static float draw_words(struct scene *scene, struct scene_frame *frame, struct text_style style,
                        const char *words, struct rect column, float y) {
    return *words ? y + text_draw_at(frame->draw, scene->env.fonts, &style, words, column.x, y,
                                     column.w)
                  : y;
}

/* The style at the size that a line `width` long holds, between `least` and `most`. */
static struct text_style fitted(struct scene *scene, struct text_style style, const char *words,
                                float width, float least, float most) {
    float wide = fonts_run_width(scene->env.fonts, style.face, most, words, strlen(words));
    style.size = fminf(fmaxf(floorf(most * width * 0.98F / fmaxf(wide, 1)), least), most);
    return style;
}

static void draw_name(struct scene *scene, struct scene_frame *frame, struct attract_room *room) {
    const struct attract_document *document = scene->document;
    const struct palette *palette = &scene->env.palette;
    struct text_style style = piece_style(scene, TYPE_TITLE, palette->text);
    const char *name = scene_text(scene, &document->name);
    float title = style.size;
    style = fitted(scene, style, name, room->words.w, title, title * NAME_LARGEST);
    if (style.size <= title) {
        style = fitted(scene, style, name, room->words.w * TWO_LINES, title * NAME_LEAST, title);
    }
    style.line_height = 1.2F;
    style.max_lines = 4;
    float y = draw_words(scene, frame, style, name, room->words, room->words.y);
    const char *other = other_words(scene, &document->name);
    float body = piece_style(scene, TYPE_BODY, palette->soft).size;
    style = piece_style(scene, TYPE_LEAD, palette->soft);
    style = fitted(scene, style, other, room->words.w, body, style.size);
    style.max_lines = 2;
    room->below_name = draw_words(scene, frame, style, other, room->words, y + 8);
}

/* A dot in a ring, as a finger would touch it, and what the touch sets going. */
static void draw_touch_sign(struct scene *scene, struct scene_frame *frame, float x, float y,
                            float size) {
    const struct attract_state *state = scene->state;
    const struct palette *palette = &scene->env.palette;
    enum { RIPPLE = 2800 };
    float share = (float)((scene->env.now - state->start) % RIPPLE) / RIPPLE;
    float out = 1 - (1 - share) * (1 - share);
    struct point middle = {x + size / 2, y + size / 2};
    float ring = size * 0.36F;
    float ripple = size * (0.22F + 0.28F * out);
    struct rect around = {middle.x - ring, middle.y - ring, 2 * ring, 2 * ring};
    struct rect moving = {middle.x - ripple, middle.y - ripple, 2 * ripple, 2 * ripple};
    draw_stroke(frame->draw, moving, ripple, 3,
                colour_with_alpha(palette->light, roundf((1 - share) * 16) / 16));
    draw_stroke(frame->draw, around, ring, 4, palette->light);
    draw_dot(frame->draw, middle.x, middle.y, size * 0.2F, palette->light);
}

/* The invitation in the screen's language first, then in every other. Stands at the lower edge. */
static void draw_invitation(struct scene *scene, struct scene_frame *frame,
                            struct attract_room *room) {
    const struct attract_document *document = scene->document;
    struct text_style first = piece_style(scene, TYPE_HEADING, scene->env.palette.text);
    struct text_style other = piece_style(scene, TYPE_LEAD, scene->env.palette.text);
    float sign = first.size * 1.5F;
    float indent = sign * 1.4F;
    const struct text_block *blocks[INVITATIONS_AT_MOST];
    int count = 0;
    const char *words = scene_text(scene, &document->invitation);
    blocks[count++] = text_layout(scene->env.fonts, &first, words, room->words.w - indent);
    float height = text_block_height(blocks[0]);
    for (int i = 0; i < language_count(scene) && count < INVITATIONS_AT_MOST; i++) {
        const char *again = text_in(&document->invitation, language_at(scene, i));
        if (strcmp(again, words) != 0) {
            blocks[count] = text_layout(scene->env.fonts, &other, again, room->words.w - indent);
            height += text_block_height(blocks[count++]);
        }
    }
    float y = room->words.y + room->words.h - height;
    room->invitation_y = y;
    draw_touch_sign(scene, frame, room->words.x, y + (height - sign) / 2, sign);
    for (int i = 0; i < count; i++) {
        text_draw(frame->draw, blocks[i], room->words.x + indent, y);
        y += text_block_height(blocks[i]);
    }
}

/* What comes and goes between name and invitation: words, and under them the same in another
   language. */
struct passing {
    const struct text_block *words, *others;
    float height;
};

static struct passing passing_of(struct scene *scene, const struct attract_room *room,
                                 struct colour colour, const struct text *text, float shown) {
    struct text_style style = piece_style(scene, room->role, colour_with_alpha(colour, shown));
    struct text_style again =
        piece_style(scene, TYPE_LEAD, colour_with_alpha(scene->env.palette.soft, shown));
    style.max_lines = again.max_lines = PASSING_LINES;
    struct fonts *fonts = scene->env.fonts;
    struct passing passing = {
        .words = text_layout(fonts, &style, scene_text(scene, text), room->words.w),
        .others = text_layout(fonts, &again, other_words(scene, text), room->words.w),
    };
    passing.height = text_block_height(passing.words) + 8 + text_block_height(passing.others);
    return passing;
}

/* Draws what there is room for, the words before their translation. */
static void draw_passing(struct scene *scene, struct scene_frame *frame,
                         const struct attract_room *room, struct colour colour,
                         const struct text *text, float shown) {
    if (shown <= 0) {
        return;
    }
    struct passing passing = passing_of(scene, room, colour, text, shown);
    float y = room->passing_y;
    float below = y + text_block_height(passing.words);
    float limit = room->passing_end;
    if (below <= limit) {
        text_draw(frame->draw, passing.words, room->words.x, y);
    }
    if (y + passing.height <= limit) {
        text_draw(frame->draw, passing.others, room->words.x, below + 8);
    }
}

/* How high the highest is of all that comes and goes, so that nothing moves when it changes. */
static float highest_passing(struct scene *scene, const struct attract_room *room) {
    const struct attract_document *document = scene->document;
    const struct hall *hall = scene->env.hall;
    struct colour any = scene->env.palette.text;
    float highest = 0;
    for (size_t i = 0; i < document->lines.count; i++) {
        const struct text *line = ITEM(document->lines, struct text, i);
        highest = fmaxf(highest, passing_of(scene, room, any, line, 1).height);
    }
    for (size_t i = 0; i < hall->zone_count; i++) {
        const struct text *name = &hall->zones[i].name;
        highest = fmaxf(highest, passing_of(scene, room, any, name, 1).height);
    }
    return highest;
}

/* Words stand on the left, or above and below when upright; the network has the rest. */
static struct attract_room room_of(const struct scene *scene) {
    const struct metrics *metrics = &scene->env.metrics;
    float width = metrics->width - 2 * metrics->margin;
    if (!metrics->upright) {
        width = width * 0.56F;
    }
    return (struct attract_room){
        .words = {metrics->margin, metrics->margin, width, metrics->height - 2 * metrics->margin}};
}

/* Where what comes and goes stands, and how large: upright below the name, with the network under
   it; else in the middle between the name and the invitation, as the second of three beats. */
static void place_passing(struct scene *scene, struct attract_room *room) {
    bool upright = scene->env.metrics.upright;
    float room_left = room->invitation_y - room->below_name - 1.5F * PASSING_SPACE;
    room->role = TYPE_TITLE;
    float highest = highest_passing(scene, room);
    if (highest > room_left * (upright ? UPRIGHT_WORDS : 1)) {
        room->role = TYPE_HEADING;
        highest = highest_passing(scene, room);
    }
    room->passing_y = room->below_name + PASSING_SPACE;
    if (upright) {
        float least = room->invitation_y - LEAST_NETWORK;
        room->passing_end = fminf(room->passing_y + highest, least) + 1;
    } else {
        room->passing_y += fmaxf(0, (room_left - highest) / 2);
        room->passing_end = room->invitation_y - PASSING_SPACE / 2.0F;
    }
}

/* Where the network drifts: at the right of the words, or between them. */
static struct rect network_region(const struct scene *scene, const struct attract_room *room) {
    const struct metrics *metrics = &scene->env.metrics;
    if (metrics->upright) {
        return (struct rect){-metrics->margin, room->passing_end,
                             metrics->width + 2 * metrics->margin,
                             room->invitation_y - room->passing_end};
    }
    float left = room->words.x + room->words.w - metrics->margin / 2;
    return (struct rect){left, -metrics->margin, metrics->width + metrics->margin - left,
                         metrics->height + 2 * metrics->margin};
}

/* The emblem's place: a square in the middle of what is seen of the region. */
static struct rect emblem_square(const struct scene *scene, struct rect region) {
    const struct metrics *metrics = &scene->env.metrics;
    float margin = metrics->margin * 1.5F;
    struct rect seen = {region.x + margin, margin, metrics->width - region.x - 2 * margin,
                        metrics->height - 2 * margin};
    if (metrics->upright) {
        seen = (struct rect){margin, region.y + margin / 2, metrics->width - 2 * margin,
                             region.h - 1.5F * margin};
    }
    float side = fminf(seen.w, seen.h);
    struct point middle = rect_centre(seen);
    return (struct rect){middle.x - side / 2, middle.y - side / 2, side, side};
}

/* The sentence or the zone that this moment of the cycle shows. */
static void draw_moment(struct scene *scene, struct scene_frame *frame,
                        const struct attract_room *room, const struct hall_zone *zone, millis cycle,
                        millis time) {
    const struct attract_document *document = scene->document;
    const struct palette *palette = &scene->env.palette;
    if (document->lines.count > 0) {
        size_t index = (size_t)cycle % document->lines.count;
        draw_passing(scene, frame, room, palette->text, ITEM(document->lines, struct text, index),
                     shown_at(time, SENTENCE_IN, SENTENCE_OUT));
    }
    if (zone) {
        draw_passing(scene, frame, room, palette->light, &zone->name,
                     shown_at(time, ZONE_IN, ZONE_OUT));
    }
}

static void attract_draw(struct scene *scene, struct scene_frame *frame) {
    struct attract_state *state = scene->state;
    const struct hall *hall = scene->env.hall;
    millis elapsed = scene->env.now - state->start;
    millis cycle = elapsed / CYCLE;
    millis time = elapsed % CYCLE;
    const struct hall_zone *zone =
        hall->zone_count > 0 ? &hall->zones[(size_t)cycle % hall->zone_count] : NULL;
    struct scene lit = *scene; /* everything shines in the light of the zone whose turn it is */
    if (zone) {
        lit.env.palette = theme_palette(scene->env.theme, (enum zone_light)zone->light,
                                        scene->env.metrics.contrast);
    }
    struct attract_room room = room_of(scene);
    draw_name(scene, frame, &room);
    draw_invitation(scene, frame, &room);
    place_passing(scene, &room);
    struct network_look look = {
        .region = network_region(scene, &room),
        .time = elapsed,
        .emblem = zone ? &zone->emblem : NULL,
        .gathered = zone ? gathered_at(time) : 0,
        .messages = messages_at(time),
        .ground = scene->env.palette.ground,
        .colour = colour_mix(scene->env.palette.line, scene->env.palette.text, 0.5F),
        .light = lit.env.palette.light,
    };
    look.square = emblem_square(scene, look.region);
    draw_moment(&lit, frame, &room, zone, cycle, time);
    network_draw(&state->network, frame->draw, &look);
    frame_wake(frame, next_frame(scene, state));
}

/* The network as it drifts, as it gathers, and as each zone's emblem: from the next cycle on, which
   begins a moment after the one that this is written in. */
static void attract_walk(const struct scene *scene, struct buffer *out) {
    static const millis drifting = SENTENCE_IN + 2 * FADE;
    static const millis gathering = GATHER_START + GATHER_TIME / 2;
    static const millis gathered = ZONE_OUT - FADE;
    const struct attract_state *state = scene->state;
    const struct hall *hall = scene->env.hall;
    millis elapsed = scene->env.now - state->start;
    millis cycle = elapsed / CYCLE + 1;
    buffer_printf(out, "wait %d\nshot drifting\nwait %d\nshot gathering\nwait %d\n",
                  (int)(cycle * CYCLE - elapsed + drifting), (int)(gathering - drifting),
                  (int)(gathered - gathering));
    for (size_t i = 0; i < hall->zone_count; i++) {
        size_t zone = ((size_t)cycle + i) % hall->zone_count;
        buffer_printf(out, "wait %d\nshot %s\n", i > 0 ? CYCLE : 0, hall->zones[zone].id);
    }
}

const struct scene_kind attract_kind = {
    .document = {.name = "attract",
                 .title = {"迎宾画面", "Attract loop"},
                 .help = {"没有人的时候显示，碰一下就开始参观",
                          "shown while nobody is there; any touch begins a visit"},
                 .schema = &schema},
    .state_size = sizeof(struct attract_state),
    .enter = attract_enter,
    .draw = attract_draw,
    .walk = attract_walk,
    .fullscreen = true,
};
