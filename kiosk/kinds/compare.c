/* The comparison: a handle slides across a picture, and behind it is the same thing otherwise. */
#include "base/hash.h"
#include "content/check.h"
#include "scene/activity.h"
#include "scene/layer_row.h"
#include "scene/panel.h"

#include <math.h>
#include <stdio.h>

enum { PICTURES_MOST = 4 };

struct compare_picture {
    struct asset picture;
    struct text label, words;
};

struct compare_document {
    struct text lead;
    struct items pictures; /* struct compare_picture; the first is what the others lie over */
};

static const struct schema_row picture_rows[] = {
    ROW_IMAGE(struct compare_picture, picture, .required = true,
              .help = {"图片；几张要一样大，内容对得上",
                       "the picture; all have the same shape, and show things in the same place"}),
    ROW_TEXT(struct compare_picture, label, .required = true, .max = 20,
             .example = "{zh: 看得见的, en: What you see}",
             .help = {"按钮上的几个字", "a few words for its button"}),
    ROW_TEXT(struct compare_picture, words, .required = true, .max = 240,
             .example = "{zh: 窗外有一座塔。, en: There is a tower outside.}",
             .help = {"旁边说的话：这一张能看出什么", "what is to be seen in it, read beside it"}),
    ROW_END,
};
static const struct schema picture_schema = {"compare.picture", sizeof(struct compare_picture),
                                             picture_rows};

static const struct schema_row compare_rows[] = {
    ROW_TEXT(struct compare_document, lead, .max = 120,
             .example = "{zh: 左右拖动，看看底下是什么。, en: Slide to see what is beneath.}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(struct compare_document, pictures, &picture_schema, .required = true, .min = 2,
             .max = PICTURES_MOST,
             .help = {"二到四张图；第一张在左边，其余的轮流在右边",
                      "two to four pictures; the first lies left, the others right in turn"}),
    ROW_END,
};
static const struct schema compare_schema = {"compare", sizeof(struct compare_document),
                                             compare_rows};

static const struct compare_picture *picture_at(const struct compare_document *document,
                                                int index) {
    return ITEM(document->pictures, struct compare_picture, (size_t)index);
}

static float shape_of(const struct asset *picture) {
    return picture->height > 0 ? (float)picture->width / (float)picture->height : 0;
}

static void compare_check(const void *self, struct document_check *check) {
    const float close = 0.01F;
    const struct compare_document *document = self;
    float first = shape_of(&picture_at(document, 0)->picture);
    for (int i = 1; i < (int)document->pictures.count; i++) {
        float other = shape_of(&picture_at(document, i)->picture);
        if (first > 0 && other > 0 && fabsf(first - other) > close * first) {
            char path[64];
            (void)snprintf(path, sizeof path, "pictures.%d.picture", i);
            check_report(check, path, "这张图和第一张长宽比不一样，两边对不上",
                         "this picture has another shape than the first: the two do not match");
        }
    }
}

/* Where the handle is, in fractions of the width: on its way from one place to another. */
struct compare_state {
    int shown; /* the picture at the right of the handle */
    float from, to;
    millis since, span;
    struct rect place; /* of the picture, as last drawn */
    struct scroll words;
};

static const struct element_id slider_id = {"compare", 0};
static const struct element_id words_id = {"text", 0};
static const struct element_id next_id = {"next", 0};

static const millis OPENS = 700; /* slow enough to be seen: the picture can be slid */
static const millis GLIDES = 280;
static const float STEP = 0.1F;

static void glide(struct scene *scene, float from, float to, millis span) {
    struct compare_state *state = scene->state;
    state->from = fminf(fmaxf(from, 0), 1);
    state->to = fminf(fmaxf(to, 0), 1);
    state->since = scene->env.now;
    state->span = span;
}

static float split_of(const struct scene *scene) {
    const struct compare_state *state = scene->state;
    float moved = state->span > 0 ? ease_out(scene->env.now - state->since, state->span) : 1;
    return state->from + (state->to - state->from) * moved;
}

static void show(struct scene *scene, int picture) {
    struct compare_state *state = scene->state;
    state->shown = picture;
    state->words = (struct scroll){0};
    glide(scene, 1, 0.5F, OPENS);
}

static void compare_enter(struct scene *scene) {
    show(scene, 1);
}

/* Where along the picture a finger is. */
static float along(const struct scene *scene, float x) {
    const struct compare_state *state = scene->state;
    return state->place.w > 0 ? (x - state->place.x) / state->place.w : 0;
}

static struct move compare_gesture(struct scene *scene, const struct gesture *gesture) {
    struct compare_state *state = scene->state;
    bool tap = gesture->type == GESTURE_TAP;
    if (element_id_equal(gesture->id, slider_id)) {
        float at = along(scene, gesture->x);
        if (tap) {
            glide(scene, split_of(scene), at, GLIDES);
        } else if (gesture->type == GESTURE_DRAG) {
            glide(scene, at, at, 0);
        } else if (gesture->type == GESTURE_STEP) {
            glide(scene, split_of(scene), state->to + STEP * gesture->dx, GLIDES);
        }
    } else if (layer_row_tap(gesture) > 0) {
        show(scene, layer_row_tap(gesture) - 1);
    } else if (tap && element_id_equal(gesture->id, next_id)) {
        return (struct move){.type = MOVE_NEXT};
    } else {
        scroll_gesture(&state->words, gesture);
    }
    return STAY;
}

static const float HANDLE = 36; /* the radius of what a finger takes */
static const float LINE = 4;

static void draw_handle(struct scene *scene, struct scene_frame *frame, struct rect place,
                        float x) {
    const struct palette *palette = &scene->env.palette;
    float y = place.y + place.h / 2;
    bool pressed = piece_pressed(frame, slider_id);
    float radius = pressed ? HANDLE * 1.15F : HANDLE;
    draw_line(frame->draw, x, place.y, x, place.y + place.h, LINE, palette->light);
    draw_dot(frame->draw, x, y, radius, palette->light);
    float icon = radius * 0.9F;
    draw_icon(frame->draw, icon_path(scene, "previous"),
              (struct rect){x - icon, y - icon / 2, icon, icon}, palette->on_light);
    draw_icon(frame->draw, icon_path(scene, "next"), (struct rect){x, y - icon / 2, icon, icon},
              palette->on_light);
}

/* The first picture, and over its right part the one that is shown. */
static void draw_pictures(struct scene *scene, struct scene_frame *frame, struct rect place) {
    struct compare_state *state = scene->state;
    const struct compare_document *document = scene->document;
    const struct asset *left = &picture_at(document, 0)->picture;
    const struct compare_picture *right = picture_at(document, state->shown);
    float split = split_of(scene);
    float x = place.x + place.w * split;
    state->place = place;
    draw_image(frame->draw, left->path, place, FIT_STRETCH, CARD_RADIUS, 1);
    draw_clip(frame->draw, (struct rect){x, place.y, place.x + place.w - x, place.h});
    draw_image(frame->draw, right->picture.path, place, FIT_STRETCH, CARD_RADIUS, 1);
    draw_clip_end(frame->draw);
    draw_handle(scene, frame, place, x);
    if (state->span > 0 && scene->env.now < state->since + state->span) {
        frame_wake(frame, scene->env.now);
    }
    elements_add(frame->elements, (struct element){.id = slider_id,
                                                   .rect = place,
                                                   .role = ROLE_SLIDER,
                                                   .flags = ELEMENT_TAP | ELEMENT_DRAG_X,
                                                   .label = scene_text(scene, &right->label)});
}

/* A button for each picture that can lie at the right. `labels` has room for all of them. */
static struct layer_row layers_of(struct scene *scene, const char **labels, float width) {
    const struct compare_document *document = scene->document;
    int count = (int)document->pictures.count - 1;
    for (int i = 0; i < count; i++) {
        labels[i] = scene_text(scene, &picture_at(document, i + 1)->label);
    }
    return layer_row_fit(scene, labels, count, 2, width);
}

/* What is to be seen, and the way on. */
static void draw_words(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    struct compare_state *state = scene->state;
    const struct palette *palette = &scene->env.palette;
    const struct compare_picture *shown = picture_at(scene->document, state->shown);
    const struct panel_button next = {.id = next_id,
                                      .label = phrase_in(PHRASE_CONTINUE, scene->env.language)};
    const struct paragraph said[] = {
        {scene_text(scene, &shown->label), TYPE_HEADING, palette->text},
        {scene_text(scene, &shown->words), TYPE_BODY, palette->text}};
    panel_reading(scene, frame, said, 2, &state->words, words_id, &next, false, panel);
}

static void compare_draw(struct scene *scene, struct scene_frame *frame) {
    const struct compare_state *state = scene->state;
    const struct compare_document *document = scene->document;
    const struct asset *first = &picture_at(document, 0)->picture;
    const char *labels[PICTURES_MOST];
    struct layer_row layers = layers_of(scene, labels, activity_width(scene));
    struct activity_picture place = activity_picture_fit(
        scene, &document->lead, first, (struct point){layers.width, layers.height}, false);
    activity_heading(scene, frame, &document->lead);
    layer_row_draw(scene, frame, &layers, state->shown + 1, place.row.x, place.row.y);
    draw_pictures(scene, frame, place.picture);
    draw_words(scene, frame, place.panel);
    frame->content = hash_int(HASH_START, state->shown);
}

static void compare_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_PICTURES, language,
                     (int)((const struct compare_document *)self)->pictures.count);
}

static void compare_walk(const struct scene *scene, struct buffer *out) {
    const struct compare_document *document = scene->document;
    buffer_add(out, "wait 1000\nshot start\ndrag compare.0 -200 0\nwait 300\nshot slid\n"
                    "tap compare.0\nwait 400\n");
    for (int i = 2; i < (int)document->pictures.count; i++) {
        buffer_printf(out, "tap layer.%d\nwait 1000\nshot layer-%d\n", i + 1, i + 1);
    }
}

const struct scene_kind compare_kind = {
    .document = {.name = "compare",
                 .title = {"对比", "Compare"},
                 .help = {"观众左右拖动，比较同一样东西的几张图",
                          "the visitor slides between pictures of the same thing"},
                 .schema = &compare_schema,
                 .check = compare_check},
    .state_size = sizeof(struct compare_state),
    .enter = compare_enter,
    .gesture = compare_gesture,
    .draw = compare_draw,
    .walk = compare_walk,
    .describe = compare_describe,
};
