/* The draw list: what looks different hashes differently, and a warm list allocates nothing. */
#include "draw/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct colour paper = {0xF4, 0xF1, 0xEA, 0xFF};

static void draw_everything(struct draw_list *list) {
    struct rect rect = {10, 20, 300, 40.5F};
    draw_fill(list, rect, 28, paper);
    draw_stroke(list, rect, 28, 2, (struct colour){1, 2, 3, 128});
    draw_shadow(list, rect, 28, 24, (struct colour){0, 0, 0, 150});
    draw_dot(list, 50, 60, 5, paper);
    draw_line(list, 0, 1, 10, 21, 3, paper);
    draw_text_run(list, 96, 212, FACE_BOLD, 80, paper, "他说\"你好\"");
    draw_layer(list, rect, (struct point){-4, 0});
    draw_clip(list, rect);
    draw_image(list, "a.png", rect, FIT_COVER, 12, 0.5F);
    draw_image_part(list, "a.png", (struct rect){0.25F, 0.5F, 0.5F, 0.25F}, rect);
    draw_icon(list, "play.svg", rect, paper);
    draw_clip_end(list);
    draw_layer_end(list);
    draw_video(list, rect);
}

static void every_command_has_a_line_in_the_dump(void **state) {
    (void)state;
    struct draw_list list = {0};
    struct buffer out = {0};
    draw_everything(&list);
    draw_list_dump(&list, &out);
    assert_string_equal(buffer_text(&out),
                        "fill 10 20 300 40.5 28 #F4F1EA\n"
                        "stroke 10 20 300 40.5 28 2 #01020380\n"
                        "shadow 10 20 300 40.5 28 24 #00000096\n"
                        "fill 45 55 10 10 5 #F4F1EA\n"
                        "line 0 1 10 20 3 #F4F1EA\n"
                        "text 96 212 bold 80 #F4F1EA \"他说\\\"你好\\\"\"\n"
                        "layer 10 20 300 40.5 -4 0\n"
                        "clip 10 20 300 40.5\n"
                        "image 10 20 300 40.5 12 cover opacity 0.5 \"a.png\"\n"
                        "image 10 20 300 40.5 0 stretch part 0.25 0.5 0.5 0.25 \"a.png\"\n"
                        "image 10 20 300 40.5 0 contain #F4F1EA \"play.svg\"\n"
                        "clip-end\n"
                        "layer-end\n"
                        "video 10 20 300 40.5\n");
    assert_true(draw_list_balanced(&list));
    buffer_finish(&out);
    draw_list_finish(&list);
}

static void equal_frames_hash_equally(void **state) {
    (void)state;
    struct draw_list one = {0};
    struct draw_list other = {0};
    draw_everything(&one);
    draw_everything(&other);
    assert_int_equal(draw_list_hash(&one), draw_list_hash(&other));
    for (size_t i = 0; i < one.commands.count; i++) {
        assert_int_equal(one.commands.items[i].hash, other.commands.items[i].hash);
    }
    draw_list_finish(&one);
    draw_list_finish(&other);
}

/* One command in all its variations by one property. */
static uint64_t text_hash(float x, float y, enum font_face face, float size, uint8_t red,
                          const char *words) {
    struct draw_list list = {0};
    draw_text_run(&list, x, y, face, size, (struct colour){red, 0, 0, 255}, words);
    uint64_t hash = draw_list_hash(&list);
    draw_list_finish(&list);
    return hash;
}

static void any_difference_changes_the_hash(void **state) {
    (void)state;
    uint64_t hashes[] = {
        text_hash(1, 2, FACE_REGULAR, 34, 9, "你好"),
        text_hash(1.01F, 2, FACE_REGULAR, 34, 9, "你好"),
        text_hash(1, 3, FACE_REGULAR, 34, 9, "你好"),
        text_hash(1, 2, FACE_BOLD, 34, 9, "你好"),
        text_hash(1, 2, FACE_REGULAR, 35, 9, "你好"),
        text_hash(1, 2, FACE_REGULAR, 34, 8, "你好"),
        text_hash(1, 2, FACE_REGULAR, 34, 9, "你们"),
        text_hash(1, 2, FACE_REGULAR, 34, 9, "你"),
    };
    size_t count = sizeof hashes / sizeof *hashes;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(hashes[i], hashes[j]);
        }
    }
}

static void words_are_copied(void **state) {
    (void)state;
    struct draw_list list = {0};
    char words[] = "before";
    draw_text_run(&list, 0, 0, FACE_REGULAR, 34, paper, words);
    memcpy(words, "after!", sizeof words);
    assert_string_equal(list.commands.items[0].words, "before");
    draw_list_finish(&list);
}

static void nothing_is_drawn_of_nothing(void **state) {
    (void)state;
    struct draw_list list = {0};
    draw_text_run(&list, 0, 0, FACE_REGULAR, 34, paper, "");
    draw_image(&list, NULL, (struct rect){0, 0, 9, 9}, FIT_COVER, 0, 1);
    assert_int_equal(list.commands.count, 0);
    draw_list_finish(&list);
}

static void a_warm_list_keeps_its_memory(void **state) {
    (void)state;
    struct draw_list list = {0};
    for (int i = 0; i < 200; i++) {
        draw_everything(&list);
    }
    const void *commands = list.commands.items;
    size_t capacity = list.commands.capacity;
    const void *words = list.words.first;
    draw_list_clear(&list);
    for (int i = 0; i < 200; i++) {
        draw_everything(&list);
    }
    assert_ptr_equal(list.commands.items, commands);
    assert_int_equal(list.commands.capacity, capacity);
    assert_ptr_equal(list.words.first, words);
    draw_list_finish(&list);
}

static void unbalanced_lists_are_told(void **state) {
    (void)state;
    struct draw_list list = {0};
    struct rect rect = {0, 0, 1, 1};
    draw_clip(&list, rect);
    assert_false(draw_list_balanced(&list));
    draw_clip_end(&list);
    assert_true(draw_list_balanced(&list));
    draw_clip_end(&list);
    draw_clip(&list, rect);
    assert_false(draw_list_balanced(&list)); /* ended before it began */
    draw_list_clear(&list);
    draw_clip(&list, rect);
    draw_layer(&list, rect, (struct point){0, 0});
    draw_clip_end(&list);
    draw_layer_end(&list);
    assert_false(draw_list_balanced(&list)); /* crossed */
    draw_list_clear(&list);
    draw_ahead(&list);
    assert_false(draw_list_balanced(&list));
    draw_ahead_end(&list);
    assert_true(draw_list_balanced(&list));
    draw_list_finish(&list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_has_a_line_in_the_dump),
        cmocka_unit_test(equal_frames_hash_equally),
        cmocka_unit_test(any_difference_changes_the_hash),
        cmocka_unit_test(words_are_copied),
        cmocka_unit_test(nothing_is_drawn_of_nothing),
        cmocka_unit_test(a_warm_list_keeps_its_memory),
        cmocka_unit_test(unbalanced_lists_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
