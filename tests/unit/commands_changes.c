/* Changes: what a curator's program does to the files is told by name, and what it leaves beside
   them is not told at all. */
#include "commands/changes.h"
#include "exhibition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>

#include <cmocka.h>

static const char file[] = "scenes/personal/case.yaml";

static void write_new(const char *path) {
    exhibition_write(path, "kind: test\n", strlen("kind: test\n"));
}

static void save_in_place(void) {
    FILE *open = fopen(file, "a");
    assert_non_null(open);
    assert_true(fputs("\n", open) >= 0);
    assert_int_equal(fclose(open), 0);
}

/* As vim does: a copy beside it, a file that tries the folder, then the new one in place. */
static void save_by_renaming(void) {
    write_new("scenes/personal/.case.yaml.swp");
    write_new("scenes/personal/4913");
    assert_int_equal(rename(file, "scenes/personal/case.yaml~"), 0);
    write_new(file);
    assert_int_equal(unlink("scenes/personal/case.yaml~"), 0);
}

static void take_away(void) {
    assert_int_equal(unlink(file), 0);
}

static void save_a_picture(void) {
    exhibition_restore("assets/picture.png");
}

static void make_a_folder(void) {
    assert_int_equal(mkdir("scenes/society", 0755), 0);
}

static void save_in_the_new_folder(void) {
    write_new("scenes/society/case.yaml");
}

static void take_the_folder_away(void) {
    exhibition_erase("scenes/society");
}

static void put_another_folder_in_place(void) {
    assert_int_equal(rename("scenes", "before"), 0);
    assert_int_equal(mkdir("scenes", 0755), 0);
    assert_int_equal(rename("before/personal", "scenes/personal"), 0);
    exhibition_erase("before");
}

static void save_many(void) {
    for (int i = 0; i < 40; i++) {
        char path[64];
        (void)snprintf(path, sizeof path, "scenes/personal/s%d.yaml", i);
        write_new(path);
    }
}

/* One after the other, as they stand here. */
static const struct {
    const char *what;
    void (*save)(void);
    const char *scene; /* NULL: it is not a scene's text that changed */
    bool assets, all;
} rows[] = {
    {"saved in place", save_in_place, file, false, false},
    {"saved by renaming", save_by_renaming, file, false, false},
    {"taken away", take_away, file, false, false},
    {"a picture", save_a_picture, NULL, true, false},
    {"a new folder", make_a_folder, NULL, false, true},
    {"a file in it", save_in_the_new_folder, "scenes/society/case.yaml", false, false},
    {"no folder any more", take_the_folder_away, NULL, true, true},
    {"another folder in its place", put_another_folder_in_place, NULL, true, true},
    {"a file in that", save_in_place, file, false, false},
    {"more than can be told", save_many, NULL, false, true},
};

static void every_change_is_told_by_name(void **state) {
    (void)state;
    struct changes *changes = changes_create(".");
    int stop = eventfd(0, EFD_CLOEXEC);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct changed changed = {0};
        rows[i].save();
        assert_true(changes_wait(changes, stop, &changed));
        bool named = changed.scenes.count == 1 && rows[i].scene &&
                     strcmp(changed.scenes.items[0], rows[i].scene) == 0;
        bool right = changed.all ? rows[i].all : named || (!rows[i].scene && !changed.scenes.count);
        if (!right || changed.assets != rows[i].assets || changed.all != rows[i].all) {
            fail_msg("%s: %zu files, the first %s, assets %d, all %d", rows[i].what,
                     changed.scenes.count, changed.scenes.count ? changed.scenes.items[0] : "none",
                     changed.assets, changed.all);
        }
        changed_finish(&changed);
    }
    (void)close(stop);
    changes_destroy(changes);
}

static void a_wait_can_be_stopped(void **state) {
    (void)state;
    struct changes *changes = changes_create(".");
    int stop = eventfd(1, EFD_CLOEXEC);
    struct changed changed = {0};
    assert_false(changes_wait(changes, stop, &changed));
    changed_finish(&changed);
    (void)close(stop);
    changes_destroy(changes);
    changes_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_change_is_told_by_name),
                                       cmocka_unit_test(a_wait_can_be_stopped)};
    char directory[] = "/tmp/exhibition-XXXXXX";
    exhibition_make(directory);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    exhibition_erase(directory);
    return failed;
}
