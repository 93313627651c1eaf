/* The gallery: pictures one at a time, to be looked at closely. */
#include "base/hash.h"
#include "scene/number.h"
#include "scene/picture_page.h"
#include "scene/zoom.h"

#include <math.h>
#include <string.h>

enum { PICTURES_MOST = 40 };

struct gallery_place {
    struct rect at;
    struct text note;
};

struct gallery_picture {
    struct asset picture;
    struct text title;
    struct text caption;
    struct items places; /* struct gallery_place */
};

struct gallery_document {
    struct text lead;
    struct items pictures; /* struct gallery_picture */
};

static const struct schema_row place_rows[] = {
    ROW_RECT(struct gallery_place, at, .required = true, .example = "[0.4, 0.2, 0.2, 0.2]",
             .help = {"细节在图里的位置：左、上、宽、高，占整幅的几分之几",
                      "where the detail is: left, top, width, height as fractions of the picture"}),
    ROW_TEXT(struct gallery_place, note, .required = true, .max = 300,
             .example = "{zh: 锁孔在这里。, en: The keyhole is here.}",
             .help = {"放大后读到的话", "what is read beside it"}),
    ROW_END,
};
static const struct schema place_schema = {"gallery.place", sizeof(struct gallery_place),
                                           place_rows};

static const struct schema_row picture_rows[] = {
    ROW_IMAGE(struct gallery_picture, picture, .required = true,
              .example = "assets/pictures/lake.svg", .help = {"图片", "the picture"}),
    ROW_TEXT(struct gallery_picture, title, .required = true, .max = 120,
             .example = "{zh: 湖边的馆, en: A museum by the lake}",
             .help = {"图片的标题", "the picture's title"}),
    ROW_TEXT(struct gallery_picture, caption, .max = 600,
             .example = "{zh: 天健湖畔。, en: On the shore of Tianjian Lake.}",
             .help = {"图片的说明", "the words beside the picture"}),
    ROW_LIST(struct gallery_picture, places, &place_schema, .max = DETAILS_MOST,
             .help = {"可以点按放大的细节", "details to look closer at with a tap"}),
    ROW_END,
};
static const struct schema picture_schema = {"gallery.picture", sizeof(struct gallery_picture),
                                             picture_rows};

static const struct schema_row gallery_rows[] = {
    ROW_TEXT(struct gallery_document, lead, .max = 200,
             .example = "{zh: 六个主题日, en: Six theme days}",
             .help = {"第一幅旁边的一句话", "a sentence beside the first picture"}),
    ROW_LIST(struct gallery_document, pictures, &picture_schema, .required = true, .min = 1,
             .max = PICTURES_MOST, .help = {"一到四十幅图片", "one to forty pictures"}),
    ROW_END,
};
static const struct schema gallery_schema = {"gallery", sizeof(struct gallery_document),
                                             gallery_rows};

struct gallery_state {
    int at;
    int leaving; /* the picture that slides away, the first is 1; 0 for none */
    int place;   /* whose note is read, the first is 1; 0 for none */
    struct zoom zoom;
    struct scroll scroll; /* of the words */
    float shift;          /* how far beside its place the picture is, logical pixels */
    float shift_from;     /* where it began to slide home */
    millis slide_start;
    bool sliding;
    struct point tapped; /* the last tap, for a double one */
    millis tapped_at;
    bool tapped_once;
    struct picture_fit fit;
};

enum { SLIDE_MS = 240, DOUBLE_TAP_MS = 320 };
static const float DOUBLE_TAP_SPAN = 64;
static const float TURN_SHARE = 0.2F; /* of the window, or this speed, turns to the next */
static const float TURN_SPEED = 500;
static const float PICTURE_GAP = 64;
static const float AROUND = 0.25F; /* of a detail's size is seen on each side of it */
static const float CLOSER = 1.6F;
static const float DOUBLE_TAP_SCALE = 2.5F;

static const struct element_id picture_id = {"picture", 0};
static const struct element_id text_id = {"text", 0};
static const struct element_id plus_id = {"plus", 0};
static const struct element_id minus_id = {"minus", 0};
static const struct element_id previous_id = {"previous", 0};
static const struct element_id next_id = {"next", 0};
static const struct element_id onward_id = {"onward", 0};

static int picture_count(const struct scene *scene) {
    return (int)((const struct gallery_document *)scene->document)->pictures.count;
}

static const struct gallery_picture *picture_at(const struct scene *scene, int index) {
    const struct gallery_document *document = scene->document;
    return ITEM(document->pictures, struct gallery_picture, (size_t)index);
}

static const struct gallery_picture *present(const struct scene *scene) {
    return picture_at(scene, ((const struct gallery_state *)scene->state)->at);
}

static void slide_home(struct scene *scene) {
    struct gallery_state *state = scene->state;
    state->shift_from = state->shift;
    state->slide_start = scene->env.now;
    state->sliding = true;
}

/* To another picture, which slides in from its side. */
static void turn_to(struct scene *scene, int wanted) {
    struct gallery_state *state = scene->state;
    if (wanted >= 0 && wanted < picture_count(scene) && wanted != state->at) {
        float side = wanted > state->at ? 1 : -1;
        state->leaving = state->at + 1;
        state->at = wanted;
        state->place = 0;
        zoom_reset(&state->zoom);
        memset(&state->scroll, 0, sizeof state->scroll);
        state->shift += side * (state->zoom.window.w + PICTURE_GAP);
    }
    slide_home(scene);
}

static void turn(struct scene *scene, int by) {
    turn_to(scene, ((const struct gallery_state *)scene->state)->at + by);
}

static void look_at_whole(struct scene *scene) {
    struct gallery_state *state = scene->state;
    state->place = 0;
    memset(&state->scroll, 0, sizeof state->scroll);
    zoom_glide_whole(&state->zoom, scene->env.now);
}

static void look_closer(struct scene *scene, float factor) {
    struct gallery_state *state = scene->state;
    float scale = fmaxf(state->zoom.scale, 1) * factor;
    struct point middle = rect_centre(state->zoom.window);
    if (scale < 1.05F) {
        look_at_whole(scene);
    } else {
        zoom_glide_about(&state->zoom, scale, middle.x, middle.y, scene->env.now);
    }
}

static void look_at_place(struct scene *scene, int place) {
    struct gallery_state *state = scene->state;
    const struct items *places = &present(scene)->places;
    if (place >= 1 && place <= (int)places->count) {
        state->place = place;
        memset(&state->scroll, 0, sizeof state->scroll);
        struct rect at = ITEM(*places, struct gallery_place, place - 1)->at;
        struct rect around = {at.x - at.w * AROUND, at.y - at.h * AROUND, at.w * (1 + 2 * AROUND),
                              at.h * (1 + 2 * AROUND)};
        zoom_glide_part(&state->zoom, around, scene->env.now);
    }
}

/* One tap on a picture looked at closely brings the place to the middle; two go in, or out. */
static void tap_picture(struct scene *scene, const struct gesture *gesture) {
    struct gallery_state *state = scene->state;
    millis now = scene->env.now;
    bool twice =
        state->tapped_once && now - state->tapped_at < DOUBLE_TAP_MS &&
        hypotf(gesture->x - state->tapped.x, gesture->y - state->tapped.y) < DOUBLE_TAP_SPAN;
    state->tapped = (struct point){gesture->x, gesture->y};
    state->tapped_at = now;
    state->tapped_once = !twice;
    if (twice && zoom_is_close(&state->zoom)) {
        look_at_whole(scene);
    } else if (twice) {
        zoom_glide_about(&state->zoom, DOUBLE_TAP_SCALE, gesture->x, gesture->y, now);
    } else if (zoom_is_close(&state->zoom)) {
        zoom_glide_centre(&state->zoom, gesture->x, gesture->y, now);
    }
}

static void end_drag(struct scene *scene, const struct gesture *gesture) {
    struct gallery_state *state = scene->state;
    if (zoom_is_close(&state->zoom)) {
        zoom_release(&state->zoom, gesture->vx, gesture->vy, scene->env.now);
        return;
    }
    float far = state->zoom.window.w * TURN_SHARE;
    bool left = state->shift < -far || gesture->vx < -TURN_SPEED;
    bool right = state->shift > far || gesture->vx > TURN_SPEED;
    turn(scene, left ? 1 : right ? -1 : 0);
}

static void drag_picture(struct scene *scene, const struct gesture *gesture) {
    struct gallery_state *state = scene->state;
    if (zoom_is_close(&state->zoom)) {
        zoom_pan(&state->zoom, gesture->dx, gesture->dy);
        return;
    }
    bool beyond = (state->at == 0 && state->shift + gesture->dx > 0) ||
                  (state->at == picture_count(scene) - 1 && state->shift + gesture->dx < 0);
    state->sliding = false;
    state->leaving = 0;
    state->shift += gesture->dx * (beyond ? 0.3F : 1);
}

static void work_picture(struct scene *scene, const struct gesture *gesture) {
    struct gallery_state *state = scene->state;
    switch (gesture->type) {
    case GESTURE_PRESS:
        state->zoom.released = 0;
        break;
    case GESTURE_TAP:
        tap_picture(scene, gesture);
        break;
    case GESTURE_DRAG:
        drag_picture(scene, gesture);
        break;
    case GESTURE_DRAG_END:
        end_drag(scene, gesture);
        break;
    case GESTURE_PINCH:
        zoom_about(&state->zoom, gesture->scale, gesture->x, gesture->y);
        zoom_pan(&state->zoom, gesture->dx, gesture->dy);
        break;
    case GESTURE_PINCH_END:
        if (!zoom_is_close(&state->zoom)) {
            look_at_whole(scene);
        }
        break;
    case GESTURE_STEP:
        if (zoom_is_close(&state->zoom)) {
            zoom_glide_page(&state->zoom, gesture->dx > 0 ? 1 : -1, scene->env.now);
        } else {
            turn(scene, gesture->dx > 0 ? 1 : -1);
        }
        break;
    default:
        break;
    }
}

static struct move tap_button(struct scene *scene, struct element_id id) {
    if (strcmp(id.name, next_id.name) == 0) {
        turn(scene, 1);
    } else if (strcmp(id.name, previous_id.name) == 0) {
        turn(scene, -1);
    } else if (strcmp(id.name, plus_id.name) == 0) {
        look_closer(scene, CLOSER);
    } else if (strcmp(id.name, minus_id.name) == 0) {
        look_closer(scene, 1 / CLOSER);
    } else if (strcmp(id.name, "whole") == 0) {
        look_at_whole(scene);
    } else if (strcmp(id.name, "place") == 0) {
        look_at_place(scene, id.index);
    } else if (strcmp(id.name, "thumbnail") == 0) {
        turn_to(scene, id.index - 1);
    } else if (strcmp(id.name, onward_id.name) == 0) {
        return (struct move){.type = MOVE_NEXT};
    }
    return STAY;
}

static struct move gallery_gesture(struct scene *scene, const struct gesture *gesture) {
    struct gallery_state *state = scene->state;
    if (element_id_equal(gesture->id, picture_id)) {
        work_picture(scene, gesture);
    } else if (gesture->type == GESTURE_TAP) {
        return tap_button(scene, gesture->id);
    } else {
        scroll_gesture(&state->scroll, gesture);
    }
    return STAY;
}

static bool gallery_is_inside(const struct scene *scene) {
    const struct gallery_state *state = scene->state;
    return state->place > 0 || zoom_is_close(&state->zoom);
}

static const float GAP = 32;

/* Round at the corners, unless it reaches from one edge of the screen to the other. */
static void draw_whole(struct scene_frame *frame, const struct asset *picture, struct rect window,
                       const struct scene *scene) {
    struct point size =
        piece_fitted((float)picture->width, (float)picture->height, window.w, window.h);
    struct rect place = {window.x + (window.w - size.x) / 2, window.y + (window.h - size.y) / 2,
                         size.x, size.y};
    struct rect below = {place.x, place.y + 12, place.w, place.h};
    float radius = size.x < scene->env.metrics.area.w ? CARD_RADIUS : 0;
    draw_shadow(frame->draw, below, radius, 32, scene->env.palette.shadow);
    draw_image(frame->draw, picture->path, place, FIT_CONTAIN, radius, 1);
}

static void draw_close(struct scene_frame *frame, const struct asset *picture,
                       const struct zoom *zoom) {
    struct rect part, place;
    zoom_shown(zoom, &part, &place);
    draw_image_part(frame->draw, picture->path, part, place);
}

/* Which picture stands beside the present one, before it (-1) or after it (1). */
static int neighbour(const struct gallery_state *state, int side) {
    bool left = state->leaving > 0 && side == (state->shift > 0 ? -1 : 1);
    return left ? state->leaving - 1 : state->at + side;
}

/* The present picture and, while one slides, its neighbours. */
static void draw_pictures(struct scene *scene, struct scene_frame *frame, struct rect window) {
    const struct gallery_state *state = scene->state;
    /* Room for the shadows; what slides comes from under the words. */
    draw_clip(frame->draw, rect_inset(window, -GAP));
    if (zoom_is_close(&state->zoom)) {
        draw_close(frame, &present(scene)->picture, &state->zoom);
    } else {
        float step = window.w + PICTURE_GAP;
        for (int side = -1; side <= 1; side++) {
            struct rect place = window;
            int i = side ? neighbour(state, side) : state->at;
            place.x += state->shift + step * (float)side;
            if (i >= 0 && i < picture_count(scene) && fabsf(place.x - window.x) < step) {
                draw_whole(frame, &picture_at(scene, i)->picture, place, scene);
            }
        }
    }
    draw_clip_end(frame->draw);
}

/* The numbered details, where they are on the picture now. */
static void draw_details(struct scene *scene, struct scene_frame *frame) {
    const struct gallery_state *state = scene->state;
    const struct items *places = &present(scene)->places;
    struct detail details[DETAILS_MOST];
    for (size_t i = 0; i < places->count; i++) {
        const struct gallery_place *place = ITEM(*places, struct gallery_place, i);
        details[i] = (struct detail){place->at, scene_text(scene, &place->note)};
    }
    details_draw(scene, frame, &state->zoom, details, (int)places->count, state->place);
}

static void draw_picture(struct scene *scene, struct scene_frame *frame, struct rect window) {
    const struct gallery_state *state = scene->state;
    unsigned flags = ELEMENT_TAP | ELEMENT_DRAG_X | ELEMENT_PINCH;
    flags |= zoom_is_close(&state->zoom) ? ELEMENT_DRAG_Y : 0;
    elements_add(frame->elements,
                 (struct element){.id = picture_id,
                                  .rect = window,
                                  .role = ROLE_PAGES,
                                  .flags = flags,
                                  .label = scene_text(scene, &present(scene)->title)});
    draw_pictures(scene, frame, window);
    if (state->shift == 0) {
        draw_details(scene, frame);
    }
}

/* A detail's note stands below its number. */
static float draw_said(struct scene *scene, struct scene_frame *frame,
                       const struct picture_page *page, float y) {
    const struct gallery_state *state = scene->state;
    struct rect column = page->words;
    struct paragraph said[PICTURE_PAGE_PARAGRAPHS];
    int count = picture_page_said(scene, page, state->place, said);
    if (state->place > 0) {
        float radius = piece_number_radius(scene);
        piece_number(scene, frame, state->place,
                     (struct point){column.x + radius + 4, y + radius + 4}, true);
        y += picture_page_number_height(scene);
    }
    return paragraphs_draw(scene, frame, said, count, column.x, y, column.w);
}

/* The way back to all of the picture stands under the words, or where they scroll under: it is
   always seen. */
static void draw_words(struct scene *scene, struct scene_frame *frame,
                       const struct picture_page *page) {
    struct gallery_state *state = scene->state;
    struct rect window = page->words;
    window.h -= state->place ? picture_page_way_back_height(scene, window.w) : 0;
    float top =
        scroll_begin(&state->scroll, scene, frame,
                     scroll_is_needed(&state->scroll) ? text_id : (struct element_id){0}, window);
    float high = draw_said(scene, frame, page, top) - top;
    scroll_end(&state->scroll, scene, frame, window, high);
    if (state->place) {
        struct icon_button whole = picture_page_way_back(scene);
        labelled_button_draw(scene, frame, &whole, window.x,
                             window.y + fminf(high, window.h) + GAP / 2, window.w);
    }
}

static void draw_buttons(struct scene *scene, struct scene_frame *frame,
                         const struct picture_page *page) {
    const struct gallery_state *state = scene->state;
    const char *language = scene->env.language;
    float scale = fmaxf(state->zoom.scale, 1);
    bool first = state->at == 0;
    bool last = state->at == page->count - 1;
    bool leads = last && page->onward <= 0 && state->place == 0;
    const struct icon_button buttons[] = {
        {previous_id, "previous", phrase_in(PHRASE_PREVIOUS, language), BUTTON_QUIET,
         first ? ELEMENT_DISABLED : 0},
        {leads ? onward_id : next_id, "next",
         phrase_in(leads ? PHRASE_UP_NEXT : PHRASE_NEXT, language),
         last && !leads ? BUTTON_QUIET : BUTTON_PRIMARY, last && !leads ? ELEMENT_DISABLED : 0},
        {minus_id, "minus", phrase_in(PHRASE_ZOOM_OUT, language), BUTTON_QUIET,
         scale > 1.01F ? 0 : ELEMENT_DISABLED},
        {plus_id, "plus", phrase_in(PHRASE_ZOOM_IN, language), BUTTON_QUIET,
         scale < ZOOM_MOST - 0.01F ? 0 : ELEMENT_DISABLED},
    };
    picture_page_buttons(scene, frame, page, buttons);
}

static void let_pass(struct scene *scene, struct scene_frame *frame) {
    struct gallery_state *state = scene->state;
    bool moving = zoom_tick(&state->zoom, scene->env.now);
    if (state->sliding) {
        millis elapsed = scene->env.now - state->slide_start;
        state->shift = state->shift_from * (1 - ease_out(elapsed, SLIDE_MS));
        state->sliding = elapsed < SLIDE_MS;
        state->leaving = state->sliding ? state->leaving : 0;
        moving = moving || state->sliding;
    }
    if (moving) {
        frame_wake(frame, scene->env.now);
    }
}

/* What is read with a picture, in the visitor's language. */
static struct picture_words words_of(const struct scene *scene, int index) {
    const struct gallery_document *document = scene->document;
    const struct gallery_picture *picture = picture_at(scene, index);
    bool first = index == 0;
    struct picture_words words = {
        .picture = &picture->picture,
        .title = scene_text(scene, &picture->title),
        .lead = first ? scene_text(scene, &document->lead) : "",
        .caption = scene_text(scene, &picture->caption),
        .hint = first ? phrase_in(PHRASE_ZOOM_HINT, scene->env.language) : "",
        .note_count = (int)picture->places.count,
    };
    for (int i = 0; i < words.note_count; i++) {
        words.notes[i] =
            scene_text(scene, &ITEM(picture->places, struct gallery_place, (size_t)i)->note);
    }
    return words;
}

static void gallery_draw(struct scene *scene, struct scene_frame *frame) {
    struct gallery_state *state = scene->state;
    int count = picture_count(scene);
    struct picture_words *words =
        ARENA_ARRAY(scene->env.frame, struct picture_words, (size_t)count);
    for (int i = 0; i < count; i++) {
        words[i] = words_of(scene, i);
    }
    struct picture_page page =
        picture_page_fit(scene, &state->fit, words, count, state->at, state->place > 0);
    const struct asset *picture = words[state->at].picture;
    frame->content = hash_int(hash_int(HASH_START, state->at), state->place);
    zoom_window(&state->zoom, page.picture, (float)picture->width, (float)picture->height);
    let_pass(scene, frame);
    picture_page_heading(scene, frame, &page);
    draw_words(scene, frame, &page);
    draw_picture(scene, frame, page.picture);
    draw_buttons(scene, frame, &page);
    picture_page_ways(scene, frame, &page, onward_id);
}

static void gallery_describe(const void *self, const char *language, struct buffer *out) {
    const struct gallery_document *document = self;
    phrase_add_count(out, PHRASE_PICTURES, language, (int)document->pictures.count);
}

static void gallery_walk(const struct scene *scene, struct buffer *out) {
    int count = picture_count(scene);
    bool noted = false;
    buffer_add(out, "wait 400\nshot first\npinch picture.0 2.0\nshot close\n"
                    "tap minus.0\nwait 300\ntap minus.0\nwait 300\n");
    for (int i = 0; i < count; i++) {
        size_t places = picture_at(scene, i)->places.count;
        if (i > 0) {
            buffer_add(out, "tap next.0\nwait 300\n");
        }
        if (places > 0 && !noted) {
            buffer_printf(out, "tap place.%zu\nwait 400\nshot detail\n", places);
            buffer_add(out, "key escape\nwait 400\n");
            noted = true;
        }
    }
    buffer_add(out, count > 1 ? "shot last\n" : "");
}

const struct scene_kind gallery_kind = {
    .document = {.name = "gallery",
                 .title = {"图集", "Gallery"},
                 .help = {"观众一幅一幅地看图，可以放大看细节",
                          "the visitor looks at pictures one by one, and closer at details"},
                 .schema = &gallery_schema},
    .state_size = sizeof(struct gallery_state),
    .gesture = gallery_gesture,
    .draw = gallery_draw,
    .is_inside = gallery_is_inside,
    .back = look_at_whole,
    .walk = gallery_walk,
    .describe = gallery_describe,
};
