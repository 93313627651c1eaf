/* The visit: from the attract loop through the scenes, back and home, and to its end. */
#include "base/log.h"
#include "stage/inside.h"

#include <string.h>

const char *visit_language(const struct hall *hall, const char *wanted) {
    const struct items *languages = &hall->document.languages;
    const struct hall_language *language = hall_language(hall, wanted);
    if (!language && languages->count > 0) {
        language = ITEM(*languages, struct hall_language, 0);
    }
    return language ? language->code : wanted;
}

const struct hall_scene *visit_home(const struct stage *stage) {
    const char *id = stage->setup.start ? stage->setup.start : stage->setup.settings->show;
    const struct hall_scene *home = id ? hall_scene(stage->hall, id) : NULL;
    if (!home) {
        home = hall_scene(stage->hall, "hall");
    }
    return home ? home : hall_scene_at(stage->hall, 0);
}

const struct hall_scene *visit_attract(const struct stage *stage) {
    const char *id = stage->hall->document.attract;
    const struct hall_scene *attract = id ? hall_scene(stage->hall, id) : NULL;
    return attract ? attract : visit_home(stage);
}

void visit_clear(struct stage *stage) {
    const struct stage_setup *setup = &stage->setup;
    current_leave(stage);
    current_drop_fingers(stage);
    transition_end(stage);
    idle_clear(&stage->idle);
    stage->visit = stage->now - VISIT_START;
    random_init(&stage->random, setup->seed);
    stage->language =
        visit_language(stage->hall, setup->language ? setup->language : setup->settings->language);
    stage->modes = (struct modes){0};
    stage->back_count = 0;
    stage->focus = (struct focus){0};
    stage->deaf_until = stage->now;
    stage->sheet = SHEET_NONE;
    setup->player->volume(setup->player->self, setup->settings->volume);
}

void visit_begin(struct stage *stage) {
    stage->visits++;
    stage->visit = stage->now - VISIT_START;
    random_init(&stage->random, stage->setup.seed ^ (stage->visits * 0x9E3779B97F4A7C15U));
    stage->back_count = 0;
    idle_touched(stage);
}

void visit_end(struct stage *stage) {
    visit_clear(stage);
    current_enter(stage, visit_attract(stage));
    hearing_drop(stage);
}

/* A scene that one comes to again is where one was: what lay between is forgotten. */
static void forget_loop(struct stage *stage, const struct hall_scene *entry) {
    for (size_t i = 0; i < stage->back_count; i++) {
        if (stage->back[i].entry == entry) {
            stage->back_count = i;
            return;
        }
    }
}

static void remember(struct stage *stage, struct rect from) {
    if (stage->back_count == BACK_MOST) {
        stage->back_count--;
        memmove(&stage->back[0], &stage->back[1], stage->back_count * sizeof stage->back[0]);
    }
    stage->back[stage->back_count++] = (struct stop){stage->scene.entry, from};
}

static void change(struct stage *stage, const struct hall_scene *entry, enum way way,
                   struct rect from) {
    if (entry != stage->scene.entry) {
        remember(stage, from);
        forget_loop(stage, entry);
    }
    current_change(stage, entry, way, from);
}

void visit_go(struct stage *stage, const struct hall_scene *entry, struct rect from) {
    change(stage, entry, WAY_INTO, from);
}

/* Where back leads when the visit began in this scene: its zone's page, then home. */
static const struct hall_scene *parent(const struct stage *stage) {
    const struct hall_scene *entry = stage->scene.entry;
    const struct hall_scene *home = visit_home(stage);
    const struct hall_scene *page = entry->zone ? hall_scene(stage->hall, entry->zone->id) : NULL;
    return entry == home ? NULL : page && page != entry ? page : home;
}

static bool is_inside(const struct stage *stage) {
    const struct scene *scene = &stage->scene;
    return scene->kind->is_inside && scene->kind->is_inside(scene);
}

bool visit_can_go_back(const struct stage *stage) {
    return stage->back_count > 0 || parent(stage) || is_inside(stage);
}

/* Out of the scene, to where one came from. */
static void go_back(struct stage *stage) {
    struct stop stop = {.entry = parent(stage)};
    if (stage->back_count > 0) {
        stop = stage->back[--stage->back_count];
    }
    if (stop.entry) {
        current_change(stage, stop.entry, WAY_OUT, stop.from);
    }
}

void visit_back(struct stage *stage) {
    current_see(stage);
    if (is_inside(stage)) {
        stage->scene.kind->back(&stage->scene);
    } else {
        go_back(stage);
    }
}

void visit_go_home(struct stage *stage) {
    const struct hall_scene *home = visit_home(stage);
    struct rect from = {0};
    if (stage->back_count > 0 && stage->back[0].entry == home) {
        from = stage->back[0].from;
    }
    stage->back_count = 0;
    current_change(stage, home, home == stage->scene.entry ? WAY_CUT : WAY_OUT, from);
}

static void go_next(struct stage *stage) {
    const struct hall_scene *entry = stage->scene.entry;
    const struct hall_scene *next = hall_scene_after(stage->hall, entry);
    if (!next && entry->zone) {
        next = hall_scene(stage->hall, entry->zone->id);
    }
    if (next && next != entry) {
        change(stage, next, WAY_NEXT, (struct rect){0});
    } else {
        visit_go_home(stage);
    }
}

static void go_to(struct stage *stage, const struct move *move) {
    const struct hall_scene *entry = move->scene ? hall_scene(stage->hall, move->scene) : NULL;
    if (entry) {
        visit_go(stage, entry, move->from);
    } else {
        log_warning("%s leads to a scene that is not there: %s", stage->scene.entry->id,
                    move->scene ? move->scene : "(none)");
    }
}

void visit_move(struct stage *stage, const struct move *move) {
    switch (move->type) {
    case MOVE_STAY:
        break;
    case MOVE_GO:
        go_to(stage, move);
        break;
    case MOVE_NEXT:
        go_next(stage);
        break;
    case MOVE_BACK:
        go_back(stage);
        break;
    case MOVE_HOME:
        visit_go_home(stage);
        break;
    }
}
