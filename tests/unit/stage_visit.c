/* A visit: into scenes and back, the bar in its place, languages and modes in place, reloading. */
#include "small_hall.h"

static void any_touch_begins_a_visit_and_lands_on_nothing(void **state) {
    struct world *world = *state;
    assert_string_equal(stage_scene(world->stage), "loop");
    assert_null(world_element(world, "home", 0));
    /* where the hall's page has its first button */
    world_play(world, "tap 300 180\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    assert_true(world_shows(world, "hall 你好 0"));
    assert_non_null(world_element(world, "home", 0));
    world_play(world, "tap add.0\n");
    assert_true(world_shows(world, "hall 你好 1"));
}

static void a_hand_that_slaps_the_loop_lands_on_nothing(void **state) {
    struct world *world = *state;
    for (int finger = 0; finger < 5; finger++) {
        struct touch touch = {finger, TOUCH_DOWN, 300, 180, world->now};
        stage_touch(world->stage, &touch);
        world_pass(world, 45);
    }
    world_pass(world, 1000);
    for (int finger = 0; finger < 5; finger++) {
        struct touch touch = {finger, TOUCH_UP, 300, 180, world->now};
        stage_touch(world->stage, &touch);
    }
    world_frame(world);
    assert_true(world_shows(world, "hall 你好 0"));
}

static void a_key_begins_a_visit_too(void **state) {
    struct world *world = *state;
    world_play(world, "key enter\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    assert_true(world_shows(world, "hall 你好 0"));
}

static void one_goes_in_and_comes_back(void **state) {
    struct world *world = *state;
    world_play(world, "tap 9 9\ntap go.0\n");
    assert_string_equal(stage_scene(world->stage), "zone");
    world_play(world, "tap go.0\n");
    assert_string_equal(stage_scene(world->stage), "zone/one");
    world_play(world, "tap back.0\n");
    assert_string_equal(stage_scene(world->stage), "zone");
    world_play(world, "tap go.0\ntap leave.0\nkey escape\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    world_play(world, "key escape\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    world_play(world, "tap go.0\ntap go.0\ntap home.0\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    assert_false(world_dump_says(world, "back "));
}

static void a_scene_that_leads_round_does_not_lengthen_the_way_back(void **state) {
    struct world *world = *state;
    world_play(world, "tap 9 9\ntap go.0\ntap go.0\n");
    for (int i = 0; i < 5; i++) {
        world_play(world, "tap go.0\ntap go.0\n");
    }
    assert_string_equal(stage_scene(world->stage), "zone/one");
    world_play(world, "tap back.0\ntap back.0\n");
    assert_string_equal(stage_scene(world->stage), "hall");
}

static void what_comes_next_follows_the_zone_to_its_page(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\ntap next.0\n");
    assert_string_equal(stage_scene(world->stage), "zone/two");
    world_play(world, "tap next.0\n");
    assert_string_equal(stage_scene(world->stage), "zone/film");
    assert_int_equal(world->film.opened, 1);
    world->film.facts.status = PLAYER_ENDED;
    world_pass(world, 100);
    assert_string_equal(stage_scene(world->stage), "zone");
    assert_int_equal(world->film.facts.status, PLAYER_EMPTY);
    assert_int_equal(world->film.closed, 1);
}

static void a_scene_goes_back_inside_itself_first(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\ntap add.0\ntap open.0\ntap back.0\n");
    assert_string_equal(stage_scene(world->stage), "zone/one");
    assert_true(world_shows(world, "zone/one 你好 1"));
    world_play(world, "tap open.0\ntap back.0\ntap back.0\n");
    assert_string_equal(stage_scene(world->stage), "hall");
}

static void a_scene_begun_with_leads_back_to_its_zone(void **state) {
    struct world *world = *state;
    world->setup.start = "zone";
    world->settings.show = "zone/one";
    world_open(world);
    assert_string_equal(stage_scene(world->stage), "zone");
    assert_true(world_element(world, "home", 0) != NULL);
    stage_reset(world->stage, world->now);
    assert_string_equal(stage_scene(world->stage), "loop");
    world->setup.start = NULL;
    world_open(world);
    world_play(world, "tap 9 9\n");
    assert_string_equal(stage_scene(world->stage), "zone/one");
    world_play(world, "go zone/two\ntap home.0\n");
    assert_string_equal(stage_scene(world->stage), "zone/one");
}

static bool back_is_offered(const struct world *world) {
    return !(world_element(world, "back", 0)->flags & ELEMENT_DISABLED);
}

static void back_is_offered_only_where_it_leads_somewhere(void **state) {
    struct world *world = *state;
    world->settings.show = "zone/one";
    world_open(world);
    world_play(world, "tap 9 9\n");
    assert_string_equal(stage_scene(world->stage), "zone/one");
    assert_false(back_is_offered(world));
    world_play(world, "tap open.0\n");
    assert_true(back_is_offered(world));
    world_play(world, "tap back.0\n");
    assert_false(back_is_offered(world));
    world_play(world, "go zone/two\n");
    assert_true(back_is_offered(world));
}

static void the_language_changes_in_place(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\ntap add.0\ntap add.0\ndrag column.0 0 -200\n");
    assert_string_equal(world_element(world, "language", 0)->label, "English");
    world_play(world, "tap language.0\n");
    assert_true(world_shows(world, "zone/one hello 2"));
    assert_true(world_shows(world, "Home"));
    assert_string_equal(world_element(world, "language", 0)->label, "中文");
    world_play(world, "language zh\n");
    assert_true(world_shows(world, "zone/one 你好 2"));
    world_play(world, "language xx\n");
    assert_true(world_shows(world, "zone/one 你好 2"));
}

static void more_languages_are_chosen_from_a_sheet(void **state) {
    struct world *world = *state;
    world->small.hall.document.languages.count = 3;
    world_open(world);
    world_play(world, "go zone/one\ntap language.0\n");
    assert_true(world_element(world, "tongue", 0)->flags & ELEMENT_CHECKED);
    world_play(world, "tap tongue.2\n");
    assert_null(world_element(world, "tongue", 0));
    assert_true(world_dump_says(world, "language fr\n"));
    world->small.hall.document.languages.count = 1;
    world_open(world);
    world_play(world, "go zone/one\n");
    assert_null(world_element(world, "language", 0));
}

static void reading_is_made_easier_from_a_sheet(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\ntap add.0\n");
    float target = world_element(world, "modes", 0)->rect.h;
    world_play(world, "tap modes.0\ntap mode.0\n");
    assert_true(world_dump_says(world, "modes large 1 contrast 0"));
    assert_true(world_element(world, "mode", 0)->flags & ELEMENT_CHECKED);
    assert_false(world_element(world, "mode", 1)->flags & ELEMENT_CHECKED);
    world_play(world, "tap mode.1\ntap done.0\n");
    assert_true(world_dump_says(world, "modes large 1 contrast 1"));
    assert_null(world_element(world, "mode", 0));
    assert_true(world_element(world, "modes", 0)->rect.h >= target);
    assert_true(world_shows(world, "zone/one 你好 1"));
    /* a touch beside the sheet only closes it */
    world_play(world, "tap modes.0\ntap 300 180\n");
    assert_null(world_element(world, "mode", 0));
    assert_true(world_shows(world, "zone/one 你好 1"));
    world_play(world, "tap modes.0\nkey escape\n");
    assert_null(world_element(world, "mode", 0));
    assert_string_equal(stage_scene(world->stage), "zone/one");
}

/* Every button of the bar: on the screen, large enough, apart, in the same place in every scene. */
static void check_bar(struct world *world) {
    static const char *const names[] = {"home", "back", "language", "modes"};
    static const char *const scenes[] = {"hall", "zone", "zone/film"};
    struct rect first[4];
    for (size_t s = 0; s < 3; s++) {
        assert_true(stage_go(world->stage, scenes[s], world->now));
        world_frame(world);
        for (size_t i = 0; i < 4; i++) {
            struct rect rect = world_element(world, names[i], 0)->rect;
            first[i] = s == 0 ? rect : first[i];
            assert_memory_equal(&rect, &first[i], sizeof rect);
            assert_true(rect.w >= 48 && rect.h >= 48);
            assert_true(rect.x >= 0 && rect.x + rect.w <= world->script.width);
            assert_true(rect.y + rect.h <= world->script.height);
            assert_true(i == 0 || rect.x >= first[i - 1].x + first[i - 1].w + 10);
        }
    }
}

static void the_bar_is_in_the_same_place_everywhere(void **state) {
    struct world *world = *state;
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {3840, 2160}, {1024, 768}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        world->setup.width = sizes[i][0];
        world->setup.height = sizes[i][1];
        world_open(world);
        check_bar(world);
        world_play(world, "language en\n");
        check_bar(world);
        world_play(world, "tap modes.0\ntap mode.0\ntap mode.1\ntap done.0\n");
        check_bar(world);
    }
}

static void a_scene_change_slides_for_a_moment(void **state) {
    struct world *world = *state;
    world->setup.moving = true;
    world->step = 20;
    world_open(world);
    world_play(world, "tap 9 9\nwait 400\ntap add.0\nwait 100\n");
    struct rect go = world_element(world, "go", 0)->rect;
    struct touch touch = {1, TOUCH_DOWN, go.x + 5, go.y + 5, world->now};
    stage_touch(world->stage, &touch);
    touch.phase = TOUCH_UP;
    stage_touch(world->stage, &touch);
    world_pass(world, 100);
    assert_string_equal(stage_scene(world->stage), "zone");
    assert_true(world_shows(world, "layer"));
    assert_true(world_shows(world, "hall 你好 1"));
    assert_true(world_shows(world, "zone 你好 0"));
    assert_int_equal(world->wake, world->now);
    /* a touch is already the new scene's */
    touch = (struct touch){2, TOUCH_DOWN, 300, 180, world->now};
    stage_touch(world->stage, &touch);
    touch.phase = TOUCH_UP;
    stage_touch(world->stage, &touch);
    world_pass(world, 60);
    assert_true(world_shows(world, "zone 你好 1"));
    world_pass(world, 200);
    assert_false(world_shows(world, "layer"));
    assert_false(world_shows(world, "hall 你好"));
    world_play(world, "key escape\n");
    assert_string_equal(stage_scene(world->stage), "hall");
}

static void every_way_of_going_is_balanced_and_ends(void **state) {
    struct world *world = *state;
    world->setup.moving = true;
    world->step = 16;
    world_open(world);
    world_play(world, "tap 9 9\ntap go.0\ntap go.0\ntap next.0\ntap back.0\ntap back.0\n"
                      "tap home.0\ngo zone/film\ntap home.0\nwait 300\n");
    assert_false(world_shows(world, "layer"));
    assert_true(world_dump_says(world, "transition 0 commands 0"));
}

static void a_finger_does_not_follow_into_the_next_scene(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\npress add.0\nkey escape\nrelease\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    assert_true(world_shows(world, "hall 你好 0"));
}

static void the_ring_is_seen_after_a_key_and_hidden_by_a_touch(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\n");
    size_t without = world->list->commands.count;
    world_play(world, "key next\n");
    assert_int_equal(world->list->commands.count, without + 2);
    assert_true(world_dump_says(world, "focus column.0 shown 1"));
    world_play(world, "key next\nkey enter\n");
    assert_true(world_shows(world, "zone/one 你好 1"));
    world_play(world, "tap add.0\n");
    assert_int_equal(world->list->commands.count, without);
}

static void the_focus_stays_where_a_key_changed_something(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\nkey previous\nkey previous\nkey previous\nkey enter\n");
    assert_true(world_dump_says(world, "focus language.0 shown 1"));
    assert_true(world_dump_says(world, "language en\n"));
    world_play(world, "key next\nkey enter\n");
    assert_true(world_dump_says(world, "focus mode.0 shown 1"));
    world_play(world, "key enter\nkey down\nkey enter\n");
    assert_true(world_dump_says(world, "modes large 1 contrast 1"));
    assert_true(world_dump_says(world, "focus mode.1 shown 1"));
    world_play(world, "key escape\n");
    assert_true(world_dump_says(world, "focus modes.0 shown 1"));
}

static void each_visit_draws_lots_of_its_own(void **state) {
    struct world *world = *state;
    struct buffer first = {0};
    world_play(world, "tap 9 9\n");
    stage_dump(world->stage, &first);
    stage_reset(world->stage, world->now);
    world_frame(world);
    world_play(world, "tap 9 9\n");
    assert_false(world_dump_says(world, buffer_text(&first)));
    buffer_finish(&first);
}

static void an_idle_screen_asks_for_nothing(void **state) {
    struct world *world = *state;
    assert_int_equal(world->wake, -1);
    world_play(world, "tap 9 9\n");
    millis touched = world->now - 320;
    assert_int_equal(world->wake, touched - 80 + 60000);
}

static void a_high_screen_is_brought_within_reach(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\n");
    assert_null(world_element(world, "reach", 0));
    world->settings.panel.height = 1000;
    world_open(world);
    world_play(world, "go zone/one\ntap add.0\n");
    float before = world_element(world, "column", 0)->rect.y;
    world_play(world, "tap reach.0\n");
    struct rect column = world_element(world, "column", 0)->rect;
    /* 1,220 mm above the floor, on a panel of 336 mm height */
    assert_true(column.y > before && column.y >= 1080 - 220 / 336.2F * 1080);
    assert_true(world_shows(world, "zone/one 你好 1"));
    stage_reset(world->stage, world->now);
    world_frame(world);
    assert_true(world_dump_says(world, "low 0"));
    world->settings.panel.height = 300;
    world_open(world);
    world_play(world, "go zone/one\n");
    struct rect home = world_element(world, "home", 0)->rect;
    assert_true(home.y + home.h <= 1080 - 80 / 336.2F * 1080 + 1);
}

static void a_notice_stays_until_it_is_taken_away(void **state) {
    struct world *world = *state;
    stage_notice(world->stage, "scenes/hall.yaml:3:1: error: no such key");
    world_play(world, "tap 9 9\ntap add.0\n");
    assert_true(world_shows(world, "no such key"));
    assert_true(world_shows(world, "hall 你好 1"));
    stage_notice(world->stage, NULL);
    world_frame(world);
    assert_false(world_shows(world, "no such key"));
}

static void a_new_hall_keeps_the_place(void **state) {
    struct world *world = *state;
    struct small_hall same;
    small_hall_init(&same);
    world_play(world, "go zone/one\ntap add.0\ntap language.0\n");
    stage_hall(world->stage, &same.hall, world->now);
    memset(&world->small, 0xAA, sizeof world->small); /* nothing of it is looked at any more */
    world_frame(world);
    assert_true(world_shows(world, "zone/one hello 1"));
    world_play(world, "tap back.0\n");
    assert_string_equal(stage_scene(world->stage), "hall");
    stage_destroy(world->stage);
    world->stage = NULL;
}

static void a_changed_scene_begins_anew_where_it_was(void **state) {
    struct world *world = *state;
    struct small_hall changed;
    small_hall_init(&changed);
    struct text_entry words[] = {{"zh", "再见"}, {"en", "bye"}};
    changed.pages[2].words = (struct text){words, 2};
    world_play(world, "go zone/one\ntap add.0\n");
    stage_hall(world->stage, &changed.hall, world->now);
    world_frame(world);
    assert_true(world_shows(world, "zone/one 再见 0"));
    /* one that is gone leads home, and the loop stays the loop */
    struct small_hall without;
    small_hall_init(&without);
    without.scenes[4].id = "zone/other";
    stage_hall(world->stage, &without.hall, world->now);
    world_frame(world);
    assert_string_equal(stage_scene(world->stage), "hall");
    stage_reset(world->stage, world->now);
    stage_hall(world->stage, &changed.hall, world->now);
    world_frame(world);
    assert_string_equal(stage_scene(world->stage), "loop");
    stage_destroy(world->stage);
    world->stage = NULL;
}

static void a_sheet_stays_open_over_a_new_hall(void **state) {
    struct world *world = *state;
    struct small_hall changed;
    small_hall_init(&changed);
    struct text_entry words[] = {{"zh", "再见"}, {"en", "bye"}};
    changed.pages[2].words = (struct text){words, 2};
    world_play(world, "go zone/one\ntap modes.0\n");
    stage_hall(world->stage, &changed.hall, world->now);
    world_frame(world);
    assert_true(world_shows(world, "zone/one 再见 0"));
    world_play(world, "tap mode.0\ntap done.0\n");
    assert_true(world_dump_says(world, "modes large 1"));
    stage_destroy(world->stage);
    world->stage = NULL;
}

static void unknown_scenes_are_refused(void **state) {
    struct world *world = *state;
    assert_false(stage_go(world->stage, "zone/none", world->now));
    assert_string_equal(stage_scene(world->stage), "loop");
    world_play(world, "go zone/one\n");
    assert_true(stage_go(world->stage, "loop", world->now));
    assert_string_equal(stage_scene(world->stage), "loop");
    struct buffer walk = {0};
    stage_walk(world->stage, &walk);
    assert_string_equal(buffer_text(&walk), "");
    world_play(world, "go zone/one\n");
    stage_walk(world->stage, &walk);
    world_play(world, buffer_text(&walk));
    assert_true(world_shows(world, "zone/one 你好 1"));
    buffer_finish(&walk);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(any_touch_begins_a_visit_and_lands_on_nothing),
        TEST(a_hand_that_slaps_the_loop_lands_on_nothing),
        TEST(a_key_begins_a_visit_too),
        TEST(one_goes_in_and_comes_back),
        TEST(a_scene_that_leads_round_does_not_lengthen_the_way_back),
        TEST(what_comes_next_follows_the_zone_to_its_page),
        TEST(a_scene_goes_back_inside_itself_first),
        TEST(a_scene_begun_with_leads_back_to_its_zone),
        TEST(back_is_offered_only_where_it_leads_somewhere),
        TEST(the_language_changes_in_place),
        TEST(more_languages_are_chosen_from_a_sheet),
        TEST(reading_is_made_easier_from_a_sheet),
        TEST(the_bar_is_in_the_same_place_everywhere),
        TEST(a_scene_change_slides_for_a_moment),
        TEST(every_way_of_going_is_balanced_and_ends),
        TEST(a_finger_does_not_follow_into_the_next_scene),
        TEST(the_ring_is_seen_after_a_key_and_hidden_by_a_touch),
        TEST(the_focus_stays_where_a_key_changed_something),
        TEST(each_visit_draws_lots_of_its_own),
        TEST(an_idle_screen_asks_for_nothing),
        TEST(a_high_screen_is_brought_within_reach),
        TEST(a_notice_stays_until_it_is_taken_away),
        TEST(a_new_hall_keeps_the_place),
        TEST(a_changed_scene_begins_anew_where_it_was),
        TEST(a_sheet_stays_open_over_a_new_hall),
        TEST(unknown_scenes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
