/* The rehearsal: a scene is entered in a state of its own, drawn once, and left again. */
#include "stage/rehearsal.h"

#include "base/memory.h"
#include "stage/inside.h"

#include <stdlib.h>
#include <string.h>

/* So long after it was entered all of a scene has come in. */
enum { SETTLED = 1000 };

/* Of one scene's neighbours no more than these are rehearsed: a zone's page has most. */
enum { NEIGHBOURS_MOST = 16 };

void rehearsal_finish(struct rehearsal *rehearsal) {
    draw_list_finish(&rehearsal->list);
}

/* Where one may go from a scene, nearest first; NULL after the last. */
static const struct hall_scene *neighbour(const struct stage *stage, size_t index) {
    const struct hall *hall = stage->hall;
    const struct hall_scene *entry = stage->scene.entry;
    const struct hall_zone *zone = entry->zone;
    if (!zone) {
        return index < hall->zone_count ? hall_scene(hall, hall->zones[index].id) : NULL;
    }
    if (strcmp(entry->id, zone->id) == 0) {
        return index < zone->order_count ? hall_scene(hall, zone->order[index]) : NULL;
    }
    const struct hall_scene *ways[] = {hall_scene_after(hall, entry), hall_scene(hall, zone->id)};
    size_t first = ways[0] ? 0 : 1;
    return first + index < 2 ? ways[first + index] : NULL;
}

bool rehearsal_begin(struct rehearsal *rehearsal, struct stage *stage) {
    const struct hall_scene *entry =
        stage->rehearsed < NEIGHBOURS_MOST ? neighbour(stage, stage->rehearsed) : NULL;
    if (!entry) {
        return false;
    }
    stage->rehearsed++;
    rehearsal->hall = stage->hall;
    rehearsal->entry = entry;
    rehearsal->language = stage->language;
    rehearsal->theme = *stage->setup.theme;
    struct random visit = stage->random;
    rehearsal->random = current_lot(&visit);
    rehearsal->fluid = stage->setup.fluid;
    current_look(stage, entry, &rehearsal->metrics, &rehearsal->palette);
    return true;
}

/* Words that are on the screen. Pictures are those of the cards that are seen, and so decoded;
   getting them ready at their new size took more of the drawing thread than it saved. */
static bool is_wanted(const struct rehearsal *rehearsal, const struct draw_command *command) {
    float reach = 2 * command->size;
    return command->type == DRAW_TEXT && command->colour.a > 0 && command->rect.y > -reach &&
           command->rect.y < rehearsal->metrics.height + reach;
}

static void keep_wanted(struct rehearsal *rehearsal) {
    struct draw_list *list = &rehearsal->list;
    size_t kept = 0;
    for (size_t i = 0; i < list->commands.count; i++) {
        if (is_wanted(rehearsal, &list->commands.items[i])) {
            list->commands.items[kept++] = list->commands.items[i];
        }
    }
    list->commands.count = kept;
}

/* Enters, draws and leaves the scene, without a film and unheard. */
static void draw_scene(struct rehearsal *rehearsal, struct fonts *twin) {
    struct elements elements = {0};
    struct gestures gestures = {0};
    struct arena arena = {0};
    const struct scene_kind *kind = scene_kind_of(rehearsal->entry);
    struct scene scene = {.kind = kind,
                          .entry = rehearsal->entry,
                          .document = rehearsal->entry->document,
                          .state = memory_alloc_zeroed(1, kind->state_size + 1),
                          .random = rehearsal->random,
                          .env = {.hall = rehearsal->hall,
                                  .language = rehearsal->language,
                                  .theme = &rehearsal->theme,
                                  .palette = rehearsal->palette,
                                  .metrics = rehearsal->metrics,
                                  .fonts = twin,
                                  .fluid = rehearsal->fluid,
                                  .now = VISIT_START,
                                  .frame = &arena}};
    struct scene_frame frame = {
        .draw = &rehearsal->list, .elements = &elements, .gestures = &gestures, .wake = -1};
    if (kind->enter) {
        kind->enter(&scene);
    }
    scene.env.now += SETTLED;
    kind->draw(&scene, &frame);
    if (kind->leave) {
        kind->leave(&scene);
    }
    free(scene.state);
    elements_finish(&elements);
    arena_finish(&arena);
}

void rehearsal_perform(struct rehearsal *rehearsal, struct fonts *twin) {
    draw_list_clear(&rehearsal->list);
    draw_scene(rehearsal, twin);
    keep_wanted(rehearsal);
    for (size_t i = 0; i < rehearsal->list.commands.count; i++) {
        const struct draw_command *command = &rehearsal->list.commands.items[i];
        fonts_render_ahead(twin, command->face, command->size, command->words);
    }
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
