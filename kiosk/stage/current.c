/* The current scene: entered with a state of its own, left without a trace. */
#include "stage/inside.h"

#include <stdlib.h>
#include <string.h>

void current_see(struct stage *stage) {
    stage->scene.env = (struct scene_env){.hall = stage->hall,
                                          .language = stage->language,
                                          .theme = stage->setup.theme,
                                          .palette = stage->palette,
                                          .metrics = stage->metrics,
                                          .fonts = stage->setup.fonts,
                                          .player = stage->setup.player,
                                          .sounds = &stage->hearing.scenes,
                                          .now = stage->now - stage->visit,
                                          .fluid = stage->setup.fluid,
                                          .frame = &stage->arena};
}

bool current_is_fullscreen(const struct stage *stage) {
    return stage->scene.kind && stage->scene.kind->fullscreen;
}

void current_look(const struct stage *stage, const struct hall_scene *entry,
                  struct metrics *metrics, struct palette *palette) {
    const struct stage_setup *setup = &stage->setup;
    const struct settings_panel *panel = &setup->settings->panel;
    metrics_init(metrics, setup->theme, panel, setup->width, setup->height, stage->modes.large,
                 stage->modes.contrast);
    reach_apply(metrics, panel, stage->modes.low);
    if (entry && scene_kind_of(entry)->fullscreen) {
        metrics->bar = (struct rect){0, metrics->height, metrics->width, 0};
        metrics->area = (struct rect){0, 0, metrics->width, metrics->height};
        metrics->content = rect_inset(metrics->area, metrics->margin);
    }
    int light = entry && entry->zone ? entry->zone->light : LIGHT_JADE;
    *palette = theme_palette(setup->theme, (enum zone_light)light, stage->modes.contrast);
}

void current_measure(struct stage *stage) {
    current_look(stage, stage->scene.entry, &stage->metrics, &stage->palette);
    rehearsal_forget(stage);
}

struct random current_lot(struct random *visit) {
    struct random lot;
    uint64_t high = random_next(visit);
    random_init(&lot, high << 32 | random_next(visit));
    return lot;
}

void current_enter(struct stage *stage, const struct hall_scene *entry) {
    struct scene *scene = &stage->scene;
    scene->kind = scene_kind_of(entry);
    scene->entry = entry;
    scene->document = entry->document;
    scene->state = memory_alloc_zeroed(1, scene->kind->state_size + 1);
    scene->random = current_lot(&stage->random);
    current_measure(stage);
    current_see(stage);
    if (scene->kind->enter) {
        scene->kind->enter(scene);
    }
}

void current_drop_fingers(struct stage *stage) {
    struct gesture unheard;
    gestures_cancel(&stage->gestures);
    while (gestures_next(&stage->gestures, &unheard)) {
    }
}

/* No film goes on where nobody sees it. */
static void silence(const struct player *player) {
    if (player->facts(player->self).status != PLAYER_EMPTY) {
        player->close(player->self);
    }
}

void current_leave(struct stage *stage) {
    struct scene *scene = &stage->scene;
    if (!scene->kind) {
        return;
    }
    current_see(stage);
    if (scene->kind->leave) {
        scene->kind->leave(scene);
    }
    silence(stage->setup.player);
    explicit_bzero(scene->state, scene->kind->state_size);
    free(scene->state);
    explicit_bzero(scene, sizeof *scene);
    current_drop_fingers(stage);
    elements_clear(&stage->elements);
    stage->focus.id = (struct element_id){0};
    stage->sheet = SHEET_NONE;
}

void current_change(struct stage *stage, const struct hall_scene *entry, enum way way,
                    struct rect card) {
    transition_begin(stage, way, card);
    current_leave(stage);
    current_enter(stage, entry);
}
