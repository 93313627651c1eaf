/* The memory as a visitor and as a curator meets it: turning, pairs, turns of two, the result. */
#include "kind_bench.h"

#define MEMORY                                                                                     \
    "kind: memory\ntitle: A memory\npairs:\n"                                                      \
    "  - {first: a, second: b, why: Because ab}\n  - {first: c, second: d, why: Because cd}\n"     \
    "  - {first: e, second: f, why: Because ef}\n"

enum { CARDS = 6 };

static int setup(void **state) {
    (void)bench_setup(state);
    struct bench *bench = *state;
    bench_start(bench, MEMORY);
    return 0;
}

/* Turns a card, and lets it come to rest; what it says is its label then. */
static const char *turn(struct bench *bench, int place) {
    bench_tap(bench, "card", place);
    bench_pass(bench, 1000);
    return bench_find(bench, "card", place)->label;
}

/* Where the card with these words lies: found by turning one after the other, in a game of its
   own, which is begun again. */
static int place_of(struct bench *bench, const char *words, int players) {
    int found = 0;
    for (int place = 1; place <= CARDS; place++) {
        found = strcmp(turn(bench, place), words) == 0 ? place : found;
    }
    assert_true(found > 0);
    random_init(&bench->scene.random, BENCH_SEED);
    bench->scene.kind->enter(&bench->scene);
    bench_draw(bench);
    bench_tap(bench, "players", players);
    return found;
}

/* The places of all six cards, in the order of the document. */
static void find_all(struct bench *bench, int players, int places[CARDS]) {
    static const char *const words[CARDS] = {"a", "b", "c", "d", "e", "f"};
    bench_tap(bench, "players", players);
    for (int i = 0; i < CARDS; i++) {
        places[i] = place_of(bench, words[i], players);
    }
    buffer_clear(&bench->heard.cues);
}

static void cards_lie_face_down_and_pairs_stay_open(void **state) {
    struct bench *bench = *state;
    int places[CARDS];
    assert_true(bench_says(bench, "One player") && bench_says(bench, "Two players"));
    find_all(bench, 1, places);
    assert_non_null(strstr(bench_find(bench, "card", 1)->label, "face down"));
    assert_string_equal(turn(bench, places[0]), "a");
    assert_true(bench_heard(bench, ""));
    assert_string_equal(turn(bench, places[1]), "b");
    assert_true(bench_heard(bench, "right "));
    assert_true(bench_says(bench, "Because ab") && bench_says(bench, "Pairs: 1, turns: 1"));
    (void)turn(bench, places[2]);
    (void)turn(bench, places[4]);
    assert_true(bench_says(bench, "Not a pair"));
    (void)turn(bench, places[2]);
    assert_non_null(strstr(bench_find(bench, "card", places[4])->label, "face down"));
    assert_string_equal(bench_find(bench, "card", places[1])->label, "b");
}

static void all_found_leads_to_the_result(void **state) {
    struct bench *bench = *state;
    int places[CARDS];
    find_all(bench, 1, places);
    for (int i = 0; i < CARDS; i++) {
        (void)turn(bench, places[i]);
    }
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "Pairs: 3, turns: 3"));
    bench_tap(bench, "again", 0);
    assert_true(bench_says(bench, "Two players"));
}

static void two_take_turns_and_whoever_finds_goes_on(void **state) {
    struct bench *bench = *state;
    int places[CARDS];
    find_all(bench, 2, places);
    (void)turn(bench, places[0]);
    (void)turn(bench, places[2]);
    (void)turn(bench, places[0]); /* turned back, and no more */
    for (int i = 0; i < CARDS; i++) {
        (void)turn(bench, places[i]);
    }
    assert_true(bench_says(bench, "Player 1: 0") && bench_says(bench, "Player 2: 3"));
    bench_tap(bench, "continue", 0);
    assert_true(bench_says(bench, "Player 2 wins"));
}

static void the_same_card_twice_is_no_turn(void **state) {
    struct bench *bench = *state;
    int places[CARDS];
    find_all(bench, 1, places);
    (void)turn(bench, places[0]);
    (void)turn(bench, places[0]);
    assert_true(bench_says(bench, "Pairs: 0, turns: 0"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cards_lie_face_down_and_pairs_stay_open, setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(all_found_leads_to_the_result, setup, bench_teardown),
        cmocka_unit_test_setup_teardown(two_take_turns_and_whoever_finds_goes_on, setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(the_same_card_twice_is_no_turn, setup, bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
