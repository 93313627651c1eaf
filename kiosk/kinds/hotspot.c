/* The hotspot: things to find in a picture, with a lens, on layers, and what each of them means. */
#include "base/hash.h"
#include "content/check.h"
#include "scene/activity.h"
#include "scene/finds.h"
#include "scene/inscriptions.h"
#include "scene/layer_row.h"
#include "scene/panel.h"
#include "scene/result.h"
#include "scene/viewer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SPOTS_MOST = 16 };

struct hotspot_layer {
    struct asset picture;
    struct text label;
    bool lens;
};

struct hotspot_spot {
    struct rect at;
    int layer; /* from 1; 0: it is found on any */
    struct text label, why, hint;
};

struct hotspot_document {
    struct text lead;
    struct items layers; /* struct hotspot_layer; all show things in the same place */
    struct items labels; /* struct inscription */
    struct items spots;  /* struct hotspot_spot */
    millis hints_after;
    struct items results; /* struct result_words */
};

static const struct schema_row layer_rows[] = {
    ROW_IMAGE(struct hotspot_layer, picture, .required = true,
              .help = {"图片；几层要一样大，东西都在同一个位置",
                       "the picture; all have the same shape, and show things in the same place"}),
    ROW_TEXT(struct hotspot_layer, label, .required = true, .max = 20,
             .example = "{zh: 肉眼, en: By eye}",
             .help = {"按钮上的几个字", "a few words for its button"}),
    ROW_BOOLEAN(struct hotspot_layer, lens, .fallback = "no", .example = "yes",
                .help = {"只在放大镜里看得到，像手电照过去；第一层不能这样",
                         "seen in the lens only, like a torch's beam; not the first layer"}),
    ROW_END,
};
static const struct schema layer_schema = {"hotspot.layer", sizeof(struct hotspot_layer),
                                           layer_rows};

static const struct schema_row spot_rows[] = {
    ROW_RECT(struct hotspot_spot, at, .required = true, .example = "[0.4, 0.2, 0.1, 0.1]",
             .help = {"在图里的位置：左、上、宽、高，占整幅的几分之几",
                      "where it is: left, top, width, height as fractions of the picture"}),
    ROW_INTEGER(struct hotspot_spot, layer, .fallback = "0", .min = 0, .max = LAYER_ROW_MOST,
                .example = "2",
                .help = {"只在第几层上算找到，从 1 数起；不写就是哪一层都行",
                         "on which layer it can be found, from 1; left out, on any"}),
    ROW_TEXT(struct hotspot_spot, label, .required = true, .max = 40,
             .example = "{zh: 烟雾报警器, en: The smoke detector}",
             .help = {"找到的是什么", "what it is"}),
    ROW_TEXT(struct hotspot_spot, why, .required = true, .max = 200,
             .example = "{zh: 镜头就在这里。, en: Here is the lens.}",
             .help = {"找到以后读到的话：为什么，怎么办",
                      "what is read when it was found: why, and what to do"}),
    ROW_TEXT(struct hotspot_spot, hint, .required = true, .max = 80,
             .example = "{zh: 抬头看看。, en: Look up.}",
             .help = {"找了一阵没找到时的提示：往哪里看",
                      "where to look, said to those who have not found it for a while"}),
    ROW_END,
};
static const struct schema spot_schema = {"hotspot.spot", sizeof(struct hotspot_spot), spot_rows};

static const struct schema_row hotspot_rows[] = {
    ROW_TEXT(struct hotspot_document, lead, .max = 120,
             .example = "{zh: 找出六个镜头。, en: Find six lenses.}",
             .help = {"标题下面的一句话", "a sentence below the title"}),
    ROW_LIST(struct hotspot_document, layers, &layer_schema, .required = true, .min = 1,
             .max = LAYER_ROW_MOST,
             .help = {"一到四层图，用按钮切换", "one to four layers, to switch between"}),
    ROW_LIST(struct hotspot_document, labels, &inscription_schema, .max = INSCRIPTIONS_MOST,
             .help = {"写在图里的字", "words that stand in the picture"}),
    ROW_LIST(struct hotspot_document, spots, &spot_schema, .required = true, .min = 1,
             .max = SPOTS_MOST, .help = {"一到十六处要找的东西", "one to sixteen things to find"}),
    ROW_DURATION(
        struct hotspot_document, hints_after, .fallback = "20s", .min = 2000, .max = 120000,
        .example = "20s",
        .help = {"多久没有新发现就给提示", "a hint comes when nothing was found for so long"}),
    RESULTS_ROW(struct hotspot_document),
    ROW_END,
};
static const struct schema hotspot_schema = {"hotspot", sizeof(struct hotspot_document),
                                             hotspot_rows};

static const struct hotspot_layer *layer_at(const struct hotspot_document *document, int layer) {
    return ITEM(document->layers, struct hotspot_layer, (size_t)layer - 1);
}

static const struct hotspot_spot *spot_at(const struct hotspot_document *document, int spot) {
    return ITEM(document->spots, struct hotspot_spot, (size_t)spot);
}

static void check_layers(const struct hotspot_document *document, struct document_check *check) {
    const float close = 0.01F;
    const struct asset *first = &layer_at(document, 1)->picture;
    char path[64];
    if (layer_at(document, 1)->lens) {
        check_report(check, "layers.0.lens", "第一层是大家先看到的，不能只在放大镜里",
                     "the first layer is what one sees: it cannot be in the lens only");
    }
    for (int i = 2; i <= (int)document->layers.count; i++) {
        const struct asset *other = &layer_at(document, i)->picture;
        float a = (float)first->width * (float)other->height;
        float b = (float)first->height * (float)other->width;
        if (a > 0 && b > 0 && fabsf(a - b) > close * a) {
            (void)snprintf(path, sizeof path, "layers.%d.picture", i - 1);
            check_report(check, path, "这张图和第一层长宽比不一样，东西对不上",
                         "this picture has another shape than the first layer: they do not match");
        }
    }
}

static void check_layer_number(int layer, size_t count, const char *list, size_t index,
                               struct document_check *check) {
    if (layer > (int)count) {
        char path[64], zh[96], en[96];
        (void)snprintf(path, sizeof path, "%s.%zu.layer", list, index);
        (void)snprintf(zh, sizeof zh, "只有 %zu 层，写 1 到 %zu", count, count);
        (void)snprintf(en, sizeof en, "there are %zu layers: 1 to %zu", count, count);
        check_report(check, path, zh, en);
    }
}

/* Two that share ground on the same layer: a tap there would find only one. */
static void check_overlaps(const struct hotspot_document *document, int spot,
                           struct document_check *check) {
    const struct hotspot_spot *mine = spot_at(document, spot);
    for (int i = 0; i < spot; i++) {
        const struct hotspot_spot *other = spot_at(document, i);
        bool together = mine->layer == 0 || other->layer == 0 || mine->layer == other->layer;
        if (together && rect_overlaps(mine->at, other->at)) {
            char path[64], zh[96], en[96];
            (void)snprintf(path, sizeof path, "spots.%d.at", spot);
            (void)snprintf(zh, sizeof zh, "和第 %d 处叠在一起，点下去分不清", i + 1);
            (void)snprintf(en, sizeof en, "it overlaps number %d: a tap there means both", i + 1);
            check_report(check, path, zh, en);
        }
    }
}

static void hotspot_check(const void *self, struct document_check *check) {
    const struct hotspot_document *document = self;
    check_layers(document, check);
    for (size_t i = 0; i < document->labels.count; i++) {
        check_layer_number(ITEM(document->labels, struct inscription, i)->layer,
                           document->layers.count, "labels", i, check);
    }
    for (int i = 0; i < (int)document->spots.count; i++) {
        check_layer_number(spot_at(document, i)->layer, document->layers.count, "spots", (size_t)i,
                           check);
        check_overlaps(document, i, check);
    }
    result_check(&document->results, check);
}

struct hotspot_state {
    unsigned found, shown; /* a bit for each spot: by the visitor, or by the button that shows it */
    int layer;             /* the one that is chosen, from 1 */
    int told;              /* what is read of: a spot, the first is 1; 0: what to do */
    struct point missed;   /* where nothing was, in fractions */
    millis missed_at;      /* 0: nothing was tapped in vain lately */
    millis since;          /* of the last find: hints are counted from it */
    bool over;
    struct viewer viewer;
    struct scroll words, result;
};

static const struct element_id picture_id = {"picture", 0};
static const struct element_id words_id = {"text", 0};
static const struct element_id lens_id = {"lens", 0};
static const struct element_id show_id = {"show", 0};
static const struct element_id continue_id = {"continue", 0};

static int spot_count(const struct scene *scene) {
    return (int)((const struct hotspot_document *)scene->document)->spots.count;
}

static int layer_count(const struct scene *scene) {
    return (int)((const struct hotspot_document *)scene->document)->layers.count;
}

static bool is_known(const struct hotspot_state *state, int spot) {
    return (state->found | state->shown) >> spot & 1;
}

static bool all_known(const struct scene *scene) {
    const struct hotspot_state *state = scene->state;
    return (state->found | state->shown) == (1U << spot_count(scene)) - 1;
}

static const struct hotspot_layer *layer_shown(const struct scene *scene) {
    return layer_at(scene->document, ((const struct hotspot_state *)scene->state)->layer);
}

static void choose_layer(struct scene *scene, int layer) {
    struct hotspot_state *state = scene->state;
    state->layer = layer;
    viewer_beam(&state->viewer, layer_shown(scene)->lens);
}

static void begin(struct scene *scene) {
    struct hotspot_state *state = scene->state;
    *state = (struct hotspot_state){.since = scene->env.now, .layer = 1};
    viewer_init(&state->viewer);
}

/* 0: no hint is due; 1: words; 2: a ring about the place too. */
static int hint_level(const struct scene *scene) {
    const struct hotspot_state *state = scene->state;
    const struct hotspot_document *document = scene->document;
    millis waits = (scene->env.now - state->since) / document->hints_after;
    return state->over || all_known(scene) ? 0 : waits < 2 ? (int)waits : 2;
}

/* The one that hints are of: the first that is not known. */
static int hinted(const struct scene *scene) {
    int spot = 0;
    while (spot < spot_count(scene) && is_known(scene->state, spot)) {
        spot++;
    }
    return spot;
}

static void tell(struct scene *scene, int spot) {
    struct hotspot_state *state = scene->state;
    state->told = spot + 1;
    state->since = scene->env.now;
    state->missed_at = 0;
    state->words = (struct scroll){0};
}

static void find(struct scene *scene, int spot) {
    struct hotspot_state *state = scene->state;
    if (!is_known(state, spot)) {
        state->found |= 1U << spot;
        scene_sound(scene, SOUND_RIGHT);
    }
    tell(scene, spot);
}

static void show(struct scene *scene) {
    struct hotspot_state *state = scene->state;
    int spot = hinted(scene);
    const struct hotspot_spot *shown = spot_at(scene->document, spot);
    state->shown |= 1U << spot;
    if (shown->layer > 0) {
        choose_layer(scene, shown->layer);
    }
    viewer_show(&state->viewer, rect_centre(shown->at), scene->env.now);
    tell(scene, spot);
}

static bool is_on_layer(const struct scene *scene, const struct hotspot_spot *spot) {
    const struct hotspot_state *state = scene->state;
    return spot->layer == 0 || spot->layer == state->layer;
}

/* What lies in `around`, in fractions: the nearest to its middle, -1 for nothing. */
static int spot_near(const struct scene *scene, struct rect around) {
    int nearest = -1;
    float least = INFINITY;
    struct point at = rect_centre(around);
    for (int i = 0; i < spot_count(scene); i++) {
        const struct hotspot_spot *spot = spot_at(scene->document, i);
        struct point middle = rect_centre(spot->at);
        float far = hypotf(middle.x - at.x, middle.y - at.y);
        if (is_on_layer(scene, spot) && rect_overlaps(spot->at, around) && far < least) {
            nearest = i;
            least = far;
        }
    }
    return nearest;
}

static void point_at(struct scene *scene, struct rect around) {
    struct hotspot_state *state = scene->state;
    int spot = spot_near(scene, around);
    if (spot >= 0) {
        find(scene, spot);
    } else {
        state->told = 0;
        state->missed = rect_centre(around);
        state->missed_at = scene->env.now;
        scene_sound(scene, SOUND_WRONG);
    }
}

static struct move hotspot_gesture(struct scene *scene, const struct gesture *gesture) {
    struct hotspot_state *state = scene->state;
    bool tap = gesture->type == GESTURE_TAP;
    int layer = layer_row_tap(gesture);
    if (state->over) {
        scroll_gesture(&state->result, gesture);
        return tap ? result_tap(scene, gesture->id, begin) : STAY;
    }
    if (element_id_equal(gesture->id, picture_id)) {
        struct viewer_claim claim = viewer_gesture(&state->viewer, gesture, scene->env.now);
        if (claim.made) {
            point_at(scene, claim.around);
        }
    } else if (layer > 0 && layer <= layer_count(scene)) {
        choose_layer(scene, layer);
    } else if (tap && element_id_equal(gesture->id, lens_id)) {
        viewer_step(&state->viewer, 1);
    } else if (tap && element_id_equal(gesture->id, show_id) && hint_level(scene) > 0) {
        show(scene);
    } else if (tap && element_id_equal(gesture->id, continue_id) && all_known(scene)) {
        state->over = true;
        scene_sound(scene, SOUND_DONE);
    } else {
        scroll_gesture(&state->words, gesture);
    }
    return STAY;
}

static bool hotspot_is_inside(const struct scene *scene) {
    const struct hotspot_state *state = scene->state;
    return !state->over && viewer_is_inside(&state->viewer);
}

static void hotspot_back(struct scene *scene) {
    struct hotspot_state *state = scene->state;
    viewer_back(&state->viewer, scene->env.now);
}

/* The rings about what is known, where to look, and where nothing was. */
static void draw_rings(struct scene *scene, struct scene_frame *frame) {
    const struct hotspot_state *state = scene->state;
    const struct hotspot_spot *next = spot_at(scene->document, hinted(scene));
    for (int i = 0; i < spot_count(scene); i++) {
        const struct hotspot_spot *spot = spot_at(scene->document, i);
        if (is_known(state, i) && is_on_layer(scene, spot)) {
            enum find_look look = state->found >> i & 1 ? FIND_OWN : FIND_SHOWN;
            find_draw(scene, frame, &state->viewer.zoom, spot->at, look, state->told == i + 1);
        }
    }
    if (hint_level(scene) == 2 && is_on_layer(scene, next)) {
        find_draw_hint(scene, frame, &state->viewer.zoom, next->at);
    }
    if (state->missed_at > 0) {
        find_draw_miss(scene, frame, &state->viewer.zoom, state->missed, state->missed_at);
    }
}

static void draw_lens(struct scene *scene, struct scene_frame *frame) {
    const struct hotspot_state *state = scene->state;
    const struct hotspot_document *document = scene->document;
    struct lens_view view = viewer_lens(&state->viewer);
    lens_begin(scene, frame, &view);
    draw_image(frame->draw, layer_shown(scene)->picture.path, view.whole, FIT_STRETCH, 0, 1);
    inscriptions_draw(scene, frame, &document->labels, state->layer, view.whole);
    lens_end(scene, frame, &view);
}

/* The layer that is seen outside the lens, all of it or a part that is looked at closely. */
static void draw_layer_picture(struct scene *scene, struct scene_frame *frame) {
    const struct hotspot_state *state = scene->state;
    const struct hotspot_document *document = scene->document;
    int layer = layer_shown(scene)->lens ? 1 : state->layer;
    const char *path = layer_at(document, layer)->picture.path;
    struct rect part, place;
    if (zoom_is_close(&state->viewer.zoom)) {
        zoom_shown(&state->viewer.zoom, &part, &place);
        draw_image_part(frame->draw, path, part, place);
    } else {
        draw_image(frame->draw, path, state->viewer.picture, FIT_STRETCH, CARD_RADIUS, 1);
    }
    inscriptions_draw(scene, frame, &document->labels, layer, state->viewer.picture);
}

static void draw_picture(struct scene *scene, struct scene_frame *frame, struct rect window) {
    struct hotspot_state *state = scene->state;
    const struct asset *first = &layer_at(scene->document, 1)->picture;
    if (viewer_place(&state->viewer, window, first, scene->env.now)) {
        frame_wake(frame, scene->env.now);
    }
    elements_add(
        frame->elements,
        (struct element){.id = picture_id,
                         .rect = window,
                         .role = ROLE_SLIDER,
                         .flags = ELEMENT_TAP | ELEMENT_DRAG_X | ELEMENT_DRAG_Y | ELEMENT_PINCH,
                         .label = scene_text(scene, &layer_shown(scene)->label)});
    draw_clip(frame->draw, window);
    draw_layer_picture(scene, frame);
    draw_rings(scene, frame);
    draw_clip_end(frame->draw);
    if (state->viewer.lens.out) {
        draw_lens(scene, frame);
    }
}

enum { SAID = 3 };

/* What is read of a thing that was found. */
static void say_spot(struct scene *scene, int index, struct paragraph said[SAID]) {
    const struct palette *palette = &scene->env.palette;
    const struct hotspot_state *state = scene->state;
    const struct hotspot_spot *spot = spot_at(scene->document, index);
    int known = __builtin_popcount(state->found | state->shown);
    said[0] = (struct paragraph){phrase_of_two(scene, PHRASE_SPOTS_OF, known, spot_count(scene)),
                                 TYPE_LABEL, palette->soft};
    said[1] = (struct paragraph){scene_text(scene, &spot->label), TYPE_HEADING, palette->text};
    said[2] = (struct paragraph){scene_text(scene, &spot->why), TYPE_BODY, palette->text};
}

/* What is said now: a hint, what was found, that nothing was there, or what to do. */
static void say(struct scene *scene, struct paragraph said[SAID]) {
    const struct hotspot_state *state = scene->state;
    const struct palette *palette = &scene->env.palette;
    const char *language = scene->env.language;
    say_spot(scene, state->told > 0 ? state->told - 1 : 0, said);
    if (hint_level(scene) > 0) {
        const struct hotspot_spot *spot = spot_at(scene->document, hinted(scene));
        said[1] =
            (struct paragraph){phrase_in(PHRASE_HINT, language), TYPE_HEADING, palette->light};
        said[2].words = scene_text(scene, &spot->hint);
    } else if (state->told == 0) {
        said[1].words = "";
        said[2].words =
            phrase_in(state->missed_at > 0 ? PHRASE_NOTHING_HERE : PHRASE_HOTSPOT_HINT, language);
    }
}

/* How high the longest of all that is read is. */
static float words_height(struct scene *scene, float width) {
    float longest = 0;
    for (int i = 0; i < spot_count(scene); i++) {
        struct paragraph said[SAID];
        say_spot(scene, i, said);
        longest = fmaxf(longest, paragraphs_height(scene, said, SAID, width));
    }
    return longest;
}

/* What is known so far stands at the panel's foot, where the longest of all that is read leaves
   room for it, beside a button so wide. */
static void draw_list(struct scene *scene, struct scene_frame *frame, struct rect panel,
                      float button) {
    const struct hotspot_state *state = scene->state;
    struct rect room = rect_inset(panel, CARD_PADDING);
    struct find_row rows[SPOTS_MOST];
    for (int i = 0; i < spot_count(scene); i++) {
        enum find_look look = state->found >> i & 1 ? FIND_OWN : FIND_SHOWN;
        rows[i] = (struct find_row){scene_text(scene, &spot_at(scene->document, i)->label),
                                    is_known(state, i) ? look : FIND_OPEN};
    }
    float longest = words_height(scene, room.w);
    room.y += longest;
    room.h -= longest;
    room.w -= button;
    finds_list_draw(scene, frame, rows, spot_count(scene), room);
}

/* The way on; while one searches, a tap way to move the lens, then help. */
static struct panel_button button_of(const struct scene *scene) {
    const char *language = scene->env.language;
    if (all_known(scene)) {
        return (struct panel_button){continue_id, phrase_in(PHRASE_CONTINUE, language),
                                     BUTTON_PRIMARY};
    }
    if (hint_level(scene) > 0) {
        return (struct panel_button){show_id, phrase_in(PHRASE_SHOW_ME, language), BUTTON_PRIMARY};
    }
    return (struct panel_button){lens_id, phrase_in(PHRASE_LENS, language), BUTTON_QUIET};
}

static void draw_panel(struct scene *scene, struct scene_frame *frame, struct rect panel) {
    struct hotspot_state *state = scene->state;
    struct panel_button button = button_of(scene);
    struct paragraph said[SAID];
    say(scene, said);
    panel_reading(scene, frame, said, SAID, &state->words, words_id, &button, false, panel);
    draw_list(scene, frame, panel, piece_button_size(scene, button.look, button.label).x);
}

/* The picture is as large as lets all that is read be read without scrolling. */
static struct activity_picture fit_picture(struct scene *scene, struct point row) {
    const struct hotspot_document *document = scene->document;
    const struct asset *shape = &layer_at(document, 1)->picture;
    struct activity_picture large = activity_picture_fit(scene, &document->lead, shape, row, true);
    const char *way = phrase_in(PHRASE_CONTINUE, scene->env.language);
    float needed = words_height(scene, large.panel.w - 2 * CARD_PADDING) + 2 * CARD_PADDING +
                   piece_button_size(scene, BUTTON_PRIMARY, way).y;
    return needed <= large.panel.h
               ? large
               : activity_picture_fit(scene, &document->lead, shape, row, false);
}

static void draw_game(struct scene *scene, struct scene_frame *frame) {
    struct hotspot_state *state = scene->state;
    const struct hotspot_document *document = scene->document;
    const char *labels[LAYER_ROW_MOST];
    int count = layer_count(scene);
    for (int i = 0; i < count; i++) {
        labels[i] = scene_text(scene, &layer_at(document, i + 1)->label);
    }
    struct layer_row row = layer_row_fit(scene, labels, count, 1, activity_width(scene));
    struct activity_picture place = fit_picture(scene, (struct point){row.width, row.height});
    activity_heading(scene, frame, &document->lead);
    layer_row_draw(scene, frame, &row, state->layer, place.row.x, place.row.y);
    draw_panel(scene, frame, place.panel);
    draw_picture(scene, frame, place.picture);
    if (!all_known(scene) && hint_level(scene) < 2) {
        frame_wake(frame, state->since + document->hints_after * (hint_level(scene) + 1));
    }
}

static void draw_result(struct scene *scene, struct scene_frame *frame) {
    struct hotspot_state *state = scene->state;
    const struct hotspot_document *document = scene->document;
    int score = __builtin_popcount(state->found);
    const struct result result = {
        .kicker = phrase_of_two(scene, PHRASE_SPOTS_SCORE, score, spot_count(scene)),
        .score = score,
        .of = spot_count(scene),
        .right = state->found,
        .words = document->results};
    struct rect place = result_draw(scene, frame, &result, &state->result);
    const char *shown = scene->entry->common.picture.path;
    if (place.w > 0 && strcmp(shown, layer_at(document, 1)->picture.path) == 0) {
        inscriptions_draw(scene, frame, &document->labels, 1, place);
    }
}

static void hotspot_draw(struct scene *scene, struct scene_frame *frame) {
    const struct hotspot_state *state = scene->state;
    frame->content = hash_int(HASH_START, state->told);
    frame->content = hash_int(frame->content, hint_level(scene));
    frame->content = hash_int(frame->content, state->over);
    (state->over ? draw_result : draw_game)(scene, frame);
}

static void hotspot_describe(const void *self, const char *language, struct buffer *out) {
    phrase_add_count(out, PHRASE_SPOTS, language,
                     (int)((const struct hotspot_document *)self)->spots.count);
}

/* A tap in vain, the lens, each layer, and all that is to be found. A hint is waited for where it
   comes soon. */
static void hotspot_walk(const struct scene *scene, struct buffer *out) {
    const struct hotspot_document *document = scene->document;
    const millis soon = 5000;
    int layers = (int)document->layers.count;
    buffer_add(out,
               "wait 400\nshot start\ndrag picture.0 90 60\nshot lens\nkey escape\nwait 300\n");
    for (int i = 2; i <= layers; i++) {
        buffer_printf(out, "tap layer.%d\nwait 400\nshot layer-%d\n", i, i);
    }
    if (document->hints_after <= soon) {
        buffer_printf(out, "wait %lld\nshot hint\n", (long long)document->hints_after * 2);
    }
    for (int i = 0; i < (int)document->spots.count; i++) {
        const struct hotspot_spot *spot = spot_at(document, i);
        struct point middle = rect_centre(spot->at);
        int layer = spot->layer > 0 ? spot->layer : 1;
        if (layers > 1) {
            buffer_printf(out, "tap layer.%d\n", layer);
        }
        if (layer_at(document, layer)->lens) { /* its glass must not lie over the place */
            buffer_printf(out, "drag picture.0 %.4f %.4f 24 0\n", (double)middle.x,
                          (double)middle.y);
        }
        buffer_printf(out, "tap picture.0 %.4f %.4f\nwait 300\nshot found-%d\n", (double)middle.x,
                      (double)middle.y, i + 1);
    }
    buffer_add(out, "tap continue.0\nwait 300\nshot result\ntap again.0\n");
}

const struct scene_kind hotspot_kind = {
    .document = {.name = "hotspot",
                 .title = {"找一找", "Find"},
                 .help = {"观众在图里找东西，可以用放大镜，可以换一层看",
                          "the visitor finds things in a picture, with a lens, on layers"},
                 .schema = &hotspot_schema,
                 .check = hotspot_check},
    .state_size = sizeof(struct hotspot_state),
    .enter = begin,
    .gesture = hotspot_gesture,
    .draw = hotspot_draw,
    .is_inside = hotspot_is_inside,
    .back = hotspot_back,
    .walk = hotspot_walk,
    .describe = hotspot_describe,
};
