/* The film and its player: poster first, controls that come and go, captions, what comes after. */
#include "kind_bench.h"

#define VIDEO                                                                                      \
    "kind: video\ntitle: A film\nvideo: assets/film.mp4\nposter: assets/poster.png\n"              \
    "words: What it says\n"

/* A player that does as the test says and remembers what it was told. */
struct told {
    struct player_facts facts;
    char opened[256];
    bool loop;
    int closes, pauses;
    bool paused;
    millis sought;
    int volume;
};

static void told_open(void *self, const char *path, bool loop) {
    struct told *told = self;
    (void)snprintf(told->opened, sizeof told->opened, "%s", path);
    told->loop = loop;
    told->facts.status = PLAYER_OPENING;
}

static void told_preroll(void *self, const char *path) {
    (void)self;
    (void)path;
}

static void told_close(void *self) {
    ((struct told *)self)->closes++;
}

static void told_pause(void *self, bool paused) {
    struct told *told = self;
    told->pauses++;
    told->paused = paused;
    told->facts.status = paused ? PLAYER_PAUSED : PLAYER_PLAYING;
}

static void told_seek(void *self, millis position) {
    struct told *told = self;
    told->sought = position;
    told->facts.position = position;
}

static void told_volume(void *self, int percent) {
    struct told *told = self;
    told->volume = told->facts.volume = percent;
}

static struct player_facts told_facts(void *self) {
    return ((struct told *)self)->facts;
}

struct showing {
    struct bench bench;
    struct told told;
    struct player player;
};

static int setup(void **state) {
    struct showing *showing = test_calloc(1, sizeof *showing);
    struct bench *bench = &showing->bench;
    showing->told = (struct told){.facts = {.volume = 60}};
    showing->player = (struct player){told_open, told_preroll, told_close, told_pause,
                                      told_seek, told_volume,  told_facts, &showing->told};
    bench_init(bench);
    bench_write(bench, "assets/film.mp4", "no probe looks into it");
    bench_write(bench, "assets/poster.png", "nor into this");
    bench_write(bench, "assets/film.en.srt", "1\n00:00:02,000 --> 00:00:04,000\nSpoken words\n");
    bench_write(bench, "assets/film.zh.vtt", "WEBVTT\n\n00:02.000 --> 00:04.000\n说的话\n");
    *state = showing;
    return 0;
}

static int teardown(void **state) {
    struct showing *showing = *state;
    bench_finish(&showing->bench);
    test_free(showing);
    return 0;
}

static struct bench *start(struct showing *showing, const char *yaml) {
    bench_read(&showing->bench, yaml);
    bench_enter(&showing->bench, &showing->player);
    return &showing->bench;
}

static void play(struct showing *showing, millis position) {
    showing->told.facts.status = PLAYER_PLAYING;
    showing->told.facts.has_picture = true;
    showing->told.facts.width = 1920;
    showing->told.facts.height = 1080;
    showing->told.facts.duration = 30000;
    showing->told.facts.position = position;
    bench_draw(&showing->bench);
}

static int count_of(const struct bench *bench, enum draw_type type, const char *words) {
    int count = 0;
    for (size_t i = 0; i < bench->draw.commands.count; i++) {
        const struct draw_command *command = &bench->draw.commands.items[i];
        count += command->type == type && (!words || strstr(command->words, words));
    }
    return count;
}

static void the_poster_stands_until_there_is_a_picture(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    assert_non_null(strstr(showing->told.opened, "assets/film.mp4"));
    assert_false(showing->told.loop);
    assert_int_equal(count_of(bench, DRAW_IMAGE, "poster.png"), 1);
    assert_int_equal(count_of(bench, DRAW_VIDEO, NULL), 0);
    play(showing, 0);
    assert_int_equal(count_of(bench, DRAW_VIDEO, NULL), 1);
    assert_int_equal(count_of(bench, DRAW_IMAGE, "poster.png"), 0);
    showing->told.facts.status = PLAYER_WAITING;
    showing->told.facts.has_picture = false;
    bench_draw(bench);
    assert_int_equal(count_of(bench, DRAW_IMAGE, "poster.png"), 1);
    assert_false(bench_says(bench, "cannot be shown"));
    bench_leave(bench);
    assert_int_equal(showing->told.closes, 1);
}

static void controls_fade_while_it_plays_and_come_at_a_touch(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    play(showing, 0);
    assert_non_null(bench_find(bench, "play", 0));
    bench_pass(bench, 4000);
    assert_null(bench_find(bench, "play", 0));
    assert_true(bench->frame.wake > bench->scene.env.now);
    bench_tap(bench, "picture", 0);
    assert_non_null(bench_find(bench, "play", 0));
    assert_int_equal(showing->told.pauses, 0);
    bench_tap(bench, "picture", 0);
    assert_true(showing->told.paused);
    bench_pass(bench, 60000);
    assert_non_null(bench_find(bench, "play", 0));
    bench_tap(bench, "resume", 0);
    assert_false(showing->told.paused);
}

static void taps_drags_and_keys_seek_and_set_the_volume(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    play(showing, 10000);
    bench_tap(bench, "seek", 0);
    assert_in_range(showing->told.sought, 14500, 15500);
    showing->told.facts.position = 15000;
    bench_pass(bench, 1000);
    bench_gesture(bench, GESTURE_STEP, "seek", 0, 1);
    assert_int_equal(showing->told.sought, 20000);
    bench_gesture(bench, GESTURE_STEP, "volume", 0, -1);
    assert_int_equal(showing->told.volume, 50);
    bench_tap(bench, "mute", 0);
    assert_int_equal(showing->told.volume, 0);
    bench_tap(bench, "mute", 0);
    assert_int_equal(showing->told.volume, 50);
    bench_tap(bench, "replay", 0);
    assert_int_equal(showing->told.sought, 0);
}

static void captions_come_in_the_visitors_language(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    play(showing, 1000);
    assert_false(bench_says(bench, "Spoken words"));
    assert_true(bench->frame.wake <= bench->scene.env.now + 1000);
    play(showing, 2500);
    assert_true(bench_says(bench, "Spoken words"));
    bench->scene.env.language = "zh";
    bench_draw(bench);
    assert_true(bench_says(bench, "说的话"));
    assert_false(bench_says(bench, "Spoken words"));
}

static void it_goes_on_by_itself_after_the_end(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    play(showing, 30000);
    assert_int_equal(bench->frame.attention, 30000);
    showing->told.facts.status = PLAYER_ENDED;
    bench_draw(bench);
    assert_int_equal(count_of(bench, DRAW_VIDEO, NULL), 1);
    bench_pass(bench, 7900);
    assert_int_equal(bench->move.type, MOVE_STAY);
    bench_pass(bench, 200);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void a_touch_stops_it_from_going_on(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    play(showing, 30000);
    showing->told.facts.status = PLAYER_ENDED;
    bench_draw(bench);
    bench_tap(bench, "picture", 0);
    bench_pass(bench, 60000);
    assert_int_equal(bench->move.type, MOVE_STAY);
    bench_tap(bench, "again", 0);
    assert_int_equal(showing->told.sought, 0);
    showing->told.facts.status = PLAYER_ENDED;
    bench_draw(bench);
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void a_film_that_cannot_be_shown_says_so_kindly(void **state) {
    struct showing *showing = *state;
    struct bench *bench = start(showing, VIDEO);
    showing->told.facts.status = PLAYER_FAILED;
    bench_draw(bench);
    assert_true(bench_says(bench, "cannot be") && bench_says(bench, "What it says"));
    assert_int_equal(count_of(bench, DRAW_IMAGE, "poster.png"), 1);
    bench_tap(bench, "next", 0);
    assert_int_equal(bench->move.type, MOVE_NEXT);
}

static void without_a_player_the_poster_stands(void **state) {
    struct showing *showing = *state;
    bench_read(&showing->bench, VIDEO);
    bench_enter(&showing->bench, NULL);
    assert_int_equal(count_of(&showing->bench, DRAW_IMAGE, "poster.png"), 1);
    bench_tap(&showing->bench, "picture", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_poster_stands_until_there_is_a_picture, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(controls_fade_while_it_plays_and_come_at_a_touch, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(taps_drags_and_keys_seek_and_set_the_volume, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(captions_come_in_the_visitors_language, setup, teardown),
        cmocka_unit_test_setup_teardown(it_goes_on_by_itself_after_the_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_touch_stops_it_from_going_on, setup, teardown),
        cmocka_unit_test_setup_teardown(a_film_that_cannot_be_shown_says_so_kindly, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(without_a_player_the_poster_stands, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
