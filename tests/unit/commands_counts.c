/* Work that is counted, not timed, and so the same on every machine: what a visit costs in frames,
   shaped and rasterised runs, pictures and allocations, each with a bound. */
#include "stage/stage.h"
#include "visited_hall.h"

#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>
#include <librsvg/rsvg.h>

enum { SEED = 11 };

enum count { FRAMES, SHAPED, RASTERISED, PICTURES, ALLOCATED, COUNTS };

static const char *const count_names[COUNTS] = {"frames", "runs shaped", "runs rasterised",
                                                "pictures drawn", "allocations"};

/* The linker sends the program's calls through these (--wrap, in the Makefile). */
static long counts[COUNTS];

#define WRAP(result, name, parameters, arguments, what)                                            \
    result __real_##name parameters;                                                               \
    result __wrap_##name parameters;                                                               \
    result __wrap_##name parameters {                                                              \
        counts[what]++;                                                                            \
        return __real_##name arguments;                                                            \
    }

WRAP(const struct draw_list *, stage_frame, (struct stage * stage, millis now, millis *wake),
     (stage, now, wake), FRAMES)
WRAP(int, TTF_SizeUTF8, (TTF_Font * font, const char *words, int *width, int *height),
     (font, words, width, height), SHAPED)
WRAP(SDL_Surface *, TTF_RenderUTF8_Blended, (TTF_Font * font, const char *words, SDL_Color colour),
     (font, words, colour), RASTERISED)
WRAP(gboolean, rsvg_handle_render_document,
     (RsvgHandle * handle, cairo_t *cairo, const RsvgRectangle *place, GError **error),
     (handle, cairo, place, error), PICTURES)
WRAP(void *, malloc, (size_t size), (size), ALLOCATED)
WRAP(void *, calloc, (size_t number, size_t size), (number, size), ALLOCATED)
WRAP(void *, realloc, (void *memory, size_t size), (memory, size), ALLOCATED)

static int open_hall(void **state) {
    return visited_hall_open(state, "kiosk.conf", NULL);
}

/* A replay draws pixels only where somebody looks at them. */
static void look(void *self, const char *name, const SDL_Surface *picture) {
    (void)self;
    (void)name;
    (void)picture;
}

static void play(struct replay *replay, const char *script) {
    char error[256];
    if (!replay_script(replay, script, look, NULL, error, sizeof error)) {
        fail_msg("%s in\n%s", error, script);
    }
}

/* Plays the script and fails where it costs more than the bounds say. */
static void play_within(struct replay *replay, const char *script, const long bounds[COUNTS],
                        const char *about) {
    long before[COUNTS];
    memcpy(before, counts, sizeof before);
    play(replay, script);
    for (int i = 0; i < COUNTS; i++) {
        long seen = counts[i] - before[i];
        if (seen > bounds[i]) {
            fail_msg("%s: %ld %s, at most %ld", about, seen, count_names[i], bounds[i]);
        }
    }
}

/* A scene's first two seconds: every text and picture once. */
static const long opened[COUNTS] = {
    [FRAMES] = 160, [SHAPED] = 24, [RASTERISED] = 32, [PICTURES] = 20, [ALLOCATED] = 1600};

/* One more second, in which at most a caption changes; a card's label is put together anew for each
   frame. */
static const long at_rest[COUNTS] = {
    [FRAMES] = 70, [SHAPED] = 4, [RASTERISED] = 2, [PICTURES] = 0, [ALLOCATED] = 640};

/* Opens a scene, lets it come to rest and draws it; then a second more. */
static void visit(struct replay *replay, const char *scene) {
    char script[256];
    char about[160];
    (void)snprintf(script, sizeof script, "go %s\nwait 2000\nshot first\n", scene);
    (void)snprintf(about, sizeof about, "%s, opened", scene);
    play_within(replay, script, opened, about);
    (void)snprintf(about, sizeof about, "%s, at rest", scene);
    play_within(replay, "wait 1000\nshot rest\n", at_rest, about);
}

static void a_scene_costs_little_and_then_nothing(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    struct replay *replay = visited_hall_visit(world, 1920, 1080, "zh", SEED);
    play(replay, "tap 100 100\nwait 1000\n");
    for (size_t i = 0; i < hall->scene_count; i++) {
        visit(replay, hall->scenes[i].id);
    }
    replay_destroy(replay);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scene_costs_little_and_then_nothing),
    };
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
