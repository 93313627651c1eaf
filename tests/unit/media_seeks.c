/* The player through its client: seeks, pauses, loops and films that were prerolled. */
#include "numbered_film.h"

static void seek_everywhere(const char *name, double rate, bool paused) {
    static const millis moments[] = {1500, 333, 0, 1034, 67, 1201, 700, 40, 1333, 801};
    struct rig rig;
    start(&rig);
    open_clip(&rig, name, false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    if (paused) {
        rig.player.pause(rig.player.self, true);
        assert_true(rig_until(&rig, PLAYER_PAUSED, PATIENCE));
    }
    for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        int wanted = (int)((double)moments[i] * rate / 1000 + rate / 2000);
        rig.player.seek(rig.player.self, moments[i]);
        int number = number_after_seek(&rig, wanted, paused ? 0 : past(), rate);
        assert_in_range(number, wanted, wanted + (paused ? 0 : past()));
        if (paused || rig_strict()) {
            assert_true(told_as(&rig, number, rate));
        }
        if (paused) {
            rig_pass(&rig, 150);
            assert_int_equal(rig_number(&rig), wanted);
        }
    }
    rig_finish(&rig);
}

static void a_seek_shows_the_very_picture(void **state) {
    (void)state;
    static const struct {
        const char *name;
        double rate;
    } cases[] = {{"h264.mp4", 30}, {"h265.mp4", 25}, {"b-frames.mkv", 30},  {"av1.mkv", 24},
                 {"vp9.webm", 30}, {"fast.mp4", 60}, {"reordered.mp4", 30}, {"late.mp4", 30}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("%s\n", cases[i].name);
        seek_everywhere(cases[i].name, cases[i].rate, true);
        seek_everywhere(cases[i].name, cases[i].rate, false);
    }
}

static void a_pause_keeps_the_picture_and_going_on_loses_none(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "h264.mp4", false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    for (int round = 0; round < 4; round++) {
        rig_pass(&rig, 200);
        rig.player.pause(rig.player.self, true);
        assert_true(rig_until(&rig, PLAYER_PAUSED, PATIENCE));
        rig_pass(&rig, 200);
        int number = rig_number(&rig);
        uint64_t frames = rig_facts(&rig).frames;
        rig_pass(&rig, 300);
        assert_int_equal(rig_number(&rig), number);
        assert_int_equal(rig_facts(&rig).frames, frames);
        rig.player.pause(rig.player.self, false);
        int next = number_after_seek(&rig, number + 1, past(), 30);
        assert_in_range(next, number + 1, number + 1 + past());
        assert_true(!rig_strict() || told_as(&rig, next, 30));
    }
    rig_finish(&rig);
}

/* From the order to the picture of a film that was prerolled: a few milliseconds. Twenty allow for
   a busy machine; without the preroll it takes sixty and more. */
static void a_prerolled_film_is_there_at_once(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "long.mp4", false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    millis best = PATIENCE;
    for (int round = 0; round < 5; round++) {
        const char *name = round % 2 == 0 ? "h264.mp4" : "long.mp4";
        rig.player.preroll(rig.player.self, rig_clip(name));
        rig_pass(&rig, 500);
        millis begun = clock_now();
        open_clip(&rig, name, false);
        assert_true(rig_until_picture(&rig, true, PATIENCE));
        millis taken = clock_now() - begun;
        best = taken < best ? taken : best;
        assert_int_equal(rig_number(&rig), 0);
        assert_in_range(number_after_seek(&rig, 1, 30, 30), 1, 31);
    }
    print_message("prerolled to picture: %lld ms\n", (long long)best);
    assert_true(best <= rig_limit(20));
    rig_finish(&rig);
}

static void a_loop_goes_round_without_a_gap(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "silent.mp4", true);
    int rounds = 0;
    int last = -1;
    for (millis end = clock_now() + PATIENCE; clock_now() < end && rounds < 3;) {
        rig_hear(&rig, 200);
        int number = rig_number(&rig);
        assert_true(last < 0 || number >= 0);
        if (number >= 0) {
            assert_true(told_as(&rig, number, 30));
        }
        rounds += number < last;
        last = number;
    }
    assert_int_equal(rounds, 3);
    rig_finish(&rig);
}

static void a_film_that_has_ended_plays_again_from_where_it_is_sought(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "silent.mp4", false);
    assert_true(rig_until(&rig, PLAYER_ENDED, PATIENCE));
    assert_int_equal(rig_number(&rig), 29);
    rig.player.seek(rig.player.self, 500);
    assert_in_range(number_after_seek(&rig, 15, past(), 30), 15, 15 + past());
    assert_true(rig_until(&rig, PLAYER_ENDED, PATIENCE));
    rig.player.pause(rig.player.self, false);
    uint64_t played = rig_facts(&rig).frames;
    assert_in_range(number_after_seek(&rig, 0, past(), 30), 0, past());
    assert_true(rig_facts(&rig).frames > played);
    rig_finish(&rig);
}

/* Hears the player for so long; the length that was known stays known. */
static void pass_with_length(struct rig *rig, millis span, millis length) {
    for (millis end = clock_now() + span; clock_now() < end;) {
        rig_hear(rig, 10);
        assert_int_equal(rig_facts(rig).duration, length);
    }
}

/* A finger drags to the end and is lifted there: the end is sought once more while, or after, the
   film gets there by itself. */
static void a_film_dragged_to_its_end_ends_and_keeps_its_length(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "silent.mp4", false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    millis length = rig_facts(&rig).duration;
    assert_true(length > 900);
    for (int round = 0; round < 4; round++) {
        rig.player.seek(rig.player.self, 600);
        pass_with_length(&rig, 30, length);
        rig.player.seek(rig.player.self, length);
        pass_with_length(&rig, 40LL * round, length);
        rig.player.seek(rig.player.self, length);
        pass_with_length(&rig, 100, length);
        assert_true(rig_until(&rig, PLAYER_ENDED, PATIENCE));
        rig.player.seek(rig.player.self, 300);
        pass_with_length(&rig, 200, length);
    }
    rig_finish(&rig);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_seek_shows_the_very_picture),
        cmocka_unit_test(a_pause_keeps_the_picture_and_going_on_loses_none),
        cmocka_unit_test(a_prerolled_film_is_there_at_once),
        cmocka_unit_test(a_loop_goes_round_without_a_gap),
        cmocka_unit_test(a_film_that_has_ended_plays_again_from_where_it_is_sought),
        cmocka_unit_test(a_film_dragged_to_its_end_ends_and_keeps_its_length),
    };
    return cmocka_run_group_tests(tests, rig_make_clips, NULL);
}
