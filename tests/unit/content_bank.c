/* The question bank: what a choice takes of it, in which order, and how its files are read. */
#include "exhibition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ASKED(words, difficulty)                                                                   \
    "  - question: " words "\n    difficulty: " difficulty                                         \
    "\n    answers: [{text: a}, {text: b, right: yes}]\n    why: Because\n"

static const char personal[] =
    "zone: personal\nquestions:\n" ASKED("p1", "hard") ASKED("p2", "easy") ASKED("p3", "medium");
static const char more[] = "zone: personal\nquestions:\n" ASKED("q1", "easy") ASKED("q2", "hard");

static struct hall *load(void) {
    struct diagnostics diagnostics = {0};
    exhibition_write("scenes/questions/personal.yaml", personal, sizeof personal - 1);
    exhibition_write("scenes/questions/more.yaml", more, sizeof more - 1);
    struct hall *hall = exhibition_load(&diagnostics);
    assert_int_equal(diagnostics.list.count, 0);
    diagnostics_finish(&diagnostics);
    return hall;
}

static void assert_taken(const struct items *taken, const char *expected) {
    struct buffer words = {0};
    for (size_t i = 0; i < taken->count; i++) {
        const struct text *question = &ITEM(*taken, struct bank_question, i)->question;
        buffer_printf(&words, "%s%s", i ? " " : "", text_in(question, "en"));
    }
    assert_string_equal(buffer_text(&words), expected);
    buffer_finish(&words);
}

static void every_file_is_read_and_is_no_scene(void **state) {
    (void)state;
    struct hall *hall = load();
    assert_int_equal(hall->bank.count, 2);
    assert_int_equal(hall->bank.files[0].questions.count, 2);
    assert_null(hall_scene(hall, "questions/personal"));
    hall_destroy(hall);
}

static void easy_questions_come_first_behind_ones_own(void **state) {
    (void)state;
    struct hall *hall = load();
    struct arena arena = {0};
    const char *zones[] = {"personal"};
    struct bank_question own = {0};
    struct items mine = {&own, 1};
    const struct text_entry words = {"", "mine"};
    own.question = (struct text){&words, 1};
    struct bank_choice choice = {.zones = {zones, 1}};
    struct items taken = bank_choose(&hall->bank, &choice, &mine, &arena);
    assert_taken(&taken, "mine q1 p2 p3 q2 p1");
    arena_finish(&arena);
    hall_destroy(hall);
}

static void a_choice_takes_what_it_names(void **state) {
    (void)state;
    struct hall *hall = load();
    struct arena arena = {0};
    const char *zones[] = {"personal"};
    const char *others[] = {"society"};
    int hard[] = {DIFFICULTY_HARD};
    const struct items none = {0};
    struct bank_choice choice = {.zones = {zones, 1}, .difficulty = {hard, 1}};
    struct items taken = bank_choose(&hall->bank, &choice, &none, &arena);
    assert_taken(&taken, "q2 p1");
    choice.zones.items = others;
    taken = bank_choose(&hall->bank, &choice, &none, &arena);
    assert_taken(&taken, "");
    taken = bank_choose(&hall->bank, &(struct bank_choice){0}, &none, &arena);
    assert_taken(&taken, "");
    arena_finish(&arena);
    hall_destroy(hall);
}

/* A question that nobody could answer right is not asked of anybody. */
static void what_has_mistakes_is_not_taken(void **state) {
    (void)state;
    static const char mistaken[] = "zone: personal\nquestions:\n" ASKED(
        "m1",
        "easy") "  - question: m2\n    difficulty: easy\n    anwsers: [{text: a}]\n    why: Because\n"
                "  - question: m3\n    difficulty: easy\n    answers: [{text: a}, {text: b}]\n    why: a\n";
    struct diagnostics diagnostics = {0};
    exhibition_write("scenes/questions/more.yaml", mistaken, sizeof mistaken - 1);
    struct hall *hall = exhibition_load(&diagnostics);
    assert_true(diagnostics_errors(&diagnostics) > 0);
    diagnostics_finish(&diagnostics);
    struct arena arena = {0};
    const char *zones[] = {"personal"};
    int easy[] = {DIFFICULTY_EASY};
    const struct bank_choice choice = {.zones = {zones, 1}, .difficulty = {easy, 1}};
    struct items taken = bank_choose(&hall->bank, &choice, &(struct items){0}, &arena);
    assert_taken(&taken, "m1 p2");
    arena_finish(&arena);
    hall_destroy(hall);
}

static int make(void **state) {
    static char directory[] = "/tmp/exhibition-XXXXXX";
    exhibition_make(directory);
    *state = directory;
    return 0;
}

static int erase(void **state) {
    exhibition_erase(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_is_read_and_is_no_scene),
        cmocka_unit_test(easy_questions_come_first_behind_ones_own),
        cmocka_unit_test(a_choice_takes_what_it_names),
        cmocka_unit_test(what_has_mistakes_is_not_taken),
    };
    return cmocka_run_group_tests(tests, make, erase);
}
