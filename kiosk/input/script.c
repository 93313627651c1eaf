/* Touch scripts: a visit as text, read line by line and played as touches, keys and time. */
#include "input/script.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "input/script_steps.h"

#include <stdio.h>
#include <string.h>

enum { LINE_WORDS = 6 };

/* One word of the language: how many words may follow it, and what it does. */
struct step {
    const char *word;
    size_t least, most;
    bool (*play)(struct script *script, char *const *words, size_t count);
    const char *usage;
};

static const struct step steps[] = {
    {"tap", 1, 3, step_tap, "tap answer.2, tap 540 960, or tap picture.0 0.2 0.5"},
    {"press", 1, 2, step_press, "press answer.2"},
    {"release", 0, 0, step_release, "release"},
    {"drag", 3, 5, step_drag, "drag picture.0 -400 0"},
    {"swipe", 1, 1, step_swipe, "swipe left"},
    {"pinch", 2, 3, step_pinch, "pinch picture.0 2.0"},
    {"hold", 1, 2, step_hold, "hold picture.0"},
    {"key", 1, 1, step_key, "key enter"},
    {"wait", 1, 1, step_wait, "wait 600"},
    {"random", 1, 1, step_random, "random 100"},
    {"shot", 1, 1, step_shot, "shot wrong"},
    {"language", 1, 1, step_language, "language en"},
    {"go", 1, 1, step_go, "go personal/phishing"},
};

enum { STEP_COUNT = sizeof steps / sizeof steps[0] };

static bool play_words(struct script *script, char *const *words, size_t count) {
    for (size_t i = 0; i < STEP_COUNT; i++) {
        const struct step *step = &steps[i];
        if (strcmp(step->word, words[0]) != 0) {
            continue;
        }
        if (count - 1 < step->least || count - 1 > step->most) {
            buffer_printf(&script->error, "%s is written: %s", step->word, step->usage);
            return false;
        }
        return step->play(script, words + 1, count - 1);
    }
    buffer_printf(&script->error, "there is no step %s; there are:", words[0]);
    for (size_t i = 0; i < STEP_COUNT; i++) {
        buffer_printf(&script->error, " %s", steps[i].word);
    }
    return false;
}

/* Plays one line; it is cut into its words in place. */
static bool play_line(struct script *script, char *line) {
    char *words[LINE_WORDS];
    size_t count = 0;
    char *rest = NULL;
    line[strcspn(line, "#")] = '\0';
    for (char *word = strtok_r(line, " \t\r", &rest); word; word = strtok_r(NULL, " \t\r", &rest)) {
        if (count == LINE_WORDS) {
            buffer_printf(&script->error, "too many words after %s", words[0]);
            return false;
        }
        words[count++] = word;
    }
    return count == 0 || play_words(script, words, count);
}

bool script_replay(const char *text, struct script_player *player, char *error, size_t error_size) {
    struct script script = {.player = player};
    struct arena lines = {0};
    bool good = true;
    int number = 0;
    while (good && *text) {
        size_t length = strcspn(text, "\n");
        good = play_line(&script, arena_strndup(&lines, text, length));
        text += length + (text[length] == '\n');
        number++;
    }
    script_lift(&script);
    if (error_size > 0) {
        error[0] = '\0';
    }
    if (!good) {
        (void)snprintf(error, error_size, "line %d: %s", number, buffer_text(&script.error));
    }
    buffer_finish(&script.error);
    arena_finish(&lines);
    return good;
}
