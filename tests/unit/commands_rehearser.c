/* The rehearser: scenes that another thread draws beforehand look as they would without it, in
   every frame of a visit. */
#include "commands/rehearser.h"
#include "visited_hall.h"

#include <cmocka.h>

enum { WIDTH = 480, HEIGHT = 270, SEED = 7, TOUCHES = 60 };

static int open_hall(void **state) {
    return visited_hall_open(state, "kiosk.conf", NULL);
}

static void woken(void *self) {
    (void)self;
}

static void play(struct replay *replay, const char *script) {
    char error[256];
    if (!replay_script(replay, script, NULL, NULL, error, sizeof error)) {
        fail_msg("%s in\n%s", error, script);
    }
}

static void assert_alike(const struct replay *one, const struct replay *other) {
    struct buffer dumps[2] = {0};
    draw_list_dump(replay_list(one), &dumps[0]);
    draw_list_dump(replay_list(other), &dumps[1]);
    assert_string_equal(buffer_text(&dumps[0]), buffer_text(&dumps[1]));
    buffer_finish(&dumps[0]);
    buffer_finish(&dumps[1]);
}

/* The thread goes on while frames are drawn; now and then it is waited for, so that what it did is
   taken for certain. */
static void visit(const struct visited_hall *world, const char *page) {
    struct replay *plain = visited_hall_visit(world, WIDTH, HEIGHT, "zh", SEED);
    struct replay *rehearsed = visited_hall_visit(world, WIDTH, HEIGHT, "zh", SEED);
    struct rehearser *rehearser = rehearser_create(replay_fonts(rehearsed), woken, NULL);
    char script[64];
    size_t taken = 0;
    (void)snprintf(script, sizeof script, "tap 100 100\nwait 800\ngo %s\nwait 800\n", page);
    play(plain, script);
    play(rehearsed, script);
    for (int i = 0; i < TOUCHES; i++) {
        if (i % 4 == 0) {
            (void)rehearser_wait(rehearser);
        }
        taken += rehearser_step(rehearser, replay_stage(rehearsed), i % 2 == 0);
        play(plain, "random 1\nwait 16\n");
        play(rehearsed, "random 1\nwait 16\n");
        assert_alike(plain, rehearsed);
    }
    assert_true(taken > 0);
    rehearser_drop(rehearser);
    assert_false(rehearser_wait(rehearser));
    rehearser_destroy(rehearser);
    replay_destroy(plain);
    replay_destroy(rehearsed);
}

static void a_rehearsed_visit_looks_like_any_other(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    visit(world, "hall");
    for (size_t i = 0; i < hall->zone_count; i++) {
        visit(world, hall->zones[i].id);
    }
    rehearser_destroy(NULL);
    rehearser_drop(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_rehearsed_visit_looks_like_any_other)};
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
