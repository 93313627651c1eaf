/* The stage: what comes in goes to the bar or to the scene, and a frame comes out. */
#include "stage/stage.h"

#include "base/log.h"
#include "stage/inside.h"

#include <math.h>
#include <stdlib.h>

/* A hand that slaps the attract loop comes down finger by finger; nobody aims sooner than this at
   what they see for the first time. */
enum { DEAF_MILLIS = 250 };

static const float PALM_MILLIMETRES = 90;

static const float RING = 6;
static const float RING_GAP = 4;

/* A palm's width in logical pixels. */
static float palm_span(const struct stage_setup *setup) {
    return PALM_MILLIMETRES /
           metrics_pixel(&setup->settings->panel, (float)setup->width, (float)setup->height);
}

void stage_advance(struct stage *stage, millis now) {
    stage->now = now > stage->now ? now : stage->now;
}

struct stage *stage_create(const struct stage_setup *setup, const struct hall *hall, millis now) {
    struct stage *stage = memory_alloc_zeroed(1, sizeof *stage);
    stage->setup = *setup;
    stage->hall = hall;
    stage->now = now;
    stage->scene_wake = now;
    gestures_init(&stage->gestures, palm_span(setup));
    hearing_init(stage);
    visit_clear(stage);
    current_enter(stage, setup->start ? visit_home(stage) : visit_attract(stage));
    return stage;
}

void stage_destroy(struct stage *stage) {
    if (!stage) {
        return;
    }
    current_leave(stage);
    idle_clear(&stage->idle);
    gestures_finish(&stage->gestures);
    elements_finish(&stage->elements);
    draw_list_finish(&stage->transition.old);
    draw_list_finish(&stage->list);
    draw_list_finish(&stage->prepared);
    arena_finish(&stage->arena);
    free(stage->notice);
    free(stage);
}

void stage_reset(struct stage *stage, millis now) {
    stage_advance(stage, now);
    visit_end(stage);
}

static bool works_something(const struct gesture *gesture) {
    return gesture->type == GESTURE_TAP || gesture->type == GESTURE_LONG_PRESS;
}

static void hear_gesture(struct stage *stage, struct gesture *gesture) {
    struct scene *scene = &stage->scene;
    if (works_something(gesture)) {
        hearing_touched(stage);
    }
    if (bar_gesture(stage, gesture) || sheet_gesture(stage, gesture) || !scene->kind->gesture) {
        return;
    }
    current_see(stage);
    gesture->time -= stage->visit;
    struct move move = scene->kind->gesture(scene, gesture);
    visit_move(stage, &move);
}

/* A change of scene empties the queue: what is left of the fingers was meant for the old one. */
static void hear_gestures(struct stage *stage) {
    struct gesture gesture;
    while (gestures_next(&stage->gestures, &gesture)) {
        hear_gesture(stage, &gesture);
    }
}

/* A touch of the attract loop: the visit begins at home, whatever lay under the finger. */
static void leave_attract(struct stage *stage) {
    visit_begin(stage);
    current_change(stage, visit_home(stage), WAY_INTO, (struct rect){0});
}

/* A contact that works nothing until it lifts, and still counts for a palm. */
static void swallow(struct stage *stage, const struct touch *touch) {
    static const struct elements none;
    gestures_touch(&stage->gestures, &none, touch);
}

/* A contact that lies still says nothing of somebody being there; one that comes or works does. */
static bool shows_a_visitor(const struct stage *stage, const struct touch *touch) {
    return touch->phase == TOUCH_DOWN || stage->gestures.queue.count > 0;
}

static void hear_touch(struct stage *stage, const struct touch *touch) {
    bool down = touch->phase == TOUCH_DOWN;
    if (down && current_is_fullscreen(stage)) {
        leave_attract(stage);
        hearing_touched(stage);
        stage->deaf_until = stage->now + DEAF_MILLIS;
        swallow(stage, touch);
        return;
    }
    if (down && stage->idle.asking) {
        idle_stay(stage);
        swallow(stage, touch);
        return;
    }
    if (down && stage->now < stage->deaf_until) {
        swallow(stage, touch);
        return;
    }
    stage->focus.shown = stage->focus.shown && !down;
    gestures_touch(&stage->gestures, &stage->elements, touch);
    if (shows_a_visitor(stage, touch) && !stage->idle.asking) {
        idle_touched(stage);
    }
    hear_gestures(stage);
}

void stage_touch(struct stage *stage, const struct touch *touch) {
    stage_advance(stage, touch->time);
    hear_touch(stage, touch);
    hearing_play(stage);
}

static void hear_escape(struct stage *stage) {
    if (stage->sheet != SHEET_NONE || visit_can_go_back(stage)) {
        hearing_touched(stage);
    }
    if (stage->sheet != SHEET_NONE) {
        sheet_close(stage);
    } else {
        visit_back(stage);
    }
}

static void hear_key(struct stage *stage, enum key key) {
    if (current_is_fullscreen(stage)) {
        leave_attract(stage);
        hearing_touched(stage);
        stage->focus.shown = true;
        return;
    }
    if (stage->idle.asking) {
        idle_stay(stage);
        return;
    }
    idle_touched(stage);
    struct gesture gesture;
    switch (focus_key(&stage->focus, &stage->elements, key, stage->now, &gesture)) {
    case FOCUS_NOTHING:
    case FOCUS_MOVED:
        break;
    case FOCUS_GESTURE:
        hear_gesture(stage, &gesture);
        break;
    case FOCUS_ESCAPE:
        hear_escape(stage);
        break;
    }
    hear_gestures(stage);
}

void stage_key(struct stage *stage, enum key key, millis now) {
    stage_advance(stage, now);
    hear_key(stage, key);
    hearing_play(stage);
}

bool stage_go(struct stage *stage, const char *id, millis now) {
    const struct hall_scene *entry = hall_scene(stage->hall, id);
    if (!entry) {
        return false;
    }
    stage_advance(stage, now);
    if (entry == visit_attract(stage)) {
        visit_end(stage);
        return true;
    }
    if (current_is_fullscreen(stage)) {
        leave_attract(stage);
    }
    idle_touched(stage);
    stage->idle.asking = false;
    visit_go(stage, entry, (struct rect){0});
    return true;
}

void stage_language(struct stage *stage, const char *language, millis now) {
    stage_advance(stage, now);
    idle_touched(stage);
    bar_set_language(stage, language);
}

static void let_time_pass(struct stage *stage) {
    struct scene *scene = &stage->scene;
    transition_pass(stage);
    (void)gestures_tick(&stage->gestures, stage->now);
    hear_gestures(stage);
    idle_pass(stage);
    hear_gestures(stage);
    if (scene->kind->tick) {
        current_see(stage);
        struct move move = scene->kind->tick(scene);
        visit_move(stage, &move);
    }
}

/* Two lines, so that it stands out on light and on dark. */
static void draw_ring(struct stage *stage) {
    const struct element *element = focus_shown(&stage->focus, &stage->elements);
    if (!element || element->rect.w <= 0 || element->rect.h <= 0) {
        return;
    }
    const struct metrics *metrics = &stage->metrics;
    float around = RING + RING_GAP;
    float left = fmaxf(element->rect.x - around, 0);
    float top = fmaxf(element->rect.y - around, 0);
    float right = fminf(element->rect.x + element->rect.w + around, metrics->width);
    float bottom = fminf(element->rect.y + element->rect.h + around, metrics->height);
    struct rect ring = {left, top, right - left, bottom - top};
    float radius = fminf(32, fminf(ring.w, ring.h) / 2);
    draw_stroke(&stage->list, ring, radius, RING, stage->palette.text);
    draw_stroke(&stage->list, rect_inset(ring, RING), fmaxf(radius - RING, 0), RING_GAP,
                stage->palette.ground);
}

static void draw_scene(struct stage *stage, struct scene_frame *frame) {
    struct scene *scene = &stage->scene;
    transition_open(stage);
    stage->scene_first = stage->list.commands.count;
    current_see(stage);
    scene->kind->draw(scene, frame);
    stage->scene_end = stage->list.commands.count;
    transition_close(stage);
}

static void draw(struct stage *stage) {
    const struct element *shown = focus_shown(&stage->focus, &stage->elements);
    struct element focused = shown ? *shown : (struct element){0};
    focused.label = "";
    arena_reset(&stage->arena);
    elements_clear(&stage->elements);
    draw_list_clear(&stage->list);
    struct scene_frame frame = {.draw = &stage->list,
                                .elements = &stage->elements,
                                .gestures = &stage->gestures,
                                .focused = shown ? &focused : NULL,
                                .wake = -1};
    struct rect screen = {0, 0, stage->metrics.width, stage->metrics.height};
    draw_fill(&stage->list, screen, 0, stage->palette.ground);
    draw_scene(stage, &frame);
    rehearsal_note(stage, &frame);
    idle_note(stage, &frame);
    bar_draw(stage, &frame);
    sheet_draw(stage, &frame);
    idle_draw(stage, &frame);
    notice_draw(stage);
    focus_settle(&stage->focus, &stage->elements);
    draw_ring(stage);
    rehearsal_draw(stage);
    stage->scene_wake = frame.wake < 0 ? -1 : frame.wake + stage->visit;
}

const struct draw_list *stage_frame(struct stage *stage, millis now, millis *wake) {
    stage_advance(stage, now);
    let_time_pass(stage);
    hearing_play(stage);
    draw(stage);
    millis next = clock_earlier(stage->scene_wake, idle_due(stage));
    next = clock_earlier(next, gestures_tick(&stage->gestures, stage->now));
    *wake = stage->transition.way != WAY_CUT ? stage->now : next;
    return &stage->list;
}

const struct elements *stage_elements(const struct stage *stage) {
    return &stage->elements;
}

const char *stage_scene(const struct stage *stage) {
    return stage->scene.entry->id;
}

void stage_walk(struct stage *stage, struct buffer *out) {
    const struct scene *scene = &stage->scene;
    current_see(stage);
    if (scene->kind->walk) {
        scene->kind->walk(scene, out);
    }
}
