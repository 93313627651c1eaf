/* The metrics: millimetres win over pixels, and areas stay on the screen in every mode. */
#include "draw/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct settings_panel reference = {.diagonal = 27, .distance = 600};

static struct metrics metrics_of(const struct settings_panel *panel, int width, int height,
                                 bool large) {
    struct theme theme;
    struct metrics metrics;
    theme_read(&theme, NULL, NULL);
    metrics_init(&metrics, &theme, panel, width, height, large, false);
    return metrics;
}

static float type_of(const struct metrics *metrics, enum type_role role) {
    struct theme theme;
    theme_read(&theme, NULL, NULL);
    return metrics_type(metrics, &theme, role);
}

static void assert_near(float value, float wanted, float by) {
    if (fabsf(value - wanted) > by) {
        fail_msg("%.3f, not %.3f", (double)value, (double)wanted);
    }
}

static void the_reference_panel_is_look_mds(void **state) {
    (void)state;
    struct metrics metrics = metrics_of(&reference, 1920, 1080, false);
    assert_near(metrics.type_scale, 1, 0.001F);
    assert_near(type_of(&metrics, TYPE_TITLE), 80, 0);
    assert_near(type_of(&metrics, TYPE_BODY), 34, 0);
    assert_near(metrics.target, 49, 0); /* 15 mm of 0.3113 mm, rounded up */
    assert_near(metrics.target_gap, 10, 0);
    assert_near(metrics.margin, 96, 0);
    assert_near(metrics.bar.h, 96, 0);
    assert_false(metrics.upright);
}

static void resolution_changes_nothing(void **state) {
    (void)state;
    struct metrics small = metrics_of(&reference, 1920, 1080, false);
    struct metrics fine = metrics_of(&reference, 3840, 2160, false);
    assert_memory_equal(&small, &fine, sizeof small);
}

/* EN 301 549: 0.7 degrees, 7.3 mm at 600 mm. A Chinese character's body is 0.92 of the em. */
static void body_text_is_high_enough_on_every_panel(void **state) {
    (void)state;
    static const struct settings_panel panels[] = {
        {15.6F, 400, 0, 0}, {21.5F, 600, 0, 0}, {27, 600, 0, 0},  {27, 900, 0, 0},
        {43, 600, 0, 0},    {55, 1500, 0, 0},   {32, 1000, 0, 0},
    };
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
        struct metrics metrics = metrics_of(&panels[i], 1920, 1080, false);
        float pixel = panels[i].diagonal * 25.4F * 9 / sqrtf(16 * 16 + 9 * 9) / 1080;
        float height = type_of(&metrics, TYPE_BODY) * 0.92F * pixel;
        float least = panels[i].distance * tanf(0.7F * 3.14159265F / 180);
        assert_true(metrics.type_scale >= 1 && metrics.type_scale <= 2);
        assert_true(height >= least || metrics.type_scale > 1.99F);
        assert_true(metrics.target * pixel >= 15 && metrics.target >= 44);
        assert_true(metrics.target_gap * pixel >= 3);
    }
}

static void small_and_far_panels_have_larger_type(void **state) {
    (void)state;
    static const struct settings_panel small = {.diagonal = 21.5F, .distance = 600};
    static const struct settings_panel far = {.diagonal = 27, .distance = 780};
    static const struct settings_panel large = {.diagonal = 43, .distance = 600};
    static const struct settings_panel tiny = {.diagonal = 7, .distance = 600};
    static const struct settings_panel unknown = {0};
    assert_near(metrics_of(&small, 1920, 1080, false).type_scale, 27 / 21.5F, 0.001F);
    assert_near(metrics_of(&far, 1920, 1080, false).type_scale, 1.3F, 0.001F);
    assert_near(metrics_of(&large, 1920, 1080, false).type_scale, 1, 0);
    assert_near(metrics_of(&tiny, 1920, 1080, false).type_scale, 2, 0);
    assert_near(metrics_of(&unknown, 1920, 1080, false).type_scale, 1, 0.001F);
    assert_near(metrics_of(&small, 1080, 1920, false).type_scale, 27 / 21.5F, 0.001F);
}

static void the_large_mode_grows_text_by_its_factor(void **state) {
    (void)state;
    struct metrics metrics = metrics_of(&reference, 1920, 1080, true);
    assert_near(type_of(&metrics, TYPE_BODY), 34 * 1.6F, 0.5F);
    assert_near(type_of(&metrics, TYPE_LABEL), 28 * 1.6F, 0.5F);
    assert_near(type_of(&metrics, TYPE_LEAD), 44 * 1.6F, 0.5F);
    assert_true(type_of(&metrics, TYPE_TITLE) < 80 * 1.3F);
    assert_true(metrics.target >= 60);
}

static void roles_keep_their_order(void **state) {
    (void)state;
    for (float diagonal = 10; diagonal < 60; diagonal += 1.5F) {
        for (int large = 0; large < 2; large++) {
            struct settings_panel panel = {.diagonal = diagonal, .distance = 600};
            struct metrics metrics = metrics_of(&panel, 1920, 1080, large);
            for (int role = 1; role < TYPE_COUNT; role++) {
                assert_true(type_of(&metrics, (enum type_role)role) <
                            type_of(&metrics, (enum type_role)(role - 1)));
            }
        }
    }
}

static void columns_fill_the_content(void **state) {
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {2560, 1080}, {1024, 768}};
    for (int i = 0; i < 4; i++) {
        struct metrics metrics = metrics_of(&reference, sizes[i][0], sizes[i][1], false);
        int columns = metrics.upright ? 6 : 12;
        struct rect all = metrics_columns(&metrics, 0, columns);
        struct rect left = metrics_columns(&metrics, 0, columns / 2);
        struct rect right = metrics_columns(&metrics, columns / 2, columns / 2);
        assert_near(all.x, metrics.content.x, 0.01F);
        assert_near(all.w, metrics.content.w, 0.01F);
        assert_near(right.x - (left.x + left.w), metrics.gutter, 0.01F);
        assert_near(right.x + right.w, metrics.content.x + metrics.content.w, 0.01F);
        assert_near(metrics.bar.y + metrics.bar.h, metrics.height, 0.01F);
        assert_near(metrics.area.h, metrics.bar.y, 0.01F);
        assert_true(metrics.content.y + metrics.content.h < metrics.bar.y);
        assert_near(fminf(metrics.width, metrics.height), 1080, 0.01F);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reference_panel_is_look_mds),
        cmocka_unit_test(resolution_changes_nothing),
        cmocka_unit_test(body_text_is_high_enough_on_every_panel),
        cmocka_unit_test(small_and_far_panels_have_larger_type),
        cmocka_unit_test(the_large_mode_grows_text_by_its_factor),
        cmocka_unit_test(roles_keep_their_order),
        cmocka_unit_test(columns_fill_the_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
