/* The hall: values as their tables say, defaults, ids, what comes after what, languages. */
#include "content/completeness.h"
#include "content/hall_cache.h"
#include "exhibition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define WRITE(path, text) exhibition_write((path), (text), sizeof(text) - 1)

static struct hall *reloaded(struct hall_cache *cache, size_t mistakes) {
    struct diagnostics diagnostics = {0};
    struct hall *hall = exhibition_reload(cache, &diagnostics);
    struct buffer said = {0};
    for (size_t i = 0; i < diagnostics.list.count; i++) {
        diagnostics_format(&diagnostics.list.items[i], MESSAGES_EN, &said);
    }
    if (diagnostics.list.count != mistakes) {
        fail_msg("%s", buffer_text(&said));
    }
    buffer_finish(&said);
    diagnostics_finish(&diagnostics);
    return hall;
}

static struct hall *loaded(size_t mistakes) {
    return reloaded(NULL, mistakes);
}

/* As it was read, mistaken or not. */
static const struct hall_scene *scene_of(const struct hall *hall, const char *id) {
    for (size_t i = 0; i < hall->scene_count; i++) {
        if (strcmp(hall_scene_at(hall, i)->id, id) == 0) {
            return hall_scene_at(hall, i);
        }
    }
    fail_msg("there is no %s", id);
    return NULL;
}

static const struct sample *sample_of(const struct hall *hall) {
    const struct hall_scene *scene = scene_of(hall, "personal/case");
    assert_ptr_equal(scene->kind, &sample_kind);
    return scene->document;
}

static void every_type_is_read(void **state) {
    (void)state;
    WRITE("scenes/personal/case.yaml",
          "kind: test\ntitle: 007\nsummary: {en: \"no\"}\npicture: assets/picture.png\n"
          "words: {zh: 密码, en: Passwords}\nword: 12:30\nimage: assets/link.png\n"
          "audio: assets/sound.ogg\nvideo: assets/film.mp4\nscene: hall\n"
          "colour: \"#01020380\"\ntime_limit: 1.5min\ncount: 007\nsize: 2.25\nloop: 否\n"
          "mood: dark\nplace: [0.25, 0.5, 0.75, 0.5]\nat: [0, 1]\n"
          "scenes: [attract, personal/good]\nlines:\n  - one\n  - {zh: 二, en: two}\n"
          "questions:\n  - question: >\n      folded\n      text\n    right: yes\n    note: a\n"
          "frame: {width: 3.5}\n");
    struct hall *hall = loaded(0);
    const struct sample *sample = sample_of(hall);
    const struct hall_scene *scene = hall_scene(hall, "personal/case");
    assert_string_equal(text_in(&scene->common.title, "zh"), "007");
    assert_string_equal(text_in(&scene->common.summary, "zh"), "no");
    assert_string_equal(scene->common.picture.path, "./assets/picture.png");
    assert_int_equal(scene->common.picture.width, 4);
    assert_string_equal(text_in(&sample->words, "en"), "Passwords");
    assert_string_equal(sample->word, "12:30");
    assert_string_equal(sample->video.path, "./assets/film.mp4");
    assert_string_equal(sample->scene, "hall");
    const struct colour colour = {1, 2, 3, 128};
    assert_memory_equal(&sample->colour, &colour, sizeof colour);
    assert_int_equal(sample->time_limit, 90000);
    assert_int_equal(sample->count, 7);
    assert_true(sample->size == 2.25F);
    assert_false(sample->loop);
    assert_int_equal(sample->mood, 2);
    assert_true(sample->place.y == 0.5F && sample->place.w == 0.75F);
    assert_true(sample->at.second == 1);
    assert_int_equal(sample->scenes.count, 2);
    assert_string_equal(*ITEM(sample->scenes, const char *, 1), "personal/good");
    assert_string_equal(text_in(ITEM(sample->lines, struct text, 1), "en"), "two");
    const struct sample_question *question = ITEM(sample->questions, struct sample_question, 0);
    assert_string_equal(text_in(&question->question, "zh"), "folded text\n");
    assert_true(question->right);
    assert_true(sample->frame.width == 3.5F);
    hall_destroy(hall);
    exhibition_restore("scenes/personal/case.yaml");
}

static void what_is_missing_has_its_default(void **state) {
    (void)state;
    struct hall *hall = loaded(0);
    const struct sample *sample = sample_of(hall);
    assert_string_equal(sample->word, "none");
    assert_int_equal(sample->time_limit, 20000);
    assert_int_equal(sample->colour.r, 0x2E);
    assert_true(sample->loop);
    assert_int_equal(sample->mood, 1);
    assert_true(sample->place.w == 1);
    assert_true(text_is_empty(&sample->words));
    assert_null(sample->image.path);
    assert_int_equal(sample->questions.count, 0);
    hall_destroy(hall);
}

static void a_mistake_leaves_the_default(void **state) {
    (void)state;
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: a\ncount: many\nmood: red\n"
                                       "frame: {width: 2, label: [x]}\n");
    struct hall *hall = loaded(3);
    const struct sample *sample = sample_of(hall);
    assert_int_equal(sample->count, 3);
    assert_int_equal(sample->mood, 1);
    assert_true(sample->frame.width == 2);
    hall_destroy(hall);
    exhibition_restore("scenes/personal/case.yaml");
}

static void what_has_a_mistake_is_not_shown(void **state) {
    (void)state;
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: a\ncount: many\n");
    struct hall *hall = loaded(1);
    const struct hall_scene *good = hall_scene(hall, "personal/good");
    assert_null(hall_scene(hall, "personal/case"));
    assert_true(scene_of(hall, "personal/case")->mistaken);
    assert_int_equal(hall->zones[0].order_count, 1);
    assert_string_equal(good->common.next, "personal/case");
    assert_null(hall_scene_after(hall, good));
    hall_destroy(hall);
    exhibition_restore("scenes/personal/case.yaml");
}

static void ids_find_scenes_and_pages(void **state) {
    (void)state;
    struct hall *hall = loaded(0);
    assert_string_equal(hall->directory, ".");
    assert_int_equal(hall->scene_count, 5);
    const struct hall_scene *page = hall_scene(hall, "hall");
    assert_non_null(page);
    assert_null(page->document);
    assert_null(page->zone);
    const struct hall_scene *zone = hall_scene(hall, "personal");
    assert_ptr_equal(zone->kind, &sample_menu);
    assert_ptr_equal(zone->zone, &hall->zones[0]);
    assert_string_equal(hall_scene(hall, "personal/good")->path, "scenes/personal/good.yaml");
    assert_null(hall_scene(hall, "personal/"));
    assert_null(hall_scene(hall, ""));
    hall_destroy(hall);
}

static void scenes_follow_their_next_or_their_zone(void **state) {
    (void)state;
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: a\n");
    WRITE("scenes/personal/good.yaml", "kind: test\ntitle: a\n");
    struct hall *hall = loaded(0);
    const struct hall_scene *good = hall_scene(hall, "personal/good");
    const struct hall_scene *last = hall_scene(hall, "personal/case");
    assert_int_equal(hall->zones[0].order_count, 2);
    assert_ptr_equal(hall_scene_after(hall, good), last);
    assert_null(hall_scene_after(hall, last));
    hall_destroy(hall);
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: a\nnext: attract\n");
    hall = loaded(0);
    last = hall_scene(hall, "personal/case");
    assert_ptr_equal(hall_scene_after(hall, last), hall_scene(hall, "attract"));
    hall_destroy(hall);
    exhibition_restore("scenes/personal/case.yaml");
    exhibition_restore("scenes/personal/good.yaml");
}

static void texts_by_language_are_counted(void **state) {
    (void)state;
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: {zh: 甲, en: A}\nsummary: one for all\n"
                                       "lines: [{zh: 乙}]\nquestions: [{question: {en: B}}]\n"
                                       "frame: {width: 1, label: {zh: 丙, en: C}}\n");
    struct hall *hall = loaded(0);
    size_t have[2];
    /* hall: name, title; zone: name; good: title; and four of this file */
    assert_int_equal(hall_completeness(hall, have), 8);
    assert_int_equal(have[0], 7);
    assert_int_equal(have[1], 7);
    hall_destroy(hall);
    exhibition_restore("scenes/personal/case.yaml");
}

static void without_a_hall_there_is_none(void **state) {
    (void)state;
    struct diagnostics diagnostics = {0};
    static const struct document_kind *const kinds[] = {&sample_kind};
    assert_null(hall_create("nowhere", kinds, 1, NULL, NULL, &diagnostics));
    assert_int_equal(diagnostics_errors(&diagnostics), 1);
    diagnostics_finish(&diagnostics);
    hall_destroy(NULL);
}

static const void *document_of(const struct hall *hall, const char *id) {
    const struct hall_scene *scene = hall_scene(hall, id);
    assert_non_null(scene);
    return scene->document;
}

static void a_reload_reads_what_changed(void **state) {
    (void)state;
    struct hall_cache *cache = hall_cache_create();
    struct hall *first = reloaded(cache, 0);
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: changed\ncount: 5\n");
    struct hall *second = reloaded(cache, 0);
    assert_ptr_equal(document_of(first, "personal/good"), document_of(second, "personal/good"));
    assert_ptr_not_equal(sample_of(first), sample_of(second));
    assert_int_equal(sample_of(first)->count, 3);
    hall_destroy(first);
    hall_cache_destroy(cache);
    assert_int_equal(sample_of(second)->count, 5);
    const struct hall_scene *good = hall_scene(second, "personal/good");
    assert_string_equal(text_in(&good->common.title, "en"), "Good");
    assert_ptr_equal(good->zone, &second->zones[0]);
    hall_destroy(second);
    exhibition_restore("scenes/personal/case.yaml");
}

/* A mistake that stays is said again, and one that another file makes is found. */
static void a_reload_forgets_no_mistake(void **state) {
    (void)state;
    struct hall_cache *cache = hall_cache_create();
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: a\ncount: many\n");
    hall_destroy(reloaded(cache, 1));
    hall_destroy(reloaded(cache, 1));
    exhibition_restore("scenes/personal/case.yaml");
    hall_destroy(reloaded(cache, 0));
    assert_int_equal(unlink("scenes/personal/case.yaml"), 0);
    hall_destroy(reloaded(cache, 2)); /* the zone lists it, and good.yaml goes on to it */
    exhibition_restore("scenes/personal/case.yaml");
    hall_destroy(reloaded(cache, 0));
    hall_cache_destroy(cache);
}

/* What a file says of its size is not believed before it is read. */
static void a_file_as_large_as_a_disk_takes_no_memory(void **state) {
    (void)state;
    const off_t terabytes = (off_t)4 << 40;
    assert_int_equal(truncate("scenes/personal/case.yaml", terabytes), 0);
    hall_destroy(loaded(1));
    exhibition_restore("scenes/personal/case.yaml");
}

static void what_was_asked_of_pictures_can_be_forgotten(void **state) {
    (void)state;
    struct hall_cache *cache = hall_cache_create();
    struct hall *first = reloaded(cache, 0);
    hall_cache_clear(cache);
    struct hall *second = reloaded(cache, 0);
    assert_ptr_not_equal(document_of(first, "personal/good"), document_of(second, "personal/good"));
    hall_destroy(first);
    hall_destroy(second);
    hall_cache_destroy(cache);
    hall_cache_destroy(NULL);
}

/* Only the file that was told of is looked at; what else is shared is the base's. */
static void a_change_that_is_told_of_is_all_that_is_read(void **state) {
    (void)state;
    struct hall_cache *cache = hall_cache_create();
    struct hall *first = reloaded(cache, 0);
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: changed\ncount: 5\n");
    WRITE("scenes/personal/good.yaml", "kind: test\ntitle: nobody told\n");
    hall_cache_tell(cache, "scenes/personal/case.yaml");
    struct hall *second = reloaded(cache, 0);
    hall_cache_tell(cache, "scenes/personal/good.yaml");
    struct hall *third = reloaded(cache, 0);
    hall_destroy(first);
    hall_cache_destroy(cache);
    assert_int_equal(sample_of(second)->count, 5);
    const struct hall_scene *good = hall_scene(second, "personal/good");
    assert_string_equal(text_in(&good->common.title, "en"), "Good");
    assert_ptr_equal(hall_scene_after(second, good), hall_scene(second, "personal/case"));
    assert_int_equal(second->scene_count, 5);
    for (size_t i = 0; i < second->scene_count; i++) {
        assert_ptr_equal(hall_scene_at(second, i),
                         hall_scene(second, hall_scene_at(second, i)->id));
    }
    hall_destroy(second);
    good = hall_scene(third, "personal/good");
    assert_string_equal(text_in(&good->common.title, "en"), "nobody told");
    assert_int_equal(sample_of(third)->count, 5);
    hall_destroy(third);
    exhibition_restore("scenes/personal/case.yaml");
    exhibition_restore("scenes/personal/good.yaml");
}

/* What was said of other files is said again with each of them, and what is mended no more. */
static void a_change_that_is_told_of_forgets_no_mistake(void **state) {
    (void)state;
    struct hall_cache *cache = hall_cache_create();
    WRITE("scenes/personal/good.yaml", "kind: test\ntitle: a\ncount: many\n");
    hall_destroy(reloaded(cache, 1));
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: a\ncount: few\nmood: red\n");
    for (int i = 0; i < 2; i++) {
        hall_cache_tell(cache, "scenes/personal/case.yaml");
        struct hall *hall = reloaded(cache, 3);
        assert_non_null(hall_scene(hall, "personal/case")); /* as it was before */
        assert_null(hall_scene(hall, "personal/good"));
        hall_destroy(hall);
    }
    exhibition_restore("scenes/personal/good.yaml");
    hall_cache_tell(cache, "scenes/personal/good.yaml");
    hall_destroy(reloaded(cache, 2));
    exhibition_restore("scenes/personal/case.yaml");
    hall_cache_tell(cache, "scenes/personal/case.yaml");
    hall_destroy(reloaded(cache, 0));
    hall_cache_destroy(cache);
}

/* Files that come and go, or are no scenes, make others right or wrong. */
static void a_change_of_more_than_a_scene_reads_everything(void **state) {
    (void)state;
    static const struct {
        const char *path, *text; /* NULL: it is taken away */
        bool mistaken;
    } rows[] = {
        {"scenes/personal/case.yaml", NULL, true},
        {"scenes/personal/case.yaml", "kind: nothing\ntitle: a\n", true},
        {"scenes/personal/case.yaml", "- : [\n", true},
        {"scenes/personal/new.yaml", "kind: test\ntitle: a\n", true},
        {"scenes/personal/zone.yaml", "name: a\ntitle: b\nlight: jade\nscenes: [good]\n", true},
        {"scenes/hall.yaml", "", true},
        {"scenes/personal/new.yml", "kind: test\n", true},
        {"scenes/none/deeper/still.yaml", NULL, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct hall_cache *cache = hall_cache_create();
        hall_destroy(reloaded(cache, 0));
        if (rows[i].text) {
            exhibition_write(rows[i].path, rows[i].text, strlen(rows[i].text));
        } else {
            (void)unlink(rows[i].path);
        }
        hall_cache_tell(cache, rows[i].path);
        struct diagnostics told = {0};
        struct diagnostics read = {0};
        hall_destroy(exhibition_reload(cache, &told));
        hall_destroy(exhibition_load(&read));
        assert_int_equal(told.list.count, read.list.count);
        assert_true((told.list.count > 0) == rows[i].mistaken);
        diagnostics_finish(&told);
        diagnostics_finish(&read);
        exhibition_restore(rows[i].path);
        hall_cache_tell(cache, rows[i].path);
        hall_destroy(reloaded(cache, 0));
        hall_cache_destroy(cache);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_is_read),
        cmocka_unit_test(what_is_missing_has_its_default),
        cmocka_unit_test(a_mistake_leaves_the_default),
        cmocka_unit_test(what_has_a_mistake_is_not_shown),
        cmocka_unit_test(ids_find_scenes_and_pages),
        cmocka_unit_test(scenes_follow_their_next_or_their_zone),
        cmocka_unit_test(texts_by_language_are_counted),
        cmocka_unit_test(without_a_hall_there_is_none),
        cmocka_unit_test(a_reload_reads_what_changed),
        cmocka_unit_test(a_reload_forgets_no_mistake),
        cmocka_unit_test(a_change_that_is_told_of_is_all_that_is_read),
        cmocka_unit_test(a_change_that_is_told_of_forgets_no_mistake),
        cmocka_unit_test(a_change_of_more_than_a_scene_reads_everything),
        cmocka_unit_test(a_file_as_large_as_a_disk_takes_no_memory),
        cmocka_unit_test(what_was_asked_of_pictures_can_be_forgotten),
    };
    char directory[] = "/tmp/exhibition-XXXXXX";
    exhibition_make(directory);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    exhibition_erase(directory);
    return failed;
}
