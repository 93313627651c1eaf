/* Captions are read from the files that curators have, and found for every moment. */
#include "media/captions.h"

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

static void words_are_found_for_every_moment(void **state) {
    (void)state;
    static const struct {
        const char *path;
        millis at;
        const char *words;
        millis until;
    } cases[] = {
        {"tests/captions/web.vtt", 0, "", 1000},
        {"tests/captions/web.vtt", 1000, "一秒钟，六个字符\n就没了 & 没有了", 3500},
        {"tests/captions/web.vtt", 3499, "一秒钟，六个字符\n就没了 & 没有了", 3500},
        {"tests/captions/web.vtt", 3500, "Two <lines>", 5000},
        {"tests/captions/web.vtt", 8500, "", 10000},
        {"tests/captions/web.vtt", 11000, "long", 12000},
        {"tests/captions/web.vtt", 12500, "short within long", 13000},
        {"tests/captions/web.vtt", 14000, "long", 20000},
        {"tests/captions/web.vtt", 99000, "", -1},
        {"tests/captions/plain.srt", 1500, "first\nof two lines", 2000},
        {"tests/captions/plain.srt", 5000, "second", 6000},
        {"tests/captions/national.srt", 1500, "国标编码的字幕", 2000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct captions *captions = captions_read(cases[i].path);
        assert_non_null(captions);
        millis until;
        assert_string_equal(captions_at(captions, cases[i].at, &until), cases[i].words);
        assert_int_equal(until, cases[i].until);
        captions_destroy(captions);
    }
}

static void what_is_no_caption_file_is_refused(void **state) {
    (void)state;
    char fifo[] = "/tmp/captions-XXXXXX";
    assert_non_null(mkdtemp(fifo));
    char path[64];
    (void)snprintf(path, sizeof path, "%s/fifo.srt", fifo);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_null(captions_read(path));
    assert_null(captions_read("tests/captions"));
    assert_null(captions_read("tests/captions/missing.srt"));
    (void)unlink(path);
    (void)rmdir(fifo);
    captions_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_for_every_moment),
        cmocka_unit_test(what_is_no_caption_file_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
