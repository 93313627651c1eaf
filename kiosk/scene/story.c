/* Stories: moments joined by choices, what is remembered on the way, and every way there is. */
#include "scene/story.h"

#include "base/list.h"
#include "base/memory.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int story_moment_named(const struct story *story, const char *name) {
    for (int i = 0; i < story->count; i++) {
        if (strcmp(story->moments[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

int story_word_named(const struct story *story, const char *name) {
    for (int i = 0; i < story->word_count; i++) {
        if (strcmp(story->words[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

bool story_condition_read(const struct story *story, const char *text,
                          struct story_condition *condition, char *word, int size) {
    *condition = (struct story_condition){.least = 1};
    if (strncmp(text, "not ", 4) == 0) {
        condition->none = true;
        text += 4;
    }
    int length = (int)strcspn(text, " ");
    (void)snprintf(word, (size_t)size, "%.*s", length, text);
    condition->word = story_word_named(story, word);
    const char *count = text + length;
    if (*count == ' ' && isdigit((unsigned char)count[1]) && count[2] == '\0') {
        condition->least = (uint8_t)(count[1] - '0');
        count += 2;
    }
    return condition->word >= 0 && *count == '\0' && condition->least >= 1 &&
           condition->least <= STORY_COUNT_MOST;
}

bool story_holds(const struct story_when *when, const struct story_state *state) {
    bool all = true;
    for (int i = 0; i < when->count; i++) {
        const struct story_condition *one = &when->all[i];
        bool reached = one->word >= 0 && state->counts[one->word] >= one->least;
        all = all && reached != one->none;
    }
    return all;
}

bool story_offers(const struct story *story, const struct story_state *state, int choice) {
    const struct story_moment *moment = &story->moments[state->at];
    return choice >= 0 && choice < moment->choice_count && moment->choices[choice].to >= 0 &&
           story_holds(&moment->choices[choice].when, state);
}

void story_take(const struct story *story, struct story_state *state, int choice) {
    const struct story_choice *taken = &story->moments[state->at].choices[choice];
    for (int i = 0; i < taken->remember_count; i++) {
        uint8_t *count = &state->counts[taken->remembers[i]];
        *count = (uint8_t)(*count + (*count < STORY_COUNT_MOST));
    }
    state->at = taken->to;
}

/* A state as one number, of which no two states share one: 3 bits for each count. */
static uint64_t packed(const struct story_state *state) {
    uint64_t key = (uint64_t)state->at;
    for (int i = 0; i < STORY_WORDS; i++) {
        key = key << 3 | state->counts[i];
    }
    return key;
}

enum { VISITS_MOST = 4096, SLOTS = 4 * VISITS_MOST };

/* A state that can be come to, and from where first. */
struct visit {
    struct story_state state;
    int from; /* a visit, -1 for none */
    uint8_t choice;
};

/* From one visit to another: what story_explore goes back along. */
struct step {
    int from, to;
};

/* A walk through everything that can be come to, breadth first. */
struct walk {
    const struct story *story;
    uint8_t counts_most[STORY_WORDS]; /* more makes no difference to any condition */
    LIST(struct visit) visits;
    LIST(struct step) steps;
    int slots[SLOTS]; /* by the packed state: a visit's index plus one */
    bool too_many;
};

static void note_conditions(struct walk *walk, const struct story_when *when) {
    for (int i = 0; i < when->count; i++) {
        const struct story_condition *one = &when->all[i];
        if (one->word >= 0 && walk->counts_most[one->word] < one->least) {
            walk->counts_most[one->word] = one->least;
        }
    }
}

static void note_all_conditions(struct walk *walk) {
    for (int m = 0; m < walk->story->count; m++) {
        const struct story_moment *moment = &walk->story->moments[m];
        for (int i = 0; i < moment->choice_count; i++) {
            note_conditions(walk, &moment->choices[i].when);
        }
        for (int i = 0; i < moment->also_count; i++) {
            note_conditions(walk, &moment->also[i]);
        }
    }
}

/* The visit of a state, which is a new one if nobody came to it before; -1 when there are too
   many. */
static int visit_state(struct walk *walk, struct story_state state, int from, int choice) {
    for (int i = 0; i < STORY_WORDS; i++) {
        if (state.counts[i] > walk->counts_most[i]) {
            state.counts[i] = walk->counts_most[i];
        }
    }
    uint64_t key = packed(&state);
    size_t slot = (size_t)(key * 0x9E3779B97F4A7C15U >> 32) % SLOTS;
    while (walk->slots[slot] > 0) {
        int there = walk->slots[slot] - 1;
        if (packed(&walk->visits.items[there].state) == key) {
            return there;
        }
        slot = (slot + 1) % SLOTS;
    }
    if (walk->visits.count == VISITS_MOST) {
        walk->too_many = true;
        return -1;
    }
    struct visit visit = {state, from, (uint8_t)choice};
    LIST_PUSH(&walk->visits, visit);
    walk->slots[slot] = (int)walk->visits.count;
    return (int)walk->visits.count - 1;
}

/* Follows every choice of every state. */
static struct walk *walk_create(const struct story *story, const struct story_state *from) {
    struct walk *walk = memory_alloc_zeroed(1, sizeof *walk);
    walk->story = story;
    note_all_conditions(walk);
    (void)visit_state(walk, *from, -1, 0);
    for (size_t i = 0; i < walk->visits.count; i++) {
        const struct story_state here = walk->visits.items[i].state;
        for (int choice = 0; choice < story->moments[here.at].choice_count; choice++) {
            struct story_state next = here;
            if (story_offers(story, &here, choice)) {
                story_take(story, &next, choice);
                struct step step = {(int)i, visit_state(walk, next, (int)i, choice)};
                if (step.to >= 0) {
                    LIST_PUSH(&walk->steps, step);
                }
            }
        }
    }
    return walk;
}

static void walk_destroy(struct walk *walk) {
    LIST_FINISH(&walk->visits);
    LIST_FINISH(&walk->steps);
    free(walk);
}

/* The choices that lead to a visit, written from the last to the first; how many. */
static int write_path(const struct walk *walk, int visit, uint8_t *choices, int most) {
    int length = 0;
    for (int v = visit; walk->visits.items[v].from >= 0; v = walk->visits.items[v].from) {
        length++;
    }
    int at = length;
    for (int v = visit; at > 0 && length <= most; v = walk->visits.items[v].from) {
        choices[--at] = walk->visits.items[v].choice;
    }
    return length <= most ? length : -1;
}

int story_path(const struct story *story, const struct story_state *from, int target,
               uint8_t *choices, int most) {
    struct walk *walk = walk_create(story, from);
    int length = -1;
    for (size_t i = 0; i < walk->visits.count && length < 0; i++) {
        int at = walk->visits.items[i].state.at;
        if (target == at ||
            (target == STORY_ANY_ENDING && story->moments[at].ending != ENDING_NONE)) {
            length = write_path(walk, (int)i, choices, most);
        }
    }
    walk_destroy(walk);
    return length;
}

/* From the endings backwards: whoever is at a visit that is not marked can reach none. */
static void find_stuck(const struct walk *walk, struct story_findings *findings) {
    bool *ends = memory_alloc_zeroed(walk->visits.count, sizeof *ends);
    bool more = true;
    for (size_t i = 0; i < walk->visits.count; i++) {
        ends[i] = walk->story->moments[walk->visits.items[i].state.at].ending != ENDING_NONE;
    }
    while (more) {
        more = false;
        for (size_t i = walk->steps.count; i > 0; i--) {
            struct step step = walk->steps.items[i - 1];
            if (ends[step.to] && !ends[step.from]) {
                ends[step.from] = more = true;
            }
        }
    }
    for (size_t i = 0; i < walk->visits.count; i++) {
        int at = walk->visits.items[i].state.at;
        findings->stuck[at] = findings->stuck[at] || !ends[i];
    }
    free(ends);
}

void story_explore(const struct story *story, struct story_findings *findings) {
    struct walk *walk = walk_create(story, &(struct story_state){0});
    *findings = (struct story_findings){.too_many = walk->too_many};
    for (size_t i = 0; i < walk->visits.count; i++) {
        const struct story_state *state = &walk->visits.items[i].state;
        const struct story_moment *moment = &story->moments[state->at];
        findings->reached[state->at] = true;
        for (int c = 0; c < moment->choice_count; c++) {
            findings->offered[state->at][c] |= story_offers(story, state, c);
        }
        for (int a = 0; a < moment->also_count; a++) {
            findings->shown[state->at][a] |= story_holds(&moment->also[a], state);
        }
    }
    if (!walk->too_many) {
        find_stuck(walk, findings);
    }
    walk_destroy(walk);
}
