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

static bool is_activity(const struct hall_scene *scene) {
    bool found = false;
    for (int i = 0; i < ACTIVITIES; i++) {
        found = found || strcmp(scene->kind->name, activities[i]) == 0;
    }
    return found;
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
    int found = 0;
    for (size_t i = 0; i < hall->scene_count; i++) {
        if (is_activity(&hall->scenes[i])) {
            check_states(world, &hall->scenes[i]);
            found++;
        }
    }
    assert_true(found >= ACTIVITIES);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_state_is_as_expected)};
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
