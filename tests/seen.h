/* What is seen of a replayed visit, as text: the words on the screen at each shot and a coarse
   print of the picture; compared with a file, which UPDATE=1 in the environment writes anew. */
#ifndef TESTS_SEEN_H
#define TESTS_SEEN_H

#include "visited_hall.h"

#include <stdlib.h>
#include <string.h>

/* A picture's print: its mean brightness in 16 × 9 fields. Two processors' vector instructions may
   round differently, so fields may differ by a little. */
enum { FIELDS_X = 16, FIELDS_Y = 9, FIELD_TOLERANCE = 3 };

static inline unsigned seen_brightness(const SDL_Surface *picture, int field_x, int field_y) {
    int left = field_x * picture->w / FIELDS_X;
    int right = (field_x + 1) * picture->w / FIELDS_X;
    int top = field_y * picture->h / FIELDS_Y;
    int bottom = (field_y + 1) * picture->h / FIELDS_Y;
    uint64_t sum = 0;
    for (int y = top; y < bottom; y++) {
        const uint8_t *row = (const uint8_t *)picture->pixels + (size_t)y * (size_t)picture->pitch;
        for (int x = left; x < right; x++) {
            sum += row[4 * x] + 2U * row[4 * x + 1] + row[4 * x + 2];
        }
    }
    uint64_t pixels = (uint64_t)(right - left) * (uint64_t)(bottom - top);
    return (unsigned)(sum / (4 * pixels));
}

/* Collects the shots of one visit: give seen_shot and this to replay_script. */
struct seen {
    struct replay *replay;
    struct buffer text;
};

static inline void seen_shot(void *self, const char *name, const SDL_Surface *picture) {
    struct seen *seen = self;
    struct buffer list = {0};
    buffer_printf(&seen->text, "shot %s in %s\n", name, stage_scene(replay_stage(seen->replay)));
    draw_list_dump(replay_list(seen->replay), &list);
    char *rest = list.text;
    for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (strncmp(line, "text ", 5) == 0) {
            buffer_printf(&seen->text, "%s\n", line);
        }
    }
    buffer_add(&seen->text, "picture ");
    for (int y = 0; y < FIELDS_Y; y++) {
        for (int x = 0; x < FIELDS_X; x++) {
            buffer_printf(&seen->text, "%02x", seen_brightness(picture, x, y));
        }
    }
    buffer_add(&seen->text, "\n\n");
    buffer_finish(&list);
}

static inline char *seen_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    struct buffer text = {0};
    char piece[4096];
    for (size_t size; (size = fread(piece, 1, sizeof piece, file)) > 0;) {
        buffer_add_bytes(&text, piece, size);
    }
    (void)fclose(file);
    return text.text ? text.text : strdup("");
}

static inline int seen_nibble(char digit) {
    return digit >= 'a' ? digit - 'a' + 10 : digit - '0';
}

static inline int seen_field(const char *digits) {
    return seen_nibble(digits[0]) * 16 + seen_nibble(digits[1]);
}

static inline bool seen_pictures_alike(const char *a, const char *b) {
    size_t length = strlen("picture ");
    for (int i = 0; i < FIELDS_X * FIELDS_Y; i++, length += 2) {
        if (strlen(a) < length + 2 || strlen(b) < length + 2 ||
            abs(seen_field(a + length) - seen_field(b + length)) > FIELD_TOLERANCE) {
            return false;
        }
    }
    return true;
}

static inline bool seen_lines_alike(const char *a, const char *b) {
    bool pictures = strncmp(a, "picture ", 8) == 0 && strncmp(b, "picture ", 8) == 0;
    return pictures ? seen_pictures_alike(a, b) : strcmp(a, b) == 0;
}

/* Compares line by line, and names the first that differs. */
static inline void seen_compare(const char *name, char *seen, char *expected) {
    char *seen_rest;
    char *expected_rest;
    char *a = strtok_r(seen, "\n", &seen_rest);
    char *b = strtok_r(expected, "\n", &expected_rest);
    while (a && b && seen_lines_alike(a, b)) {
        a = strtok_r(NULL, "\n", &seen_rest);
        b = strtok_r(NULL, "\n", &expected_rest);
    }
    if (a || b) {
        fail_msg("%s differs.\n  seen:     %s\n  expected: %s", name, a ? a : "(the end)",
                 b ? b : "(the end)");
    }
}

/* What was seen must be as the file says, or becomes the file. */
static inline void seen_expect(struct seen *seen, const char *path) {
    if (getenv("UPDATE")) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        (void)fputs(buffer_text(&seen->text), file);
        (void)fclose(file);
    }
    char *expected = seen_file(path);
    if (!expected) {
        fail_msg("there is no %s: UPDATE=1 writes it", path);
        return;
    }
    seen_compare(path, seen->text.text, expected);
    free(expected);
}

#endif
