/* A hall made by hand, of three tiny kinds and a player of nothing, for the stage's tests. */
#ifndef TESTS_SMALL_HALL_H
#define TESTS_SMALL_HALL_H

#include "base/hash.h"
#include "heard.h"
#include "input/script.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct small_player {
    struct player_facts facts;
    int opened, closed;
};

static inline void small_open(void *self, const char *path, bool loop) {
    struct small_player *player = self;
    (void)path;
    (void)loop;
    player->opened++;
    player->facts.status = PLAYER_PLAYING;
    player->facts.duration = 60000;
}

static inline void small_preroll(void *self, const char *path) {
    (void)self;
    (void)path;
}

static inline void small_close(void *self) {
    struct small_player *player = self;
    player->closed++;
    player->facts = (struct player_facts){.volume = player->facts.volume};
}

static inline void small_pause(void *self, bool paused) {
    ((struct small_player *)self)->facts.status = paused ? PLAYER_PAUSED : PLAYER_PLAYING;
}

static inline void small_seek(void *self, millis position) {
    ((struct small_player *)self)->facts.position = position;
}

static inline void small_volume(void *self, int percent) {
    ((struct small_player *)self)->facts.volume = percent;
}

static inline struct player_facts small_facts(void *self) {
    return ((struct small_player *)self)->facts;
}

static inline struct player small_player_table(struct small_player *player) {
    return (struct player){.open = small_open,
                           .preroll = small_preroll,
                           .close = small_close,
                           .pause = small_pause,
                           .seek = small_seek,
                           .volume = small_volume,
                           .facts = small_facts,
                           .self = player};
}

struct page_document {
    struct text words;
    millis attention;
    int restless; /* so many contents in turn, by itself, a second each; 0: only one */
    const char *leads_to;
};

static const struct schema_row page_rows[] = {
    ROW_TEXT(struct page_document, words, .help = {"", ""}),
    ROW_DURATION(struct page_document, attention, .help = {"", ""}),
    ROW_INTEGER(struct page_document, restless, .help = {"", ""}),
    ROW_SCENE(struct page_document, leads_to, .help = {"", ""}),
    ROW_END,
};

static const struct schema page_schema = {"page", sizeof(struct page_document), page_rows};

struct page_state {
    int taps, presses, leaves;
    float scrolled;
    bool open;
    uint32_t drawn_lot;
};

static const struct {
    const char *name;
    enum element_role role;
    unsigned flags;
} page_parts[] = {
    {"column", ROLE_PAGES, ELEMENT_DRAG_Y}, {"add", ROLE_BUTTON, ELEMENT_TAP},
    {"go", ROLE_LINK, ELEMENT_TAP},         {"next", ROLE_BUTTON, ELEMENT_TAP},
    {"leave", ROLE_BUTTON, ELEMENT_TAP},    {"open", ROLE_BUTTON, ELEMENT_TAP},
    {"loud", ROLE_BUTTON, ELEMENT_TAP},     {"slider", ROLE_SLIDER, ELEMENT_DRAG_X},
};

enum { PAGE_PARTS = sizeof page_parts / sizeof page_parts[0] };

/* The column fills the scene; the rest stands in it in a grid. */
static inline struct rect page_part(const struct scene *scene, size_t index) {
    struct rect content = scene->env.metrics.content;
    if (index == 0) {
        return content;
    }
    return (struct rect){content.x + (float)((index - 1) % 2) * content.w / 2,
                         content.y + (float)((index - 1) / 2) * content.h / 5, content.w * 0.45F,
                         content.h * 0.15F};
}

static inline void page_enter(struct scene *scene) {
    struct page_state *state = scene->state;
    state->drawn_lot = random_below(&scene->random, 1000);
}

static inline struct move page_tap(struct scene *scene, const struct gesture *gesture) {
    const struct page_document *document = scene->document;
    struct page_state *state = scene->state;
    switch (gesture->id.name[0]) {
    case 'a':
        state->taps++;
        return STAY;
    case 'g':
        return (struct move){MOVE_GO, document->leads_to, page_part(scene, 2)};
    case 'n':
        return (struct move){.type = MOVE_NEXT};
    case 'o':
        state->open = true;
        return STAY;
    default:
        break;
    }
    if (strcmp(gesture->id.name, "leave") == 0) {
        return (struct move){.type = MOVE_BACK};
    }
    scene->env.player->volume(scene->env.player->self, 95);
    return STAY;
}

static inline struct move page_gesture(struct scene *scene, const struct gesture *gesture) {
    struct page_state *state = scene->state;
    assert_in_range(scene->env.now - gesture->time, 0, 1000); /* the visit's clock, both */
    state->presses += gesture->type == GESTURE_PRESS;
    state->scrolled -= gesture->type == GESTURE_DRAG ? gesture->dy : 0;
    return gesture->type == GESTURE_TAP ? page_tap(scene, gesture) : STAY;
}

static inline void page_draw(struct scene *scene, struct scene_frame *frame) {
    const struct page_document *document = scene->document;
    const struct page_state *state = scene->state;
    for (size_t i = 0; i < PAGE_PARTS; i++) {
        struct rect rect = page_part(scene, i);
        draw_stroke(frame->draw, rect, 8, 2, scene->env.palette.line);
        elements_add(frame->elements, (struct element){.id = {page_parts[i].name, 0},
                                                       .rect = rect,
                                                       .role = page_parts[i].role,
                                                       .flags = page_parts[i].flags,
                                                       .label = page_parts[i].name});
    }
    const char *words = arena_printf(scene->env.frame, "%s %s %d", scene->entry->id,
                                     scene_text(scene, &document->words), state->taps);
    struct rect content = scene->env.metrics.content;
    draw_text_run(frame->draw, content.x, content.y + 40 - state->scrolled, FACE_REGULAR, 34,
                  scene->env.palette.text, words);
    frame->attention = document->attention;
    frame->content = 1;
    if (document->restless > 0) {
        frame->content += (uint64_t)(scene->env.now / 1000 % document->restless);
        frame_wake(frame, (scene->env.now / 1000 + 1) * 1000);
    }
}

static inline bool page_is_inside(const struct scene *scene) {
    return ((const struct page_state *)scene->state)->open;
}

static inline void page_back(struct scene *scene) {
    ((struct page_state *)scene->state)->open = false;
}

static inline void page_walk(const struct scene *scene, struct buffer *out) {
    (void)scene;
    buffer_add(out, "tap add.0\nshot added\n");
}

static const struct scene_kind page_kind = {.document = {.name = "page", .schema = &page_schema},
                                            .state_size = sizeof(struct page_state),
                                            .enter = page_enter,
                                            .gesture = page_gesture,
                                            .draw = page_draw,
                                            .is_inside = page_is_inside,
                                            .back = page_back,
                                            .walk = page_walk};

/* A film that never closes itself, and goes on when it has ended. */
static inline void film_enter(struct scene *scene) {
    scene->env.player->open(scene->env.player->self, "film.mp4", false);
}

static inline struct move film_tick(struct scene *scene) {
    bool ended = scene->env.player->facts(scene->env.player->self).status == PLAYER_ENDED;
    return ended ? (struct move){.type = MOVE_NEXT} : STAY;
}

static inline void film_draw(struct scene *scene, struct scene_frame *frame) {
    draw_video(frame->draw, scene->env.metrics.area);
    frame->attention = 60000;
    frame->content = 1;
}

static const struct scene_kind film_kind = {.document = {.name = "film"},
                                            .enter = film_enter,
                                            .tick = film_tick,
                                            .draw = film_draw,
                                            .state_size = 4};

/* An attract loop that would count whatever it were told. */
static inline struct move loop_gesture(struct scene *scene, const struct gesture *gesture) {
    (void)gesture;
    ++*(int *)scene->state;
    return STAY;
}

static inline void loop_draw(struct scene *scene, struct scene_frame *frame) {
    struct rect screen = scene->env.metrics.area;
    draw_text_run(frame->draw, 100, 500, FACE_BOLD, 80, scene->env.palette.text, "触摸屏幕");
    elements_add(
        frame->elements,
        (struct element){.id = {"all", 0}, .rect = screen, .flags = ELEMENT_TAP, .label = "touch"});
}

static const struct scene_kind loop_kind = {.document = {.name = "loop"},
                                            .state_size = sizeof(int),
                                            .gesture = loop_gesture,
                                            .draw = loop_draw,
                                            .fullscreen = true};

enum { SMALL_SCENES = 6 };

struct small_hall {
    struct hall hall;
    struct hall_language languages[3];
    struct hall_zone zone;
    struct hall_scene scenes[SMALL_SCENES];
    const char *order[3];
    struct page_document pages[4];
    struct text_entry words[2];
};

static inline void small_hall_init(struct small_hall *small) {
    *small = (struct small_hall){
        .languages = {{"zh", "中文"}, {"en", "English"}, {"fr", "Français"}},
        .words = {{"zh", "你好"}, {"en", "hello"}},
    };
    static const struct {
        const char *id;
        const struct scene_kind *kind;
        int page;
        const char *leads_to;
    } rows[SMALL_SCENES] = {
        {"hall", &page_kind, 0, "zone"},         {"loop", &loop_kind, -1, NULL},
        {"zone", &page_kind, 1, "zone/one"},     {"zone/film", &film_kind, -1, NULL},
        {"zone/one", &page_kind, 2, "zone/two"}, {"zone/two", &page_kind, 3, "zone/one"},
    };
    for (size_t i = 0; i < SMALL_SCENES; i++) {
        struct hall_scene *scene = &small->scenes[i];
        scene->id = rows[i].id;
        scene->kind = &rows[i].kind->document;
        scene->zone = strncmp(rows[i].id, "zone", 4) == 0 ? &small->zone : NULL;
        if (rows[i].page >= 0) {
            struct page_document *page = &small->pages[rows[i].page];
            page->words = (struct text){small->words, 2};
            page->leads_to = rows[i].leads_to;
            scene->document = page;
        }
    }
    small->order[0] = rows[4].id;
    small->order[1] = rows[5].id;
    small->order[2] = rows[3].id;
    small->zone = (struct hall_zone){
        .id = "zone", .light = LIGHT_AMBER, .order = small->order, .order_count = 3};
    small->hall = (struct hall){
        .directory = ".",
        .document = {.format = 1, .languages = {small->languages, 2}, .attract = "loop"},
        .zones = &small->zone,
        .zone_count = 1,
        .scenes = small->scenes,
        .scene_count = SMALL_SCENES};
}

struct world {
    struct settings settings;
    struct theme theme;
    struct fonts *fonts;
    struct small_player film;
    struct player player;
    struct heard heard;
    struct sounds sounds;
    struct small_hall small;
    struct stage_setup setup;
    struct stage *stage;
    millis now, wake;
    const struct draw_list *list;
    struct script_player script;
    struct buffer shots;
    millis step; /* between two frames while time passes */
};

static inline void world_frame(struct world *world) {
    world->list = stage_frame(world->stage, world->now, &world->wake);
    assert_true(draw_list_balanced(world->list));
    assert_true(world->wake == -1 || world->wake >= world->now);
    fonts_frame_end(world->fonts);
}

static inline void world_pass(struct world *world, millis span) {
    for (millis end = world->now + span; world->now < end;) {
        world->now = world->now + world->step < end ? world->now + world->step : end;
        world_frame(world);
    }
}

static inline const struct elements *script_elements(void *self) {
    return stage_elements(((struct world *)self)->stage);
}

static inline void script_touch(void *self, const struct touch *touch) {
    struct world *world = self;
    stage_touch(world->stage, touch);
    world_frame(world);
}

static inline void script_key(void *self, enum key key) {
    struct world *world = self;
    stage_key(world->stage, key, world->now);
    world_frame(world);
}

static inline void script_pass(void *self, millis span) {
    world_pass(self, span);
}

static inline void script_shot(void *self, const char *name) {
    struct world *world = self;
    buffer_printf(&world->shots, "shot %s\n", name);
    draw_list_dump(world->list, &world->shots);
}

static inline void script_language(void *self, const char *language) {
    struct world *world = self;
    stage_language(world->stage, language, world->now);
    world_frame(world);
}

static inline bool script_go(void *self, const char *scene) {
    struct world *world = self;
    bool there = stage_go(world->stage, scene, world->now);
    world_frame(world);
    return there;
}

static inline millis script_now(void *self) {
    return ((struct world *)self)->now;
}

/* Puts up the stage (anew), as `setup` says. */
static inline void world_open(struct world *world) {
    stage_destroy(world->stage);
    world->stage = stage_create(&world->setup, &world->small.hall, world->now);
    float scale = (float)(world->setup.width < world->setup.height ? world->setup.width
                                                                   : world->setup.height) /
                  1080;
    world->script.width = (float)world->setup.width / scale;
    world->script.height = (float)world->setup.height / scale;
    world_frame(world);
}

static inline int world_setup(void **state) {
    struct world *world = test_calloc(1, sizeof *world);
    world->settings = (struct settings){.show = "hall",
                                        .language = "zh",
                                        .idle = 60000,
                                        .volume = 60,
                                        .panel = {.diagonal = 27, .distance = 600, .height = 850}};
    assert_true(theme_read(&world->theme, NULL, NULL));
    world->fonts = fonts_create(1);
    assert_non_null(world->fonts);
    world->film.facts.volume = 100;
    world->player = small_player_table(&world->film);
    world->sounds = heard_table(&world->heard);
    small_hall_init(&world->small);
    world->step = 100;
    world->now = 5000;
    world->setup = (struct stage_setup){.settings = &world->settings,
                                        .theme = &world->theme,
                                        .fonts = world->fonts,
                                        .player = &world->player,
                                        .sounds = &world->sounds,
                                        .width = 1920,
                                        .height = 1080,
                                        .seed = 11};
    world->script = (struct script_player){.elements = script_elements,
                                           .touch = script_touch,
                                           .key = script_key,
                                           .pass = script_pass,
                                           .shot = script_shot,
                                           .language = script_language,
                                           .go = script_go,
                                           .now = script_now,
                                           .self = world};
    random_init(&world->script.random, 3);
    world_open(world);
    *state = world;
    return 0;
}

static inline int world_teardown(void **state) {
    struct world *world = *state;
    stage_destroy(world->stage);
    fonts_destroy(world->fonts);
    buffer_finish(&world->shots);
    buffer_finish(&world->heard.cues);
    test_free(world);
    return 0;
}

static inline void world_play(struct world *world, const char *script) {
    char error[400];
    if (!script_replay(script, &world->script, error, sizeof error)) {
        fail_msg("%s", error);
    }
}

/* The text of the frame's draw list contains the words. */
static inline bool world_shows(const struct world *world, const char *words) {
    struct buffer dump = {0};
    draw_list_dump(world->list, &dump);
    bool shows = strstr(buffer_text(&dump), words) != NULL;
    buffer_finish(&dump);
    return shows;
}

static inline bool world_dump_says(const struct world *world, const char *line) {
    struct buffer dump = {0};
    stage_dump(world->stage, &dump);
    bool says = strstr(buffer_text(&dump), line) != NULL;
    buffer_finish(&dump);
    return says;
}

/* Whether exactly these cues were heard since it was last asked. */
static inline bool world_heard(struct world *world, const char *cues) {
    bool same = strcmp(buffer_text(&world->heard.cues), cues) == 0;
    buffer_clear(&world->heard.cues);
    return same;
}

static inline const struct element *world_element(const struct world *world, const char *name,
                                                  int index) {
    return elements_find(stage_elements(world->stage), (struct element_id){name, index});
}

#endif
