/* The player through its client: what films show, from start to end. PLAYS=2000 plays long. */
#include "numbered_film.h"

#include <dirent.h>

static const struct film {
    const char *name;
    double rate;
    int width, height; /* as seen */
    int pictures;
    bool turned;
} films[] = {
    {"h264.mp4", 30, 320, 180, 120, false},      {"b-frames.mkv", 30, 320, 180, 120, false},
    {"h265.mp4", 25, 320, 180, 50, false},       {"vp9.webm", 30, 320, 180, 60, false},
    {"av1.mkv", 24, 320, 180, 48, false},        {"ntsc.mp4", 30000 / 1001.0, 320, 180, 60, false},
    {"fast.mp4", 60, 320, 180, 120, false},      {"odd.webm", 30, 427, 239, 30, false},
    {"silent.mp4", 30, 320, 180, 30, false},     {"anamorphic.mp4", 25, 523, 288, 25, false},
    {"full-range.mp4", 25, 320, 180, 25, false}, {"rotated.mp4", 30, 180, 320, 30, true},
    {"reordered.mp4", 30, 320, 180, 60, false},  {"late.mp4", 30, 320, 180, 60, false},
    {"interlaced.mp4", 25, 320, 180, 25, false}, {"ultra.mp4", 30, 3840, 2160, 21, false},
    {"upright.mp4", 30, 1080, 1920, 15, false},
};

/* Plays to the end, and a moment longer: the last picture is due when libvlc has ended already.
   Every picture heard of must be the one of its position. A busy machine may skip some, and
   libvlc now and then the last one. */
static void play_through(struct rig *rig, const struct film *film) {
    open_clip(rig, film->name, false);
    int last = -1;
    int heard = 0;
    bool ended = false;
    for (millis end = clock_now() + 3 * PATIENCE; clock_now() < end;) {
        rig_hear(rig, 100);
        if (!ended && rig_facts(rig).status == PLAYER_ENDED) {
            ended = true;
            end = clock_now() + 150;
        }
        struct player_facts facts = rig_facts(rig);
        int number = rig_read_number(rig, film->turned);
        if (number < 0 || number == last) {
            continue;
        }
        assert_true(last >= 0 || number <= past());
        assert_true(told_as(rig, number, film->rate));
        assert_int_equal(facts.width, film->width);
        assert_int_equal(facts.height, film->height);
        last = number;
        heard++;
    }
    assert_true(ended);
    assert_in_range(last, film->pictures - (rig_strict() ? 2 : 4), film->pictures - 1);
    assert_true(heard > film->pictures * (rig_strict() ? 2 : 1) / 3);
}

static void every_kind_of_film_plays_to_its_last_picture(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    for (size_t i = 0; i < sizeof films / sizeof films[0]; i++) {
        print_message("%s\n", films[i].name);
        play_through(&rig, &films[i]);
    }
    rig_finish(&rig);
}

static void large_films_come_in_the_panels_size(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int width, height;
    } cases[] = {{"ultra.mp4", 1920, 1080}, {"upright.mp4", 606, 1080}, {"odd.webm", 427, 239}};
    struct rig rig;
    start(&rig);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        open_clip(&rig, cases[i].name, false);
        assert_true(rig_until_picture(&rig, true, PATIENCE));
        struct media_picture picture;
        assert_true(media_client_take(rig.client, &picture));
        assert_int_equal(picture.width, cases[i].width);
        assert_int_equal(picture.height, cases[i].height);
        media_client_release(rig.client);
    }
    rig_finish(&rig);
}

static void colours_are_told(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    struct media_picture picture;
    open_clip(&rig, "full-range.mp4", false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    assert_true(media_client_take(rig.client, &picture));
    assert_true(picture.full_range && picture.bt709);
    media_client_release(rig.client);
    open_clip(&rig, "h264.mp4", false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    assert_true(media_client_take(rig.client, &picture));
    assert_false(picture.full_range || picture.bt709);
    media_client_release(rig.client);
    rig_finish(&rig);
}

static void sound_alone_plays_without_a_picture(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "sound.m4a", false);
    assert_true(rig_until(&rig, PLAYER_PLAYING, PATIENCE));
    assert_false(rig_facts(&rig).has_picture);
    assert_true(rig_until(&rig, PLAYER_ENDED, PATIENCE));
    assert_false(rig_facts(&rig).has_picture);
    rig_finish(&rig);
}

static void what_is_no_film_fails_and_the_player_goes_on(void **state) {
    (void)state;
    static const char *const names[] = {"no-index.mp4", "garbage.mp4",   "empty.mp4", "text.mp4",
                                        "missing.mp4",  "directory.mp4", "fifo.mp4"};
    struct rig rig;
    start(&rig);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        print_message("%s\n", names[i]);
        open_clip(&rig, names[i], false);
        assert_true(rig_until(&rig, PLAYER_FAILED, PATIENCE));
        assert_false(rig_facts(&rig).has_picture);
    }
    open_clip(&rig, "silent.mp4", false);
    assert_true(rig_until(&rig, PLAYER_ENDED, PATIENCE));
    rig_finish(&rig);
}

static void damaged_and_cut_films_show_what_there_is(void **state) {
    (void)state;
    static const char *const names[] = {"damaged.mp4", "truncated.mkv"};
    struct rig rig;
    start(&rig);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        open_clip(&rig, names[i], false);
        assert_true(rig_until_picture(&rig, true, PATIENCE));
        assert_true(rig_until(&rig, PLAYER_ENDED, 2 * PATIENCE));
        assert_true(rig_facts(&rig).has_picture);
    }
    assert_true(rig_facts(&rig).position < 3000);
    rig_finish(&rig);
}

static long status_line(pid_t pid, const char *key) {
    char path[64];
    char line[256];
    long value = -1;
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (strncmp(line, key, strlen(key)) == 0) {
            value = strtol(line + strlen(key), NULL, 10);
        }
    }
    fclose(file);
    return value;
}

static long open_files(pid_t pid) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *directory = opendir(path);
    assert_non_null(directory);
    long count = 0;
    while (readdir(directory)) {
        count++;
    }
    closedir(directory);
    return count;
}

static void the_player_is_confined(void **state) {
    (void)state;
    struct rig rig;
    start(&rig);
    open_clip(&rig, "silent.mp4", false);
    assert_true(rig_until_picture(&rig, true, PATIENCE));
    assert_int_equal(status_line(rig.pid, "NoNewPrivs:"), 1);
    assert_int_equal(status_line(rig.pid, "Seccomp:"), 2);
    rig_finish(&rig);
}

static int plays_wanted(void) {
    const char *plays = getenv("PLAYS");
    return plays ? atoi(plays) : 200;
}

/* Bounds: no descriptor and no thread more than after the first plays, and 4 kB of memory a play
   (libvlc itself keeps as much) beside 4 MB for what the allocator has scattered. Sanitizers keep
   freed memory, so with them only descriptors and threads count. */
static void many_plays_leak_nothing(void **state) {
    (void)state;
    static const char *const names[] = {"silent.mp4", "odd.webm", "sound.m4a", "garbage.mp4"};
    int plays = plays_wanted();
    long files = 0;
    long threads = 0;
    long memory = 0;
    struct rig rig;
    start(&rig);
    for (int play = 0; play <= plays; play++) {
        open_clip(&rig, names[play % 4], play % 8 == 0);
        if (play % 4 == 3) {
            assert_true(rig_until(&rig, PLAYER_FAILED, PATIENCE));
        } else {
            assert_true(rig_until(&rig, PLAYER_PLAYING, PATIENCE));
        }
        if (play != 20 && play != plays) {
            continue;
        }
        rig.player.close(rig.player.self);
        rig_pass(&rig, 600);
        if (play == 20) {
            files = open_files(rig.pid);
            threads = status_line(rig.pid, "Threads:");
            memory = status_line(rig.pid, "VmRSS:");
        }
    }
    long more = status_line(rig.pid, "VmRSS:") - memory;
    print_message("%d plays: %ld kB more, %ld in all\n", plays, more, more + memory);
    assert_int_equal(open_files(rig.pid), files);
    assert_int_equal(status_line(rig.pid, "Threads:"), threads);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    assert_true(more < 4000 + 4L * plays);
#endif
    rig_finish(&rig);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_film_plays_to_its_last_picture),
        cmocka_unit_test(large_films_come_in_the_panels_size),
        cmocka_unit_test(colours_are_told),
        cmocka_unit_test(sound_alone_plays_without_a_picture),
        cmocka_unit_test(what_is_no_film_fails_and_the_player_goes_on),
        cmocka_unit_test(damaged_and_cut_films_show_what_there_is),
        cmocka_unit_test(the_player_is_confined),
        cmocka_unit_test(many_plays_leak_nothing),
    };
    return cmocka_run_group_tests(tests, rig_make_clips, NULL);
}
