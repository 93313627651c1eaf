/* The speaker on SDL's device that writes a file: what is played, when the device is held, and what
   happens where there is none. */
#include "sound/speaker.h"
#include "sound/tone.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>
#include <cmocka.h>

enum { PATIENCE = 10000, TICK = 10, ROOM = 10 * TONE_RATE, AT_ONCE = 50 };

static const struct speaker_times quick = {.late = PATIENCE, .rest = 700, .retry = 60000};

struct stand {
    char played[64]; /* the file that was played into */
    char said[64];   /* what the log says while it is caught */
    int error;       /* the standard error meanwhile */
    struct speaker *speaker;
    float samples[ROOM];
};

static int setup(void **state) {
    struct stand *stand = test_calloc(1, sizeof *stand);
    (void)snprintf(stand->played, sizeof stand->played, "/tmp/kiosk-played-%d", (int)getpid());
    (void)snprintf(stand->said, sizeof stand->said, "/tmp/kiosk-said-%d", (int)getpid());
    (void)setenv("SDL_AUDIODRIVER", "disk", 1);
    (void)setenv("SDL_DISKAUDIOFILE", stand->played, 1);
    *state = stand;
    return 0;
}

static int teardown(void **state) {
    struct stand *stand = *state;
    speaker_destroy(stand->speaker);
    (void)unlink(stand->played);
    (void)unlink(stand->said);
    test_free(stand);
    return 0;
}

static void pass(millis span) {
    (void)nanosleep(&(struct timespec){span / 1000, span % 1000 * 1000000}, NULL);
}

static bool is_held(void) {
    return SDL_WasInit(SDL_INIT_AUDIO) != 0;
}

static void wait_until_held(bool held) {
    for (millis end = clock_now() + PATIENCE; is_held() != held;) {
        assert_true(clock_now() < end);
        pass(TICK);
    }
}

/* What was played from the first sample that is not 0. */
static size_t read_played(struct stand *stand) {
    FILE *file = fopen(stand->played, "rb");
    if (!file) {
        return 0;
    }
    size_t count = fread(stand->samples, sizeof(float), ROOM, file);
    (void)fclose(file);
    size_t first = 0;
    while (first < count && stand->samples[first] == 0) {
        first++;
    }
    memmove(stand->samples, stand->samples + first, (count - first) * sizeof(float));
    return count - first;
}

/* Whether what was played is this cue, at full volume, and no more. */
static bool is_played(struct stand *stand, enum sound_cue cue) {
    static float tone[TONE_RATE];
    size_t length = tone_samples(cue);
    tone_render(cue, tone);
    size_t count = read_played(stand);
    for (size_t i = length; i < count; i++) {
        if (stand->samples[i] != 0) {
            return false;
        }
    }
    return count >= length && memcmp(stand->samples, tone + 1, (length - 1) * sizeof(float)) == 0;
}

static void a_cue_is_played_and_the_device_given_back(void **state) {
    struct stand *stand = *state;
    stand->speaker = speaker_create(&quick);
    pass(AT_ONCE);
    assert_false(is_held());
    speaker_play(stand->speaker, SOUND_TOUCH, 100);
    wait_until_held(true);
    wait_until_held(false);
    assert_true(is_played(stand, SOUND_TOUCH));
    speaker_play(stand->speaker, SOUND_WRONG, 100);
    wait_until_held(true);
    wait_until_held(false);
    assert_true(is_played(stand, SOUND_WRONG));
}

static void a_cue_keeps_the_device_for_the_next(void **state) {
    struct stand *stand = *state;
    stand->speaker = speaker_create(&quick);
    speaker_play(stand->speaker, SOUND_TOUCH, 100);
    wait_until_held(true);
    for (millis end = clock_now() + 3 * quick.rest; clock_now() < end; pass(quick.rest / 5)) {
        assert_true(is_held());
        speaker_play(stand->speaker, SOUND_TOUCH, 100);
    }
    wait_until_held(false);
}

static void asking_takes_no_time(void **state) {
    struct stand *stand = *state;
    stand->speaker = speaker_create(&quick);
    millis longest = 0;
    for (int i = 0; i < 100; i++) {
        millis before = clock_now();
        speaker_play(stand->speaker, SOUND_TOUCH, 100);
        longest = clock_now() - before > longest ? clock_now() - before : longest;
        pass(1);
    }
    assert_true(longest < AT_ONCE);
}

static void at_volume_0_the_device_is_left_alone(void **state) {
    struct stand *stand = *state;
    stand->speaker = speaker_create(&quick);
    speaker_play(stand->speaker, SOUND_RIGHT, 0);
    speaker_play(NULL, SOUND_RIGHT, 100);
    pass(2 * AT_ONCE);
    assert_false(is_held());
    assert_int_equal(access(stand->played, F_OK), -1);
}

static void what_comes_too_late_is_not_played(void **state) {
    struct stand *stand = *state;
    struct speaker_times times = quick;
    times.late = -1;
    stand->speaker = speaker_create(&times);
    speaker_play(stand->speaker, SOUND_TOUCH, 100);
    wait_until_held(true);
    wait_until_held(false);
    assert_int_equal(read_played(stand), 0);
}

static void catch_log(struct stand *stand) {
    stand->error = dup(STDERR_FILENO);
    int file = open(stand->said, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    assert_true(stand->error >= 0 && file >= 0 && dup2(file, STDERR_FILENO) >= 0);
    (void)close(file);
}

static void wait_until_said(const struct stand *stand) {
    struct stat said;
    for (millis end = clock_now() + PATIENCE; stat(stand->said, &said) == 0 && said.st_size == 0;) {
        assert_true(clock_now() < end);
        pass(TICK);
    }
}

/* Returns how many lines there were. */
static int release_log(struct stand *stand) {
    (void)dup2(stand->error, STDERR_FILENO);
    (void)close(stand->error);
    FILE *file = fopen(stand->said, "r");
    assert_non_null(file);
    int lines = 0;
    for (int c; (c = fgetc(file)) != EOF;) {
        lines += c == '\n';
    }
    (void)fclose(file);
    return lines;
}

/* A machine without a device is silent, says so once, and does not look for one all the time. */
static void without_a_device_it_is_silent(void **state) {
    struct stand *stand = *state;
    (void)setenv("SDL_AUDIODRIVER", "none", 1);
    stand->speaker = speaker_create(&quick);
    catch_log(stand);
    speaker_play(stand->speaker, SOUND_TOUCH, 100);
    wait_until_said(stand);
    (void)setenv("SDL_AUDIODRIVER", "disk", 1);
    speaker_play(stand->speaker, SOUND_TOUCH, 100);
    pass(3 * AT_ONCE);
    bool held = is_held();
    assert_int_equal(release_log(stand), 1);
    assert_false(held);
    assert_int_equal(access(stand->played, F_OK), -1);
}

static void a_device_that_comes_is_found_after_a_while(void **state) {
    struct stand *stand = *state;
    struct speaker_times times = quick;
    times.retry = AT_ONCE;
    (void)setenv("SDL_AUDIODRIVER", "none", 1);
    stand->speaker = speaker_create(&times);
    catch_log(stand);
    for (int i = 0; i < 3; i++) {
        speaker_play(stand->speaker, SOUND_DONE, 100);
        pass(3 * AT_ONCE);
    }
    assert_int_equal(release_log(stand), 1);
    (void)setenv("SDL_AUDIODRIVER", "disk", 1);
    speaker_play(stand->speaker, SOUND_TOUCH, 100);
    wait_until_held(true);
    wait_until_held(false);
    assert_true(is_played(stand, SOUND_TOUCH));
}

static void it_ends_while_it_sounds(void **state) {
    struct stand *stand = *state;
    stand->speaker = speaker_create(&quick);
    speaker_play(stand->speaker, SOUND_DONE, 100);
    wait_until_held(true);
    speaker_destroy(stand->speaker);
    stand->speaker = NULL;
    assert_false(is_held());
    speaker_destroy(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_cue_is_played_and_the_device_given_back),
        TEST(a_cue_keeps_the_device_for_the_next),
        TEST(asking_takes_no_time),
        TEST(at_volume_0_the_device_is_left_alone),
        TEST(what_comes_too_late_is_not_played),
        TEST(without_a_device_it_is_silent),
        TEST(a_device_that_comes_is_found_after_a_while),
        TEST(it_ends_while_it_sounds),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    SDL_Quit();
    return failed;
}
