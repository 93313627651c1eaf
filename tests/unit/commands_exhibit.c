/* The exhibition: one that was taken up from what was read before is the one that is on the disk.
 */
#include "commands/exhibit.h"
#include "content/hall_cache.h"
#include "stage/inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void check_same(const struct exhibition *taken, const struct exhibition *read) {
    assert_true(exhibition_is_good(taken));
    assert_int_equal(taken->hall->scene_count, read->hall->scene_count);
    for (size_t i = 0; i < taken->hall->scene_count; i++) {
        const struct hall_scene *one = hall_scene_at(taken->hall, i);
        const struct hall_scene *other = hall_scene_at(read->hall, i);
        assert_string_equal(one->id, other->id);
        assert_ptr_equal(one->kind, other->kind);
        assert_string_equal(text_in(&one->common.title, "zh"), text_in(&other->common.title, "zh"));
        assert_true(documents_equal(one->kind, one->document, other->document) || !one->document);
    }
}

/* Quizzes take questions of the new exhibition's bank, so they are what goes wrong first. */
static void what_is_taken_up_is_what_would_be_read(void **state) {
    (void)state;
    struct prober *prober = prober_create("");
    struct hall_cache *cache = hall_cache_create();
    struct exhibition *before = exhibition_create(".", prober, cache);
    struct exhibition *taken = exhibition_create(".", prober, cache);
    struct exhibition *read = exhibition_create(".", prober, NULL);
    exhibition_destroy(before);
    hall_cache_destroy(cache);
    check_same(taken, read);
    exhibition_destroy(taken);
    exhibition_destroy(read);
    prober_destroy(prober);
}

static const void *attract_of(const struct exhibition *exhibition) {
    const struct hall *hall = exhibition->hall;
    const struct hall_scene *attract = hall_scene(hall, hall->document.attract);
    assert_non_null(attract);
    return attract->document;
}

/* The attract loop goes on without a break when the whole comes. */
static void the_front_is_what_the_attract_loop_needs(void **state) {
    (void)state;
    struct prober *prober = prober_create("");
    struct exhibition *front = exhibition_create_front(".", prober);
    struct exhibition *whole = exhibition_create(".", prober, NULL);
    assert_non_null(front);
    const struct document_kind *kind = hall_scene(whole->hall, whole->hall->document.attract)->kind;
    assert_true(documents_equal(kind, attract_of(front), attract_of(whole)));
    assert_int_equal(front->hall->zone_count, whole->hall->zone_count);
    assert_int_equal(front->hall->scene_count, 2 + front->hall->zone_count);
    assert_int_equal(front->hall->bank.count, 0);
    exhibition_destroy(front);
    exhibition_destroy(whole);
    prober_destroy(prober);
}

/* Every file of a scene in turn, until there is a new base, and again. */
static void what_is_amended_is_what_would_be_read(void **state) {
    (void)state;
    struct prober *prober = prober_create("");
    struct hall_cache *cache = hall_cache_create();
    struct exhibition *shown = exhibition_create(".", prober, cache);
    struct exhibition *read = exhibition_create(".", prober, NULL);
    size_t amended = 0;
    for (size_t i = 0; i < read->hall->scene_count; i++) {
        const char *path = hall_scene_at(read->hall, i)->path;
        hall_cache_tell(cache, path);
        struct exhibition *fresh = exhibition_create(".", prober, cache);
        exhibition_destroy(shown);
        shown = fresh;
        amended += shown->hall->base != NULL;
        check_same(shown, read);
    }
    assert_true(amended > read->hall->scene_count / 2);
    hall_cache_destroy(cache);
    exhibition_destroy(shown);
    exhibition_destroy(read);
    prober_destroy(prober);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_taken_up_is_what_would_be_read),
                                       cmocka_unit_test(the_front_is_what_the_attract_loop_needs),
                                       cmocka_unit_test(what_is_amended_is_what_would_be_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
