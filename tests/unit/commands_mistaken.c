/* A machine that starts while a file has a mistake opens with what is right, and no visitor can
   bring that down. */
#include "commands/exhibit.h"
#include "content/hall_cache.h"
#include "exhibition.h"
#include "visited_hall.h"

enum { WIDTH = 480, HEIGHT = 270, SEED = 5 };

static const struct {
    const char *path, *text;
} files[] = {
    {"scenes/hall.yaml", "format: 1\n"
                         "name: {zh: 馆, en: Museum}\n"
                         "title: {zh: 从哪里开始, en: Where to start}\n"
                         "lead: {zh: 碰一碰, en: Touch one}\n"
                         "languages:\n"
                         "  - code: zh\n"
                         "    name: 中文\n"
                         "  - code: en\n"
                         "    name: English\n"
                         "zones: [zone]\n"
                         "attract: attract\n"},
    {"scenes/attract.yaml", "kind: attract\n"
                            "title: {zh: 馆, en: Museum}\n"
                            "invitation: {zh: 碰一下, en: Touch}\n"
                            "name: {zh: 馆, en: Museum}\n"},
    {"scenes/zone/zone.yaml", "name: {zh: 区, en: Zone}\n"
                              "title: {zh: 看看, en: Look}\n"
                              "lead: {zh: 看看, en: Look}\n"
                              "light: amber\n"
                              "emblem:\n"
                              "  dots:\n"
                              "    - [0.1, 0.2]\n"
                              "    - [0.8, 0.3]\n"
                              "    - [0.4, 0.9]\n"
                              "  lines:\n"
                              "    - [1, 2]\n"
                              "    - [2, 3]\n"
                              "scenes: [article, quiz, menu]\n"},
    {"scenes/zone/article.yaml", "kind: article\n"
                                 "title: {zh: 文, en: Article}\n"
                                 "next: zone/quiz\n"
                                 "pages:\n"
                                 "  - text: {zh: 一, en: One}\n"
                                 "  - text: {zh: 二, en: Two}\n"},
    {"scenes/zone/quiz.yaml", "kind: quiz\n"
                              "title: {zh: 问, en: Quiz}\n"
                              "draw: 2\n"
                              "bank:\n"
                              "  zones: [zone]\n"},
    {"scenes/zone/menu.yaml", "kind: menu\n"
                              "title: {zh: 选, en: Choose}\n"
                              "scenes:\n"
                              "  - zone/quiz\n"},
    {"scenes/questions/zone.yaml", "zone: zone\n"
                                   "questions:\n"
                                   "  - question: {zh: 甲？, en: A?}\n"
                                   "    difficulty: easy\n"
                                   "    answers:\n"
                                   "      - text: {zh: 对, en: Right}\n"
                                   "        right: yes\n"
                                   "      - text: {zh: 错, en: Wrong}\n"
                                   "    why: {zh: 因为, en: Because}\n"
                                   "  - question: {zh: 乙？, en: B?}\n"
                                   "    difficulty: hard\n"
                                   "    answers:\n"
                                   "      - text: {zh: 对, en: Right}\n"
                                   "        right: yes\n"
                                   "      - text: {zh: 错, en: Wrong}\n"
                                   "    why: {zh: 因为, en: Because}\n"},
};
enum { FILES = sizeof files / sizeof files[0] };

/* What becomes of one line. */
static void leave_out(struct buffer *out, const char *line, size_t size) {
    (void)line;
    (void)size;
    (void)out;
}

static void misspell(struct buffer *out, const char *line, size_t size) {
    size_t indent = strspn(line, " -");
    indent = indent < size ? indent : size;
    buffer_add_bytes(out, line, indent);
    buffer_add(out, "q");
    buffer_add_bytes(out, line + indent, size - indent);
}

static void change_value(struct buffer *out, const char *line, size_t size) {
    const char *colon = memchr(line, ':', size);
    size_t kept = colon ? (size_t)(colon - line) : 0;
    buffer_add_bytes(out, line, kept);
    buffer_add(out, colon ? ": [99, -1]\n" : "- 99\n");
}

static void (*const mistakes[])(struct buffer *out, const char *line,
                                size_t size) = {leave_out, misspell, change_value};
enum { MISTAKES = sizeof mistakes / sizeof mistakes[0] };

/* Writes the file with one line spoilt; false after the last line. */
static bool spoil(const char *path, const char *text, size_t line, size_t mistake) {
    struct buffer spoilt = {0};
    bool there = false;
    for (size_t at = 0, number = 0; text[at]; number++) {
        size_t size = strcspn(text + at, "\n") + 1;
        if (number == line) {
            mistakes[mistake](&spoilt, text + at, size);
            there = true;
        } else {
            buffer_add_bytes(&spoilt, text + at, size);
        }
        at += size;
    }
    exhibition_write(path, buffer_text(&spoilt), spoilt.length);
    buffer_finish(&spoilt);
    return there;
}

static void visit(const struct visited_hall *world) {
    struct replay *replay = visited_hall_visit(world, WIDTH, HEIGHT, "zh", SEED);
    struct buffer script = {0};
    char error[256];
    buffer_add(&script, "tap 100 100\nwait 800\nrandom 6\n");
    const struct hall *hall = world->exhibition->hall;
    for (size_t i = 0; i < hall->scene_count; i++) {
        if (hall_scene(hall, hall_scene_at(hall, i)->id)) {
            buffer_printf(&script, "go %s\nwait 800\nrandom 6\n", hall_scene_at(hall, i)->id);
        }
    }
    if (!replay_script(replay, buffer_text(&script), NULL, NULL, error, sizeof error)) {
        fail_msg("%s", error);
    }
    buffer_finish(&script);
    replay_destroy(replay);
}

static void a_spoilt_file_spoils_no_visit(void **state) {
    (void)state;
    struct visited_hall world = {0};
    assert_true(place_init(&world.place, NULL, "."));
    struct prober *prober = prober_create("");
    struct hall_cache *cache = hall_cache_create();
    size_t opened = 0;
    for (size_t file = 0; file < FILES; file++) {
        const char *path = files[file].path;
        const char *text = files[file].text;
        for (size_t mistake = 0; mistake < MISTAKES; mistake++) {
            for (size_t line = 0; spoil(path, text, line, mistake); line++) {
                struct exhibition *front = exhibition_create_front(".", prober);
                world.exhibition = exhibition_create(".", prober, cache);
                assert_true(!front || exhibition_is_usable(world.exhibition));
                exhibition_destroy(front);
                if (exhibition_is_usable(world.exhibition)) {
                    opened++;
                    visit(&world);
                }
                exhibition_destroy(world.exhibition);
            }
        }
        exhibition_write(path, text, strlen(text));
    }
    assert_true(opened > 100);
    hall_cache_destroy(cache);
    prober_destroy(prober);
    place_finish(&world.place);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_spoilt_file_spoils_no_visit)};
    char directory[] = "/tmp/mistaken-XXXXXX";
    if (!mkdtemp(directory) || chdir(directory) != 0) {
        return 1;
    }
    for (size_t file = 0; file < FILES; file++) {
        exhibition_write(files[file].path, files[file].text, strlen(files[file].text));
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    exhibition_erase(directory);
    return failed;
}
