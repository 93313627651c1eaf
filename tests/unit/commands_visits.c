/* Replayed visits: each tests/visits/NAME.visit is a touch script through the shipped hall; what
   was written on the screen at each shot, and what it looked like, must be as in NAME.expected.
   UPDATE=1 writes the expected files anew. */
#include "visited_hall.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A picture's print: its mean brightness in 16 × 9 fields. Two processors' vector instructions may
   round differently, so fields may differ by a little. */
enum { FIELDS_X = 16, FIELDS_Y = 9, FIELD_TOLERANCE = 3, SEED = 3 };

static const char folder[] = "tests/visits";

static int open_hall(void **state) {
    return visited_hall_open(state, "kiosk.conf", NULL);
}

static unsigned field_brightness(const SDL_Surface *picture, int field_x, int field_y) {
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

struct protocol {
    struct replay *replay;
    struct buffer text;
};

static void write_shot(void *self, const char *name, const SDL_Surface *picture) {
    struct protocol *protocol = self;
    struct buffer list = {0};
    buffer_printf(&protocol->text, "shot %s in %s\n", name,
                  stage_scene(replay_stage(protocol->replay)));
    draw_list_dump(replay_list(protocol->replay), &list);
    char *rest = list.text;
    for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (strncmp(line, "text ", 5) == 0) {
            buffer_printf(&protocol->text, "%s\n", line);
        }
    }
    buffer_add(&protocol->text, "picture ");
    for (int y = 0; y < FIELDS_Y; y++) {
        for (int x = 0; x < FIELDS_X; x++) {
            buffer_printf(&protocol->text, "%02x", field_brightness(picture, x, y));
        }
    }
    buffer_add(&protocol->text, "\n\n");
    buffer_finish(&list);
}

static char *read_file(const char *path) {
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

static int nibble(char digit) {
    return digit >= 'a' ? digit - 'a' + 10 : digit - '0';
}

static int brightness(const char *digits) {
    return nibble(digits[0]) * 16 + nibble(digits[1]);
}

static bool pictures_alike(const char *a, const char *b) {
    size_t length = strlen("picture ");
    for (int i = 0; i < FIELDS_X * FIELDS_Y; i++, length += 2) {
        if (strlen(a) < length + 2 || strlen(b) < length + 2 ||
            abs(brightness(a + length) - brightness(b + length)) > FIELD_TOLERANCE) {
            return false;
        }
    }
    return true;
}

static bool lines_alike(const char *a, const char *b) {
    bool pictures = strncmp(a, "picture ", 8) == 0 && strncmp(b, "picture ", 8) == 0;
    return pictures ? pictures_alike(a, b) : strcmp(a, b) == 0;
}

/* Compares line by line, and names the first that differs. */
static void compare(const char *name, char *seen, char *expected) {
    char *seen_rest;
    char *expected_rest;
    char *a = strtok_r(seen, "\n", &seen_rest);
    char *b = strtok_r(expected, "\n", &expected_rest);
    while (a && b && lines_alike(a, b)) {
        a = strtok_r(NULL, "\n", &seen_rest);
        b = strtok_r(NULL, "\n", &expected_rest);
    }
    if (a || b) {
        fail_msg("%s differs.\n  seen:     %s\n  expected: %s", name, a ? a : "(the end)",
                 b ? b : "(the end)");
    }
}

static void check_visit(const struct visited_hall *hall, const char *name) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s.visit", folder, name);
    char *script = read_file(path);
    assert_non_null(script);
    int width = 1920;
    int height = 1080;
    char language[16] = "zh";
    (void)sscanf(script, "# %dx%d %15s", &width, &height, language);
    struct protocol protocol = {.replay = visited_hall_visit(hall, width, height, language, SEED)};
    char error[512];
    if (!replay_script(protocol.replay, script, write_shot, &protocol, error, sizeof error)) {
        fail_msg("%s: %s", path, error);
    }
    (void)snprintf(path, sizeof path, "%s/%s.expected", folder, name);
    if (getenv("UPDATE")) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        (void)fputs(buffer_text(&protocol.text), file);
        (void)fclose(file);
    }
    char *expected = read_file(path);
    assert_non_null(expected);
    compare(name, protocol.text.text, expected);
    free(expected);
    free(script);
    buffer_finish(&protocol.text);
    replay_destroy(protocol.replay);
}

static void every_visit_goes_as_expected(void **state) {
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    int visits = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        char *end = strstr(entry->d_name, ".visit");
        if (end) {
            *end = '\0';
            check_visit(*state, entry->d_name);
            visits++;
        }
    }
    (void)closedir(directory);
    assert_true(visits > 0);
}

/* Whatever visitors did, the next one finds the exhibit as it was switched on. */
static void random_touches_and_a_reset_leave_nothing_behind(void **state) {
    const struct visited_hall *hall = *state;
    const char *touches = getenv("TOUCHES");
    struct replay *replay = visited_hall_visit(hall, 1920, 1080, "zh", SEED);
    struct buffer fresh = {0};
    struct buffer script = {0};
    char error[512];
    stage_dump(replay_stage(replay), &fresh);
    buffer_printf(&script, "random %s\n", touches ? touches : "10000");
    if (!replay_script(replay, buffer_text(&script), NULL, NULL, error, sizeof error)) {
        fail_msg("%s", error);
    }
    visited_hall_assert_reset(replay, &fresh);
    buffer_finish(&fresh);
    buffer_finish(&script);
    replay_destroy(replay);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_visit_goes_as_expected),
        cmocka_unit_test(random_touches_and_a_reset_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, open_hall, visited_hall_close);
}
