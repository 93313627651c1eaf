/* kiosk run: the exhibit itself, as a keeper that starts the screen and the player. */
#include "base/log.h"
#include "base/memory.h"
#include "commands/commands.h"
#include "commands/exhibit.h"
#include "commands/loop.h"
#include "commands/prober.h"
#include "commands/report.h"
#include "commands/tour.h"
#include "keeper/keeper.h"
#include "media/program.h"
#include "screen/screen.h"

#include <stdlib.h>

static const struct option_row options[] = {
    {"config", "FILE", {"用这个 kiosk.conf", "use this kiosk.conf"}},
    {"content", "DIR", {"用这个目录里的展览", "use the exhibition in this directory"}},
    {"scene", "ID", {"从这个展区或场景开始", "start in this zone or scene"}},
    {"lang", "zh", {"参观从这种语言开始", "the language a visit begins in"}},
    {"window", "WxH", {"开一个窗口，不占满屏幕", "a window instead of the whole screen"}},
    {"tour",
     "DIR",
     {"自己走一遍展厅，把每一站的图片留在这里", "walk the hall by itself, leaving pictures here"}},
    {0},
};

/* One run of the command, in the keeper and then in the screen's process. */
struct run {
    struct place place;
    struct loop_setup setup;
    const char *tour;
};

/* Told only now, because kiosk.conf names scenes and languages of the hall. */
static void report_settings(const struct run *run, const struct hall *hall) {
    struct diagnostics mistakes = {0};
    if (run->place.config) {
        (void)settings_check(run->place.config, hall, &mistakes);
    }
    report_log(&mistakes);
    diagnostics_finish(&mistakes);
}

/* An exhibit opens all the same: what it was asked to begin with may come with the next file. */
static void report_options(const struct run *run, const struct hall *hall) {
    const char *scene = run->setup.scene;
    const char *language = run->setup.language;
    if (hall && scene && !hall_scene(hall, scene)) {
        log_warning("--scene: there is no scene %s; a visit begins in the hall", scene);
    }
    if (hall && language && !hall_language(hall, language)) {
        log_warning("--lang: the hall does not speak %s; a visit begins in its first language",
                    language);
    }
}

static int run_screen(void *self, int control) {
    struct run *run = self;
    screen_prepare();
    memory_keep_freed();
    struct prober *prober = prober_create(run->place.state);
    run->setup.prober = prober;
    run->setup.control = control;
    struct loop *loop = loop_create(&run->setup);
    int code = EXIT_CANNOT;
    if (loop) {
        report_settings(run, loop_hall(loop));
        report_options(run, loop_hall(loop));
    }
    if (loop && run->tour) {
        code = loop_stage(loop) && tour_run(loop, run->tour) ? EXIT_GOOD : EXIT_CANNOT;
    } else if (loop) {
        while (loop_step(loop, -1)) {
        }
        code = EXIT_GOOD;
    }
    loop_destroy(loop);
    prober_destroy(prober);
    return code;
}

static bool read_window(const struct invocation *invocation, struct loop_setup *setup) {
    const char *size = invocation_option(invocation, "window");
    if (size && !option_size(size, &setup->window_width, &setup->window_height)) {
        invocation_complain(
            invocation, "--window 要写成 1280x720 这样（每边 200 到 8192），不是“%s”。",
            "--window is written like 1280x720 (200 to 8192 a side), not '%s'.", size);
        return false;
    }
    setup->notices = size != NULL;
    return true;
}

static enum exit_code run_run(const struct invocation *invocation) {
    struct run run = {.tour = invocation_option(invocation, "tour")};
    if (!read_window(invocation, &run.setup) ||
        !place_init(&run.place, invocation_option(invocation, "config"),
                    invocation_option(invocation, "content"))) {
        return EXIT_CANNOT;
    }
    run.setup.place = &run.place;
    run.setup.language = invocation_option(invocation, "lang");
    run.setup.scene = invocation_option(invocation, "scene");
    char *player = media_program();
    bool fullscreen = run.setup.window_width == 0 && !run.tour;
    int code = keeper_run(&(struct keeper_setup){
        .screen = run_screen, .self = &run, .player = player, .steadfast = fullscreen});
    free(player);
    place_finish(&run.place);
    return code == 0 ? EXIT_GOOD : EXIT_CANNOT;
}

const struct command run_command = {
    .name = "run",
    .arguments = "",
    .help = {"打开展厅，占满屏幕。", "opens the hall on the whole screen."},
    .options = options,
    .run = run_run,
};
