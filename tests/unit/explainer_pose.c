/* Storyboards: moves, eases and repeats put things where they belong, and captions become WebVTT.
 */
#include "content/diagnostics.h"
#include "explainer/pose.h"
#include "explainer/webvtt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A storyboard read from words, and what was said of it. */
struct reading {
    struct arena arena;
    struct storyboard storyboard;
    struct buffer said;
    bool good;
};

static void write_file(const char *directory, const char *name, const char *words, char *path,
                       size_t size) {
    (void)snprintf(path, size, "%s/%s", directory, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(words, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The exhibition that it belongs to has one file, which is no picture. */
static struct reading read_words(const char *words) {
    char directory[] = "/tmp/storyboard-XXXXXX";
    char path[60];
    char text[60];
    assert_non_null(mkdtemp(directory));
    write_file(directory, "storyboard.yaml", words, path, sizeof path);
    write_file(directory, "text.svg", "no picture", text, sizeof text);
    struct reading reading = {0};
    struct diagnostics diagnostics = {0};
    reading.good =
        storyboard_read(&reading.storyboard, path, directory, &reading.arena, &diagnostics);
    for (size_t i = 0; i < diagnostics.list.count; i++) {
        buffer_printf(&reading.said, "%s\n", diagnostics.list.items[i].message[MESSAGES_EN]);
    }
    diagnostics_finish(&diagnostics);
    (void)unlink(path);
    (void)unlink(text);
    (void)rmdir(directory);
    return reading;
}

static void finish(struct reading *reading) {
    buffer_finish(&reading->said);
    arena_finish(&reading->arena);
}

#define HEAD "title: a film\nlight: amber\nposter: 0ms\nlanguages: [zh, en]\nshots:\n"

/* One shot of ten seconds with one thing. */
static struct reading read_thing(const char *thing) {
    char words[1000];
    (void)snprintf(words, sizeof words, HEAD "  - {name: one, length: 10s, things: [{%s}]}\n",
                   thing);
    struct reading reading = read_words(words);
    assert_string_equal(buffer_text(&reading.said), "");
    assert_true(reading.good);
    return reading;
}

static bool pose_of(const struct reading *reading, int row, int column, millis now,
                    struct pose *pose) {
    const struct shot *shot = ITEM(reading->storyboard.shots, struct shot, 0);
    return pose_at(pose, ITEM(shot->things, struct thing, 0), row, column, now, shot->length);
}

static void things_come_and_go(void **state) {
    (void)state;
    struct reading reading = read_thing("kind: box, enter: 1s, leave: 5s, leaves: fade");
    struct pose pose;
    assert_false(pose_of(&reading, 0, 0, 999, &pose));
    assert_true(pose_of(&reading, 0, 0, 1000, &pose));
    assert_true(pose.opacity < 0.1F);
    assert_true(pose_of(&reading, 0, 0, 1400, &pose));
    assert_float_equal(pose.opacity, 1, 0.001F);
    assert_true(pose_of(&reading, 0, 0, 4800, &pose));
    assert_float_equal(pose.opacity, 0.5F, 0.001F);
    assert_false(pose_of(&reading, 0, 0, 5000, &pose));
    finish(&reading);
}

static void things_rise_grow_and_are_drawn(void **state) {
    (void)state;
    struct pose pose;
    struct reading reading = read_thing("kind: dot, enters: rise, at: [100, 200]");
    assert_true(pose_of(&reading, 0, 0, 0, &pose));
    assert_true(pose.at.second > 235 && pose.opacity < 0.1F);
    assert_true(pose_of(&reading, 0, 0, 400, &pose));
    assert_float_equal(pose.at.second, 200, 0.01F);
    finish(&reading);
    reading = read_thing("kind: dot, enters: grow, scale: 3");
    assert_true(pose_of(&reading, 0, 0, 0, &pose));
    assert_true(pose.scale < 0.1F && pose.opacity >= 1);
    assert_true(pose_of(&reading, 0, 0, 9999, &pose));
    assert_float_equal(pose.scale, 3, 0.001F);
    finish(&reading);
    reading = read_thing("kind: line, enters: draw");
    assert_true(pose_of(&reading, 0, 0, 0, &pose));
    assert_true(pose.drawn < 0.1F && pose.scale >= 1);
    finish(&reading);
}

static void a_move_changes_what_it_names(void **state) {
    (void)state;
    struct reading reading = read_thing(
        "kind: number, at: [0, 50], value: 10, enters: cut, moves: ["
        "{at: 1s, lasts: 1s, to: [100, 150], ease: linear}, {at: 3s, lasts: 0ms, value: 20},"
        "{at: 4s, lasts: 2s, colour: wrong, ease: linear}, "
        "{at: 7s, lasts: 2s, colour: right, ease: linear}]");
    static const struct {
        millis now;
        float x, y, value, share;
        int colour, colour_to;
    } cases[] = {
        {0, 0, 50, 10, 1, FILM_PAPER, FILM_PAPER},
        {1000, 0, 50, 10, 1, FILM_PAPER, FILM_PAPER},
        {1250, 25, 75, 10, 1, FILM_PAPER, FILM_PAPER},
        {2000, 100, 150, 10, 1, FILM_PAPER, FILM_PAPER},
        {2999, 100, 150, 10, 1, FILM_PAPER, FILM_PAPER},
        {3000, 100, 150, 20, 1, FILM_PAPER, FILM_PAPER},
        {4500, 100, 150, 20, 0.25F, FILM_PAPER, FILM_WRONG},
        {6999, 100, 150, 20, 1, FILM_PAPER, FILM_WRONG},
        {8000, 100, 150, 20, 0.5F, FILM_WRONG, FILM_RIGHT},
        {9500, 100, 150, 20, 1, FILM_WRONG, FILM_RIGHT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pose pose;
        assert_true(pose_of(&reading, 0, 0, cases[i].now, &pose));
        assert_float_equal(pose.at.first, cases[i].x, 0.01F);
        assert_float_equal(pose.at.second, cases[i].y, 0.01F);
        assert_float_equal(pose.value, cases[i].value, 0.01F);
        assert_float_equal(pose.colour_share, cases[i].share, 0.01F);
        assert_int_equal(pose.colour_to, cases[i].colour_to);
        assert_int_equal(pose.colour, cases[i].colour);
    }
    finish(&reading);
}

/* Where each pace is after a quarter, a half and three quarters of its time, and at the end: there
   exactly, or a number that counts would stop beside what it is to say. */
static void each_ease_has_its_pace(void **state) {
    (void)state;
    static const struct {
        const char *name;
        float quarter, half, most;
    } eases[] = {
        {"out", 0.578F, 0.875F, 0.984F}, {"in", 0.016F, 0.125F, 0.422F},
        {"both", 0.156F, 0.5F, 0.844F},  {"linear", 0.25F, 0.5F, 0.75F},
        {"spring", 1.125F, 1, 0.996F},
    };
    for (size_t i = 0; i < sizeof eases / sizeof eases[0]; i++) {
        char thing[200];
        struct pose pose;
        (void)snprintf(
            thing, sizeof thing,
            "kind: number, value: 0, moves: [{at: 0s, lasts: 4s, value: 1000, ease: %s}]",
            eases[i].name);
        struct reading reading = read_thing(thing);
        const float expected[] = {eases[i].quarter, eases[i].half, eases[i].most};
        for (int quarter = 1; quarter <= 3; quarter++) {
            assert_true(pose_of(&reading, 0, 0, 1000 * quarter, &pose));
            assert_float_equal(pose.value / 1000, expected[quarter - 1], 0.006F);
        }
        for (millis now = 4000; now < 10000; now += 1500) {
            assert_true(pose_of(&reading, 0, 0, now, &pose));
            assert_true(pose.value == 1000);
        }
        finish(&reading);
    }
}

static void repeats_stand_in_rows_and_come_one_by_one(void **state) {
    (void)state;
    struct reading reading = read_thing("kind: line, at: [10, 20], end: [30, 40], enters: cut, "
                                        "enter: 100ms, repeat: {columns: 3, rows: 2, "
                                        "step: [50, 70], later: 200ms}");
    struct pose pose;
    assert_false(pose_of(&reading, 1, 2, 1099, &pose)); /* the sixth: 100 and five times 200 */
    assert_true(pose_of(&reading, 1, 2, 1100, &pose));
    assert_true(pose_of(&reading, 1, 1, 900, &pose));
    assert_float_equal(pose.at.first, 60, 0.01F);
    assert_float_equal(pose.at.second, 90, 0.01F);
    assert_float_equal(pose.end.first, 80, 0.01F);
    assert_float_equal(pose.end.second, 110, 0.01F);
    assert_true(pose_of(&reading, 1, 2, 9999, &pose)); /* and all leave with the shot */
    assert_false(pose_of(&reading, 1, 2, 10000, &pose));
    finish(&reading);
}

static void a_camera_never_loses_the_picture(void **state) {
    (void)state;
    struct reading reading =
        read_words(HEAD "  - {name: one, length: 4s, camera: [{at: 1s, lasts: 1s, scale: 0, "
                        "to: [100, 200], ease: linear}]}\n");
    const struct shot *shot = ITEM(reading.storyboard.shots, struct shot, 0);
    struct pose before = pose_camera(shot, 0);
    assert_float_equal(before.at.first, 960, 0.01F);
    assert_float_equal(before.scale, 1, 0.01F);
    struct pose half = pose_camera(shot, 1500);
    assert_float_equal(half.at.second, 370, 0.01F);
    assert_float_equal(half.scale, 0.5F, 0.01F);
    assert_true(pose_camera(shot, 3000).scale > 0);
    finish(&reading);
}

static void captions_become_webvtt(void **state) {
    (void)state;
    struct reading reading =
        read_words(HEAD "  - name: one\n    length: 59500ms\n    captions:\n"
                        "      - {from: 500ms, to: 4s, words: {zh: 密码, en: \"a < b & c\"}}\n"
                        "  - name: two\n    length: 10s\n    captions:\n"
                        "      - {from: 1s, to: 2500ms, words: \"two\\n\\nlines\"}\n");
    assert_string_equal(buffer_text(&reading.said), "");
    struct buffer out = {0};
    webvtt_write(&reading.storyboard, "en", &out);
    assert_string_equal(buffer_text(&out),
                        "WEBVTT\n\n00:00:00.500 --> 00:00:04.000\na &lt; b &amp; c\n\n"
                        "00:01:00.500 --> 00:01:02.000\ntwo\nlines\n");
    buffer_clear(&out);
    webvtt_write(&reading.storyboard, "zh", &out);
    assert_non_null(strstr(buffer_text(&out), "\n密码\n\n"));
    buffer_finish(&out);
    finish(&reading);
}

static void mistakes_are_named(void **state) {
    (void)state;
    static const struct {
        const char *shot, *said;
    } cases[] = {
        {"captions: [{from: 2s, to: 1s, words: a}]",
         "shot \"one\", caption 1: to must be later than from\n"},
        {"captions: [{from: 2s, to: 11s, words: a}]",
         "shot \"one\", caption 1: to must not be later than the shot's end\n"},
        {"captions: [{from: 0s, to: 3s, words: a}, {from: 2s, to: 4s, words: b}]",
         "shot \"one\", caption 2: from must not be earlier than the to of the one before\n"},
        {"captions: [{from: 0s, to: 3s, words: {en: a}}]",
         "shot \"one\", caption 1: words must have every language of languages\n"},
        {"things: [{kind: dot}, {kind: dot, enter: 10s}]",
         "shot \"one\", thing 2: enter must be earlier than the shot's end\n"},
        {"things: [{kind: dot, enter: 3s, leave: 3s}]",
         "shot \"one\", thing 1: leave must be later than enter\n"},
        {"things: [{kind: words}]", "shot \"one\", thing 1: kind: words needs words\n"},
        {"things: [{kind: picture}]", "shot \"one\", thing 1: kind: picture needs a picture\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char words[1000];
        (void)snprintf(words, sizeof words, HEAD "  - {name: one, length: 10s, %s}\n",
                       cases[i].shot);
        struct reading reading = read_words(words);
        assert_false(reading.good);
        assert_string_equal(buffer_text(&reading.said), cases[i].said);
        finish(&reading);
    }
}

/* Mistakes that the table finds: a picture that is none, a colour that only a move may have, a
   poster from after the end. */
static void wrong_values_are_refused(void **state) {
    (void)state;
    static const struct {
        const char *words, *said;
    } cases[] = {
        {HEAD "  - {name: one, length: 1s, things: [{kind: picture, picture: text.svg}]}\n",
         "text.svg cannot be decoded"},
        {HEAD "  - {name: one, length: 1s, things: [{kind: picture, picture: nowhere.svg}]}\n",
         "there is no file nowhere.svg"},
        {HEAD "  - {name: one, length: 1s, things: [{kind: dot, colour: same}]}\n",
         "colour must be one of paper"},
        {"title: a\nlight: amber\nposter: 1s\nlanguages: [en]\nshots: [{name: one, length: 1s}]\n",
         "poster must be earlier than the film's end"},
        {HEAD "  []\n", "shots"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct reading reading = read_words(cases[i].words);
        assert_false(reading.good);
        if (!strstr(buffer_text(&reading.said), cases[i].said)) {
            fail_msg("no \"%s\" in: %s", cases[i].said, buffer_text(&reading.said));
        }
        finish(&reading);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(things_come_and_go),
        cmocka_unit_test(things_rise_grow_and_are_drawn),
        cmocka_unit_test(a_move_changes_what_it_names),
        cmocka_unit_test(each_ease_has_its_pace),
        cmocka_unit_test(repeats_stand_in_rows_and_come_one_by_one),
        cmocka_unit_test(a_camera_never_loses_the_picture),
        cmocka_unit_test(captions_become_webvtt),
        cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(wrong_values_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
