/* A fixed visit, without a display or a clock, for whoever counts what it costs: reads the shipped
   exhibition and goes through the scenes that are named: half a second in each, whose last frame is
   drawn. */
#include "commands/replay.h"
#include "content/probe.h"
#include "kinds/kinds.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>

enum { SEED = 11, WIDTH = 960, HEIGHT = 540 };

/* Valgrind does not know openat2. */
long __real_syscall(long number, ...);
long __wrap_syscall(long number, ...);
long __wrap_syscall(long number, ...) {
    va_list arguments;
    va_start(arguments, number);
    int directory = va_arg(arguments, int);
    const char *path = va_arg(arguments, const char *);
    const struct open_how *how = va_arg(arguments, const struct open_how *);
    va_end(arguments);
    if (number != SYS_openat2) {
        abort();
    }
    return openat(directory, path, (int)how->flags);
}

/* Whether pictures decode is another test's. */
static enum probe_answer ask(void *self, enum asset_type type, struct asset *asset) {
    (void)self;
    (void)type;
    asset->width = 1920;
    asset->height = 1080;
    return PROBE_GOOD;
}

static bool read_exhibition(struct exhibition *exhibition) {
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    struct probe probe = {.ask = ask};
    exhibition->hall = hall_create(".", kinds, count, &probe, NULL, &exhibition->diagnostics);
    return exhibition->hall && theme_read(&exhibition->theme, NULL, &exhibition->diagnostics) &&
           diagnostics_errors(&exhibition->diagnostics) == 0;
}

/* A replay draws pixels only where somebody looks at them. */
static void look(void *self, const char *name, const SDL_Surface *picture) {
    (void)self;
    (void)name;
    (void)picture;
}

static bool go(struct replay *replay, const char *scene) {
    char script[256];
    char error[256];
    (void)snprintf(script, sizeof script, "go %s\nwait 500\nshot once\n", scene);
    return replay_script(replay, script, look, NULL, error, sizeof error);
}

int main(int count, char **scenes) {
    struct exhibition *exhibition = calloc(1, sizeof *exhibition);
    struct settings settings = {0};
    struct arena arena = {0};
    (void)settings_read(&settings, "kiosk.conf", &arena, &exhibition->diagnostics);
    bool good = read_exhibition(exhibition);
    struct replay *replay = good && count > 1
                                ? replay_create(&(struct replay_setup){.exhibition = exhibition,
                                                                       .settings = &settings,
                                                                       .language = "zh",
                                                                       .width = WIDTH,
                                                                       .height = HEIGHT,
                                                                       .seed = SEED})
                                : NULL;
    good = good && (replay || count == 1);
    for (int i = 1; i < count && good; i++) {
        good = go(replay, scenes[i]);
    }
    replay_destroy(replay);
    exhibition_destroy(exhibition);
    arena_finish(&arena);
    return good ? 0 : 1;
}
