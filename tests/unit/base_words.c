/* UTF-8 and suggestions: what the messages are made with. */
#include "base/suggest.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void suggestions_are_near_or_none(void **state) {
    (void)state;
    static const char *const known[] = {"title", "summary", "questions", "time_limit"};
    static const struct {
        const char *typed, *expected;
    } cases[] = {
        {"titel", "title"},
        {"Title", "title"},
        {"sumary", "summary"},
        {"question", "questions"},
        {"timelimit", "time_limit"},
        {"colour", NULL},
        {"x", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *nearest = suggest_nearest(cases[i].typed, known, 4);
        if (cases[i].expected) {
            assert_non_null(nearest);
            assert_string_equal(nearest, cases[i].expected);
        } else {
            assert_null(nearest);
        }
    }
}

static void invalid_utf8_is_found_where_it_stands(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t valid;
    } cases[] = {
        {"密码", 6},     {"a\xC0\x80", 1}, {"\xED\xA0\x80", 0}, {"ab\xF4\x90\x80\x80", 2},
        {"\xE5\xAF", 0}, {"é\xFF", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(utf8_valid_prefix(cases[i].bytes, strlen(cases[i].bytes)), cases[i].valid);
    }
}

static void chinese_takes_two_cells(void **state) {
    (void)state;
    static const struct {
        const char *character;
        int cells;
    } cases[] = {{"a", 1}, {"密", 2}, {"：", 2}, {"“", 1}, {"。", 2}, {"é", 1}, {"\xCC\x81", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t rune;
        assert_true(utf8_decode(cases[i].character, 4, &rune) > 0);
        assert_int_equal(utf8_cells(rune), cases[i].cells);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suggestions_are_near_or_none),
        cmocka_unit_test(invalid_utf8_is_found_where_it_stands),
        cmocka_unit_test(chinese_takes_two_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
