/* Three fingers at random on each activity: whatever they do, nothing is lost, doubled or stuck. */
#include "kind_bench.h"

#define PICTURE "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"9\"/>"

enum { FINGERS = 3, USUAL_TOUCHES = 10000 };

/* All the numbers from 1 to `count` are there under this name, or none is; which is told. */
static bool all_or_none(const struct bench *bench, const char *name, int count) {
    int found = 0;
    for (int i = 1; i <= count; i++) {
        found += bench_find(bench, name, i) != NULL;
    }
    assert_true(found == 0 || found == count);
    assert_null(bench_find(bench, name, count + 1));
    return found == count;
}

static void match_is_whole(const struct bench *bench) {
    assert_int_equal(all_or_none(bench, "left", 4), all_or_none(bench, "right", 3));
}

static void order_is_whole(const struct bench *bench) {
    bool steps = all_or_none(bench, "step", 5);
    bool check = bench_find(bench, "check", 0);
    bool go_on = bench_find(bench, "continue", 0);
    assert_int_equal(steps, check || go_on);
    assert_false(check && go_on);
}

static void memory_is_whole(const struct bench *bench) {
    bool cards = all_or_none(bench, "card", 6);
    assert_true(cards || bench_find(bench, "players", 1) || bench_find(bench, "again", 0));
}

static void compare_is_whole(const struct bench *bench) {
    assert_non_null(bench_find(bench, "compare", 0));
    assert_non_null(bench_find(bench, "layer", 2));
    assert_non_null(bench_find(bench, "layer", 3));
    assert_non_null(bench_find(bench, "next", 0));
}

static void sort_is_whole(const struct bench *bench) {
    bool card = bench_find(bench, "card", 0);
    assert_int_equal(card, all_or_none(bench, "bin", 3));
    assert_true(card || bench_find(bench, "again", 0));
}

static void timeline_is_whole(const struct bench *bench) {
    assert_non_null(bench_find(bench, "timeline", 0));
    assert_non_null(bench_find(bench, "next", 0));
    assert_true(bench_says(bench, "words"));
}

static void hotspot_is_whole(const struct bench *bench) {
    bool picture = bench_find(bench, "picture", 0);
    bool again = bench_find(bench, "again", 0);
    assert_int_equal(picture, all_or_none(bench, "layer", 3));
    assert_true(picture != again);
    assert_true(again || bench_says(bench, " of 3 found"));
    assert_false(bench_find(bench, "show", 0) && bench_find(bench, "continue", 0));
}

static void scenario_is_whole(const struct bench *bench) {
    bool start = bench_find(bench, "start", 0);
    bool ended = bench_find(bench, "continue", 0);
    bool back = bench_find(bench, "again", 0);
    bool choice = bench_find(bench, "choice", 1);
    assert_int_equal(start + ended + back + choice, 1);
    assert_int_equal(choice, bench_find(bench, "said", 0) != NULL);
    if (bench_says(bench,
                   "second")) { /* whoever was told remembers it, whatever was touched since */
        assert_true(bench_says(bench, "told it") != bench_says(bench, "kept it"));
    }
}

static const struct activity_case {
    const char *yaml;
    void (*is_whole)(const struct bench *bench);
    bool endless; /* there is no result that one comes to */
} cases[] = {
    {"kind: match\ntitle: A match\npairs:\n"
     "  - {left: a, right: x, why: ax, hint: a}\n  - {left: b, right: y, why: by}\n"
     "  - {left: c, right: z, why: cz, hint: c}\n  - {left: d, right: x, why: dx}\n",
     match_is_whole, false},
    {"kind: order\ntitle: An order\nwhy: all\ntime_limit: 15s\nsteps:\n"
     "  - {text: a, why: a}\n  - {text: b, why: b}\n  - {text: c, why: c}\n"
     "  - {text: d, why: d}\n  - {text: e, why: e}\n",
     order_is_whole, false},
    {"kind: memory\ntitle: A memory\npairs:\n"
     "  - {first: a, second: b, why: c}\n  - {first: d, second: e, why: f}\n"
     "  - {first: g, second: h, why: i}\n",
     memory_is_whole, false},
    {"kind: sort\ntitle: A sort\nbins: [{label: a}, {label: b}, {label: c}]\ncards:\n"
     "  - {look: mail, from: d, clue: from, bin: 1, why: e}\n  - {title: f, bin: 2, why: g}\n"
     "  - {look: chat, body: h, bin: 3, why: i}\n",
     sort_is_whole, false},
    {"kind: timeline\ntitle: A timeline\nevents:\n"
     "  - {when: 1, title: a, words: words a}\n  - {when: 2, title: b, words: words b}\n"
     "  - {when: 3, title: c, words: words c}\n  - {when: 4, title: d, words: words d}\n",
     timeline_is_whole, true},
    {"kind: compare\ntitle: A comparison\npictures:\n"
     "  - {picture: assets/a.svg, label: a, words: b}\n"
     "  - {picture: assets/a.svg, label: c, words: d}\n"
     "  - {picture: assets/a.svg, label: e, words: f}\n",
     compare_is_whole, true},
    {"kind: hotspot\ntitle: A picture\nhints_after: 4s\nlayers:\n"
     "  - {picture: assets/a.svg, label: a}\n  - {picture: assets/a.svg, label: b, lens: yes}\n"
     "  - {picture: assets/a.svg, label: c}\nspots:\n"
     "  - {at: [0, 0, 0.2, 0.2], label: d, why: e, hint: f}\n"
     "  - {at: [0.4, 0.4, 0.2, 0.2], layer: 2, label: g, why: h, hint: i}\n"
     "  - {at: [0.8, 0.8, 0.2, 0.2], layer: 3, label: j, why: k, hint: l}\n",
     hotspot_is_whole, false},
    {"kind: scenario\ntitle: A drama\nmoments:\n"
     "  - name: a\n    look: call\n    words: first\n    choices:\n"
     "      - {label: l, to: b, remembers: [told], good: no, turning: t}\n"
     "      - {label: m, to: b}\n      - {label: n, to: a, remembers: [loops]}\n"
     "  - name: b\n    look: chat\n    words: second\n    also:\n"
     "      - {when: [told], words: told it}\n      - {when: [not told], words: kept it}\n"
     "    choices:\n      - {label: o, to: c}\n      - {label: p, to: b, when: [not told]}\n"
     "      - {label: q, to: d, when: [loops 3], good: yes, turning: u}\n"
     "  - {name: c, ending: good, title: e, words: w}\n"
     "  - {name: d, ending: bad, title: f, words: x}\n",
     scenario_is_whole, false},
};
enum { CASES = sizeof cases / sizeof cases[0] };

struct fingers {
    struct bench bench;
    struct gestures gestures;
    struct random random;
    struct touch fingers[FINGERS];
    bool down[FINGERS];
};

static float within(struct random *random, float most) {
    return random_unit(random) * most;
}

/* On an element more often than not. */
static struct point somewhere(struct fingers *player) {
    const struct elements *elements = &player->bench.elements;
    if (elements->list.count > 0 && random_below(&player->random, 4) > 0) {
        uint32_t chosen = random_below(&player->random, (uint32_t)elements->list.count);
        return rect_centre(elements->list.items[chosen].rect);
    }
    return (struct point){within(&player->random, 1920), within(&player->random, 1080)};
}

/* What a finger does next: it goes down, on, or up again. */
static struct touch next_touch(struct fingers *player) {
    uint32_t finger = random_below(&player->random, FINGERS);
    struct touch *touch = &player->fingers[finger];
    bool lifts = player->down[finger] && random_below(&player->random, 2) == 0;
    touch->finger = (int64_t)finger + 1;
    touch->time = player->bench.scene.env.now;
    touch->phase = !player->down[finger] ? TOUCH_DOWN : lifts ? TOUCH_UP : TOUCH_MOVE;
    if (touch->phase != TOUCH_UP) {
        struct point at = somewhere(player);
        touch->x = at.x;
        touch->y = at.y;
    }
    player->down[finger] = touch->phase != TOUCH_UP;
    return *touch;
}

static void touch_once(struct fingers *player) {
    struct bench *bench = &player->bench;
    struct touch touch = next_touch(player);
    struct gesture gesture;
    gestures_touch(&player->gestures, &bench->elements, &touch);
    if (random_below(&player->random, 200) == 0) {
        gestures_cancel(&player->gestures);
    }
    while (gestures_next(&player->gestures, &gesture)) {
        (void)bench->scene.kind->gesture(&bench->scene, &gesture);
    }
    bench_pass(bench, random_below(&player->random, 120));
    (void)gestures_tick(&player->gestures, bench->scene.env.now);
}

static void play(const struct activity_case *activity, long touches) {
    struct fingers *player = test_calloc(1, sizeof *player);
    bench_init(&player->bench);
    bench_write(&player->bench, "assets/a.svg", PICTURE);
    bench_read(&player->bench, activity->yaml);
    gestures_init(&player->gestures, 0);
    player->bench.frame_gestures = &player->gestures;
    random_init(&player->random, BENCH_SEED);
    bench_enter(&player->bench, NULL);
    long ends = 0;
    for (long i = 0; i < touches; i++) {
        touch_once(player);
        activity->is_whole(&player->bench);
        ends += bench_find(&player->bench, "again", 0) != NULL;
    }
    assert_true(activity->endless ? ends == 0 : ends > 0 && ends < touches / 2);
    gestures_finish(&player->gestures);
    bench_finish(&player->bench);
    test_free(player);
}

static void nothing_is_lost_or_doubled(void **state) {
    (void)state;
    const char *touches = getenv("TOUCHES");
    for (size_t i = 0; i < CASES; i++) {
        play(&cases[i], touches ? atol(touches) : USUAL_TOUCHES);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_lost_or_doubled)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
