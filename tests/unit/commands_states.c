/* Every state of every shipped activity, as its own walk comes to it: what was written on the
   screen and what it looked like must be as in tests/states/. UPDATE=1 writes the expected files
   anew. */
#include "kinds/kinds.h"
#include "scene/scene.h"
#include "scene/screenplay.h"
#include "seen.h"

enum { SEED = 4 };

/* Small pictures: words are laid out as on any other screen of that shape. */
static const struct view {
    int width, height;
    const char *language;
} views[] = {{480, 270, "zh"}, {270, 480, "en"}};
enum { VIEWS = sizeof views / sizeof views[0] };

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

static void check_states(const struct visited_hall *hall, const struct hall_scene *scene,
                         const struct view *view) {
    struct seen seen = {
        .replay = visited_hall_visit(hall, view->width, view->height, view->language, SEED)};
    struct buffer script = {0};
    char path[256];
    buffer_printf(&script, "tap 500 500\nwait 1000\ngo %s\nwait 800\n", scene->id);
    play(&seen, buffer_text(&script));
    buffer_clear(&script);
    stage_walk(replay_stage(seen.replay), &script);
    play(&seen, buffer_text(&script));
    (void)snprintf(path, sizeof path, "tests/states/%s.%s.expected", scene->id, view->language);
    *strrchr(path, '/') = '-';
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
        int activity = activity_of(hall_scene_at(hall, i));
        if (activity >= 0) {
            for (int v = 0; v < VIEWS; v++) {
                check_states(world, hall_scene_at(hall, i), &views[v]);
            }
            found[activity] = true;
        }
    }
    for (int i = 0; i < ACTIVITIES; i++) {
        assert_true(found[i]);
    }
}

/* Whether a moment speaks of that word in a line it adds or a choice it offers. */
static bool speaks_of(const struct story_moment *moment, int word) {
    bool spoken = false;
    for (int i = 0; i < moment->also_count; i++) {
        spoken = spoken || (moment->also[i].count > 0 && moment->also[i].all[0].word == word);
    }
    for (int i = 0; i < moment->choice_count; i++) {
        const struct story_when *when = &moment->choices[i].when;
        spoken = spoken || (when->count > 0 && when->all[0].word == word);
    }
    return spoken;
}

/* Whether what the first choices of a drama remember changes something two moments later at least.
 */
static bool comes_back_late(const struct story *story) {
    bool late = false;
    for (int c = 0; c < story->moments[0].choice_count; c++) {
        struct story_state after = {0};
        const struct story_choice *choice = &story->moments[0].choices[c];
        story_take(story, &after, c);
        for (int m = 0; m < story->count && choice->remember_count > 0; m++) {
            uint8_t way[STORY_MOMENTS];
            bool far = story_path(story, &after, m, way, STORY_MOMENTS) >= 2;
            late = late || (far && speaks_of(&story->moments[m], choice->remembers[0]));
        }
    }
    return late;
}

static void every_drama_has_weight(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    for (size_t i = 0; i < hall->scene_count; i++) {
        const struct hall_scene *scene = hall_scene_at(hall, i);
        if (strcmp(scene->kind->name, "scenario") != 0) {
            continue;
        }
        const struct story *story = ((const struct screenplay *)scene->document)->story;
        int endings = 0;
        for (int m = 0; m < story->count; m++) {
            endings += story->moments[m].ending != ENDING_NONE;
        }
        if (story->count < 12 || endings < 3 || !comes_back_late(story)) {
            fail_msg("%s: %d moments, %d endings, or its first choice is never heard of again",
                     scene->id, story->count, endings);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_is_as_expected),
        cmocka_unit_test(every_drama_has_weight),
    };
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
