/* Five keys walk every element of a frame and work it. */
#include "base/buffer.h"
#include "input/focus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Two by two cards, a slider below, a grey button, one that the keys pass by, and a bar. */
static const struct element hall[] = {
    {.id = {"card", 0}, .rect = {0, 0, 400, 200}, .flags = ELEMENT_TAP},
    {.id = {"card", 1}, .rect = {450, 0, 400, 200}, .flags = ELEMENT_TAP, .owner = 1},
    {.id = {"card", 2}, .rect = {0, 250, 400, 200}, .flags = ELEMENT_TAP},
    {.id = {"card", 3}, .rect = {450, 250, 400, 200}, .flags = ELEMENT_LONG_PRESS},
    {.id = {"slider", 0}, .rect = {0, 500, 850, 80}, .role = ROLE_SLIDER, .flags = ELEMENT_DRAG_X},
    {.id = {"grey", 0}, .rect = {0, 600, 850, 50}, .flags = ELEMENT_TAP | ELEMENT_DISABLED},
    {.id = {"same", 0}, .rect = {0, 650, 850, 50}, .flags = ELEMENT_TAP | ELEMENT_NO_FOCUS},
    {.id = {"home", 0}, .rect = {0, 900, 100, 100}, .flags = ELEMENT_TAP},
    {.id = {"back", 0}, .rect = {120, 900, 100, 100}, .flags = ELEMENT_TAP},
    {.id = {"language", 0}, .rect = {700, 900, 150, 100}, .flags = ELEMENT_TAP},
};

static void fill(struct elements *elements) {
    for (size_t i = 0; i < sizeof hall / sizeof hall[0]; i++) {
        elements_add(elements, hall[i]);
    }
}

static void print_result(struct buffer *out, enum focus_result result, const struct focus *focus,
                         const struct gesture *gesture) {
    switch (result) {
    case FOCUS_NOTHING:
        buffer_add(out, "-");
        break;
    case FOCUS_MOVED:
        buffer_printf(out, "%s.%d", focus->id.name, focus->id.index);
        break;
    case FOCUS_GESTURE:
        buffer_printf(out, "%s %s.%d owner %d (%.0f %.0f)",
                      gesture->type == GESTURE_TAP    ? "tap"
                      : gesture->type == GESTURE_STEP ? "step"
                                                      : "long",
                      gesture->id.name, gesture->id.index, gesture->owner, (double)gesture->dx,
                      (double)gesture->dy);
        break;
    case FOCUS_ESCAPE:
        buffer_add(out, "escape");
        break;
    }
    buffer_add(out, "; ");
}

/* Keys as letters: l r u d, n(ext) p(revious), E(nter), X (escape). */
static void walk(const struct elements *elements, struct focus *focus, const char *keys,
                 const char *expected) {
    static const char letters[] = "lrudnpEX";
    struct buffer out = {0};
    for (const char *key = keys; *key; key++) {
        struct gesture gesture = {0};
        enum key number = (enum key)(strchr(letters, *key) - letters);
        print_result(&out, focus_key(focus, elements, number, 5, &gesture), focus, &gesture);
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_finish(&out);
}

static void keys_do(const char *keys, const char *expected) {
    struct elements elements = {0};
    struct focus focus = {0};
    fill(&elements);
    focus_settle(&focus, &elements);
    walk(&elements, &focus, keys, expected);
    elements_finish(&elements);
}

static void the_first_key_only_shows_where_one_is(void **state) {
    (void)state;
    keys_do("E", "card.0; ");
    keys_do("d", "card.0; ");
    keys_do("X", "escape; ");
}

static void arrows_go_to_the_nearest_in_their_direction(void **state) {
    (void)state;
    keys_do("rr", "card.0; card.1; ");
    keys_do("rrd", "card.0; card.1; card.3; ");
    keys_do("rrdl", "card.0; card.1; card.3; card.2; ");
    keys_do("rrdlu", "card.0; card.1; card.3; card.2; card.0; ");
    keys_do("rddd", "card.0; card.2; slider.0; back.0; ");
}

static void straight_on_comes_before_nearer_but_aside(void **state) {
    (void)state;
    struct elements elements = {0};
    struct focus focus = {.id = {"from", 0}, .shown = true};
    elements_add(&elements, (struct element){.id = {"from", 0}, .rect = {0, 0, 100, 100}});
    elements_add(&elements, (struct element){.id = {"aside", 0}, .rect = {110, 150, 100, 100}});
    elements_add(&elements, (struct element){.id = {"straight", 0}, .rect = {180, 0, 100, 100}});
    walk(&elements, &focus, "rl", "straight.0; from.0; ");
    elements_finish(&elements);
}

static void where_nothing_lies_the_order_leads_on(void **state) {
    (void)state;
    keys_do("rrr", "card.0; card.1; card.2; ");
    keys_do("rl", "card.0; language.0; ");
    keys_do("ru", "card.0; language.0; ");
}

static void tab_goes_round_in_order(void **state) {
    (void)state;
    keys_do("nnnnnnnnn", "card.0; card.1; card.2; card.3; slider.0; home.0; back.0; language.0; "
                         "card.0; ");
    keys_do("npp", "card.0; language.0; back.0; ");
}

static void enter_and_arrows_work_what_is_focused(void **state) {
    (void)state;
    keys_do("nnE", "card.0; card.1; tap card.1 owner 1 (0 0); ");
    keys_do("nnnnE", "card.0; card.1; card.2; card.3; long card.3 owner 0 (0 0); ");
    keys_do("nnnnnlr", "card.0; card.1; card.2; card.3; slider.0; step slider.0 owner 0 (-1 0); "
                       "step slider.0 owner 0 (1 0); ");
}

static void pages_take_the_arrows_of_their_drag(void **state) {
    (void)state;
    struct elements elements = {0};
    struct focus focus = {0};
    elements_add(&elements, (struct element){.id = {"column", 0},
                                             .rect = {0, 0, 500, 500},
                                             .role = ROLE_PAGES,
                                             .flags = ELEMENT_DRAG_Y});
    elements_add(
        &elements,
        (struct element){.id = {"next", 0}, .rect = {0, 600, 100, 50}, .flags = ELEMENT_TAP});
    walk(&elements, &focus, "ddur",
         "column.0; step column.0 owner 0 (0 1); step column.0 owner 0 (0 -1); next.0; ");
    elements_finish(&elements);
}

static void a_modal_element_keeps_the_focus_in(void **state) {
    (void)state;
    struct elements elements = {0};
    struct focus focus = {.id = {"card", 2}, .shown = true};
    fill(&elements);
    elements_add(
        &elements,
        (struct element){.id = {"sheet", 0}, .rect = {0, 0, 850, 1000}, .flags = ELEMENT_MODAL});
    elements_add(
        &elements,
        (struct element){.id = {"yes", 0}, .rect = {100, 400, 200, 80}, .flags = ELEMENT_TAP});
    elements_add(
        &elements,
        (struct element){.id = {"no", 0}, .rect = {400, 400, 200, 80}, .flags = ELEMENT_TAP});
    assert_null(focus_shown(&focus, &elements));
    focus_settle(&focus, &elements);
    walk(&elements, &focus, "rnrE", "no.0; yes.0; no.0; tap no.0 owner 0 (0 0); ");
    elements_finish(&elements);
}

static void the_focus_stays_while_its_element_does(void **state) {
    (void)state;
    struct elements elements = {0};
    struct focus focus = {.id = {"back", 0}, .shown = true};
    fill(&elements);
    focus_settle(&focus, &elements);
    assert_string_equal(focus_shown(&focus, &elements)->id.name, "back");
    focus.shown = false;
    assert_null(focus_shown(&focus, &elements));
    elements_clear(&elements);
    elements_add(&elements, hall[3]);
    focus_settle(&focus, &elements);
    assert_int_equal(focus.id.index, 3);
    elements_clear(&elements);
    focus_settle(&focus, &elements);
    assert_null(focus.id.name);
    walk(&elements, &focus, "rnE", "-; -; -; ");
    elements_finish(&elements);
}

/* From everywhere, the four arrows alone come to everything. */
static void arrows_alone_reach_everything(void **state) {
    (void)state;
    struct elements elements = {0};
    fill(&elements);
    const size_t count = sizeof hall / sizeof hall[0];
    bool reached[sizeof hall / sizeof hall[0]] = {true};
    for (size_t round = 0; round < count; round++) {
        for (size_t i = 0; i < count; i++) {
            for (int key = KEY_LEFT; reached[i] && key <= KEY_DOWN; key++) {
                struct focus focus = {.id = hall[i].id, .shown = true};
                struct gesture gesture;
                (void)focus_key(&focus, &elements, (enum key)key, 0, &gesture);
                const struct element *at = elements_find(&elements, focus.id);
                reached[at - elements.list.items] = true;
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(reached[i], !(hall[i].flags & (ELEMENT_DISABLED | ELEMENT_NO_FOCUS)));
    }
    elements_finish(&elements);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_key_only_shows_where_one_is),
        cmocka_unit_test(arrows_go_to_the_nearest_in_their_direction),
        cmocka_unit_test(straight_on_comes_before_nearer_but_aside),
        cmocka_unit_test(where_nothing_lies_the_order_leads_on),
        cmocka_unit_test(tab_goes_round_in_order),
        cmocka_unit_test(enter_and_arrows_work_what_is_focused),
        cmocka_unit_test(pages_take_the_arrows_of_their_drag),
        cmocka_unit_test(a_modal_element_keeps_the_focus_in),
        cmocka_unit_test(the_focus_stays_while_its_element_does),
        cmocka_unit_test(arrows_alone_reach_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
