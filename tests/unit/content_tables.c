/* What comes from the tables beside the parser: skeletons, the reference, schemas; settings. */
#include "content/jsonschema.h"
#include "content/reader.h"
#include "content/reference.h"
#include "content/settings.h"
#include "content/skeleton.h"
#include "content/tables.h"
#include "exhibition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define WRITE(path, text) exhibition_write((path), (text), sizeof(text) - 1)

/* Files, scenes and zones are yet to be made; nothing else is wrong. */
static void assert_only_files_are_missing(const struct diagnostics *diagnostics) {
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const char *message = diagnostics->list.items[i].message[MESSAGES_EN];
        if (!strstr(message, "there is no ") && !strstr(message, "does not list")) {
            fail_msg("%s", message);
        }
    }
}

/* Takes "# " from every line but the first that is a key in a comment, so that each is tried. */
static void uncomment(struct buffer *text) {
    struct buffer out = {0};
    for (const char *line = buffer_text(text); *line;) {
        size_t length = strcspn(line, "\n");
        const char *key = line + strspn(line, "#- ");
        size_t word = strspn(key, "abcdefghijklmnopqrstuvwxyz_{");
        bool value = key[word] == ':' || key[strspn(key, "abcdefghijklmnopqrstuvwxyz/")] == '\n';
        bool comment = out.length > 0 && line[0] == '#' && value;
        buffer_add_bytes(&out, comment ? line + 2 : line, comment ? length - 2 : length);
        buffer_add(&out, "\n");
        line += length + (line[length] == '\n');
    }
    buffer_finish(text);
    *text = out;
}

static void a_skeleton_passes(void **state) {
    (void)state;
    for (int round = 0; round < 4; round++) {
        struct buffer text = {0};
        struct diagnostics diagnostics = {0};
        skeleton_scene(&sample_kind, round % 2 ? MESSAGES_ZH : MESSAGES_EN, &text);
        if (round >= 2) {
            uncomment(&text);
            assert_non_null(strstr(text.text, "\nmood: calm"));
            assert_non_null(strstr(text.text, "\n  - question: "));
        }
        exhibition_write("scenes/personal/case.yaml", text.text, text.length);
        struct hall *hall = exhibition_load(&diagnostics);
        assert_only_files_are_missing(&diagnostics);
        hall_destroy(hall);
        diagnostics_finish(&diagnostics);
        buffer_finish(&text);
    }
    exhibition_restore("scenes/personal/case.yaml");
}

struct small {
    struct items answers;
    float size;
};

struct small_answer {
    struct text text;
    bool right;
};

static void a_skeleton_to_the_letter(void **state) {
    (void)state;
    static const struct schema_row answer_rows[] = {
        ROW_TEXT(struct small_answer, text, .example = "A", .help = {"答案", "the answer"}),
        ROW_BOOLEAN(struct small_answer, right, .fallback = "no", .help = {"对", "right"}),
        ROW_END,
    };
    static const struct schema answer = {"a", sizeof(struct small_answer), answer_rows};
    static const struct schema_row rows[] = {
        ROW_NUMBER(struct small, size, .min = 1, .max = 2, .fallback = "1", .help = {"大", "big"}),
        ROW_LIST(struct small, answers, &answer, .required = true, .min = 2, .max = 3,
                 .help = {"答案", "answers"}),
        ROW_END,
    };
    static const struct schema schema = {"small", sizeof(struct small), rows};
    struct buffer text = {0};
    skeleton_file(&schema, MESSAGES_EN, &text);
    assert_string_equal(
        text.text,
        "\n# answers (a list, each item on a line that begins with “- ”; 2 to 3 items; required)\n"
        "answers:\n"
        "  - text: A\n"
        "    # right (yes or no (or true/false, on/off, 是/否); without it no)\n"
        "    right: yes\n"
        "  - text: A\n"
        "    # right (yes or no (or true/false, on/off, 是/否); without it no)\n"
        "    right: no\n"
        "\n# big (a number, such as 1.5; 1 to 2; without it 1)\n"
        "# size: 1.5\n");
    buffer_finish(&text);
}

static void the_other_skeletons_pass(void **state) {
    (void)state;
    static const struct {
        const char *path;
        const struct schema *schema;
    } files[] = {{"scenes/hall.yaml", &hall_schema}, {"scenes/personal/zone.yaml", &zone_schema}};
    for (size_t i = 0; i < 2; i++) {
        struct buffer text = {0};
        skeleton_file(files[i].schema, MESSAGES_ZH, &text);
        exhibition_write(files[i].path, text.text, text.length);
        struct diagnostics diagnostics = {0};
        struct hall *hall = exhibition_load(&diagnostics);
        assert_only_files_are_missing(&diagnostics);
        hall_destroy(hall);
        diagnostics_finish(&diagnostics);
        buffer_finish(&text);
        exhibition_restore(files[i].path);
    }
}

static void the_reference_has_every_key(void **state) {
    (void)state;
    for (int language = 0; language < MESSAGE_LANGUAGES; language++) {
        struct buffer text = {0};
        reference_text(&sample_schema, (enum message_language)language, &text);
        reference_markdown(&sample_schema, (enum message_language)language, &text);
        for (const struct schema_row *row = sample_rows; row->key; row++) {
            char line[64];
            (void)snprintf(line, sizeof line, "\n  %s\n", row->key);
            assert_true(row == sample_rows || strstr(text.text, line));
            (void)snprintf(line, sizeof line, "| `%s` |", row->key);
            assert_non_null(strstr(text.text, line));
            const char *help = language == MESSAGES_ZH ? row->help.zh : row->help.en;
            assert_non_null(strstr(text.text, help));
        }
        buffer_finish(&text);
    }
}

static void facts_are_one_line(void **state) {
    (void)state;
    static const struct {
        const char *key, *zh, *en;
    } cases[] = {
        {"time_limit", "5s 到 120s；不写就是 20s", "5s to 120s; without it 20s"},
        {"mood", "calm（安静）、bright（明亮）", "calm (quiet), bright (light)"},
        {"questions", "1 到 2 项；可以不写", "1 to 2 items; optional"},
        {"word", "最多 8 个字", "up to 8 characters"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct schema_row *row = sample_rows;
        while (strcmp(row->key, cases[i].key) != 0) {
            row++;
        }
        struct buffer facts = {0};
        reference_facts(row, MESSAGES_ZH, &facts);
        assert_non_null(strstr(facts.text, cases[i].zh));
        buffer_clear(&facts);
        reference_facts(row, MESSAGES_EN, &facts);
        assert_non_null(strstr(facts.text, cases[i].en));
        buffer_finish(&facts);
    }
}

static void the_schema_says_what_the_table_says(void **state) {
    (void)state;
    static const struct document_kind *const kinds[] = {&sample_menu, &sample_kind};
    struct buffer text = {0};
    jsonschema_scene(kinds, 2, &text);
    static const char *const parts[] = {
        "\"const\": \"test\"",  "\"minimum\": 0.5,", "\"maximum\": 2.5",
        "\"default\": \"20s\"", "\"default\": 1.5",  "\"default\": true",
        "\"maxItems\": 2",      "\"maxLength\": 20", "\"additionalProperties\": false",
        "how many\\u000a数目",
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (!strstr(text.text, parts[i])) {
            fail_msg("%s", parts[i]);
        }
    }
    buffer_finish(&text);
}

static void mistakes_are_json_too(void **state) {
    (void)state;
    WRITE("scenes/personal/case.yaml", "kind: test\ntitle: \"\\\"\"\ncount: \"多\"\n");
    struct diagnostics diagnostics = {0};
    struct hall *hall = exhibition_load(&diagnostics);
    struct buffer text = {0};
    diagnostics_json(&diagnostics, &text);
    assert_non_null(strstr(text.text, "\"path\": \"scenes/personal/case.yaml\",\n"
                                      "      \"line\": 3,\n      \"column\": 8,\n"
                                      "      \"length\": 5,\n      \"severity\": \"error\",\n"));
    buffer_finish(&text);
    diagnostics_finish(&diagnostics);
    hall_destroy(hall);
    exhibition_restore("scenes/personal/case.yaml");
}

static void settings_have_defaults(void **state) {
    (void)state;
    struct settings settings;
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    assert_true(settings_read(&settings, NULL, &arena, &diagnostics));
    assert_string_equal(settings.show, "hall");
    assert_int_equal(settings.idle, 60000);
    assert_true(settings.panel.diagonal == 43);
    assert_int_equal(settings.panel.rotation, ROTATION_0);
    assert_true(settings.sounds);
    WRITE("kiosk.conf",
          "idle: 5min\nsounds: no\npanel: {rotation: 270, diagonal: 200}\ntouch: {swap: yes}\n");
    assert_true(settings_read(&settings, "kiosk.conf", &arena, &diagnostics));
    assert_int_equal(diagnostics.list.count, 1);
    assert_int_equal(settings.idle, 300000);
    assert_false(settings.sounds);
    assert_int_equal(settings.panel.rotation, ROTATION_270);
    assert_true(settings.panel.diagonal == 43);
    assert_true(settings.touch.swap);
    assert_false(settings.touch.mirror_x);
    assert_false(settings_read(&settings, "nowhere.conf", &arena, &diagnostics));
    assert_true(settings.sounds);
    assert_int_equal(settings.volume, 60);
    arena_finish(&arena);
    diagnostics_finish(&diagnostics);
    exhibition_restore("kiosk.conf");
}

static void built_in_values_stay(void **state) {
    (void)state;
    WRITE("assets/frame.yaml", "width: 20\n");
    struct sample_frame frame = {.width = 7};
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    assert_false(document_read_file("assets/frame.yaml", &sample_frame_schema, &frame, NULL, &arena,
                                    &diagnostics));
    assert_true(frame.width == 7);
    WRITE("assets/frame.yaml", "width: 5\nlabel: {tlh: nuqneH}\n");
    assert_true(document_read_file("assets/frame.yaml", &sample_frame_schema, &frame, NULL, &arena,
                                   &diagnostics));
    assert_true(frame.width == 5);
    assert_string_equal(text_in(&frame.label, "tlh"), "nuqneH");
    arena_finish(&arena);
    diagnostics_finish(&diagnostics);
    exhibition_restore("assets/frame.yaml");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_skeleton_passes),
        cmocka_unit_test(a_skeleton_to_the_letter),
        cmocka_unit_test(the_other_skeletons_pass),
        cmocka_unit_test(the_reference_has_every_key),
        cmocka_unit_test(facts_are_one_line),
        cmocka_unit_test(the_schema_says_what_the_table_says),
        cmocka_unit_test(mistakes_are_json_too),
        cmocka_unit_test(settings_have_defaults),
        cmocka_unit_test(built_in_values_stay),
    };
    char directory[] = "/tmp/exhibition-XXXXXX";
    exhibition_make(directory);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    exhibition_erase(directory);
    return failed;
}
