/* Replayed visits: each tests/visits/NAME.visit is a touch script through the shipped hall; what
   was written on the screen at each shot, and what it looked like, must be as in NAME.expected.
   UPDATE=1 writes the expected files anew. */
#include "seen.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SEED = 3 };

static const char folder[] = "tests/visits";

static int open_hall(void **state) {
    return visited_hall_open(state, "kiosk.conf", NULL);
}

static void check_visit(const struct visited_hall *hall, const char *name) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s.visit", folder, name);
    char *script = seen_file(path);
    assert_non_null(script);
    int width = 1920;
    int height = 1080;
    char language[16] = "zh";
    (void)sscanf(script, "# %dx%d %15s", &width, &height, language);
    struct seen seen = {.replay = visited_hall_visit(hall, width, height, language, SEED)};
    char error[512];
    if (!replay_script(seen.replay, script, seen_shot, &seen, error, sizeof error)) {
        fail_msg("%s: %s", path, error);
    }
    (void)snprintf(path, sizeof path, "%s/%s.expected", folder, name);
    seen_expect(&seen, path);
    free(script);
    buffer_finish(&seen.text);
    replay_destroy(seen.replay);
}

static void every_visit_goes_as_expected(void **state) {
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    int visits = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        char *end = strstr(entry->d_name, ".visit");
        if (end) {
            *end = '\0';
            check_visit(*state, entry->d_name);
            visits++;
        }
    }
    (void)closedir(directory);
    assert_true(visits > 0);
}

/* Whatever visitors did, the next one finds the exhibit as it was switched on. */
static void random_touches_and_a_reset_leave_nothing_behind(void **state) {
    const struct visited_hall *hall = *state;
    const char *touches = getenv("TOUCHES");
    struct replay *replay = visited_hall_visit(hall, 1920, 1080, "zh", SEED);
    struct buffer fresh = {0};
    struct buffer script = {0};
    char error[512];
    stage_dump(replay_stage(replay), &fresh);
    buffer_printf(&script, "random %s\n", touches ? touches : "10000");
    if (!replay_script(replay, buffer_text(&script), NULL, NULL, error, sizeof error)) {
        fail_msg("%s", error);
    }
    visited_hall_assert_reset(replay, &fresh);
    buffer_finish(&fresh);
    buffer_finish(&script);
    replay_destroy(replay);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_visit_goes_as_expected),
        cmocka_unit_test(random_touches_and_a_reset_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
