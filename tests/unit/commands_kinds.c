/* The generic test: every registered kind is loaded, drawn, focused, touched and replayed with the
   emptiest, the longest and the strangest content it takes (tests/samples). */
#include "kinds/kinds.h"
#include "visited_hall.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const sorts[] = {"emptiest", "longest", "strangest"};

enum { SORTS = sizeof sorts / sizeof sorts[0], SEED = 7 };

/* The formats and modes every screen must hold in. */
static const struct format {
    int width, height;
    const char *language;
    const char *before; /* a script that switches the mode on */
} formats[] = {
    {1920, 1080, "zh", ""},
    {1080, 1920, "en", ""},
    {960, 540, "en", "tap modes.0\nwait 400\ntap mode.0\nwait 400\ntap done.0\nwait 400\n"},
    {540, 960, "zh",
     "tap modes.0\nwait 400\ntap mode.0\ntap mode.1\nwait 400\ntap done.0\nwait 400\n"},
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

/* Under sanitizers, which take their time, a sample is seen in every second of the formats. */
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 2 };
#else
enum { STEP = 1 };
#endif

static int open_samples(void **state) {
    return visited_hall_open(state, "tests/samples/kiosk.conf", "tests/samples");
}

static struct replay *visit(const struct visited_hall *hall, const struct format *format) {
    return visited_hall_visit(hall, format->width, format->height, format->language, SEED);
}

static void follow(struct replay *replay, const char *script, const char *about) {
    char error[512];
    if (!replay_script(replay, script, NULL, NULL, error, sizeof error)) {
        fail_msg("%s: %s in\n%s", about, error, script);
    }
}

static void every_kind_has_samples_without_mistakes(void **state) {
    const struct visited_hall *world = *state;
    size_t count;
    const struct scene_kind *const *kinds = kinds_all(&count);
    for (size_t kind = 0; kind < count; kind++) {
        for (size_t sort = 0; sort < SORTS; sort++) {
            char id[128];
            (void)snprintf(id, sizeof id, "samples/%s-%s", kinds[kind]->document.name, sorts[sort]);
            const struct hall_scene *scene = hall_scene(world->exhibition->hall, id);
            if (!scene) {
                fail_msg("there is no tests/samples/scenes/%s.yaml", id);
            }
            assert_ptr_equal(scene->kind, &kinds[kind]->document);
        }
    }
}

static void assert_frame_is_sound(struct replay *replay, const char *about) {
    assert_true(draw_list_balanced(replay_list(replay)));
    const struct elements *elements = stage_elements(replay_stage(replay));
    for (size_t i = 0; i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        if (!element->label || !*element->label) {
            fail_msg("%s: %s.%d has no spoken label", about, element->id.name, element->id.index);
        }
        for (size_t j = 0; j < i; j++) {
            if (element_id_equal(element->id, elements->list.items[j].id)) {
                fail_msg("%s: two elements are called %s.%d", about, element->id.name,
                         element->id.index);
            }
        }
    }
}

/* Tab comes to every element that takes the focus, and round to the first again. */
static void assert_focus_reaches_all(struct replay *replay, const char *about) {
    size_t focusable = 0;
    const struct elements *elements = stage_elements(replay_stage(replay));
    for (size_t i = 0; i < elements->list.count; i++) {
        focusable += !(elements->list.items[i].flags & (ELEMENT_NO_FOCUS | ELEMENT_DISABLED));
    }
    for (size_t i = 0; i < focusable + 2; i++) {
        follow(replay, "key next\nwait 50\n", about);
        assert_frame_is_sound(replay, about);
    }
}

static void visit_scene(const struct visited_hall *world, const struct format *format,
                        const struct hall_scene *scene) {
    char about[256];
    (void)snprintf(about, sizeof about, "%s %dx%d %s", scene->id, format->width, format->height,
                   format->language);
    struct replay *replay = visit(world, format);
    struct buffer script = {0};
    struct buffer fresh = {0};
    stage_dump(replay_stage(replay), &fresh);
    buffer_printf(&script, "tap 100 100\nwait 800\n%sgo %s\nwait 800\n", format->before, scene->id);
    follow(replay, buffer_text(&script), about);
    assert_string_equal(stage_scene(replay_stage(replay)), scene->id);
    assert_frame_is_sound(replay, about);
    buffer_clear(&script);
    stage_walk(replay_stage(replay), &script);
    follow(replay, buffer_text(&script), about);
    assert_frame_is_sound(replay, about);
    assert_focus_reaches_all(replay, about);
    follow(replay, "key enter\nwait 300\nkey left\nkey right\nkey escape\nwait 300\nrandom 60\n",
           about);
    visited_hall_assert_reset(replay, &fresh);
    buffer_finish(&script);
    buffer_finish(&fresh);
    replay_destroy(replay);
}

static void every_sample_is_drawn_focused_and_replayed(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    for (size_t i = 0; i < hall->scene_count; i++) {
        for (size_t format = i % STEP; format < FORMATS; format += STEP) {
            visit_scene(world, &formats[format], hall_scene_at(hall, i));
        }
    }
}

static void the_same_script_gives_the_same_frames(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    for (size_t i = 0; i < hall->scene_count; i++) {
        struct buffer dumps[2] = {0};
        for (int run = 0; run < 2; run++) {
            struct replay *replay = visit(world, &formats[0]);
            struct buffer script = {0};
            buffer_printf(&script, "go %s\nwait 700\nrandom 20\nwait 700\n",
                          hall_scene_at(hall, i)->id);
            follow(replay, buffer_text(&script), hall_scene_at(hall, i)->id);
            draw_list_dump(replay_list(replay), &dumps[run]);
            buffer_finish(&script);
            replay_destroy(replay);
        }
        assert_string_equal(buffer_text(&dumps[0]), buffer_text(&dumps[1]));
        buffer_finish(&dumps[0]);
        buffer_finish(&dumps[1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_samples_without_mistakes),
        cmocka_unit_test(every_sample_is_drawn_focused_and_replayed),
        cmocka_unit_test(the_same_script_gives_the_same_frames),
    };
    return cmocka_run_group_tests(tests, open_samples, visited_hall_close);
}
