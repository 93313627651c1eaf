/* The dump: everything that a visit could have changed, as text to compare. */
#include "stage/inside.h"

enum { BYTES_A_LINE = 32 };

static void dump_way(const struct stage *stage, struct buffer *out) {
    buffer_printf(out, "scene %s\n", stage->scene.entry->id);
    for (size_t i = 0; i < stage->back_count; i++) {
        const struct stop *stop = &stage->back[i];
        buffer_printf(out, "back %s from %.0f %.0f %.0f %.0f\n", stop->entry->id,
                      (double)stop->from.x, (double)stop->from.y, (double)stop->from.w,
                      (double)stop->from.h);
    }
}

static void dump_modes(const struct stage *stage, struct buffer *out) {
    buffer_printf(out, "language %s\n", stage->language);
    buffer_printf(out, "modes large %d contrast %d low %d\n", stage->modes.large,
                  stage->modes.contrast, stage->modes.low);
    buffer_printf(out, "sheet %d\n", (int)stage->sheet);
    buffer_printf(out, "idle visitor %d asking %d seen %zu\n", stage->idle.visitor,
                  stage->idle.asking, stage->idle.seen.count);
    buffer_printf(out, "transition %d commands %zu\n", (int)stage->transition.way,
                  stage->transition.old.commands.count);
}

static void dump_input(const struct stage *stage, struct buffer *out) {
    buffer_printf(out, "focus %s.%d shown %d\n",
                  stage->focus.id.name ? stage->focus.id.name : "none", stage->focus.id.index,
                  stage->focus.shown);
    buffer_printf(out, "gestures waiting %zu\n", stage->gestures.queue.count);
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        const struct gesture_finger *finger = &stage->gestures.fingers[i];
        if (finger->known) {
            buffer_printf(out, "finger %lld state %d on %s.%d\n", (long long)finger->finger,
                          (int)finger->state, finger->on.id.name ? finger->on.id.name : "none",
                          finger->on.id.index);
        }
    }
}

static void dump_player(const struct stage *stage, struct buffer *out) {
    const struct player *player = stage->setup.player;
    struct player_facts facts = player->facts(player->self);
    buffer_printf(out, "player %d picture %d %dx%d at %lld of %lld volume %d frames %llu\n",
                  (int)facts.status, facts.has_picture, facts.width, facts.height,
                  (long long)facts.position, (long long)facts.duration, facts.volume,
                  (unsigned long long)facts.frames);
}

static void dump_state(const struct stage *stage, struct buffer *out) {
    const unsigned char *bytes = stage->scene.state;
    size_t size = stage->scene.kind->state_size;
    buffer_printf(out, "random %016llx %016llx\n", (unsigned long long)stage->random.state,
                  (unsigned long long)stage->scene.random.state);
    buffer_printf(out, "state of %zu bytes", size);
    for (size_t i = 0; i < size; i++) {
        buffer_printf(out, "%s%02x", i % BYTES_A_LINE == 0 ? "\n  " : "", bytes[i]);
    }
    buffer_add(out, "\n");
}

void stage_dump(const struct stage *stage, struct buffer *out) {
    dump_way(stage, out);
    dump_modes(stage, out);
    dump_input(stage, out);
    dump_player(stage, out);
    dump_state(stage, out);
}
