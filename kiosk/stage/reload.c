/* A newly loaded exhibition is taken up under the visitor's eyes, and the place is kept. */
#include "stage/inside.h"

#include <string.h>

/* The way back, as far as it still exists. */
static void keep_way_back(struct stage *stage, const struct hall *hall) {
    size_t kept = 0;
    for (size_t i = 0; i < stage->back_count; i++) {
        const struct hall_scene *entry = hall_scene(hall, stage->back[i].entry->id);
        if (entry) {
            stage->back[kept++] = (struct stop){entry, stage->back[i].from};
        }
    }
    stage->back_count = kept;
}

/* Whether the scene's state still fits `entry`. A menu without a document shows what there is. */
static bool may_go_on(const struct scene *scene, const struct hall_scene *entry) {
    return entry && entry->kind == scene->entry->kind && strcmp(entry->id, scene->entry->id) == 0 &&
           documents_equal(entry->kind, entry->document, scene->document);
}

/* What is to be shown of the new hall: the same scene; in the attract loop, the loop. */
static const struct hall_scene *same_place(const struct stage *stage, const struct hall *hall) {
    bool attracting = !stage->idle.visitor && stage->scene.entry == visit_attract(stage);
    const char *id = attracting ? hall->document.attract : stage->scene.entry->id;
    return id ? hall_scene(hall, id) : NULL;
}

void stage_hall(struct stage *stage, const struct hall *hall, millis now) {
    stage_advance(stage, now);
    struct element_id focused = stage->focus.id;
    enum sheet sheet = stage->sheet;
    const struct hall_scene *entry = same_place(stage, hall);
    bool goes_on = may_go_on(&stage->scene, entry);
    transition_end(stage);
    keep_way_back(stage, hall);
    if (!goes_on) {
        current_leave(stage);
    }
    stage->hall = hall;
    stage->language = visit_language(hall, stage->language);
    if (goes_on) {
        stage->scene.entry = entry;
        stage->scene.document = entry->document;
        gestures_cancel(&stage->gestures);
        current_measure(stage);
    } else {
        current_enter(stage, entry ? entry : visit_home(stage));
    }
    elements_clear(&stage->elements);
    stage->focus.id = focused;
    stage->sheet = sheet;
}
