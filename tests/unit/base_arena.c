/* Arenas hand out zeroed, aligned memory and wipe it when it is taken back. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void memory_is_zeroed_after_reset(void **state) {
    (void)state;
    struct arena arena = {0};
    char *first = arena_alloc(&arena, 100);
    memset(first, 'x', 100);
    arena_reset(&arena);
    char *second = arena_alloc(&arena, 100);
    assert_ptr_equal(first, second);
    for (int i = 0; i < 100; i++) {
        assert_int_equal(second[i], 0);
    }
    arena_finish(&arena);
}

static void pieces_larger_than_a_block_fit(void **state) {
    (void)state;
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 8);
    char *large = arena_alloc(&arena, 1 << 20);
    memset(large, 1, 1 << 20);
    assert_int_equal(*small, 0);
    assert_int_equal((uintptr_t)large % 16, 0);
    arena_finish(&arena);
}

static void strings_are_copied_and_formatted(void **state) {
    (void)state;
    struct arena arena = {0};
    assert_string_equal(arena_strndup(&arena, "个人安全", 6), "个人");
    assert_string_equal(arena_printf(&arena, "%d %s", 7, "días"), "7 días");
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_after_reset),
        cmocka_unit_test(pieces_larger_than_a_block_fit),
        cmocka_unit_test(strings_are_copied_and_formatted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
