/* The words of a touch script's steps: numbers, elements, and places to touch. */
#include "input/script_steps.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool script_read_number(struct script *script, const char *word, float *number) {
    char *end;
    *number = strtof(word, &end);
    if (end == word || *end != '\0' || !isfinite(*number)) {
        buffer_printf(&script->error, "%s is not a number", word);
        return false;
    }
    return true;
}

bool script_read_count(struct script *script, const char *word, int *count) {
    char *end;
    long value = strtol(word, &end, 10);
    if (end == word || *end != '\0' || value < 0 || value > 100000000) {
        buffer_printf(&script->error, "%s is not a whole number", word);
        return false;
    }
    *count = (int)value;
    return true;
}

static void list_elements(struct script *script, const struct elements *elements) {
    buffer_add(&script->error, elements->list.count ? "; there are:" : "; there is none");
    for (size_t i = 0; i < elements->list.count; i++) {
        struct element_id id = elements->list.items[i].id;
        buffer_printf(&script->error, "%s %s.%d", i ? "," : "", id.name, id.index);
    }
}

/* Whether `word` is the element's NAME.INDEX. */
static bool is_written(struct element_id id, const char *word) {
    size_t length = strlen(id.name);
    if (strncmp(id.name, word, length) != 0 || word[length] != '.') {
        return false;
    }
    char *end;
    const char *index = word + length + 1;
    return strtol(index, &end, 10) == id.index && end != index && *end == '\0';
}

const struct element *script_find_element(struct script *script, const char *word) {
    const struct elements *elements = script->player->elements(script->player->self);
    for (size_t i = elements->list.count; i > 0; i--) {
        const struct element *element = &elements->list.items[i - 1];
        if (is_written(element->id, word)) {
            return element;
        }
    }
    return NULL;
}

const struct element *script_read_element(struct script *script, const char *word) {
    const struct element *element = script_find_element(script, word);
    if (!element) {
        buffer_printf(&script->error, "no element %s on the screen", word);
        list_elements(script, script->player->elements(script->player->self));
    }
    return element;
}

bool script_read_target(struct script *script, char *const *words, size_t count,
                        struct target *target) {
    *target = (struct target){0};
    if (count == 2) {
        return script_read_number(script, words[0], &target->at.x) &&
               script_read_number(script, words[1], &target->at.y);
    }
    target->element = script_read_element(script, words[0]);
    if (!target->element) {
        return false;
    }
    struct rect rect = target->element->rect;
    struct point in = {0.5F, 0.5F};
    if (count == 3 && (!script_read_number(script, words[1], &in.x) ||
                       !script_read_number(script, words[2], &in.y))) {
        return false;
    }
    target->at = (struct point){rect.x + rect.w * in.x, rect.y + rect.h * in.y};
    const struct script_player *player = script->player;
    if (!rect_contains((struct rect){0, 0, player->width, player->height}, target->at.x,
                       target->at.y)) {
        buffer_printf(&script->error, "element %s is outside the screen", words[0]);
        return false;
    }
    return true;
}
