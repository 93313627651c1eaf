/* The rehearsal: taps work a copy of the scene's state; another scene is entered, drawn and left.
 */
#include "stage/rehearsal.h"

#include "base/hash.h"
#include "base/memory.h"
#include "stage/inside.h"

#include <stdlib.h>
#include <string.h>

/* So long after it was entered, or a touch, all of a scene has come in. */
enum { SETTLED = 1000 };

/* No more are rehearsed: a zone's page has most scenes, a gallery most to touch. */
enum { WAYS_MOST = 16, TAPS_MOST = 16 };

/* How far taps on what is shown were rehearsed. */
enum taps { TAPS_NONE, TAPS_PRIMARY, TAPS_ALL };

void rehearsal_finish(struct rehearsal *rehearsal) {
    draw_list_finish(&rehearsal->list);
    draw_list_finish(&rehearsal->drawn);
    LIST_FINISH(&rehearsal->known);
    LIST_FINISH(&rehearsal->taps);
}

void rehearsal_forget(struct stage *stage) {
    stage->ways_rehearsed = 0;
    stage->taps_rehearsed = TAPS_NONE;
    stage->language_rehearsed = false;
}

/* Changes with what is read, and with what can be touched. */
static uint64_t offer_of(const struct scene_frame *frame) {
    uint64_t offer = hash_bytes(HASH_START, &frame->content, sizeof frame->content);
    for (size_t i = 0; i < frame->elements->list.count; i++) {
        const struct element *element = &frame->elements->list.items[i];
        offer = hash_string(hash_int(offer, element->id.index), element->id.name);
        offer = hash_int(offer, (int)element->flags);
    }
    return offer;
}

void rehearsal_note(struct stage *stage, const struct scene_frame *frame) {
    uint64_t offer = offer_of(frame);
    if (offer != stage->offer) {
        stage->offer = offer;
        rehearsal_forget(stage);
    }
    stage->scene_elements = frame->elements->list.count;
}

/* Words by themselves, pictures by their file: another size of one that is there is made quickly.
 */
static uint64_t key_of(const struct draw_command *command) {
    uint64_t key = hash_int(HASH_START, (int)command->type);
    if (command->type == DRAW_TEXT) {
        key = hash_float(hash_int(key, (int)command->face), command->size);
    }
    return hash_string(key, command->words);
}

static bool is_known(const struct rehearsal *rehearsal, uint64_t key) {
    for (size_t i = 0; i < rehearsal->known.count; i++) {
        if (rehearsal->known.items[i] == key) {
            return true;
        }
    }
    return false;
}

/* What is on the screen, and neither there already nor too much to get ready. */
static bool is_wanted(const struct rehearsal *rehearsal, const struct draw_command *command) {
    bool text = command->type == DRAW_TEXT && command->colour.a > 0;
    bool image = command->type == DRAW_IMAGE && rehearsal->with_pictures;
    float reach = text ? 2 * command->size : 0;
    float height = text ? 0 : command->rect.h;
    return (text || image) && command->rect.y + height > -reach &&
           command->rect.y < rehearsal->scene.env.metrics.height + reach;
}

/* Moves what is wanted of a frame that was drawn into the list. */
static void take_new(struct rehearsal *rehearsal) {
    size_t kept = 0;
    struct draw_command *commands = rehearsal->drawn.commands.items;
    for (size_t i = 0; i < rehearsal->drawn.commands.count; i++) {
        if (is_wanted(rehearsal, &commands[i]) && !is_known(rehearsal, key_of(&commands[i]))) {
            LIST_PUSH(&rehearsal->known, key_of(&commands[i]));
            commands[kept++] = commands[i];
        }
    }
    rehearsal->drawn.commands.count = kept;
    draw_list_add(&rehearsal->list, &rehearsal->drawn);
}

static void note_known(struct rehearsal *rehearsal, const struct draw_list *shown) {
    LIST_CLEAR(&rehearsal->known);
    for (size_t i = 0; i < shown->commands.count; i++) {
        const struct draw_command *command = &shown->commands.items[i];
        if (command->type == DRAW_TEXT || command->type == DRAW_IMAGE) {
            LIST_PUSH(&rehearsal->known, key_of(command));
        }
    }
}

/* What the scene sees is as it is now; its fonts come when it is performed. */
static void set_scene(struct rehearsal *rehearsal, const struct stage *stage,
                      const struct scene *scene) {
    rehearsal->theme = *stage->setup.theme;
    rehearsal->scene = *scene;
    rehearsal->scene.state = NULL;
    rehearsal->scene.env = (struct scene_env){.hall = stage->hall,
                                              .language = stage->language,
                                              .theme = &rehearsal->theme,
                                              .fluid = stage->setup.fluid};
    current_look(stage, scene->entry, &rehearsal->scene.env.metrics, &rehearsal->scene.env.palette);
    note_known(rehearsal, &stage->list);
}

/* The taps on elements that are primary, or on those that are not. */
static void note_taps(struct rehearsal *rehearsal, const struct stage *stage, bool primary) {
    LIST_CLEAR(&rehearsal->taps);
    for (size_t i = 0; i < stage->scene_elements && rehearsal->taps.count < TAPS_MOST; i++) {
        const struct element *element = &stage->elements.list.items[i];
        unsigned relevant = element->flags & (ELEMENT_TAP | ELEMENT_DISABLED | ELEMENT_PRIMARY);
        if (relevant == (ELEMENT_TAP | (primary ? ELEMENT_PRIMARY : 0U))) {
            struct point middle = rect_centre(element->rect);
            LIST_PUSH(&rehearsal->taps, ((struct gesture){.type = GESTURE_TAP,
                                                          .id = element->id,
                                                          .owner = element->owner,
                                                          .keyed = true,
                                                          .x = middle.x,
                                                          .y = middle.y,
                                                          .scale = 1,
                                                          .time = stage->now - stage->visit}));
        }
    }
}

/* Of a kind with leave no copy can be made: its state is more than its bytes. */
static bool may_copy(const struct stage *stage) {
    return !stage->scene.kind->leave && stage->sheet == SHEET_NONE && !stage->idle.asking &&
           stage->transition.way == WAY_CUT;
}

static bool may_tap(const struct stage *stage) {
    return may_copy(stage) && stage->scene.kind->gesture && stage->scene_elements > 0;
}

/* The scene that is shown, as it is now. */
static void copy_shown(struct rehearsal *rehearsal, const struct stage *stage) {
    const struct scene *scene = &stage->scene;
    set_scene(rehearsal, stage, scene);
    rehearsal->scene.env.now = stage->now - stage->visit;
    rehearsal->state = memory_alloc(scene->kind->state_size + 1);
    memcpy(rehearsal->state, scene->state, scene->kind->state_size);
}

static bool begin_taps(struct rehearsal *rehearsal, struct stage *stage) {
    LIST_CLEAR(&rehearsal->taps);
    while (may_tap(stage) && stage->taps_rehearsed < TAPS_ALL && rehearsal->taps.count == 0) {
        stage->taps_rehearsed++;
        note_taps(rehearsal, stage, stage->taps_rehearsed == TAPS_PRIMARY);
    }
    if (rehearsal->taps.count == 0) {
        return false;
    }
    copy_shown(rehearsal, stage);
    rehearsal->with_pictures = stage->taps_rehearsed == TAPS_PRIMARY;
    return true;
}

/* Without a tap, with other words. */
static bool begin_language(struct rehearsal *rehearsal, struct stage *stage) {
    const char *other = bar_other_language(stage);
    if (!other || !may_copy(stage) || stage->language_rehearsed) {
        return false;
    }
    stage->language_rehearsed = true;
    copy_shown(rehearsal, stage);
    rehearsal->scene.env.language = other;
    rehearsal->with_pictures = false;
    return true;
}

struct ways {
    const struct hall_scene *to[WAYS_MOST];
    size_t count;
};

static void add_way(struct ways *ways, const struct hall_scene *entry) {
    if (entry && ways->count < WAYS_MOST) {
        ways->to[ways->count++] = entry;
    }
}

/* Where one may go from a scene, nearest first. */
static struct ways ways_from(const struct stage *stage) {
    const struct hall *hall = stage->hall;
    const struct hall_scene *entry = stage->scene.entry;
    const struct hall_zone *zone = entry->zone;
    bool is_page = zone && strcmp(entry->id, zone->id) == 0;
    struct ways ways = {.count = 0};
    for (size_t i = 0; !zone && i < hall->zone_count; i++) {
        add_way(&ways, hall_scene(hall, hall->zones[i].id));
    }
    for (size_t i = 0; is_page && i < zone->order_count; i++) {
        add_way(&ways, hall_scene(hall, zone->order[i]));
    }
    if (zone && !is_page) {
        add_way(&ways, hall_scene_after(hall, entry));
        add_way(&ways, hall_scene(hall, zone->id));
    }
    add_way(&ways, zone ? visit_home(stage) : NULL);
    return ways;
}

/* Words alone: the pictures are those of the cards that are seen, and so decoded; getting them
   ready at their new size took more of the drawing thread than it saved. */
static bool begin_way(struct rehearsal *rehearsal, struct stage *stage) {
    struct ways ways = ways_from(stage);
    if (stage->ways_rehearsed >= ways.count) {
        return false;
    }
    const struct hall_scene *entry = ways.to[stage->ways_rehearsed++];
    struct random visit = stage->random;
    const struct scene scene = {.kind = scene_kind_of(entry),
                                .entry = entry,
                                .document = entry->document,
                                .random = current_lot(&visit)};
    set_scene(rehearsal, stage, &scene);
    rehearsal->scene.env.now = VISIT_START;
    rehearsal->with_pictures = false;
    return true;
}

bool rehearsal_begin(struct rehearsal *rehearsal, struct stage *stage) {
    return begin_taps(rehearsal, stage) || begin_way(rehearsal, stage) ||
           begin_language(rehearsal, stage);
}

/* Draws the scene when it has come in. */
static void draw_settled(struct rehearsal *rehearsal, struct scene *scene) {
    struct elements elements = {0};
    struct gestures gestures = {0};
    struct scene_frame frame = {
        .draw = &rehearsal->drawn, .elements = &elements, .gestures = &gestures, .wake = -1};
    draw_list_clear(&rehearsal->drawn);
    scene->kind->draw(scene, &frame);
    take_new(rehearsal);
    elements_finish(&elements);
}

/* Enters, draws and leaves the scene, without a film and unheard. */
static void perform_scene(struct rehearsal *rehearsal, struct scene *scene) {
    const struct scene_kind *kind = scene->kind;
    memset(scene->state, 0, kind->state_size);
    if (kind->enter) {
        kind->enter(scene);
    }
    scene->env.now += SETTLED;
    draw_settled(rehearsal, scene);
    if (kind->leave) {
        kind->leave(scene);
    }
}

/* After a tap, or as it is (NULL). A tap that leads out of the scene leads one of its ways. */
static void perform_shown(struct rehearsal *rehearsal, struct scene *scene,
                          const struct gesture *tap) {
    const struct scene_kind *kind = scene->kind;
    memcpy(scene->state, rehearsal->state, kind->state_size);
    if (!tap || kind->gesture(scene, tap).type == MOVE_STAY) {
        scene->env.now += SETTLED;
        if (kind->tick) {
            (void)kind->tick(scene);
        }
        draw_settled(rehearsal, scene);
    }
}

/* The scene to begin with, in a state of its own. */
static struct scene copy_scene(const struct rehearsal *rehearsal, struct fonts *twin,
                               struct arena *arena, void *state) {
    struct scene scene = rehearsal->scene;
    scene.env.fonts = twin;
    scene.env.frame = arena;
    scene.state = state;
    return scene;
}

/* Nothing of a visitor stays. */
static void free_state(const struct rehearsal *rehearsal, void *state) {
    if (state) {
        explicit_bzero(state, rehearsal->scene.kind->state_size);
        free(state);
    }
}

void rehearsal_perform(struct rehearsal *rehearsal, struct fonts *twin) {
    struct arena arena = {0};
    void *state = memory_alloc(rehearsal->scene.kind->state_size + 1);
    draw_list_clear(&rehearsal->list);
    if (rehearsal->taps.count == 0) {
        struct scene scene = copy_scene(rehearsal, twin, &arena, state);
        if (rehearsal->state) {
            perform_shown(rehearsal, &scene, NULL);
        } else {
            perform_scene(rehearsal, &scene);
        }
    }
    for (size_t i = 0; i < rehearsal->taps.count; i++) {
        struct scene scene = copy_scene(rehearsal, twin, &arena, state);
        perform_shown(rehearsal, &scene, &rehearsal->taps.items[i]);
    }
    for (size_t i = 0; i < rehearsal->list.commands.count; i++) {
        const struct draw_command *command = &rehearsal->list.commands.items[i];
        if (command->type == DRAW_TEXT) {
            fonts_render_ahead(twin, command->face, command->size, command->words);
        }
    }
    free_state(rehearsal, state);
    free_state(rehearsal, rehearsal->state);
    rehearsal->state = NULL;
    arena_finish(&arena);
}

void rehearsal_end(struct rehearsal *rehearsal, struct stage *stage, struct fonts *twin) {
    fonts_adopt(stage->setup.fonts, twin);
    struct draw_list spare = stage->prepared;
    stage->prepared = rehearsal->list;
    rehearsal->list = spare;
}

void rehearsal_draw(struct stage *stage) {
    if (stage->prepared.commands.count > 0) {
        draw_ahead(&stage->list);
        draw_list_add(&stage->list, &stage->prepared);
        draw_ahead_end(&stage->list);
        draw_list_clear(&stage->prepared);
    }
}
