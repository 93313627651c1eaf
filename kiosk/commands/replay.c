/* A visit replayed without a display: a stage under a made-up clock, drawn into memory. */
#include "commands/replay.h"

#include "base/log.h"
#include "base/memory.h"
#include "commands/still_player.h"
#include "draw/text.h"
#include "input/script.h"
#include "screen/executor.h"

#include <stdlib.h>

/* Time passes in steps of a frame at 60 a second, rounded; a film lasts a minute. */
enum { STEP = 16, FILM = 60000, PICTURE_BUDGET = 256 << 20, SHORT_SIDE = 1080 };

struct replay {
    millis now;
    struct still_player film;
    struct player player;
    struct theme theme;
    struct fonts *fonts;
    bool owns_fonts;
    struct images *images;
    struct executor *executor;
    SDL_Surface *surface;
    struct stage *stage;
    const struct draw_list *list;
    const struct replay_watch *watch;
    struct script_player script;
    replay_shot *shot;
    void *shot_self;
};

static void begin(struct replay *replay) {
    if (replay->watch) {
        replay->watch->begin(replay->watch->self);
    }
}

static void draw(struct replay *replay) {
    millis wake;
    replay->list = stage_frame(replay->stage, replay->now, &wake);
    if (replay->watch) {
        replay->watch->frame(replay->watch->self, replay->list);
    }
    fonts_frame_end(replay->fonts);
}

static const struct elements *elements(void *self) {
    return stage_elements(((struct replay *)self)->stage);
}

static void touch(void *self, const struct touch *touch) {
    struct replay *replay = self;
    begin(replay);
    stage_touch(replay->stage, touch);
    draw(replay);
}

static void key(void *self, enum key key) {
    struct replay *replay = self;
    begin(replay);
    stage_key(replay->stage, key, replay->now);
    draw(replay);
}

static void pass(void *self, millis span) {
    struct replay *replay = self;
    millis end = replay->now + span;
    while (replay->now < end) {
        replay->now = replay->now + STEP < end ? replay->now + STEP : end;
        begin(replay);
        draw(replay);
    }
}

static void shoot(void *self, const char *name) {
    struct replay *replay = self;
    begin(replay);
    draw(replay);
    if (replay->shot) {
        (void)executor_draw(replay->executor, replay->list, NULL, NULL);
        images_frame_end(replay->images);
        replay->shot(replay->shot_self, name, replay->surface);
    }
}

static void set_language(void *self, const char *language) {
    struct replay *replay = self;
    begin(replay);
    stage_language(replay->stage, language, replay->now);
    draw(replay);
}

static bool go(void *self, const char *scene) {
    struct replay *replay = self;
    begin(replay);
    bool there = stage_go(replay->stage, scene, replay->now);
    draw(replay);
    return there;
}

static millis now(void *self) {
    return ((struct replay *)self)->now;
}

static void set_script_player(struct replay *replay, const struct replay_setup *setup,
                              float scale) {
    replay->script = (struct script_player){.elements = elements,
                                            .touch = touch,
                                            .key = key,
                                            .pass = pass,
                                            .shot = shoot,
                                            .language = set_language,
                                            .go = go,
                                            .now = now,
                                            .width = (float)setup->width / scale,
                                            .height = (float)setup->height / scale,
                                            .self = replay};
    random_init(&replay->script.random, setup->seed);
}

static bool open_canvas(struct replay *replay, const struct replay_setup *setup, float scale) {
    replay->fonts = setup->fonts ? setup->fonts : fonts_create(scale);
    replay->owns_fonts = !setup->fonts;
    replay->images = images_create(PICTURE_BUDGET, true);
    replay->surface = SDL_CreateRGBSurfaceWithFormat(0, setup->width, setup->height, 32,
                                                     SDL_PIXELFORMAT_XRGB8888);
    if (!replay->fonts || !replay->surface) {
        return false;
    }
    replay->executor = executor_create_surface(
        &(struct executor_setup){.fonts = replay->fonts, .images = replay->images, .scale = scale},
        replay->surface);
    return true;
}

struct replay *replay_create(const struct replay_setup *setup) {
    struct replay *replay = memory_alloc_zeroed(1, sizeof *replay);
    int shorter = setup->width < setup->height ? setup->width : setup->height;
    float scale = (float)shorter / SHORT_SIDE;
    replay->theme = setup->exhibition->theme;
    replay->watch = setup->watch;
    still_player_init(&replay->film, &replay->now, FILM);
    replay->player = still_player_table(&replay->film);
    if (!open_canvas(replay, setup, scale)) {
        replay_destroy(replay);
        return NULL;
    }
    replay->stage = stage_create(&(struct stage_setup){.settings = setup->settings,
                                                       .theme = &replay->theme,
                                                       .fonts = replay->fonts,
                                                       .player = &replay->player,
                                                       .sounds = setup->sounds,
                                                       .width = setup->width,
                                                       .height = setup->height,
                                                       .seed = setup->seed,
                                                       .language = setup->language,
                                                       .moving = setup->moving},
                                 setup->exhibition->hall, replay->now);
    set_script_player(replay, setup, scale);
    begin(replay);
    draw(replay);
    return replay;
}

void replay_destroy(struct replay *replay) {
    if (!replay) {
        return;
    }
    stage_destroy(replay->stage);
    executor_destroy(replay->executor);
    images_destroy(replay->images);
    if (replay->owns_fonts) {
        fonts_destroy(replay->fonts);
    }
    SDL_FreeSurface(replay->surface);
    free(replay);
}

bool replay_script(struct replay *replay, const char *script, replay_shot *shot, void *self,
                   char *error, size_t error_size) {
    replay->shot = shot;
    replay->shot_self = self;
    return script_replay(script, &replay->script, error, error_size);
}

struct stage *replay_stage(struct replay *replay) {
    return replay->stage;
}

const struct draw_list *replay_list(const struct replay *replay) {
    return replay->list;
}

struct fonts *replay_fonts(struct replay *replay) {
    return replay->fonts;
}

millis replay_now(const struct replay *replay) {
    return replay->now;
}
