/* The tour: the hall walked by made-up touches on a real screen, leaving a picture of each stop. */
#include "commands/tour.h"

#include "base/arena.h"
#include "base/directories.h"
#include "base/list.h"
#include "base/log.h"
#include "input/script.h"
#include "kinds/kinds.h"
#include "stage/stage.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { SHORT_SIDE = 1080 };

struct tour {
    struct loop *loop;
    const char *directory;
    const char *scene; /* the part of a picture's name that says where it was taken */
    int pictures;
    bool open; /* the window was not closed */
    struct arena ids;
    LIST(const char *) zones;
    LIST(const char *) scenes;
};

static const struct elements *elements(void *self) {
    return stage_elements(loop_stage(((struct tour *)self)->loop));
}

static void pass(void *self, millis span) {
    struct tour *tour = self;
    millis end = clock_now() + span;
    do {
        tour->open = loop_step(tour->loop, end) && tour->open;
    } while (clock_now() < end && tour->open);
}

/* What was done to the stage behind the loop's back is shown by waking the loop. */
static void show(struct tour *tour) {
    loop_wake(tour->loop);
    pass(tour, 0);
}

static void touch(void *self, const struct touch *touch) {
    struct tour *tour = self;
    stage_touch(loop_stage(tour->loop), touch);
    show(tour);
}

static void key(void *self, enum key key) {
    struct tour *tour = self;
    stage_key(loop_stage(tour->loop), key, clock_now());
    show(tour);
}

static void shoot(void *self, const char *name) {
    struct tour *tour = self;
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/%02d-%s-%s.png", tour->directory, ++tour->pictures,
                   tour->scene, name);
    for (char *slash = strchr(path + strlen(tour->directory) + 1, '/'); slash;
         slash = strchr(slash, '/')) {
        *slash = '-';
    }
    (void)screen_save(loop_screen(tour->loop), path);
}

static void set_language(void *self, const char *language) {
    struct tour *tour = self;
    stage_language(loop_stage(tour->loop), language, clock_now());
    show(tour);
}

static bool go(void *self, const char *scene) {
    struct tour *tour = self;
    bool there = stage_go(loop_stage(tour->loop), scene, clock_now());
    show(tour);
    return there;
}

static millis now(void *self) {
    (void)self;
    return clock_now();
}

static bool follow(struct tour *tour, struct script_player *player, const char *scene,
                   const char *script) {
    char error[512];
    tour->scene = scene;
    if (!script_replay(script, player, error, sizeof error)) {
        log_error("the tour stopped at %s: %s", scene, error);
        return false;
    }
    return tour->open;
}

/* The first scene file of a kind, in the order of the zones. */
static const char *first_of_kind(const struct hall *hall, const struct document_kind *kind) {
    for (size_t zone = 0; zone < hall->zone_count; zone++) {
        for (size_t i = 0; i < hall->zones[zone].order_count; i++) {
            const char *id = hall->zones[zone].order[i];
            if (hall_scene(hall, id)->kind == kind) {
                return id;
            }
        }
    }
    return NULL;
}

/* Where the tour goes. The ids are copies: a file saved meanwhile replaces the hall. */
static void plan(struct tour *tour, const struct hall *hall) {
    for (size_t i = 0; i < hall->zone_count; i++) {
        LIST_PUSH(&tour->zones, arena_strdup(&tour->ids, hall->zones[i].id));
    }
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    for (size_t i = 0; i < count; i++) {
        const char *scene = first_of_kind(hall, kinds[i]);
        if (scene) {
            LIST_PUSH(&tour->scenes, arena_strdup(&tour->ids, scene));
        }
    }
}

static bool visit_zone(struct tour *tour, struct script_player *player, const char *zone) {
    char script[256];
    (void)snprintf(script, sizeof script, "go hall\nwait 900\ngo %s\nwait 1200\nshot page\n", zone);
    return follow(tour, player, zone, script);
}

static bool visit_scene(struct tour *tour, struct script_player *player, const char *scene) {
    struct buffer script = {0};
    buffer_printf(&script, "go %s\nwait 1200\nshot start\n", scene);
    bool good = follow(tour, player, scene, buffer_text(&script));
    buffer_clear(&script);
    stage_walk(loop_stage(tour->loop), &script);
    good = good && follow(tour, player, scene, buffer_text(&script));
    buffer_finish(&script);
    return good;
}

static bool walk(struct tour *tour, struct script_player *player) {
    bool good = follow(tour, player, "attract",
                       "wait 3000\nshot loop\ntap 960 500\nwait 1000\nshot hall\n");
    for (size_t i = 0; good && i < tour->zones.count; i++) {
        good = visit_zone(tour, player, tour->zones.items[i]);
    }
    for (size_t i = 0; good && i < tour->scenes.count; i++) {
        good = visit_scene(tour, player, tour->scenes.items[i]);
    }
    return good;
}

bool tour_run(struct loop *loop, const char *directory) {
    if (!directories_make(directory)) {
        log_error("cannot make the directory %s: %s", directory, strerror(errno));
        return false;
    }
    struct tour tour = {.loop = loop, .directory = directory, .open = true};
    int width;
    int height;
    screen_size(loop_screen(loop), &width, &height);
    float scale = (float)(width < height ? width : height) / SHORT_SIDE;
    struct script_player player = {.elements = elements,
                                   .touch = touch,
                                   .key = key,
                                   .pass = pass,
                                   .shot = shoot,
                                   .language = set_language,
                                   .go = go,
                                   .now = now,
                                   .width = (float)width / scale,
                                   .height = (float)height / scale,
                                   .self = &tour};
    random_init(&player.random, 1);
    plan(&tour, loop_hall(loop));
    bool good = walk(&tour, &player);
    LIST_FINISH(&tour.zones);
    LIST_FINISH(&tour.scenes);
    arena_finish(&tour.ids);
    log_info("%d pictures of the tour are in %s", tour.pictures, directory);
    return good;
}
