/* A bench for one scene of any kind: a hall made of the texts a test gives, fingers, time, and what
   is on the frame. Without a stage, so that a test sees what the kind itself does. */
#ifndef TESTS_KIND_BENCH_H
#define TESTS_KIND_BENCH_H

#include "content/diagnostics.h"
#include "heard.h"
#include "kinds/kinds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { BENCH_KINDS = 64, BENCH_SEED = 7 };

struct bench {
    char directory[64];
    struct hall *hall;
    struct diagnostics diagnostics;
    struct scene scene;
    struct theme theme;
    struct draw_list draw;
    struct elements elements;
    struct scene_frame frame;
    const struct gestures *frame_gestures; /* what the frame sees of fingers; NULL: none is known */
    struct arena arena;
    struct heard heard;
    struct sounds sounds;
    struct move move; /* the last that was not to stay */
};

static inline void bench_write(struct bench *bench, const char *name, const char *text) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", bench->directory, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void bench_make_directory(struct bench *bench, const char *name) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", bench->directory, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

/* Makes the hall's directory; files beside the scene can be written before bench_read. */
static inline void bench_init(struct bench *bench) {
    memset(bench, 0, sizeof *bench);
    (void)strcpy(bench->directory, "/tmp/kiosk-bench-XXXXXX");
    assert_non_null(mkdtemp(bench->directory));
    bench_make_directory(bench, "assets");
    bench_make_directory(bench, "scenes");
    bench_make_directory(bench, "scenes/zone");
    bench_write(bench, "scenes/hall.yaml",
                "format: 1\nname: Hall\ntitle: Hall\nlanguages:\n  - {code: zh, name: 中文}\n"
                "  - {code: en, name: English}\nzones: [zone]\nattract: zone/attract\n");
    bench_write(bench, "scenes/zone/zone.yaml",
                "name: Zone\ntitle: Zone\nlight: jade\nemblem:\n"
                "  dots: [[0, 0], [1, 1]]\n  lines: [[1, 2]]\nscenes: [scene, attract]\n");
    bench_write(bench, "scenes/zone/attract.yaml",
                "kind: attract\ntitle: Attract\nname: Hall\ninvitation: Touch\n");
}

/* Reads the hall with `yaml` as its scene; mistakes are in `diagnostics`. */
static inline void bench_read(struct bench *bench, const char *yaml) {
    const struct document_kind *kinds[BENCH_KINDS];
    size_t count;
    const struct scene_kind *const *all = kinds_all(&count);
    for (size_t i = 0; i < count; i++) {
        kinds[i] = &all[i]->document;
    }
    bench_write(bench, "scenes/zone/scene.yaml", yaml);
    bench->hall = hall_create(bench->directory, kinds, count, NULL, NULL, &bench->diagnostics);
    assert_non_null(bench->hall);
}

static inline void bench_draw(struct bench *bench) {
    arena_reset(&bench->arena);
    draw_list_clear(&bench->draw);
    elements_clear(&bench->elements);
    bench->frame = (struct scene_frame){.draw = &bench->draw,
                                        .elements = &bench->elements,
                                        .gestures = bench->frame_gestures,
                                        .wake = -1};
    if (bench->scene.kind->tick) {
        struct move move = bench->scene.kind->tick(&bench->scene);
        bench->move = move.type == MOVE_STAY ? bench->move : move;
    }
    bench->scene.kind->draw(&bench->scene, &bench->frame);
    assert_true(draw_list_balanced(&bench->draw));
}

/* Puts the scene up, in English on a screen of 1920 × 1080; `player` may be NULL. */
static inline void bench_enter(struct bench *bench, struct player *player) {
    const struct settings_panel panel = {.diagonal = 27, .distance = 600, .height = 800};
    for (size_t i = 0; i < bench->diagnostics.list.count; i++) {
        (void)fprintf(stderr, "%s\n", bench->diagnostics.list.items[i].message[MESSAGES_EN]);
    }
    assert_int_equal(diagnostics_errors(&bench->diagnostics), 0);
    struct scene *scene = &bench->scene;
    bench->sounds = heard_table(&bench->heard);
    scene->entry = hall_scene(bench->hall, "zone/scene");
    assert_non_null(scene->entry);
    scene->kind = scene_kind_of(scene->entry);
    scene->document = scene->entry->document;
    scene->state = calloc(1, scene->kind->state_size);
    assert_non_null(scene->state);
    random_init(&scene->random, BENCH_SEED);
    assert_true(theme_read(&bench->theme, NULL, NULL));
    scene->env = (struct scene_env){.hall = bench->hall,
                                    .language = "en",
                                    .theme = &bench->theme,
                                    .palette = theme_palette(&bench->theme, LIGHT_JADE, false),
                                    .fonts = fonts_create(1),
                                    .player = player,
                                    .sounds = &bench->sounds,
                                    .now = 1000,
                                    .frame = &bench->arena};
    metrics_init(&scene->env.metrics, &bench->theme, &panel, 1920, 1080, false, false);
    assert_non_null(scene->env.fonts);
    if (scene->kind->enter) {
        scene->kind->enter(scene);
    }
    bench_draw(bench);
}

static inline void bench_leave(struct bench *bench) {
    struct scene *scene = &bench->scene;
    if (scene->state && scene->kind->leave) {
        scene->kind->leave(scene);
    }
    free(scene->state);
    scene->state = NULL;
}

static inline void bench_finish(struct bench *bench) {
    char command[128];
    bench_leave(bench);
    fonts_destroy(bench->scene.env.fonts);
    hall_destroy(bench->hall);
    diagnostics_finish(&bench->diagnostics);
    draw_list_finish(&bench->draw);
    elements_finish(&bench->elements);
    arena_finish(&bench->arena);
    buffer_finish(&bench->heard.cues);
    (void)snprintf(command, sizeof command, "rm -r %s", bench->directory);
    assert_int_equal(system(command), 0);
}

/* For cmocka: a bench for each test. */
static inline int bench_setup(void **state) {
    struct bench *bench = test_malloc(sizeof *bench);
    bench_init(bench);
    *state = bench;
    return 0;
}

static inline int bench_teardown(void **state) {
    bench_finish(*state);
    test_free(*state);
    return 0;
}

/* Reads the hall with this scene, and enters it. */
static inline void bench_start(struct bench *bench, const char *yaml) {
    bench_read(bench, yaml);
    bench_enter(bench, NULL);
}

static inline void bench_pass(struct bench *bench, millis span) {
    bench->scene.env.now += span;
    bench_draw(bench);
}

static inline const struct element *bench_find(const struct bench *bench, const char *name,
                                               int index) {
    return elements_find(&bench->elements, (struct element_id){name, index});
}

/* A gesture on the middle of an element, which must be there and not disabled. */
static inline void bench_gesture(struct bench *bench, enum gesture_type type, const char *name,
                                 int index, float dx) {
    const struct element *element = bench_find(bench, name, index);
    if (!element || (element->flags & ELEMENT_DISABLED)) {
        fail_msg("%s.%d is not there to be touched", name, index);
        return;
    }
    struct point middle = rect_centre(element->rect);
    struct move move =
        bench->scene.kind->gesture(&bench->scene, &(struct gesture){.type = type,
                                                                    .id = element->id,
                                                                    .x = middle.x,
                                                                    .y = middle.y,
                                                                    .dx = dx,
                                                                    .scale = 1,
                                                                    .time = bench->scene.env.now});
    bench->move = move.type == MOVE_STAY ? bench->move : move;
    bench_draw(bench);
}

static inline void bench_tap(struct bench *bench, const char *name, int index) {
    bench_gesture(bench, GESTURE_PRESS, name, index, 0);
    bench_gesture(bench, GESTURE_TAP, name, index, 0);
}

/* A finger takes an element by its middle and lets it go at a point. */
static inline void bench_carry(struct bench *bench, const char *name, int index, float x, float y) {
    const struct element *element = bench_find(bench, name, index);
    assert_non_null(element);
    struct point from = rect_centre(element->rect);
    struct gesture gesture = {.type = GESTURE_DRAG,
                              .id = element->id,
                              .x = x,
                              .y = y,
                              .dx = x - from.x,
                              .dy = y - from.y,
                              .time = bench->scene.env.now};
    (void)bench->scene.kind->gesture(&bench->scene, &gesture);
    bench_draw(bench);
    gesture.type = GESTURE_DRAG_END;
    gesture.dx = gesture.dy = 0;
    (void)bench->scene.kind->gesture(&bench->scene, &gesture);
    bench_draw(bench);
}

/* The same, to the middle of another element. */
static inline void bench_carry_to(struct bench *bench, const char *name, int index,
                                  const char *to_name, int to_index) {
    const struct element *to = bench_find(bench, to_name, to_index);
    assert_non_null(to);
    struct point middle = rect_centre(to->rect);
    bench_carry(bench, name, index, middle.x, middle.y);
}

/* Whether these words stand on the frame in one run. */
static inline bool bench_says(const struct bench *bench, const char *words) {
    for (size_t i = 0; i < bench->draw.commands.count; i++) {
        const struct draw_command *command = &bench->draw.commands.items[i];
        if (command->type == DRAW_TEXT && strstr(command->words, words)) {
            return true;
        }
    }
    return false;
}

/* Whether exactly these cues were heard since it was last asked. */
static inline bool bench_heard(struct bench *bench, const char *cues) {
    bool same = strcmp(buffer_text(&bench->heard.cues), cues) == 0;
    buffer_clear(&bench->heard.cues);
    return same;
}

#endif
