/* The text dump of a draw list: one line a command, the same for lists that look the same. */
#include "draw/list.h"

#include <math.h>

enum parts {
    PART_RECT = 1,
    PART_RADIUS = 2,
    PART_WIDTH = 4,
    PART_SHIFT = 8,
    PART_COLOUR = 16,
    PART_IMAGE = 32,
    PART_TEXT = 64,
};

static const struct {
    const char *name;
    unsigned parts;
} forms[] = {
    [DRAW_FILL] = {"fill", PART_RECT | PART_RADIUS | PART_COLOUR},
    [DRAW_STROKE] = {"stroke", PART_RECT | PART_RADIUS | PART_WIDTH | PART_COLOUR},
    [DRAW_SHADOW] = {"shadow", PART_RECT | PART_RADIUS | PART_WIDTH | PART_COLOUR},
    [DRAW_TEXT] = {"text", PART_TEXT},
    [DRAW_IMAGE] = {"image", PART_RECT | PART_RADIUS | PART_IMAGE},
    [DRAW_VIDEO] = {"video", PART_RECT},
    [DRAW_LINE] = {"line", PART_RECT | PART_WIDTH | PART_COLOUR},
    [DRAW_CLIP] = {"clip", PART_RECT},
    [DRAW_CLIP_END] = {"clip-end", 0},
    [DRAW_LAYER] = {"layer", PART_RECT | PART_SHIFT},
    [DRAW_LAYER_END] = {"layer-end", 0},
    [DRAW_AHEAD] = {"ahead", 0},
    [DRAW_AHEAD_END] = {"ahead-end", 0},
};

static const char *const face_names[FACE_COUNT] = {
    [FACE_REGULAR] = "regular",
    [FACE_BOLD] = "bold",
    [FACE_LATIN] = "latin",
    [FACE_LATIN_BOLD] = "latin-bold",
};

static const char *const fit_names[] = {
    [FIT_CONTAIN] = "contain", [FIT_COVER] = "cover", [FIT_STRETCH] = "stretch"};

/* At most two decimals and never "-0", so that a dump does not hang on rounding. */
static void add_number(struct buffer *out, float number) {
    double rounded = round((double)number * 100) / 100;
    buffer_printf(out, " %.10g", rounded == 0 ? 0 : rounded);
}

static void add_rect(struct buffer *out, struct rect rect) {
    add_number(out, rect.x);
    add_number(out, rect.y);
    add_number(out, rect.w);
    add_number(out, rect.h);
}

static void add_colour(struct buffer *out, struct colour colour) {
    buffer_printf(out, " #%02X%02X%02X", colour.r, colour.g, colour.b);
    if (colour.a != 255) {
        buffer_printf(out, "%02X", colour.a);
    }
}

static void add_words(struct buffer *out, const char *words) {
    buffer_add(out, " \"");
    for (const char *at = words; *at; at++) {
        if (*at == '"' || *at == '\\') {
            buffer_add(out, "\\");
        }
        buffer_add_bytes(out, at, 1);
    }
    buffer_add(out, "\"");
}

static void add_image(struct buffer *out, const struct draw_command *command) {
    buffer_printf(out, " %s", fit_names[command->fit]);
    if (command->part.w > 0) {
        buffer_add(out, " part");
        add_rect(out, command->part);
    }
    if (command->opacity < 1) {
        buffer_add(out, " opacity");
        add_number(out, command->opacity);
    }
    if (command->colour.a) {
        add_colour(out, command->colour);
    }
    add_words(out, command->words);
}

static void add_text(struct buffer *out, const struct draw_command *command) {
    add_number(out, command->rect.x);
    add_number(out, command->rect.y);
    buffer_printf(out, " %s", face_names[command->face]);
    add_number(out, command->size);
    add_colour(out, command->colour);
    add_words(out, command->words);
}

static void add_command(struct buffer *out, const struct draw_command *command) {
    unsigned parts = forms[command->type].parts;
    buffer_add(out, forms[command->type].name);
    if (parts & PART_RECT) {
        add_rect(out, command->rect);
    }
    if (parts & PART_RADIUS) {
        add_number(out, command->radius);
    }
    if (parts & PART_WIDTH) {
        add_number(out, command->width);
    }
    if (parts & PART_SHIFT) {
        add_number(out, command->shift.x);
        add_number(out, command->shift.y);
    }
    if (parts & PART_COLOUR) {
        add_colour(out, command->colour);
    }
    if (parts & PART_IMAGE) {
        add_image(out, command);
    }
    if (parts & PART_TEXT) {
        add_text(out, command);
    }
    buffer_add(out, "\n");
}

void draw_list_dump(const struct draw_list *list, struct buffer *out) {
    int ahead = 0;
    for (size_t i = 0; i < list->commands.count; i++) {
        const struct draw_command *command = &list->commands.items[i];
        ahead += command->type == DRAW_AHEAD;
        if (ahead == 0) {
            add_command(out, command);
        }
        ahead -= command->type == DRAW_AHEAD_END;
    }
}
