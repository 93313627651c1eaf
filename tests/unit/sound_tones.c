/* The cues as samples: how they begin, end and how loud they are, their pitches, their mixture. */
#include "sound/mixer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = TONE_RATE }; /* a second: more than any cue */

static float peak_of(const float *samples, size_t count) {
    float peak = 0;
    for (size_t i = 0; i < count; i++) {
        peak = fmaxf(peak, fabsf(samples[i]));
    }
    return peak;
}

/* How much of the pitch is in the samples: Goertzel's sum, as an amplitude. */
static double amount_of(const float *samples, size_t count, double hertz) {
    double turn = 2 * cos(2 * M_PI * hertz / TONE_RATE);
    double last = 0, before = 0;
    for (size_t i = 0; i < count; i++) {
        double now = samples[i] + turn * last - before;
        before = last;
        last = now;
    }
    return sqrt(fmax(0, last * last + before * before - turn * last * before)) / (double)count;
}

static double hertz_of(int pitch) {
    return 110 * pow(2, pitch / 12.0);
}

static void a_cue_begins_and_ends_in_silence(void **state) {
    (void)state;
    static float samples[ROOM];
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        size_t count = tone_samples((enum sound_cue)cue);
        tone_render((enum sound_cue)cue, samples);
        assert_true(samples[0] == 0 && samples[count - 1] == 0);
        /* the first and the last half millisecond are hardly there: no click */
        assert_true(peak_of(samples, 24) < TONE_LOUDEST / 10);
        assert_true(peak_of(samples + count - 24, 24) < TONE_LOUDEST / 1000);
    }
}

static void a_cue_is_no_louder_than_it_may_be(void **state) {
    (void)state;
    static float samples[ROOM];
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        size_t count = tone_samples((enum sound_cue)cue);
        tone_render((enum sound_cue)cue, samples);
        float peak = peak_of(samples, count);
        assert_true(peak <= TONE_LOUDEST * 1.0001F && peak >= TONE_LOUDEST / 2);
        double sum = 0;
        for (size_t i = 0; i < count; i++) {
            sum += samples[i];
        }
        assert_true(fabs(sum / (double)count) < 0.0001);
    }
}

/* A jump from one sample to the next would be a click in the middle: no sine that is in them
   climbs so steeply. */
static void a_cue_has_no_jump(void **state) {
    (void)state;
    static float samples[ROOM];
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        size_t count = tone_samples((enum sound_cue)cue);
        tone_render((enum sound_cue)cue, samples);
        for (size_t i = 1; i < count; i++) {
            assert_true(fabsf(samples[i] - samples[i - 1]) < TONE_LOUDEST / 4);
        }
    }
}

static void a_cue_is_short_and_its_notes_are_on_the_scale(void **state) {
    (void)state;
    static const bool scale[12] = {
        [0] = true, [2] = true, [4] = true, [7] = true, [9] = true}; /* A B C# E F# */
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        const struct tone *tone = tone_of((enum sound_cue)cue);
        assert_in_range(tone->length_ms, TONE_SHORTEST_MS, TONE_LONGEST_MS);
        assert_true(tone->notes[0].level > 0);
        for (int i = 0; i < TONE_NOTES_AT_MOST && tone->notes[i].level > 0; i++) {
            assert_true(scale[tone->notes[i].pitch % 12]);
            assert_true(tone->notes[i].start_ms + TONE_SHORTEST_MS <= tone->length_ms);
        }
    }
}

/* What is rendered is what the table says: the notes are there, the ones between them are not. */
static void the_notes_are_heard(void **state) {
    (void)state;
    static float samples[ROOM];
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        const struct tone *tone = tone_of((enum sound_cue)cue);
        size_t count = tone_samples((enum sound_cue)cue);
        tone_render((enum sound_cue)cue, samples);
        for (int i = 0; i < TONE_NOTES_AT_MOST && tone->notes[i].level > 0; i++) {
            double there = amount_of(samples, count, hertz_of(tone->notes[i].pitch));
            double between = amount_of(samples, count, hertz_of(tone->notes[i].pitch) * 1.4142);
            assert_true(there > 3 * between);
        }
    }
}

static int last_note(enum sound_cue cue) {
    const struct tone *tone = tone_of(cue);
    int last = 0;
    while (last + 1 < TONE_NOTES_AT_MOST && tone->notes[last + 1].level > 0) {
        last++;
    }
    return last;
}

static void right_and_done_rise_and_wrong_falls_low(void **state) {
    (void)state;
    const struct tone_note *right = tone_of(SOUND_RIGHT)->notes;
    const struct tone_note *wrong = tone_of(SOUND_WRONG)->notes;
    const struct tone_note *done = tone_of(SOUND_DONE)->notes;
    assert_true(right[last_note(SOUND_RIGHT)].pitch > right[0].pitch);
    assert_true(wrong[last_note(SOUND_WRONG)].pitch < wrong[0].pitch);
    assert_true(wrong[0].pitch < right[0].pitch && wrong[0].pitch < done[0].pitch);
    for (int i = 1; i <= last_note(SOUND_DONE); i++) {
        assert_true(done[i].pitch > done[i - 1].pitch && done[i].start_ms > done[i - 1].start_ms);
    }
    assert_int_equal(last_note(SOUND_TOUCH), 0);
}

static int setup(void **state) {
    struct mixer *mixer = test_calloc(1, sizeof *mixer);
    mixer_render(mixer);
    *state = mixer;
    return 0;
}

static int teardown(void **state) {
    mixer_finish(*state);
    test_free(*state);
    return 0;
}

static void the_volume_makes_it_softer_and_0_silent(void **state) {
    struct mixer *mixer = *state;
    static float loud[ROOM], soft[ROOM];
    assert_true(mixer_gain(100) == 1 && mixer_gain(0) == 0);
    assert_true(mixer_gain(-5) == 0 && mixer_gain(120) == 1);
    mixer_start(mixer, SOUND_RIGHT, 0);
    assert_false(mixer_sounds(mixer));
    mixer_start(mixer, SOUND_RIGHT, 100);
    mixer_mix(mixer, loud, ROOM);
    assert_false(mixer_sounds(mixer));
    mixer_start(mixer, SOUND_RIGHT, 50);
    mixer_mix(mixer, soft, ROOM);
    for (size_t i = 0; i < ROOM; i++) {
        assert_true(fabsf(soft[i] - loud[i] / 8) < 1e-6F);
    }
}

/* In whatever pieces the device asks for it, a cue is the same. */
static void a_cue_goes_on_where_the_last_piece_ended(void **state) {
    struct mixer *mixer = *state;
    static float whole[ROOM], pieces[ROOM + 1000];
    mixer_start(mixer, SOUND_DONE, 100);
    mixer_mix(mixer, whole, ROOM);
    mixer_start(mixer, SOUND_DONE, 100);
    for (size_t at = 0; at < ROOM; at += 441) {
        mixer_mix(mixer, pieces + at, 441);
    }
    assert_memory_equal(whole, pieces, sizeof whole);
}

static void a_second_touch_does_not_cut_the_first(void **state) {
    struct mixer *mixer = *state;
    static float one[ROOM], two[ROOM];
    enum { LATER = 2000 };
    mixer_start(mixer, SOUND_TOUCH, 100);
    mixer_mix(mixer, one, ROOM);
    mixer_start(mixer, SOUND_TOUCH, 100);
    mixer_mix(mixer, two, LATER);
    mixer_start(mixer, SOUND_TOUCH, 100);
    mixer_mix(mixer, two + LATER, ROOM - LATER);
    for (size_t i = 0; i < ROOM; i++) {
        float both = one[i] + (i >= LATER ? one[i - LATER] : 0);
        assert_true(fabsf(two[i] - both) < 1e-6F);
    }
}

static void any_number_at_once_stays_within_full_scale(void **state) {
    struct mixer *mixer = *state;
    static float samples[ROOM];
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        for (int i = 0; i < 100; i++) {
            mixer_start(mixer, (enum sound_cue)cue, 100);
        }
        mixer_mix(mixer, samples, ROOM);
        float peak = peak_of(samples, ROOM);
        assert_true(peak <= 1);
        assert_true(peak > (MIXER_VOICES - 0.5F) * tone_of((enum sound_cue)cue)->peak);
    }
}

static void what_is_cleared_is_silent(void **state) {
    struct mixer *mixer = *state;
    static float samples[ROOM];
    mixer_start(mixer, SOUND_DONE, 100);
    mixer_mix(mixer, samples, 500);
    assert_true(mixer_sounds(mixer));
    mixer_clear(mixer);
    mixer_mix(mixer, samples, ROOM);
    assert_true(peak_of(samples, ROOM) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cue_begins_and_ends_in_silence),
        cmocka_unit_test(a_cue_is_no_louder_than_it_may_be),
        cmocka_unit_test(a_cue_has_no_jump),
        cmocka_unit_test(a_cue_is_short_and_its_notes_are_on_the_scale),
        cmocka_unit_test(the_notes_are_heard),
        cmocka_unit_test(right_and_done_rise_and_wrong_falls_low),
        cmocka_unit_test_setup_teardown(the_volume_makes_it_softer_and_0_silent, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cue_goes_on_where_the_last_piece_ended, setup, teardown),
        cmocka_unit_test_setup_teardown(a_second_touch_does_not_cut_the_first, setup, teardown),
        cmocka_unit_test_setup_teardown(any_number_at_once_stays_within_full_scale, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_is_cleared_is_silent, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
