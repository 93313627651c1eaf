/* Nobody there: the question, its countdown, and a reset after which nothing is left of a visit. */
#include "small_hall.h"

static bool asks(const struct world *world) {
    return world_element(world, "still-there", 0) != NULL;
}

static void dump_to(const struct world *world, struct buffer *out) {
    stage_dump(world->stage, out);
    draw_list_dump(world->list, out);
}

static void after_a_while_it_asks_and_then_begins_anew(void **state) {
    struct world *world = *state;
    struct buffer fresh = {0};
    struct buffer after = {0};
    world->film.facts.volume = world->settings.volume;
    dump_to(world, &fresh);
    world_play(world, "tap 9 9\ntap go.0\ntap add.0\ntap loud.0\ntap language.0\ntap modes.0\n"
                      "tap mode.0\ntap mode.1\ntap done.0\ndrag column.0 0 -100\nkey next\n");
    world_pass(world, 59600);
    assert_false(asks(world));
    world_pass(world, 200);
    assert_true(asks(world));
    assert_true(world_shows(world, "Still there?"));
    world_pass(world, 19800);
    assert_true(asks(world));
    assert_string_equal(stage_scene(world->stage), "zone");
    world_pass(world, 300);
    assert_string_equal(stage_scene(world->stage), "loop");
    dump_to(world, &after);
    assert_string_equal(buffer_text(&after), buffer_text(&fresh));
    buffer_finish(&fresh);
    buffer_finish(&after);
}

static void any_touch_keeps_the_visit_and_lands_on_nothing(void **state) {
    struct world *world = *state;
    world_play(world, "tap 9 9\ntap add.0\nwait 60000\n");
    assert_true(asks(world));
    world_play(world, "tap 300 180\n");
    assert_false(asks(world));
    assert_true(world_shows(world, "hall 你好 1"));
    world_play(world, "tap add.0\nwait 59000\n");
    assert_false(asks(world));
    assert_true(world_shows(world, "hall 你好 2"));
    world_play(world, "wait 1500\ntap stay.0\n");
    assert_false(asks(world));
    world_play(world, "wait 60000\nkey down\n");
    assert_false(asks(world));
    assert_string_equal(stage_scene(world->stage), "hall");
}

static void the_question_keeps_the_focus_and_gives_it_back(void **state) {
    struct world *world = *state;
    world_play(world, "tap 9 9\nkey next\nkey next\nkey next\nwait 60000\n");
    assert_true(world_dump_says(world, "focus stay.0 shown 1"));
    world_play(world, "key next\n");
    assert_true(world_dump_says(world, "focus go.0 shown 1"));
}

static void the_countdown_counts_every_second(void **state) {
    struct world *world = *state;
    char number[16];
    world_play(world, "tap 9 9\nwait 59600\n");
    assert_true(asks(world));
    for (int second = 20; second > 0; second--) {
        (void)snprintf(number, sizeof number, "\"%d\"", second);
        assert_true(world_shows(world, number));
        for (int i = 0; i < 20 && world_shows(world, number); i++) {
            world->now = world->wake;
            world_frame(world);
        }
        assert_false(world_shows(world, number));
    }
    assert_string_equal(stage_scene(world->stage), "loop");
}

static void a_finger_held_when_it_asks_lets_go(void **state) {
    struct world *world = *state;
    world->settings.idle = 5000;
    world_play(world, "tap 9 9\npress add.0\nwait 6000\nrelease\nwait 100\n");
    assert_true(asks(world));
    assert_true(world_shows(world, "hall 你好 0"));
}

static void a_sleeve_on_the_screen_is_nobody(void **state) {
    struct world *world = *state;
    world_play(world, "tap 9 9\n");
    struct touch touch = {1, TOUCH_DOWN, 5, 5, world->now};
    stage_touch(world->stage, &touch);
    for (int i = 0; i < 700; i++) {
        world_pass(world, 100);
        touch = (struct touch){1, TOUCH_MOVE, 5 + (float)(i % 3), 5, world->now};
        stage_touch(world->stage, &touch);
    }
    assert_true(asks(world));
}

static void who_watches_or_reads_is_not_asked(void **state) {
    struct world *world = *state;
    world->small.pages[2].attention = 150000;
    world_play(world, "go zone/one\nwait 149000\n");
    assert_false(asks(world));
    world_play(world, "wait 2000\n");
    assert_true(asks(world));
    /* a touch begins the reading anew */
    world_play(world, "tap stay.0\nwait 100000\ntap add.0\nwait 140000\n");
    assert_false(asks(world));
    world_play(world, "wait 11000\n");
    assert_true(asks(world));
}

static void a_film_may_say_late_how_long_it_is(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\nwait 10000\n");
    world->small.pages[2].attention = 90000;
    world_play(world, "wait 79000\n");
    assert_false(asks(world));
    world_play(world, "wait 2000\n");
    assert_true(asks(world));
}

static void a_loop_that_nobody_touches_keeps_no_visit_alive(void **state) {
    struct world *world = *state;
    world->small.pages[2].attention = 90000;
    world->small.pages[2].restless = 2;
    world_play(world, "go zone/one\nwait 89000\n");
    assert_false(asks(world));
    world_play(world, "wait 3000\n");
    assert_true(asks(world));
}

static void what_is_new_for_ever_keeps_none_alive_either(void **state) {
    struct world *world = *state;
    world->small.pages[2].attention = 5000;
    world->small.pages[2].restless = 1000000;
    world_play(world, "go zone/one\nwait 240000\n");
    assert_false(asks(world));
    world_play(world, "wait 30000\n");
    assert_true(asks(world));
}

static void what_comes_by_itself_is_watched_too(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/film\nwait 50000\n");
    world->film.facts.status = PLAYER_ENDED;
    world_pass(world, 100);
    assert_string_equal(stage_scene(world->stage), "zone");
    assert_false(asks(world));
    world_play(world, "wait 15000\n");
    assert_true(asks(world));
}

static void nobody_is_asked_before_somebody_came(void **state) {
    struct world *world = *state;
    world_play(world, "wait 200000\n");
    assert_int_equal(world->wake, -1);
    world->setup.start = "zone/one";
    world_open(world);
    world_play(world, "wait 200000\n");
    assert_false(asks(world));
    assert_string_equal(stage_scene(world->stage), "zone/one");
}

static void ten_thousand_touches_leave_no_trace(void **state) {
    struct world *world = *state;
    struct buffer fresh = {0};
    struct buffer after = {0};
    world->film.facts.volume = world->settings.volume;
    dump_to(world, &fresh);
    world->step = 50;
    world->settings.panel.height = 1100; /* so that the bar has every button */
    world_play(world, "random 10000\n");
    stage_reset(world->stage, world->now);
    world_frame(world);
    dump_to(world, &after);
    assert_string_equal(buffer_text(&after), buffer_text(&fresh));
    /* and so does the next visitor find it */
    world->settings.panel.height = 850;
    buffer_clear(&fresh);
    buffer_clear(&after);
    world_play(world, "tap 9 9\ntap go.0\n");
    draw_list_dump(world->list, &after);
    world_open(world);
    world_play(world, "tap 9 9\ntap go.0\n");
    draw_list_dump(world->list, &fresh);
    assert_string_equal(strstr(buffer_text(&after), "stroke"),
                        strstr(buffer_text(&fresh), "stroke"));
    buffer_finish(&fresh);
    buffer_finish(&after);
}

static void one_script_gives_one_visit(void **state) {
    struct world *world = *state;
    static const char script[] = "tap 9 9\nshot hall\ntap go.0\nrandom 300\nshot random\n"
                                 "key next\nshot key\nlanguage en\nshot english\nwait 61000\n"
                                 "shot asked\n";
    struct buffer first = {0};
    world->setup.moving = true;
    world_open(world);
    random_init(&world->script.random, 9);
    world_play(world, script);
    buffer_add(&first, buffer_text(&world->shots));
    stage_dump(world->stage, &first);
    buffer_clear(&world->shots);
    world->film = (struct small_player){.facts = {.volume = 100}};
    world->now += 12345;
    world_open(world);
    random_init(&world->script.random, 9);
    world_play(world, script);
    stage_dump(world->stage, &world->shots);
    assert_string_equal(buffer_text(&world->shots), buffer_text(&first));
    buffer_finish(&first);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(after_a_while_it_asks_and_then_begins_anew),
        TEST(any_touch_keeps_the_visit_and_lands_on_nothing),
        TEST(the_question_keeps_the_focus_and_gives_it_back),
        TEST(the_countdown_counts_every_second),
        TEST(a_finger_held_when_it_asks_lets_go),
        TEST(a_sleeve_on_the_screen_is_nobody),
        TEST(who_watches_or_reads_is_not_asked),
        TEST(a_film_may_say_late_how_long_it_is),
        TEST(a_loop_that_nobody_touches_keeps_no_visit_alive),
        TEST(what_is_new_for_ever_keeps_none_alive_either),
        TEST(what_comes_by_itself_is_watched_too),
        TEST(nobody_is_asked_before_somebody_came),
        TEST(ten_thousand_touches_leave_no_trace),
        TEST(one_script_gives_one_visit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
