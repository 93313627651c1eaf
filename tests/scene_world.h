/* A scene and a frame as far as the pieces of scenes look at them. */
#ifndef TESTS_SCENE_WORLD_H
#define TESTS_SCENE_WORLD_H

#include "scene/pieces.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct world {
    struct scene scene;
    struct scene_frame frame;
    struct draw_list draw;
    struct elements elements;
    struct arena arena;
    struct theme theme;
};

static inline int world_setup(void **state) {
    struct world *world = test_calloc(1, sizeof *world);
    world->scene.env.language = "en";
    world->scene.env.frame = &world->arena;
    world->scene.env.metrics.gutter = 32;
    world->scene.env.palette.light = (struct colour){46, 196, 166, 255};
    world->frame =
        (struct scene_frame){.draw = &world->draw, .elements = &world->elements, .wake = -1};
    *state = world;
    return 0;
}

/* For pieces that measure or draw words. */
static inline void world_fonts(struct world *world) {
    static const struct settings_panel panel = {.diagonal = 27, .distance = 600, .height = 850};
    assert_true(theme_read(&world->theme, NULL, NULL));
    metrics_init(&world->scene.env.metrics, &world->theme, &panel, 1920, 1080, false, false);
    world->scene.env.theme = &world->theme;
    world->scene.env.fonts = fonts_create(1);
    assert_non_null(world->scene.env.fonts);
}

static inline int world_teardown(void **state) {
    struct world *world = *state;
    fonts_destroy(world->scene.env.fonts);
    draw_list_finish(&world->draw);
    elements_finish(&world->elements);
    arena_finish(&world->arena);
    test_free(world);
    return 0;
}

#endif
