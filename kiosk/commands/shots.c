/* kiosk shots: every scene in each of its states, as pictures, without a display. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/directories.h"
#include "base/log.h"
#include "commands/commands.h"
#include "commands/exhibit.h"
#include "commands/progress.h"
#include "commands/replay.h"
#include "screen/screen.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { LANGUAGES_AT_MOST = 8, SIZES_AT_MOST = 8, MODES_AT_MOST = 4, SEED = 1 };

static const struct option_row options[] = {
    {"out", "DIR", {"图片放在哪个目录（必填）", "the directory for the pictures (required)"}},
    {"lang", "zh,en", {"用哪些语言；默认全部", "in which languages; all by default"}},
    {"size",
     "1920x1080,…",
     {"哪些尺寸；默认 1920x1080 和 1080x1920",
      "in which sizes; 1920x1080 and 1080x1920 by default"}},
    {"mode",
     "normal,large,contrast,both",
     {"哪些显示方式；默认 normal", "in which of the visitor's modes; normal by default"}},
    {"scene", "ID", {"只要这一个场景", "this scene only"}},
    {"config", "FILE", {"用这个 kiosk.conf", "use this kiosk.conf"}},
    {"content", "DIR", {"用这个目录里的展览", "use the exhibition in this directory"}},
    {0},
};

struct size {
    int width, height;
};

/* The modes behind the bar's button, and the touches that switch them on. */
static const struct mode {
    const char *name;
    const char *script;
    const char *suffix; /* of a picture's name */
} modes[] = {
    {"normal", "", ""},
    {"large", "tap 200 200\nwait 1000\ntap modes.0\ntap mode.0\ntap done.0\n", ".large"},
    {"contrast", "tap 200 200\nwait 1000\ntap modes.0\ntap mode.1\ntap done.0\n", ".contrast"},
    {"both", "tap 200 200\nwait 1000\ntap modes.0\ntap mode.0\ntap mode.1\ntap done.0\n", ".both"},
};

/* One run of the command. */
struct shots {
    const struct invocation *invocation;
    struct place place;
    struct exhibition *exhibition;
    const char *languages[LANGUAGES_AT_MOST];
    int language_count;
    struct size sizes[SIZES_AT_MOST];
    int size_count;
    const struct mode *modes[MODES_AT_MOST];
    int mode_count;
    const char *only; /* a scene's id, or NULL */
    const char *directory;
    int written, failed;
};

/* The picture that is being made: what its name is put together from. */
struct series {
    struct shots *shots;
    const char *scene, *language;
    struct size size;
    const struct mode *mode;
};

/* personal/phishing in state "wrong" becomes personal-phishing.wrong.zh.1920x1080.png, and in large
   type personal-phishing.wrong.large.zh.1920x1080.png. */
static void write_picture(void *self, const char *name, const SDL_Surface *picture) {
    const struct series *series = self;
    struct arena arena = {0};
    char *scene = arena_strdup(&arena, series->scene);
    for (char *slash = strchr(scene, '/'); slash; slash = strchr(slash, '/')) {
        *slash = '-';
    }
    char *path = arena_printf(&arena, "%s/%s.%s%s.%s.%dx%d.png", series->shots->directory, scene,
                              name, series->mode->suffix, series->language, series->size.width,
                              series->size.height);
    if (screen_save_surface(picture, path)) {
        series->shots->written++;
    } else {
        series->shots->failed++;
    }
    arena_finish(&arena);
}

/* Goes to the scene, and through all of its states. */
static bool shoot_states(struct series *series, struct replay *replay, char *error,
                         size_t error_size) {
    struct buffer script = {0};
    buffer_printf(&script, "%sgo %s\nwait 1000\n", series->mode->script, series->scene);
    bool good =
        replay_script(replay, buffer_text(&script), write_picture, series, error, error_size);
    if (good) {
        buffer_clear(&script);
        stage_walk(replay_stage(replay), &script);
        const char *walk = script.length > 0 ? buffer_text(&script) : "shot start\n";
        good = replay_script(replay, walk, write_picture, series, error, error_size);
    }
    buffer_finish(&script);
    return good;
}

static void shoot_scene(struct series *series) {
    struct shots *shots = series->shots;
    struct replay *replay = replay_create(&(struct replay_setup){.exhibition = shots->exhibition,
                                                                 .settings = &shots->place.settings,
                                                                 .language = series->language,
                                                                 .width = series->size.width,
                                                                 .height = series->size.height,
                                                                 .seed = SEED});
    if (!replay) {
        shots->failed++;
        return;
    }
    char error[512];
    if (!shoot_states(series, replay, error, sizeof error)) {
        log_error("%s (%s): %s", series->scene, series->language, error);
        shots->failed++;
    }
    replay_destroy(replay);
}

static bool wanted(const struct shots *shots, const char *scene) {
    return !shots->only || strcmp(shots->only, scene) == 0;
}

/* One scene in every language, size and mode. */
static void shoot_series(struct shots *shots, const char *scene, int *done, int total) {
    for (int language = 0; language < shots->language_count; language++) {
        for (int size = 0; size < shots->size_count; size++) {
            for (int mode = 0; mode < shots->mode_count; mode++) {
                struct series series = {shots, scene, shots->languages[language],
                                        shots->sizes[size], shots->modes[mode]};
                progress_show((*done)++, total, scene);
                shoot_scene(&series);
            }
        }
    }
}

static void shoot_all(struct shots *shots) {
    const struct hall *hall = shots->exhibition->hall;
    int scenes = 0;
    for (size_t i = 0; i < hall->scene_count; i++) {
        scenes += wanted(shots, hall_scene_at(hall, i)->id);
    }
    int total = scenes * shots->language_count * shots->size_count * shots->mode_count;
    int done = 0;
    for (size_t i = 0; i < hall->scene_count; i++) {
        const char *scene = hall_scene_at(hall, i)->id;
        if (wanted(shots, scene)) {
            shoot_series(shots, scene, &done, total);
        }
    }
    progress_show(total, total, "");
}

static bool read_modes(struct shots *shots, struct arena *arena) {
    const char *text = invocation_option(shots->invocation, "mode");
    const char *parts[MODES_AT_MOST];
    int count = option_split(arena, text ? text : "normal", parts, MODES_AT_MOST);
    for (int i = 0; i < count; i++) {
        for (size_t j = 0; j < sizeof modes / sizeof modes[0]; j++) {
            if (strcmp(modes[j].name, parts[i]) == 0) {
                shots->modes[shots->mode_count++] = &modes[j];
            }
        }
    }
    if (shots->mode_count < count) {
        invocation_complain(shots->invocation, "--mode 可以是 normal、large、contrast、both。",
                            "--mode is one or more of normal, large, contrast, both.");
    }
    return shots->mode_count == count;
}

static bool read_sizes(struct shots *shots, struct arena *arena) {
    const char *text = invocation_option(shots->invocation, "size");
    const char *parts[SIZES_AT_MOST];
    shots->size_count =
        option_split(arena, text ? text : "1920x1080,1080x1920", parts, SIZES_AT_MOST);
    for (int i = 0; i < shots->size_count; i++) {
        if (!option_size(parts[i], &shots->sizes[i].width, &shots->sizes[i].height)) {
            invocation_complain(
                shots->invocation, "“%s”不是尺寸；要写成 1920x1080 这样（每边 200 到 8192）。",
                "'%s' is no size; write it like 1920x1080 (200 to 8192 a side).", parts[i]);
            return false;
        }
    }
    return true;
}

static bool read_languages(struct shots *shots, struct arena *arena) {
    const char *text = invocation_option(shots->invocation, "lang");
    const struct hall *hall = shots->exhibition->hall;
    struct items languages = hall->document.languages;
    if (text) {
        shots->language_count = option_split(arena, text, shots->languages, LANGUAGES_AT_MOST);
    }
    for (int i = 0; i < shots->language_count; i++) {
        if (!hall_language(hall, shots->languages[i])) {
            invocation_complain(shots->invocation, "展厅没有“%s”这种语言。",
                                "the hall does not speak '%s'.", shots->languages[i]);
            return false;
        }
    }
    for (size_t i = 0; !text && i < languages.count && i < LANGUAGES_AT_MOST; i++) {
        shots->languages[shots->language_count++] = ITEM(languages, struct hall_language, i)->code;
    }
    return true;
}

static bool prepare(struct shots *shots, struct arena *arena) {
    const struct invocation *invocation = shots->invocation;
    shots->directory = invocation_option(invocation, "out");
    if (!shots->directory) {
        invocation_complain(invocation, "请用 --out 说明图片放在哪里。",
                            "say with --out where the pictures go.");
        return false;
    }
    if (!directories_make(shots->directory)) {
        invocation_complain(invocation, "建不了目录 %s：%s", "cannot make the directory %s: %s",
                            shots->directory, strerror(errno));
        return false;
    }
    shots->only = invocation_option(invocation, "scene");
    if (shots->only && !hall_scene(shots->exhibition->hall, shots->only)) {
        invocation_complain(invocation, "没有“%s”这个场景。", "there is no scene '%s'.",
                            shots->only);
        return false;
    }
    return read_languages(shots, arena) && read_sizes(shots, arena) && read_modes(shots, arena);
}

static enum exit_code shots_run(const struct invocation *invocation) {
    struct shots shots = {.invocation = invocation};
    if (!place_init(&shots.place, invocation_option(invocation, "config"),
                    invocation_option(invocation, "content"))) {
        return EXIT_CANNOT;
    }
    struct prober *prober = prober_create(shots.place.state);
    shots.exhibition = exhibition_create(shots.place.directory, prober, NULL);
    prober_destroy(prober);
    struct arena arena = {0};
    enum exit_code code = EXIT_CANNOT;
    if (!exhibition_is_good(shots.exhibition)) {
        invocation_complain(invocation, "%s 里的展览有错，先用 kiosk check 看看。",
                            "the exhibition in %s has mistakes: see kiosk check.",
                            shots.place.directory);
        code = EXIT_MISTAKES;
    } else if (prepare(&shots, &arena)) {
        shoot_all(&shots);
        printf(invocation->language == MESSAGES_ZH ? "%d 张图片在 %s\n" : "%d pictures in %s\n",
               shots.written, shots.directory);
        code = shots.failed ? EXIT_CANNOT : EXIT_GOOD;
    }
    arena_finish(&arena);
    exhibition_destroy(shots.exhibition);
    place_finish(&shots.place);
    return code;
}

const struct command shots_command = {
    .name = "shots",
    .arguments = "",
    .help = {"把每个场景的每个状态画成图片，不需要显示器。",
             "draws every scene in each of its states as pictures, without a display."},
    .options = options,
    .run = shots_run,
};
