/* Whole visits through the samples as they are heard. */
#include "heard.h"
#include "visited_hall.h"

#include <string.h>

static int open_samples(void **state) {
    return visited_hall_open(state, "tests/samples/kiosk.conf", "tests/samples");
}

/* Replays the script and compares what was heard. */
static void check_visit(const struct visited_hall *hall, const char *script, const char *cues) {
    struct heard heard = {0};
    struct sounds sounds = heard_table(&heard);
    struct replay *replay = visited_hall_heard_visit(hall, 1920, 1080, "zh", 3, &sounds);
    char error[512];
    if (!replay_script(replay, script, NULL, NULL, error, sizeof error)) {
        fail_msg("%s", error);
    }
    assert_string_equal(buffer_text(&heard.cues), cues);
    replay_destroy(replay);
    buffer_finish(&heard.cues);
}

/* The verdict takes the touch's place: no two sound at once. */
static void a_quiz_is_heard(void **state) {
    check_visit(*state,
                "tap 9 9\nwait 600\ngo samples/quiz-emptiest\nwait 600\ntap answer.1\nwait 5000\n"
                "tap continue.0\ntap again.0\nwait 400\ntap answer.2\ntap continue.0\ntap home.0\n",
                "touch right done touch wrong done touch ");
}

static void pages_and_pictures_have_no_end_to_be_heard(void **state) {
    check_visit(*state,
                "go samples/article-emptiest\nwait 600\ntap next.0\ngo samples/gallery-emptiest\n"
                "wait 5000\n",
                "touch ");
}

static void a_film_is_left_to_be_heard(void **state) {
    check_visit(
        *state,
        "go samples/video-emptiest\nwait 800\ntap play.0\nwait 300\ntap resume.0\nwait 300\n"
        "drag seek.0 2000 0\nwait again.0\nwait 300\ntap again.0\n",
        "touch touch ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quiz_is_heard),
        cmocka_unit_test(pages_and_pictures_have_no_end_to_be_heard),
        cmocka_unit_test(a_film_is_left_to_be_heard),
    };
    return cmocka_run_group_tests(tests, open_samples, visited_hall_close);
}
