/* Every state of every shipped activity, as its own walk comes to it: what was written on the
   screen and what it looked like must be as in tests/states/. UPDATE=1 writes the expected files
   anew. */
#include "kinds/kinds.h"
#include "scene/scene.h"
#include "seen.h"

/* Small pictures: words are laid out as on any other landscape screen. */
enum { WIDTH = 480, HEIGHT = 270, SEED = 4 };

static const char *const activities[] = {"compare", "hotspot",  "match", "memory",
                                         "order",   "scenario", "sort",  "timeline"};
enum { ACTIVITIES = sizeof activities / sizeof activities[0] };

static int open_hall(void **state) {
    return visited_hall_open(state, "kiosk.conf", NULL);
}

/* Which of the activities a scene is, or -1. */
static int activity_of(const struct hall_scene *scene) {
    for (int i = 0; i < ACTIVITIES; i++) {
        if (strcmp(scene->kind->name, activities[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static void play(struct seen *seen, const char *script) {
    char error[512];
    if (!replay_script(seen->replay, script, seen_shot, seen, error, sizeof error)) {
        fail_msg("%s in\n%s", error, script);
    }
}

static void check_states(const struct visited_hall *hall, const struct hall_scene *scene) {
    struct seen seen = {.replay = visited_hall_visit(hall, WIDTH, HEIGHT, "zh", SEED)};
    struct buffer script = {0};
    char path[256];
    buffer_printf(&script, "tap 900 500\nwait 1000\ngo %s\nwait 800\n", scene->id);
    play(&seen, buffer_text(&script));
    buffer_clear(&script);
    stage_walk(replay_stage(seen.replay), &script);
    play(&seen, buffer_text(&script));
    (void)snprintf(path, sizeof path, "tests/states/%s", scene->id);
    *strrchr(path, '/') = '-';
    (void)strcat(path, ".expected");
    seen_expect(&seen, path);
    buffer_finish(&script);
    buffer_finish(&seen.text);
    replay_destroy(seen.replay);
}

static void every_state_is_as_expected(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    bool found[ACTIVITIES] = {false};
    for (size_t i = 0; i < hall->scene_count; i++) {
        int activity = activity_of(&hall->scenes[i]);
        if (activity >= 0) {
            check_states(world, &hall->scenes[i]);
            found[activity] = true;
        }
    }
    for (int i = 0; i < ACTIVITIES; i++) {
        assert_true(found[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_state_is_as_expected)};
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
