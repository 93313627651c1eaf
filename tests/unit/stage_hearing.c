/* What is heard of a visit: touches that work something, a scene's own cues in their place, and
   nothing where nothing may be. */
#include "small_hall.h"

static void what_is_touched_is_heard_once(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\n");
    assert_true(world_heard(world, ""));
    world_play(world, "tap add.0\n");
    assert_true(world_heard(world, "touch "));
    world_play(world, "tap go.0\n");
    assert_true(world_heard(world, "touch "));
    world_play(world, "tap language.0\ntap modes.0\ntap mode.0\ntap done.0\ntap home.0\n");
    assert_true(world_heard(world, "touch touch touch touch touch "));
    world_pass(world, 5000);
    assert_true(world_heard(world, ""));
}

static void what_works_nothing_is_not_heard(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\ntap 5 5\ndrag column.0 0 -200\ndrag slider.0 100 0\n");
    assert_true(world_heard(world, ""));
    struct point add = rect_centre(world_element(world, "add", 0)->rect);
    stage_touch(world->stage, &(struct touch){7, TOUCH_DOWN, add.x, add.y, world->now});
    world_pass(world, 300);
    assert_true(world_heard(world, ""));
    stage_language(world->stage, "en", world->now);
    (void)stage_go(world->stage, "zone", world->now);
    world_frame(world);
    assert_true(world_heard(world, ""));
}

static void keys_are_heard_when_they_work_something(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\nkey next\nkey next\n");
    assert_true(world_heard(world, ""));
    world_play(world, "key enter\n");
    assert_true(world_heard(world, "touch "));
    world_play(world, "tap modes.0\n");
    (void)world_heard(world, "");
    world_play(world, "key escape\n");
    assert_true(world_heard(world, "touch "));
    world_play(world, "key escape\n");
    assert_true(world_heard(world, "touch "));
}

static void the_touch_that_begins_a_visit_is_heard(void **state) {
    struct world *world = *state;
    for (int finger = 0; finger < 5; finger++) { /* of one hand */
        struct touch touch = {finger, TOUCH_DOWN, 300, 180, world->now};
        stage_touch(world->stage, &touch);
        world_pass(world, 30);
    }
    assert_true(world_heard(world, "touch "));
    stage_reset(world->stage, world->now);
    world_frame(world);
    assert_true(world_heard(world, ""));
    world_play(world, "key enter\n");
    assert_true(world_heard(world, "touch "));
}

/* A scene that judges every touch, and by itself after ten seconds. */
struct judge_state {
    bool late;
};

static struct move judge_gesture(struct scene *scene, const struct gesture *gesture) {
    if (gesture->type == GESTURE_TAP) {
        scene_sound(scene, SOUND_RIGHT);
        scene_sound(scene, SOUND_DONE);
    }
    return STAY;
}

static struct move judge_tick(struct scene *scene) {
    struct judge_state *state = scene->state;
    if (!state->late && scene->env.now > 10000) {
        state->late = true;
        scene_sound(scene, SOUND_WRONG);
    }
    return STAY;
}

static void judge_leave(struct scene *scene) {
    scene_sound(scene, SOUND_DONE);
}

static void judge_draw(struct scene *scene, struct scene_frame *frame) {
    elements_add(frame->elements, (struct element){.id = {"add", 0},
                                                   .rect = scene->env.metrics.content,
                                                   .flags = ELEMENT_TAP,
                                                   .label = "add"});
    frame_wake(frame, scene->env.now <= 10000 ? 10001 : -1);
}

static const struct scene_kind judge_kind = {.document = {.name = "judge"},
                                             .state_size = sizeof(struct judge_state),
                                             .gesture = judge_gesture,
                                             .tick = judge_tick,
                                             .leave = judge_leave,
                                             .draw = judge_draw};

static int judge_setup(void **state) {
    (void)world_setup(state);
    struct world *world = *state;
    world->small.scenes[4].kind = &judge_kind.document;
    return 0;
}

static void what_a_scene_says_takes_the_touch_s_place(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\ntap add.0\n");
    assert_true(world_heard(world, "right "));
    world_pass(world, 20000);
    assert_true(world_heard(world, "wrong "));
    world_play(world, "tap add.0\ntap add.0\n");
    assert_true(world_heard(world, "right right "));
}

static void a_reset_is_silent(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/one\n");
    stage_reset(world->stage, world->now);
    world_frame(world);
    world_pass(world, 1000);
    assert_true(world_heard(world, ""));
}

static void the_question_whether_somebody_is_there_is_silent(void **state) {
    struct world *world = *state;
    world->settings.idle = 5000;
    world_play(world, "go zone/one\nwait 5000\n");
    assert_true(world_dump_says(world, "asking 1"));
    world_pass(world, 10000); /* the scene would judge now */
    assert_true(world_heard(world, ""));
    world_play(world, "tap 300 300\n");
    assert_true(world_dump_says(world, "asking 0"));
    assert_true(world_heard(world, ""));
    world_play(world, "tap add.0\n");
    assert_true(world_heard(world, "right "));
    world_pass(world, 30000);
    assert_string_equal(stage_scene(world->stage), "loop");
    assert_true(world_heard(world, ""));
}

static void a_film_that_plays_is_not_talked_into(void **state) {
    struct world *world = *state;
    world_play(world, "go zone/film\ntap language.0\n");
    assert_int_equal(world->film.facts.status, PLAYER_PLAYING);
    assert_true(world_heard(world, ""));
    world->film.facts.status = PLAYER_PAUSED;
    world_play(world, "tap language.0\n");
    assert_true(world_heard(world, "touch "));
    world->film.facts.status = PLAYER_PLAYING;
    world_play(world, "tap home.0\n");
    assert_true(world_heard(world, ""));
    world_play(world, "tap add.0\n");
    assert_true(world_heard(world, "touch "));
}

static void a_stage_without_sounds_goes_on(void **state) {
    struct world *world = *state;
    world->setup.sounds = NULL;
    world_open(world);
    world_play(world, "tap 9 9\ntap add.0\ngo zone/one\ntap add.0\n");
    assert_true(world_heard(world, ""));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
#define JUDGED(name) cmocka_unit_test_setup_teardown(name, judge_setup, world_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_touched_is_heard_once),
        TEST(what_works_nothing_is_not_heard),
        TEST(keys_are_heard_when_they_work_something),
        TEST(the_touch_that_begins_a_visit_is_heard),
        JUDGED(what_a_scene_says_takes_the_touch_s_place),
        JUDGED(a_reset_is_silent),
        JUDGED(the_question_whether_somebody_is_there_is_silent),
        TEST(a_film_that_plays_is_not_talked_into),
        JUDGED(a_stage_without_sounds_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
