/* The timeline: dates as libvlc gave them, and the moments of the film that they mean. */
#include "media/timeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { PERIOD = 33333, NOW = 72800000 };

static void start(struct timeline *timeline) {
    timeline_start(timeline);
    timeline_rate(timeline, 30, 1);
    timeline_restart(timeline, 0, NOW);
    timeline_ready(timeline, NOW + 100);
}

static void expect(struct timeline *timeline, int64_t date, bool forced,
                   enum timeline_answer answer, int64_t time) {
    assert_int_equal(timeline_picture(timeline, date, forced), answer);
    assert_int_equal(timeline->time, time);
}

/* As h264.mp4 began: a made-up date first, and the first picture twice. */
static void a_start_counts_from_its_forced_picture(void **state) {
    (void)state;
    struct timeline timeline;
    start(&timeline);
    expect(&timeline, NOW + 73, true, TIMELINE_FIRST, 0);
    timeline_moved(&timeline, NOW + 5000);
    expect(&timeline, NOW + 73, true, TIMELINE_REPEAT, 0);
    expect(&timeline, NOW + 48335, false, TIMELINE_NEXT, 33333);
    expect(&timeline, NOW + 48335, false, TIMELINE_REPEAT, 33333);
    expect(&timeline, NOW + 48335 + PERIOD, false, TIMELINE_NEXT, 66666);
    expect(&timeline, NOW + 48335 + 4 * PERIOD, false, TIMELINE_NEXT, 166666);
}

/* A machine that was late showed the second picture first. */
static void a_skipped_first_picture_is_noticed(void **state) {
    (void)state;
    struct timeline timeline;
    start(&timeline);
    timeline_moved(&timeline, NOW + 2000);
    expect(&timeline, NOW + 2000 + 9900 + PERIOD, false, TIMELINE_FIRST, 33333);
}

static void a_pause_moves_the_dates_but_not_the_film(void **state) {
    (void)state;
    struct timeline timeline;
    start(&timeline);
    expect(&timeline, NOW, true, TIMELINE_FIRST, 0);
    expect(&timeline, NOW + 43000, false, TIMELINE_NEXT, 33333);
    timeline_pause(&timeline, NOW + 60000);
    expect(&timeline, NOW + 43000, false, TIMELINE_REPEAT, 33333);
    timeline_resume(&timeline, NOW + 460000);
    expect(&timeline, NOW + 443010, false, TIMELINE_REPEAT, 33333);
    expect(&timeline, NOW + 443010 + PERIOD, false, TIMELINE_NEXT, 66666);
}

/* What is asked for depends on how the container counts; the picture sought does not. */
static void a_seek_asks_for_the_picture_that_is_on_the_screen_then(void **state) {
    (void)state;
    static const struct {
        int64_t moment, time, ask, ask_counted;
        int lead;
    } cases[] = {
        {500000, 500000, 483000, 516000, 0},
        {510000, 500000, 483000, 516000, 0},
        {33000, 33333, 16000, 49000, 0},
        {66000, 66666, 50000, 83000, 0},
        {0, 0, 0, 0, 0},
        {500000, 500000, 350000, 383000, 4},
        {33000, 33333, 0, 0, 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct timeline timeline;
        start(&timeline);
        int64_t ask;
        assert_int_equal(timeline_seek(&timeline, cases[i].moment, cases[i].lead, &ask),
                         cases[i].time);
        assert_int_equal(ask, cases[i].ask);
        timeline.lengths_counted = true;
        (void)timeline_seek(&timeline, cases[i].moment, cases[i].lead, &ask);
        assert_int_equal(ask, cases[i].ask_counted);
    }
}

static void seek_in_pause(struct timeline *timeline, int64_t ask) {
    start(timeline);
    expect(timeline, NOW, true, TIMELINE_FIRST, 0);
    timeline_pause(timeline, NOW + 20000);
    timeline_restart(timeline, ask, NOW + 500000);
    timeline_ready(timeline, NOW + 500200);
}

/* In a pause dates count from the pause: the picture sought, and one that came too early. */
static void a_seek_in_a_pause_is_exact(void **state) {
    (void)state;
    struct timeline timeline;
    seek_in_pause(&timeline, 483000);
    expect(&timeline, NOW + 30000 + 17000, false, TIMELINE_FIRST, 500000);
    assert_false(timeline.doubtful);
    seek_in_pause(&timeline, 516000);
    expect(&timeline, NOW + 30000 - 49333, false, TIMELINE_FIRST, 466666);
    timeline_resume(&timeline, NOW + 900000);
    expect(&timeline, NOW + 910000 - 49333 + PERIOD, false, TIMELINE_NEXT, 500000);
}

/* A date from before the run's clock was set lies after the announcement of the run. */
static void a_made_up_date_is_doubted_until_doubts_lead_nowhere(void **state) {
    (void)state;
    struct timeline timeline;
    seek_in_pause(&timeline, 516000);
    timeline.lengths_counted = true;
    (void)timeline_picture(&timeline, NOW + 760000, false);
    assert_true(timeline.doubtful);
    timeline_restart(&timeline, 516000, NOW + 600000);
    timeline_ready(&timeline, NOW + 600200);
    timeline.trusting = true;
    expect(&timeline, NOW + 860000, false, TIMELINE_FIRST, 500000);
    assert_false(timeline.doubtful);
    expect(&timeline, NOW + 860000, false, TIMELINE_REPEAT, 500000);
}

static void the_last_picture_of_a_loop_belongs_to_the_old_round(void **state) {
    (void)state;
    struct timeline timeline;
    start(&timeline);
    expect(&timeline, NOW, true, TIMELINE_FIRST, 0);
    expect(&timeline, NOW + 43000, false, TIMELINE_NEXT, 33333);
    timeline_restart(&timeline, 0, NOW + 70000);
    expect(&timeline, NOW + 43000 + PERIOD, false, TIMELINE_NEXT, 66666);
    timeline_ready(&timeline, NOW + 80000);
    expect(&timeline, NOW + 80100, true, TIMELINE_FIRST, 0);
}

static void rates_that_containers_round_are_made_whole(void **state) {
    (void)state;
    static const struct {
        unsigned rate, base;
        int64_t whole, whole_base;
    } cases[] = {{1000000, 33333, 30, 1},
                 {30000, 1001, 30000, 1001},
                 {1000000, 33367, 30000, 1001},
                 {25, 1, 25, 1},
                 {24000, 1001, 24000, 1001},
                 {1000000, 41667, 24, 1},
                 {0, 0, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct timeline timeline;
        timeline_start(&timeline);
        timeline_rate(&timeline, cases[i].rate, cases[i].base);
        assert_int_equal(timeline.rate, cases[i].whole);
        assert_int_equal(timeline.base, cases[i].whole_base);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_start_counts_from_its_forced_picture),
        cmocka_unit_test(a_skipped_first_picture_is_noticed),
        cmocka_unit_test(a_pause_moves_the_dates_but_not_the_film),
        cmocka_unit_test(a_seek_asks_for_the_picture_that_is_on_the_screen_then),
        cmocka_unit_test(a_seek_in_a_pause_is_exact),
        cmocka_unit_test(a_made_up_date_is_doubted_until_doubts_lead_nowhere),
        cmocka_unit_test(the_last_picture_of_a_loop_belongs_to_the_old_round),
        cmocka_unit_test(rates_that_containers_round_are_made_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
