/* The diagnostics corpus: every file of tests/diag read in a small exhibition, and its mistakes
   compared to the character with what is written beside it, in both languages. UPDATE=1 in the
   environment writes what is said now, for a person to read. */
#include "base/memory.h"
#include "content/files.h"
#include "content/mistakes.h"
#include "content/settings.h"
#include "exhibition.h"
#include "hostile.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

enum { CASES_MOST = 400 };

static char corpus[PATH_MAX];

/* The whole of a file, for free(3); NULL when there is none. */
static char *contents(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) {
        return NULL;
    }
    struct buffer text = {0};
    char piece[4096];
    size_t got;
    while ((got = fread(piece, 1, sizeof piece, file)) > 0) {
        buffer_add_bytes(&text, piece, got);
    }
    (void)fclose(file);
    char *copy = memory_strdup(buffer_text(&text));
    buffer_finish(&text);
    return copy;
}

/* All of them in English, an empty line, and all of them in Chinese; of very many the first. */
static void format(const struct diagnostics *diagnostics, struct buffer *out) {
    enum { MANY = 20, SHOWN = 4 };
    size_t count = diagnostics->list.count;
    size_t shown = count > MANY ? SHOWN : count;
    for (int language = 0; language < MESSAGE_LANGUAGES; language++) {
        for (size_t i = 0; i < shown; i++) {
            diagnostics_format(&diagnostics->list.items[i], (enum message_language)language, out);
        }
        if (shown < count) {
            buffer_printf(out, "(%zu more)\n", count - shown);
        }
        buffer_add(out, language == 0 ? "\n" : "");
    }
}

/* Everything that is said about the exhibition as it stands, or about its kiosk.conf. */
static void say(const char *path, struct buffer *out) {
    struct diagnostics diagnostics = {0};
    struct hall *hall = exhibition_load(&diagnostics);
    if (strcmp(path, "kiosk.conf") == 0) {
        assert_int_equal(diagnostics.list.count, 0);
        (void)settings_check(path, hall, &diagnostics);
        diagnostics_sort(&diagnostics);
    }
    format(&diagnostics, out);
    hall_destroy(hall);
    diagnostics_finish(&diagnostics);
}

static void compare(const char *name, const struct buffer *said) {
    char path[PATH_MAX + 64];
    (void)snprintf(path, sizeof path, "%s/%s.expected", corpus, name);
    if (getenv("UPDATE")) {
        exhibition_write(path, buffer_text(said), said->length);
    }
    char *expected = contents(path);
    assert_non_null(expected);
    assert_string_equal(buffer_text(said), expected);
    free(expected);
}

/* A case's first line is "# file: " and where it stands in the exhibition. */
static void a_written_case(void **state) {
    const char *name = *state;
    char path[PATH_MAX + 64];
    (void)snprintf(path, sizeof path, "%s/%s.yaml", corpus, name);
    char *text = contents(path);
    assert_non_null(text);
    char place[64];
    assert_int_equal(sscanf(text, "# file: %63[^\n]", place), 1);
    exhibition_write(place, text, strlen(text));
    free(text);
    struct buffer said = {0};
    say(place, &said);
    exhibition_restore(place);
    compare(name, &said);
    buffer_finish(&said);
}

/* What no file of the tree can hold is made here, and must be refused at once. */
static void a_hostile_case(void **state) {
    const struct hostile *hostile = *state;
    static const double seconds_most = HOSTILE_SECONDS;
    hostile->make(hostile->path);
    struct buffer said = {0};
    clock_t start = clock();
    say(hostile->path, &said);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    exhibition_restore(hostile->path);
    compare(hostile->name, &said);
    buffer_finish(&said);
    if (seconds > seconds_most) {
        fail_msg("%s is decided in %.3f s", hostile->name, seconds);
    }
}

/* What cannot happen here: root may read everything, and libyaml has no problem without a name. */
static void what_no_file_can_show(void **state) {
    (void)state;
    struct diagnostics diagnostics = {0};
    struct report report;
    static const char text[] = "kind: test\n";
    report_init(&report, &diagnostics, "scenes/personal/case.yaml", text, sizeof text - 1);
    errno = EACCES;
    file_report(&report, report_mark_file(), FILE_UNREADABLE, "assets/picture.png", 0);
    const struct syntax_problem problem = {
        .problem = "something new", .context = "", .line = 1, .column = 7};
    mistakes_explain(&report, &problem);
    struct buffer said = {0};
    format(&diagnostics, &said);
    compare("no-file", &said);
    buffer_finish(&said);
    report_finish(&report);
    diagnostics_finish(&diagnostics);
}

/* Everything in tests/diag that ends in `.expected`, in one text. */
static void gather(struct buffer *all) {
    DIR *listing = opendir(corpus);
    assert_non_null(listing);
    const struct dirent *entry;
    while ((entry = readdir(listing)) != NULL) {
        char path[PATH_MAX + 300];
        (void)snprintf(path, sizeof path, "%s/%s", corpus, entry->d_name);
        char *text = strstr(entry->d_name, ".expected") ? contents(path) : NULL;
        buffer_add(all, text ? text : "");
        free(text);
    }
    (void)closedir(listing);
}

/* Each sentence of the table, its arguments aside, is said in some case, in both languages. */
static void every_message_has_a_case(void **state) {
    (void)state;
    struct buffer all = {0};
    struct arena arena = {0};
    gather(&all);
    const struct words gap = {"\x01", "\x01"};
    for (int message = 0; message < MESSAGE_COUNT; message++) {
        for (int language = 0; language < MESSAGE_LANGUAGES; language++) {
            const char *at =
                message_text(&arena, (enum message)message, (enum message_language)language,
                             (const struct words[]){gap, gap, gap, gap});
            size_t longest = 0;
            const char *piece = at;
            for (size_t length; *at; at += length + (at[length] != '\0')) {
                length = strcspn(at, "\x01");
                piece = length > longest ? at : piece;
                longest = length > longest ? length : longest;
            }
            longest -= longest > 1 && piece[longest - 1] == ' ';
            size_t space = piece[0] == ' ';
            piece += space;
            longest -= space;
            if (!memmem(all.text, all.length, piece, longest)) {
                fail_msg("no case of tests/diag says “%.*s”", (int)longest, piece);
            }
        }
    }
    arena_finish(&arena);
    buffer_finish(&all);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const struct CMUnitTest *)a)->name, ((const struct CMUnitTest *)b)->name);
}

static size_t add_written_cases(struct CMUnitTest *tests, size_t count) {
    DIR *listing = opendir(corpus);
    const struct dirent *entry;
    while (listing && count < CASES_MOST && (entry = readdir(listing)) != NULL) {
        char *ending = strstr(entry->d_name, ".yaml");
        if (ending) {
            char *name = memory_strdup(entry->d_name);
            name[ending - entry->d_name] = '\0';
            tests[count++] = (struct CMUnitTest){
                .name = name, .test_func = a_written_case, .initial_state = name};
        }
    }
    if (listing) {
        (void)closedir(listing);
    }
    return count;
}

int main(void) {
    static struct CMUnitTest tests[CASES_MOST + 64];
    if (!realpath("tests/diag", corpus)) {
        perror("tests/diag");
        return 2;
    }
    size_t written = add_written_cases(tests, 0);
    qsort(tests, written, sizeof *tests, by_name);
    size_t count = written;
    for (size_t i = 0; i < sizeof hostiles / sizeof hostiles[0]; i++) {
        tests[count++] = (struct CMUnitTest){.name = hostiles[i].name,
                                             .test_func = a_hostile_case,
                                             .initial_state = (void *)(uintptr_t)&hostiles[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(what_no_file_can_show);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(every_message_has_a_case);
    char directory[] = "/tmp/exhibition-XXXXXX";
    exhibition_make(directory);
    int failed = _cmocka_run_group_tests("content_diagnostics", tests, count, NULL, NULL);
    exhibition_erase(directory);
    for (size_t i = 0; i < written; i++) {
        free(tests[i].initial_state);
    }
    return failed;
}
