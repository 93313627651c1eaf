/* Work that is counted, not timed, and so the same on every machine: what a visit costs in frames,
   texts laid out and runs rasterised, pictures, allocations and bytes for a graphics device, each
   with a bound. */
#include "draw/drawing.h"
#include "draw/text_cache.h"
#include "screen/executor.h"
#include "stage/rehearsal.h"
#include "visited_hall.h"

#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

enum { SEED = 11, TOUCHES = 12 };

/* Words of the bar, which is drawn by no scene. */
enum { BAR_WORDS = 4 };

enum count { FRAMES, LAID_OUT, RASTERISED, PICTURES, ALLOCATED, TEXTURES, UPLOADED, COUNTS };

static const char *const count_names[COUNTS] = {
    "frames",      "texts laid out", "runs rasterised", "pictures drawn",
    "allocations", "textures made",  "bytes uploaded"};

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
WRAP(struct text_block *, text_cache_keep,
     (struct text_cache * cache, const struct text_block *block), (cache, block), LAID_OUT)
WRAP(SDL_Surface *, TTF_RenderUTF8_Blended, (TTF_Font * font, const char *words, SDL_Color colour),
     (font, words, colour), RASTERISED)
WRAP(bool, drawing_render, (struct drawing * drawing, cairo_t *cairo, double width, double height),
     (drawing, cairo, width, height), PICTURES)
WRAP(void *, malloc, (size_t size), (size), ALLOCATED)
WRAP(void *, calloc, (size_t number, size_t size), (number, size), ALLOCATED)
WRAP(void *, realloc, (void *memory, size_t size), (memory, size), ALLOCATED)

SDL_Texture *__real_SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int width,
                                      int height);
SDL_Texture *__wrap_SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int width,
                                      int height);
SDL_Texture *__wrap_SDL_CreateTexture(SDL_Renderer *renderer, Uint32 format, int access, int width,
                                      int height) {
    counts[TEXTURES]++;
    return __real_SDL_CreateTexture(renderer, format, access, width, height);
}

int __real_SDL_UpdateTexture(SDL_Texture *texture, const SDL_Rect *rect, const void *pixels,
                             int pitch);
int __wrap_SDL_UpdateTexture(SDL_Texture *texture, const SDL_Rect *rect, const void *pixels,
                             int pitch);
int __wrap_SDL_UpdateTexture(SDL_Texture *texture, const SDL_Rect *rect, const void *pixels,
                             int pitch) {
    int height;
    SDL_QueryTexture(texture, NULL, NULL, NULL, &height);
    counts[UPLOADED] += (long)pitch * (rect ? rect->h : height);
    return __real_SDL_UpdateTexture(texture, rect, pixels, pitch);
}

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

/* What a scene may cost, and what each card of a zone's page may add to it. */
struct bound {
    long scene, card;
};

/* A scene's first two seconds: every text and picture once. */
static const struct bound opened[COUNTS] = {[FRAMES] = {160, 0},
                                            [LAID_OUT] = {96, 4},
                                            [RASTERISED] = {32, 3},
                                            [PICTURES] = {12, 1},
                                            [ALLOCATED] = {800, 120}};

/* One more second, in which at most a caption changes, which comes and goes in a dozen steps that
   are laid out each; a card's label is put together anew for each frame. */
static const struct bound at_rest[COUNTS] = {
    [FRAMES] = {70, 0}, [LAID_OUT] = {16, 0}, [RASTERISED] = {2, 0}, [ALLOCATED] = {640, 30}};

/* How many cards lead on from a scene, if it is a zone's page. */
static long cards_of(const struct hall_scene *scene) {
    bool page = scene->zone && strcmp(scene->id, scene->zone->id) == 0;
    return page ? (long)scene->zone->order_count : 0;
}

/* Plays the script and fails where it costs more than the bounds say. */
static void play_within(struct replay *replay, const struct hall_scene *scene, const char *script,
                        const struct bound bounds[COUNTS], const char *about) {
    long before[COUNTS];
    memcpy(before, counts, sizeof before);
    play(replay, script);
    for (int i = 0; i < COUNTS; i++) {
        long seen = counts[i] - before[i];
        long most = bounds[i].scene + bounds[i].card * cards_of(scene);
        if (seen > most) {
            fail_msg("%s, %s: %ld %s, at most %ld", scene->id, about, seen, count_names[i], most);
        }
    }
}

/* Opens a scene, lets it come to rest and draws it; then a second more. */
static void visit(struct replay *replay, const struct hall_scene *scene) {
    char script[256];
    (void)snprintf(script, sizeof script, "go %s\nwait 2000\nshot first\n", scene->id);
    play_within(replay, scene, script, opened, "opened");
    play_within(replay, scene, "wait 1000\nshot rest\n", at_rest, "at rest");
}

static void a_scene_costs_little_and_then_nothing(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    struct replay *replay = visited_hall_visit(world, 1920, 1080, "zh", SEED);
    play(replay, "tap 100 100\nwait 1000\n");
    for (size_t i = 0; i < hall->scene_count; i++) {
        visit(replay, hall_scene_at(hall, i));
    }
    replay_destroy(replay);
}

/* Performs everything that may come next, as another thread does in the exhibit, and
   shows a frame after each. */
static void rehearse(struct replay *replay) {
    struct fonts *twin = fonts_create_twin(replay_fonts(replay));
    struct rehearsal rehearsal = {0};
    while (rehearsal_begin(&rehearsal, replay_stage(replay))) {
        rehearsal_perform(&rehearsal, twin);
        rehearsal_end(&rehearsal, replay_stage(replay), twin);
        play(replay, "shot ahead\n");
    }
    rehearsal_finish(&rehearsal);
    fonts_destroy(twin);
}

/* What no rehearsal sees: a film's clock and captions, words that a lens passes on its way. */
static const struct {
    const char *kind;
    long runs;
} in_passing[] = {{"video", 4}, {"hotspot", 1}};

static long passing_runs(const struct hall_scene *scene) {
    for (size_t i = 0; i < sizeof in_passing / sizeof in_passing[0]; i++) {
        if (strcmp(scene->kind->name, in_passing[i].kind) == 0) {
            return in_passing[i].runs;
        }
    }
    return 0;
}

/* Plays what was rehearsed: it lays out and rasterises no more than what was not, in whichever
   scene it ends. */
static void play_rehearsed(struct replay *replay, const struct hall *hall, const char *script,
                           long unrehearsed) {
    long before[COUNTS];
    memcpy(before, counts, sizeof before);
    play(replay, script);
    const char *id = stage_scene(replay_stage(replay));
    for (int i = LAID_OUT; i <= RASTERISED; i++) {
        long seen = counts[i] - before[i];
        if (seen > passing_runs(hall_scene(hall, id)) + unrehearsed) {
            fail_msg("%s: %ld %s although it was rehearsed:\n%s", id, seen, count_names[i], script);
        }
    }
}

/* From the zone's page. */
static void enter_rehearsed(struct replay *replay, const struct hall *hall,
                            const struct hall_scene *scene) {
    char script[256];
    (void)snprintf(script, sizeof script, "go %s\nwait 1000\nshot zone\n", scene->zone->id);
    play(replay, script);
    rehearse(replay);
    (void)snprintf(script, sizeof script, "go %s\nshot first\nwait 1000\nshot all\n", scene->id);
    play_rehearsed(replay, hall, script, 0);
}

/* What is likeliest to be touched: of the scene, whose elements come first. */
static const struct element *likeliest(const struct elements *elements) {
    const struct element *first = NULL;
    for (size_t i = 0; i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        bool works = (element->flags & (ELEMENT_TAP | ELEMENT_DISABLED)) == ELEMENT_TAP;
        if (works && element->flags & ELEMENT_PRIMARY) {
            return element;
        }
        first = works && !first ? element : first;
    }
    return first;
}

/* On through the scene, touch by touch, as long as that stays in it. */
static void go_on_rehearsed(struct replay *replay, const struct hall *hall,
                            const struct hall_scene *scene) {
    const struct stage *stage = replay_stage(replay);
    for (int i = 0; i < TOUCHES && strcmp(stage_scene(stage), scene->id) == 0; i++) {
        rehearse(replay);
        const struct element *element = likeliest(stage_elements(stage));
        char script[256];
        (void)snprintf(script, sizeof script, "tap %s.%d\nshot now\nwait 1000\nshot all\n",
                       element->id.name, element->id.index);
        play_rehearsed(replay, hall, script, 0);
    }
}

/* To the other language and back. Of a film no copy can be made. */
static void change_language_rehearsed(struct replay *replay, const struct hall *hall,
                                      const struct hall_scene *scene) {
    static const char change[] = "tap language.0\nshot now\nwait 1000\nshot all\n";
    char script[256];
    (void)snprintf(script, sizeof script, "go %s\nwait 1000\nshot again\n", scene->id);
    play(replay, script);
    if (!scene_kind_of(scene)->leave) {
        rehearse(replay);
        play_rehearsed(replay, hall, change, BAR_WORDS);
        play(replay, change);
    }
}

/* From a zone's page into each of its scenes, and on in them: all of their type is there, what they
   draw by lot too. */
static void what_was_rehearsed_is_not_set_again(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    struct replay *replay = visited_hall_visit(world, 960, 540, "zh", SEED);
    play(replay, "tap 100 100\nwait 1000\n");
    for (size_t i = 0; i < hall->scene_count; i++) {
        const struct hall_scene *scene = hall_scene_at(hall, i);
        if (scene->zone && cards_of(scene) == 0) {
            enter_rehearsed(replay, hall, scene);
            go_on_rehearsed(replay, hall, scene);
            change_language_rehearsed(replay, hall, scene);
        }
    }
    replay_destroy(replay);
}

/* At 480 × 270, whose screen is 518,400 bytes. What moves is the attract loop's network. */
enum { MOST_TEXTURES = 7, MOST_BYTES = 700000, MOST_MOVING = 320000 };

/* What a machine with a graphics device draws with; here SDL's own renderer does. */
struct device {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct images *images;
    struct executor *executor;
};

enum { DEVICE_WIDTH = 480, DEVICE_HEIGHT = 270, DEVICE_PICTURES = 64 << 20 };

static void device_open(struct device *device) {
    const float scale = (float)DEVICE_HEIGHT / 1080;
    device->surface = SDL_CreateRGBSurfaceWithFormat(0, DEVICE_WIDTH, DEVICE_HEIGHT, 32,
                                                     SDL_PIXELFORMAT_XRGB8888);
    device->renderer = SDL_CreateSoftwareRenderer(device->surface);
    device->fonts = fonts_create(scale);
    device->images = images_create(DEVICE_PICTURES, true);
    device->executor = executor_create_renderer(
        &(struct executor_setup){.fonts = device->fonts, .images = device->images, .scale = scale},
        device->renderer);
}

static void device_close(struct device *device) {
    executor_destroy(device->executor);
    images_destroy(device->images);
    fonts_destroy(device->fonts);
    SDL_DestroyRenderer(device->renderer);
    SDL_FreeSurface(device->surface);
}

/* Draws the last frame as the device would; what that makes and uploads is within the bounds. */
static void draw_within(const struct device *device, const struct replay *replay, long textures,
                        long bytes, const char *about) {
    long made = counts[TEXTURES];
    long uploaded = counts[UPLOADED];
    (void)executor_draw(device->executor, replay_list(replay), NULL, NULL);
    images_frame_end(device->images);
    fonts_frame_end(device->fonts);
    made = counts[TEXTURES] - made;
    uploaded = counts[UPLOADED] - uploaded;
    if (made > textures || uploaded > bytes) {
        fail_msg("%s: %ld textures of at most %ld, %ld bytes of at most %ld", about, made, textures,
                 uploaded, bytes);
    }
}

/* Most of a scene is small and stands in the atlas: its pictures and large shapes are the textures
   that it makes, once. */
static void a_graphics_device_gets_little_and_then_nothing(void **state) {
    const struct visited_hall *world = *state;
    const struct hall *hall = world->exhibition->hall;
    struct replay *replay = visited_hall_visit(world, DEVICE_WIDTH, DEVICE_HEIGHT, "zh", SEED);
    struct device device;
    device_open(&device);
    play(replay, "tap 20 20\nwait 1000\n");
    for (size_t i = 0; i < hall->scene_count; i++) {
        char script[256];
        char about[160];
        (void)snprintf(script, sizeof script, "go %s\nwait 2000\n", hall_scene_at(hall, i)->id);
        (void)snprintf(about, sizeof about, "%s, opened", hall_scene_at(hall, i)->id);
        play(replay, script);
        draw_within(&device, replay, MOST_TEXTURES + cards_of(hall_scene_at(hall, i)), MOST_BYTES,
                    about);
        (void)snprintf(about, sizeof about, "%s, later", hall_scene_at(hall, i)->id);
        play(replay, "wait 100\n");
        draw_within(&device, replay, 0, MOST_MOVING, about);
    }
    device_close(&device);
    replay_destroy(replay);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scene_costs_little_and_then_nothing),
        cmocka_unit_test(what_was_rehearsed_is_not_set_again),
        cmocka_unit_test(a_graphics_device_gets_little_and_then_nothing),
    };
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
