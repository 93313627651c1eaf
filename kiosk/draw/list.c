/* The draw list: commands with a hash each, kept in memory that the next frame uses again. */
#include "draw/list.h"

#include "base/hash.h"

enum { NESTED_MOST = 32 };

/* The hash takes a command's bytes up to `words`, so none of them may be padding. */
_Static_assert(offsetof(struct draw_command, words) ==
                   sizeof(enum draw_type) + 2 * sizeof(struct rect) + sizeof(struct colour) +
                       4 * sizeof(float) + sizeof(struct point) + sizeof(enum font_face) +
                       sizeof(enum image_fit),
               "a draw command must have no padding before its words");

void draw_list_finish(struct draw_list *list) {
    LIST_FINISH(&list->commands);
    arena_finish(&list->words);
}

void draw_list_clear(struct draw_list *list) {
    LIST_CLEAR(&list->commands);
    arena_reset(&list->words);
}

void draw_list_add(struct draw_list *list, const struct draw_list *other) {
    for (size_t i = 0; i < other->commands.count; i++) {
        struct draw_command *added = LIST_ADD(&list->commands);
        *added = other->commands.items[i];
        added->words = added->words ? arena_strdup(&list->words, added->words) : NULL;
    }
}

uint64_t draw_list_hash(const struct draw_list *list) {
    uint64_t hash = hash_bytes(HASH_START, &list->commands.count, sizeof list->commands.count);
    for (size_t i = 0; i < list->commands.count; i++) {
        uint64_t command = list->commands.items[i].hash;
        hash = hash_bytes(hash, &command, sizeof command);
    }
    return hash;
}

static void push(struct draw_list *list, const struct draw_command *command) {
    struct draw_command *added = LIST_ADD(&list->commands);
    *added = *command;
    added->hash = hash_bytes(HASH_START, added, offsetof(struct draw_command, words));
    if (command->words) {
        added->words = arena_strdup(&list->words, command->words);
        added->hash = hash_string(added->hash, command->words);
    }
}

void draw_fill(struct draw_list *list, struct rect rect, float radius, struct colour colour) {
    push(list, &(struct draw_command){
                   .type = DRAW_FILL, .rect = rect, .radius = radius, .colour = colour});
}

void draw_stroke(struct draw_list *list, struct rect rect, float radius, float width,
                 struct colour colour) {
    push(
        list,
        &(struct draw_command){
            .type = DRAW_STROKE, .rect = rect, .radius = radius, .width = width, .colour = colour});
}

void draw_shadow(struct draw_list *list, struct rect rect, float radius, float blur,
                 struct colour colour) {
    push(list,
         &(struct draw_command){
             .type = DRAW_SHADOW, .rect = rect, .radius = radius, .width = blur, .colour = colour});
}

void draw_dot(struct draw_list *list, float x, float y, float radius, struct colour colour) {
    struct rect rect = {x - radius, y - radius, 2 * radius, 2 * radius};
    draw_fill(list, rect, radius, colour);
}

void draw_line(struct draw_list *list, float x1, float y1, float x2, float y2, float width,
               struct colour colour) {
    push(list, &(struct draw_command){.type = DRAW_LINE,
                                      .rect = {x1, y1, x2 - x1, y2 - y1},
                                      .width = width,
                                      .colour = colour});
}

void draw_text_run(struct draw_list *list, float x, float baseline, enum font_face face, float size,
                   struct colour colour, const char *words) {
    if (!words || !words[0]) {
        return;
    }
    push(list, &(struct draw_command){.type = DRAW_TEXT,
                                      .rect = {x, baseline, 0, 0},
                                      .face = face,
                                      .size = size,
                                      .colour = colour,
                                      .words = words});
}

/* A picture that is not there (an asset that the document leaves out) draws nothing. */
static void push_image(struct draw_list *list, const struct draw_command *command) {
    if (command->words) {
        push(list, command);
    }
}

void draw_image(struct draw_list *list, const char *path, struct rect rect, enum image_fit fit,
                float radius, float opacity) {
    push_image(list, &(struct draw_command){.type = DRAW_IMAGE,
                                            .rect = rect,
                                            .fit = fit,
                                            .radius = radius,
                                            .opacity = opacity,
                                            .words = path});
}

void draw_image_part(struct draw_list *list, const char *path, struct rect part, struct rect rect) {
    push_image(list, &(struct draw_command){.type = DRAW_IMAGE,
                                            .rect = rect,
                                            .part = part,
                                            .fit = FIT_STRETCH,
                                            .opacity = 1,
                                            .words = path});
}

void draw_icon(struct draw_list *list, const char *path, struct rect rect, struct colour colour) {
    push_image(list, &(struct draw_command){.type = DRAW_IMAGE,
                                            .rect = rect,
                                            .fit = FIT_CONTAIN,
                                            .opacity = 1,
                                            .colour = colour,
                                            .words = path});
}

void draw_video(struct draw_list *list, struct rect rect) {
    push(list, &(struct draw_command){.type = DRAW_VIDEO, .rect = rect});
}

void draw_clip(struct draw_list *list, struct rect rect) {
    push(list, &(struct draw_command){.type = DRAW_CLIP, .rect = rect});
}

void draw_clip_end(struct draw_list *list) {
    push(list, &(struct draw_command){.type = DRAW_CLIP_END});
}

void draw_layer(struct draw_list *list, struct rect rect, struct point shift) {
    push(list, &(struct draw_command){.type = DRAW_LAYER, .rect = rect, .shift = shift});
}

void draw_layer_end(struct draw_list *list) {
    push(list, &(struct draw_command){.type = DRAW_LAYER_END});
}

void draw_ahead(struct draw_list *list) {
    push(list, &(struct draw_command){.type = DRAW_AHEAD});
}

void draw_ahead_end(struct draw_list *list) {
    push(list, &(struct draw_command){.type = DRAW_AHEAD_END});
}

static const struct {
    enum draw_type begin, end;
} scopes[] = {
    {DRAW_CLIP, DRAW_CLIP_END},
    {DRAW_LAYER, DRAW_LAYER_END},
    {DRAW_AHEAD, DRAW_AHEAD_END},
};

/* Counts alone would call "end, begin" balanced, and a clip that outlives its layer. */
bool draw_list_balanced(const struct draw_list *list) {
    enum draw_type ends[NESTED_MOST]; /* of the scopes that are open */
    size_t depth = 0;
    for (size_t i = 0; i < list->commands.count; i++) {
        enum draw_type type = list->commands.items[i].type;
        for (size_t scope = 0; scope < sizeof scopes / sizeof scopes[0]; scope++) {
            if (type == scopes[scope].begin && depth == NESTED_MOST) {
                return false;
            }
            if (type == scopes[scope].begin) {
                ends[depth++] = scopes[scope].end;
            } else if (type == scopes[scope].end && (depth == 0 || ends[--depth] != type)) {
                return false;
            }
        }
    }
    return depth == 0;
}
