/* The timeline: stamps as containers give them, and the moments of the film that they mean. */
#include "media/timeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct timeline timeline_of(unsigned rate, unsigned base, int64_t first) {
    struct timeline timeline = {0};
    timeline_rate(&timeline, rate, base);
    (void)timeline_time(&timeline, first);
    return timeline;
}

static void a_film_begins_with_its_first_picture(void **state) {
    (void)state;
    struct timeline timeline = timeline_of(30, 1, 66667);
    assert_int_equal(timeline_time(&timeline, 66667), 0);
    assert_int_equal(timeline_time(&timeline, 100000), 33333);
}

static void a_container_that_rounds_is_set_right(void **state) {
    (void)state;
    struct timeline timeline = timeline_of(30, 1, 0);
    assert_int_equal(timeline_time(&timeline, 33000), 33333);
    assert_int_equal(timeline_time(&timeline, 67000), 66666);
    /* What is further away than rounding is no rounding: a picture may stand anywhere. */
    assert_int_equal(timeline_time(&timeline, 70000), 70000);
}

static void a_film_without_a_rate_keeps_its_stamps(void **state) {
    (void)state;
    struct timeline timeline = timeline_of(0, 0, 7000);
    assert_int_equal(timeline_time(&timeline, 40123), 33123);
    int64_t ask;
    assert_int_equal(timeline_seek(&timeline, 500000, 0, &ask), 500999);
}

static void rates_that_a_container_rounded_are_made_whole(void **state) {
    (void)state;
    static const struct {
        unsigned rate, base;
        int64_t whole, by;
    } cases[] = {{30001, 1000, 30, 1}, {29970, 1000, 30000, 1001}, {59940, 1000, 60000, 1001},
                 {24999, 1000, 25, 1}, {23976, 1000, 24000, 1001}, {0, 1, 0, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct timeline timeline = {0};
        timeline_rate(&timeline, cases[i].rate, cases[i].base);
        assert_int_equal(timeline.rate * cases[i].by, cases[i].whole * timeline.base);
    }
}

/* 1034 ms is what is told of picture 31 (1033.3 ms, rounded up) and 1033 ms too, rounded down. */
static void a_seek_wants_the_picture_that_is_on(void **state) {
    (void)state;
    struct timeline timeline = timeline_of(30, 1, 0);
    int64_t ask;
    assert_int_equal(timeline_seek(&timeline, 1034000, 0, &ask), 1033333);
    assert_int_equal(timeline_seek(&timeline, 1033000, 0, &ask), 1033333);
    assert_int_equal(timeline_seek(&timeline, 1032000, 0, &ask), 1000000);
    assert_int_equal(timeline_seek(&timeline, 0, 0, &ask), 0);
    assert_int_equal(ask, 0);
}

/* libvlc rounds up to the next picture or, in MP4, down to the one that is on. */
static void what_is_asked_for_comes_before_what_is_wanted(void **state) {
    (void)state;
    for (int64_t first = 0; first < 80000; first += 13000) {
        struct timeline timeline = timeline_of(30, 1, first);
        for (int64_t moment = 40000; moment < 900000; moment += 1000) {
            int64_t ask;
            int64_t wanted = timeline_seek(&timeline, moment, 0, &ask);
            assert_true(ask < wanted + first);
            assert_true(ask > wanted + first - 33333 || ask == 0);
            assert_int_equal(ask % 1000, 0);
            int64_t led;
            assert_int_equal(timeline_seek(&timeline, moment, 4, &led), wanted);
            assert_true(led == 0 || (ask - led > 132000 && ask - led < 135000));
        }
    }
}

static void a_run_that_begins_too_late_has_missed(void **state) {
    (void)state;
    struct timeline timeline = timeline_of(30, 1, 0);
    assert_false(timeline_missed(&timeline, 33333, 33333));
    assert_false(timeline_missed(&timeline, 0, 33333));
    assert_true(timeline_missed(&timeline, 66666, 33333));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_film_begins_with_its_first_picture),
        cmocka_unit_test(a_container_that_rounds_is_set_right),
        cmocka_unit_test(a_film_without_a_rate_keeps_its_stamps),
        cmocka_unit_test(rates_that_a_container_rounded_are_made_whole),
        cmocka_unit_test(a_seek_wants_the_picture_that_is_on),
        cmocka_unit_test(what_is_asked_for_comes_before_what_is_wanted),
        cmocka_unit_test(a_run_that_begins_too_late_has_missed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
