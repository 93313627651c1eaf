/* The theme: every pair of colours has the contrast it must have, and the file is the built-in. */
#include "content/diagnostics.h"
#include "draw/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const struct colour black = {0, 0, 0, 255};
static const struct colour white = {255, 255, 255, 255};

static void assert_close(float value, float wanted) {
    assert_true(value > wanted - 0.005F && value < wanted + 0.005F);
}

/* Known answers: WCAG's own 21:1, and #767676 on white, its best-known edge of 4.5:1. */
static void contrast_is_wcags(void **state) {
    (void)state;
    assert_close(colour_contrast(black, white), 21);
    assert_close(colour_contrast(white, black), 21);
    assert_close(colour_contrast(white, white), 1);
    assert_close(colour_contrast((struct colour){0x76, 0x76, 0x76, 255}, white), 4.54F);
    assert_close(colour_contrast((struct colour){255, 0, 0, 255}, white), 4.00F);
    assert_close(colour_contrast((struct colour){0x33, 0x33, 0x33, 255}, white), 12.63F);
}

static void assert_contrast(struct colour a, struct colour b, float least, const char *pair) {
    float contrast = colour_contrast(a, b);
    if (contrast < least) {
        fail_msg("%s: #%02X%02X%02X on #%02X%02X%02X is %.2f:1, not %.1f:1", pair, a.r, a.g, a.b,
                 b.r, b.g, b.b, (double)contrast, (double)least);
    }
}

/* struct palette's comments. The high-contrast mode has WCAG's AAA instead: 7:1, large 4.5:1. */
static void assert_palette(const struct palette *palette, bool contrast) {
    const float small = contrast ? 7 : 4.5F;
    const float large = contrast ? 4.5F : 3;
    const struct colour grounds[] = {palette->ground, palette->surface, palette->raised};
    for (int i = 0; i < 3; i++) {
        assert_contrast(palette->text, grounds[i], small, "text");
        assert_contrast(palette->soft, grounds[i], small, "soft");
        assert_contrast(palette->light, grounds[i], large, "light");
        assert_contrast(palette->right, grounds[i], large, "right");
        assert_contrast(palette->wrong, grounds[i], large, "wrong");
    }
    assert_contrast(palette->on_light, palette->light, small, "on_light");
}

static void every_pair_reaches_its_contrast(void **state) {
    (void)state;
    struct theme theme;
    assert_true(theme_read(&theme, NULL, NULL));
    for (int light = 0; light < LIGHT_COUNT; light++) {
        for (int contrast = 0; contrast < 2; contrast++) {
            struct palette palette = theme_palette(&theme, (enum zone_light)light, contrast);
            assert_palette(&palette, contrast);
        }
    }
}

static void lights_differ(void **state) {
    (void)state;
    struct theme theme;
    theme_read(&theme, NULL, NULL);
    for (int contrast = 0; contrast < 2; contrast++) {
        for (int one = 0; one < LIGHT_COUNT; one++) {
            for (int other = 0; other < one; other++) {
                struct palette a = theme_palette(&theme, (enum zone_light)one, contrast);
                struct palette b = theme_palette(&theme, (enum zone_light)other, contrast);
                assert_memory_not_equal(&a.light, &b.light, sizeof a.light);
            }
        }
    }
}

static void the_shipped_file_is_the_built_in_theme(void **state) {
    (void)state;
    struct theme built_in;
    struct theme shipped;
    struct diagnostics diagnostics = {0};
    theme_read(&built_in, NULL, NULL);
    assert_true(theme_read(&shipped, "assets/themes/ink.yaml", &diagnostics));
    assert_int_equal(diagnostics.list.count, 0);
    assert_memory_equal(&built_in, &shipped, sizeof built_in);
    diagnostics_finish(&diagnostics);
}

static void write_file(const char *path, const char *words) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(words, file);
    fclose(file);
}

static void mistakes_keep_the_built_in_values(void **state) {
    (void)state;
    char path[] = "/tmp/theme-XXXXXX";
    close(mkstemp(path));
    write_file(path, "normal:\n  ground: \"#010203\"\n  text: paper\n  grond: \"#000000\"\n"
                     "type:\n  body: 9\n  title: 72\n");
    struct theme theme;
    struct diagnostics diagnostics = {0};
    assert_false(theme_read(&theme, path, &diagnostics));
    assert_int_equal(diagnostics_errors(&diagnostics), 3);
    assert_int_equal(theme.normal.ground.b, 3);
    assert_int_equal(theme.normal.text.r, 0xF4);
    assert_close(theme.type.body, 34);
    assert_close(theme.type.title, 72);
    assert_close(theme.large, 1.6F);
    unlink(path);
    diagnostics_finish(&diagnostics);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_wcags),
        cmocka_unit_test(every_pair_reaches_its_contrast),
        cmocka_unit_test(lights_differ),
        cmocka_unit_test(the_shipped_file_is_the_built_in_theme),
        cmocka_unit_test(mistakes_keep_the_built_in_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
