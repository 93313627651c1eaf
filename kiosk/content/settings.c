/* kiosk.conf: what is particular to this machine. */
#include "content/settings.h"

#include "base/suggest.h"
#include "content/hall.h"
#include "content/reading.h"
#include "content/tables.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static const struct choice rotations[] = {
    {"0", {"不转", "not turned"}},
    {"90", {"顺时针转 90 度", "turned clockwise by 90 degrees"}},
    {"180", {"上下颠倒", "upside down"}},
    {"270", {"顺时针转 270 度", "turned clockwise by 270 degrees"}},
    {0},
};

static const struct schema_row panel_rows[] = {
    ROW_NUMBER(struct settings_panel, diagonal, .min = 7, .max = 110, .fallback = "43",
               .example = "43", .help = {"屏幕对角线，英寸", "the screen's diagonal in inches"}),
    ROW_NUMBER(struct settings_panel, distance, .min = 200, .max = 5000, .fallback = "600",
               .example = "600",
               .help = {"观众的眼睛到屏幕的距离，毫米",
                        "from the visitor's eye to the screen, in millimetres"}),
    ROW_NUMBER(struct settings_panel, height, .min = 0, .max = 2000, .fallback = "800",
               .example = "800",
               .help = {"画面下缘离地面的高度，毫米",
                        "of the picture's lower edge above the floor, in millimetres"}),
    ROW_CHOICE(struct settings_panel, rotation, .choices = rotations, .fallback = "0",
               .example = "0",
               .help = {"画面顺时针转多少度", "how far the picture is turned clockwise"}),
    ROW_END,
};
static const struct schema panel_schema = {"settings.panel", sizeof(struct settings_panel),
                                           panel_rows};

static const struct schema_row touch_rows[] = {
    ROW_BOOLEAN(struct settings_touch, swap, .fallback = "no", .example = "no",
                .help = {"先交换触摸的横轴和纵轴", "swap the axes of touches, before mirroring"}),
    ROW_BOOLEAN(struct settings_touch, mirror_x, .fallback = "no", .example = "no",
                .help = {"触摸左右颠倒", "mirror touches left to right"}),
    ROW_BOOLEAN(struct settings_touch, mirror_y, .fallback = "no", .example = "no",
                .help = {"触摸上下颠倒", "mirror touches top to bottom"}),
    ROW_END,
};
static const struct schema touch_schema = {"settings.touch", sizeof(struct settings_touch),
                                           touch_rows};

enum { IDLE_LEAST = 20 * 1000, IDLE_MOST = 10 * 60 * 1000, PATH_MOST = 1000 };

static const struct schema_row rows[] = {
    ROW_SCENE(struct settings, show, .fallback = "hall", .example = "hall",
              .help = {"参观从哪里开始：hall、一个展区或一个场景",
                       "where a visit starts: hall, a zone or a scene"}),
    ROW_WORD(struct settings, language, .fallback = "zh", .max = 12, .example = "zh",
             .help = {"参观开始时的语言", "the language that a visit starts in"}),
    ROW_DURATION(struct settings, idle, .min = IDLE_LEAST, .max = IDLE_MOST, .fallback = "60s",
                 .example = "60s",
                 .help = {"多久没有人碰就问“还在吗？”",
                          "how long without a touch until the screen asks “still there?”"}),
    ROW_INTEGER(
        struct settings, volume, .min = 0, .max = 100, .fallback = "60", .example = "60",
        .help = {"参观开始时的音量，百分之几", "the volume a visit starts with, in percent"}),
    ROW_BOOLEAN(struct settings, sounds, .fallback = "yes", .example = "yes",
                .help = {"触摸和答题时要不要轻轻响一声",
                         "whether touches and answers are heard, as a quiet note"}),
    ROW_GROUP(struct settings, panel, struct settings_panel, &panel_schema,
              .help = {"屏幕：决定字有多大、按钮在哪里",
                       "the screen: it decides how large type is, and where buttons are"}),
    ROW_GROUP(
        struct settings, touch, struct settings_touch, &touch_schema,
        .help = {"触摸和画面对不上时改这里", "for touches that do not land where the finger is"}),
    ROW_WORD(struct settings, content, .fallback = ".", .max = PATH_MOST, .example = ".",
             .help = {"放 scenes 和 assets 的目录，从 kiosk.conf 所在的目录算起",
                      "the directory with scenes and assets, from kiosk.conf's own on"}),
    ROW_WORD(struct settings, state, .fallback = "", .max = PATH_MOST, .example = "/var/lib/kiosk",
             .help = {"可以写入的目录；不写就用 XDG_STATE_HOME 下的 kiosk",
                      "a directory that may be written; without it, kiosk in XDG_STATE_HOME"}),
    ROW_END,
};
const struct schema settings_schema = {"settings", sizeof(struct settings), rows};

static bool read_into(struct settings *settings, const char *path, struct reading *reading,
                      void (*check)(const struct settings *, const struct node *,
                                    struct reading *)) {
    struct arena nodes = {0};
    char *text = NULL;
    struct part part = {&settings_schema, settings};
    *settings = (struct settings){0};
    const struct node *root = path ? reading_open(reading, AT_FDCWD, path, &text, &nodes) : NULL;
    if (root) {
        reading_document(reading, &part, 1, false, root);
    } else {
        reading_defaults(reading, &part, 1);
    }
    if (root && check) {
        check(settings, root, reading);
    }
    arena_finish(&nodes);
    report_finish(reading->report);
    free(text);
    return root || !path;
}

bool settings_read(struct settings *settings, const char *path, struct arena *arena,
                   struct diagnostics *diagnostics) {
    static const struct world anywhere = {0};
    struct report report;
    report_init(&report, diagnostics, path ? path : "kiosk.conf", NULL, 0);
    struct reading reading = {
        .report = &report, .world = &anywhere, .arena = arena, .directory = -1};
    return read_into(settings, path, &reading, NULL);
}

static void check_language(const struct settings *settings, const struct node *root,
                           struct reading *reading) {
    const struct world *world = reading->world;
    for (size_t i = 0; i < world->language_count; i++) {
        if (strcmp(world->languages[i], settings->language) == 0) {
            return;
        }
    }
    const char *near = suggest_nearest(settings->language, world->languages, world->language_count);
    struct words known =
        near ? same_words(near)
             : report_joined(reading->report, world->languages, world->language_count);
    reading_fail(reading, tree_walk(root, "language"),
                 near ? MESSAGE_LANGUAGE_NEAR : MESSAGE_LANGUAGE,
                 ARGUMENTS(report_typed(reading->report, settings->language), known));
}

/* What can be said of it while there is no hall. */
static bool check_alone(const char *path, struct diagnostics *diagnostics) {
    struct arena arena = {0};
    struct settings settings;
    size_t before = diagnostics_errors(diagnostics);
    (void)settings_read(&settings, path, &arena, diagnostics);
    arena_finish(&arena);
    return diagnostics_errors(diagnostics) == before;
}

bool settings_check(const char *path, const struct hall *hall, struct diagnostics *diagnostics) {
    if (!hall) {
        return check_alone(path, diagnostics);
    }
    struct arena arena = {0};
    struct report report;
    report_init(&report, diagnostics, path, NULL, 0);
    size_t languages = hall->document.languages.count;
    const char **ids = ARENA_ARRAY(&arena, const char *, hall->scene_count);
    const char **codes = ARENA_ARRAY(&arena, const char *, languages);
    for (size_t i = 0; i < hall->scene_count; i++) {
        ids[i] = hall_scene_at(hall, i)->id;
    }
    for (size_t i = 0; i < languages; i++) {
        codes[i] = ITEM(hall->document.languages, struct hall_language, i)->code;
    }
    struct world world = {.scenes = ids,
                          .languages = codes,
                          .scene_count = hall->scene_count,
                          .language_count = languages};
    struct reading reading = {.report = &report, .world = &world, .arena = &arena, .directory = -1};
    struct settings settings;
    (void)read_into(&settings, path, &reading, check_language);
    arena_finish(&arena);
    return report.errors == 0;
}
