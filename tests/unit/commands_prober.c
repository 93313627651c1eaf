/* The prober asks whether a file decodes once, and again when the file or the question changes. */
#include "commands/prober.h"
#include "content/types.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char drawing[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'><path d='M0 0h9v9z'/></svg>";

static void write_file(const char *path, const char *words) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(words, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Asks a prober that begins with what the one before has written. */
static enum probe_answer ask(enum asset_type type, const char *path, struct asset *asset) {
    struct prober *prober = prober_create(".");
    struct probe probe = prober_probe(prober);
    *asset = (struct asset){.path = path};
    enum probe_answer answer = probe.ask(probe.self, type, asset);
    prober_destroy(prober);
    return answer;
}

/* The file of answers as if somebody had said that `path`, then `smaller` by so many bytes, is a
   picture of 7 × 5. */
static void remember_as_picture(const char *path, int smaller) {
    struct stat facts;
    char line[200];
    assert_int_equal(stat(path, &facts), 0);
    (void)snprintf(line, sizeof line, "%d %" PRId64 " %" PRId64 " 7 5 0 %s\n", (int)ASSET_IMAGE,
                   (int64_t)facts.st_mtim.tv_sec * 1000000000 + facts.st_mtim.tv_nsec,
                   (int64_t)facts.st_size - smaller, path);
    write_file("probed", line);
}

static void pictures_are_measured(void **state) {
    (void)state;
    struct asset asset;
    write_file("drawing.svg", drawing);
    assert_int_equal(ask(ASSET_IMAGE, "drawing.svg", &asset), PROBE_GOOD);
    assert_int_equal(asset.width, 30);
    assert_int_equal(asset.height, 20);
    write_file("words.svg", "no picture");
    assert_int_equal(ask(ASSET_IMAGE, "words.svg", &asset), PROBE_UNDECODABLE);
    write_file("empty.svg", "");
    assert_int_equal(ask(ASSET_IMAGE, "empty.svg", &asset), PROBE_EMPTY);
    assert_int_equal(ask(ASSET_IMAGE, "missing.svg", &asset), PROBE_UNDECODABLE);
}

static void good_answers_are_remembered(void **state) {
    (void)state;
    struct asset asset;
    write_file("known.svg", "no picture");
    remember_as_picture("known.svg", 0);
    assert_int_equal(ask(ASSET_IMAGE, "known.svg", &asset), PROBE_GOOD);
    assert_int_equal(asset.width, 7);
    assert_int_equal(asset.height, 5);
}

static void a_changed_file_is_asked_about_again(void **state) {
    (void)state;
    struct asset asset;
    write_file("known.svg", "no picture");
    remember_as_picture("known.svg", 0);
    write_file("known.svg", "no picture, and longer");
    assert_int_equal(ask(ASSET_IMAGE, "known.svg", &asset), PROBE_UNDECODABLE);
    remember_as_picture("known.svg", 1); /* in the same moment of the clock */
    assert_int_equal(ask(ASSET_IMAGE, "known.svg", &asset), PROBE_UNDECODABLE);
    write_file("known.svg", drawing);
    assert_int_equal(ask(ASSET_IMAGE, "known.svg", &asset), PROBE_GOOD);
    assert_int_equal(asset.width, 30);
}

static void a_picture_is_no_film(void **state) {
    (void)state;
    struct asset asset;
    write_file("known.svg", "no picture");
    remember_as_picture("known.svg", 0);
    assert_int_equal(ask(ASSET_VIDEO, "known.svg", &asset), PROBE_UNDECODABLE);
}

static void a_file_of_answers_that_is_damaged_is_none(void **state) {
    (void)state;
    struct asset asset;
    write_file("drawing.svg", drawing);
    write_file("probed", "1 2 3\n\n-\n1 1 1 1 1 1\n99999999999999999999 1 1 1 1 1 drawing.svg\n");
    assert_int_equal(ask(ASSET_IMAGE, "drawing.svg", &asset), PROBE_GOOD);
    assert_int_equal(asset.width, 30);
}

/* A machine is switched off, not ended. */
static void what_was_learned_is_kept_at_once(void **state) {
    (void)state;
    write_file("drawing.svg", drawing);
    (void)unlink("probed");
    struct prober *prober = prober_create(".");
    struct probe probe = prober_probe(prober);
    struct asset asset = {.path = "drawing.svg"};
    assert_int_equal(probe.ask(probe.self, ASSET_IMAGE, &asset), PROBE_GOOD);
    assert_int_not_equal(access("probed", F_OK), 0);
    prober_keep(prober);
    assert_int_equal(access("probed", F_OK), 0);
    assert_int_equal(unlink("probed"), 0);
    prober_keep(prober); /* there is nothing new */
    assert_int_not_equal(access("probed", F_OK), 0);
    prober_destroy(prober);
}

static int enter_directory(void **state) {
    char path[] = "/tmp/prober-XXXXXX";
    if (!mkdtemp(path) || chdir(path) != 0) {
        return -1;
    }
    *state = strdup(path);
    return 0;
}

static int leave_directory(void **state) {
    static const char *const files[] = {"probed",    "faces",     "drawing.svg",
                                        "words.svg", "empty.svg", "known.svg"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        (void)unlink(files[i]);
    }
    int code = chdir("/") == 0 && rmdir(*state) == 0 ? 0 : -1;
    free(*state);
    return code;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_measured),
        cmocka_unit_test(good_answers_are_remembered),
        cmocka_unit_test(a_changed_file_is_asked_about_again),
        cmocka_unit_test(a_picture_is_no_film),
        cmocka_unit_test(a_file_of_answers_that_is_damaged_is_none),
        cmocka_unit_test(what_was_learned_is_kept_at_once),
    };
    return cmocka_run_group_tests(tests, enter_directory, leave_directory);
}
