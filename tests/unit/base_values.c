/* The small values everyone speaks in: buffers, lists, random numbers, hashes, colours, moments. */
#include "base/buffer.h"
#include "base/clock.h"
#include "base/directories.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/list.h"
#include "base/random.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void a_buffer_grows_and_begins_anew(void **state) {
    (void)state;
    struct buffer buffer = {0};
    assert_string_equal(buffer_text(&buffer), "");
    for (int i = 0; i < 1000; i++) {
        buffer_printf(&buffer, "%03d", i);
    }
    assert_int_equal(buffer.length, 3000);
    assert_memory_equal(buffer_text(&buffer) + 2991, "997998999", 10);
    buffer_clear(&buffer);
    buffer_add_bytes(&buffer, "a\0b", 3);
    buffer_add(&buffer, "c");
    assert_int_equal(buffer.length, 4);
    assert_memory_equal(buffer_text(&buffer), "a\0bc", 5);
    buffer_finish(&buffer);
    assert_null(buffer.text);
}

static void a_list_keeps_its_items_and_zeroes_new_ones(void **state) {
    (void)state;
    LIST(int) list = {0};
    for (int i = 0; i < 100; i++) {
        LIST_PUSH(&list, i);
    }
    assert_int_equal(list.items[99], 99);
    LIST_CLEAR(&list);
    assert_int_equal(*LIST_ADD(&list), 0);
    assert_int_equal(list.count, 1);
    LIST_FINISH(&list);
    assert_null(list.items);
}

/* The numbers come from the published algorithm, written down again in another language. */
static void a_seed_repeats_its_numbers(void **state) {
    (void)state;
    static const uint32_t expected[] = {0xC2F57BD6, 0x6B07C4A9, 0x72B7B29B,
                                        0x44215383, 0xF5AF5EAD, 0x68BEB632};
    struct random random;
    random_init(&random, 42);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        assert_int_equal(random_next(&random), expected[i]);
    }
}

static void numbers_stay_below_their_bound(void **state) {
    (void)state;
    struct random random;
    int counts[6] = {0};
    random_init(&random, 1);
    for (int i = 0; i < 6000; i++) {
        counts[random_below(&random, 6)]++;
        float unit = random_unit(&random);
        assert_true(unit >= 0 && unit < 1);
    }
    for (int i = 0; i < 6; i++) {
        assert_in_range(counts[i], 850, 1150);
    }
    assert_int_equal(random_below(&random, 0), 0);
    assert_int_equal(random_below(&random, 1), 0);
}

static void shuffling_loses_nothing(void **state) {
    (void)state;
    struct random random;
    uint8_t items[50];
    bool there[50] = {false};
    random_init(&random, 9);
    for (uint8_t i = 0; i < 50; i++) {
        items[i] = i;
    }
    random_shuffle(&random, items, 50);
    int moved = 0;
    for (uint8_t i = 0; i < 50; i++) {
        there[items[i]] = true;
        moved += items[i] != i;
    }
    for (int i = 0; i < 50; i++) {
        assert_true(there[i]);
    }
    assert_true(moved > 40);
}

/* The first is in the algorithm's description: the hash of nothing. */
static void hashes_tell_apart_what_differs(void **state) {
    (void)state;
    assert_true(hash_bytes(HASH_START, "", 0) == 0x2D06800538D394C2U);
    assert_true(hash_string(hash_string(HASH_START, "ab"), "c") !=
                hash_string(hash_string(HASH_START, "a"), "bc"));
    assert_true(hash_int(HASH_START, 0) != hash_int(hash_int(HASH_START, 0), 0));
    assert_true(hash_float(HASH_START, 0.0F) != hash_float(HASH_START, -0.0F));
}

static void colours_mix_within_their_ends(void **state) {
    (void)state;
    const struct colour black = {0, 0, 0, 255};
    const struct colour white = {255, 255, 255, 255};
    static const struct {
        float share;
        int grey;
    } cases[] = {{-3, 0}, {0, 0}, {0.5F, 128}, {1, 255}, {1.3F, 255}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(colour_mix(black, white, cases[i].share).g, cases[i].grey);
    }
    assert_int_equal(colour_with_alpha((struct colour){1, 2, 3, 200}, 0.5F).a, 100);
    assert_int_equal(colour_with_alpha(white, 7).a, 255);
    assert_int_equal(colour_with_alpha(white, -7).a, 0);
}

static void never_is_later_than_any_moment(void **state) {
    (void)state;
    static const struct {
        millis a, b, earlier;
    } cases[] = {{3, 5, 3},    {5, 3, 3},  {-1, 5, 5}, {5, -1, 5},
                 {-1, -1, -1}, {0, -1, 0}, {-1, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(clock_earlier(cases[i].a, cases[i].b), cases[i].earlier);
    }
}

static void edges_belong_to_one_of_two_neighbours(void **state) {
    (void)state;
    const struct rect left = {0, 0, 10, 10};
    const struct rect right = {10, 0, 10, 10};
    assert_false(rect_contains(left, 10, 5));
    assert_true(rect_contains(right, 10, 5));
    assert_false(rect_overlaps(left, right));
    assert_true(rect_overlaps(left, rect_inset(right, -1)));
}

static void directories_are_made_with_those_above(void **state) {
    (void)state;
    char root[] = "/tmp/kiosk-directories-XXXXXX";
    assert_non_null(mkdtemp(root));
    char inner[64];
    char file[64];
    (void)snprintf(inner, sizeof inner, "%s/a/b/", root);
    assert_true(directories_make(inner));
    assert_true(directories_make(inner));
    assert_int_equal(rmdir(inner), 0);
    (void)snprintf(file, sizeof file, "%s/a/b", root);
    fclose(fopen(file, "w"));
    assert_false(directories_make(file));
    assert_int_equal(errno, ENOTDIR);
    assert_false(directories_make(inner));
    assert_int_equal(unlink(file), 0);
    (void)snprintf(file, sizeof file, "%s/a", root);
    assert_int_equal(rmdir(file), 0);
    assert_int_equal(rmdir(root), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buffer_grows_and_begins_anew),
        cmocka_unit_test(a_list_keeps_its_items_and_zeroes_new_ones),
        cmocka_unit_test(a_seed_repeats_its_numbers),
        cmocka_unit_test(numbers_stay_below_their_bound),
        cmocka_unit_test(shuffling_loses_nothing),
        cmocka_unit_test(hashes_tell_apart_what_differs),
        cmocka_unit_test(colours_mix_within_their_ends),
        cmocka_unit_test(never_is_later_than_any_moment),
        cmocka_unit_test(directories_are_made_with_those_above),
        cmocka_unit_test(edges_belong_to_one_of_two_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
