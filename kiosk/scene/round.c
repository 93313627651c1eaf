/* A round of questions: which are asked, how their answers stand, what was chosen, the score. */
#include "scene/round.h"

#include <string.h>

static int at_most(int number, int most) {
    return number < most ? number : most;
}

/* One after the other, each is taken as often as places are left among the questions left: every
   choice is equally likely, and the order stays (Knuth, volume 2, 3.4.2, algorithm S). */
void round_begin(struct round *round, struct random *random, int questions, int draw) {
    int pool = at_most(questions, ROUND_POOL);
    int wanted = at_most(draw > 0 && draw < pool ? draw : pool, ROUND_QUESTIONS);
    memset(round, 0, sizeof *round);
    for (int i = 0; i < pool && round->count < wanted; i++) {
        int places = wanted - round->count;
        if (places == pool - i || random_below(random, (uint32_t)(pool - i)) < (uint32_t)places) {
            round->asked[round->count++] = (uint16_t)i;
        }
    }
}

void round_ask(struct round *round, struct random *random, int answers, unsigned right,
               bool shuffle, millis now) {
    round->answers = (uint8_t)(answers < ROUND_ANSWERS ? answers : ROUND_ANSWERS);
    for (uint8_t i = 0; i < round->answers; i++) {
        round->order[i] = i;
    }
    if (shuffle) {
        random_shuffle(random, round->order, round->answers);
    }
    round->right_answers = (uint8_t)right;
    round->chosen = 0;
    round->timed_out = false;
    round->phase = ROUND_ASKING;
    round->asked_at = now;
}

int round_question(const struct round *round) {
    return round->asked[round->at];
}

bool round_several(const struct round *round) {
    return (round->right_answers & (round->right_answers - 1)) != 0;
}

static void decide(struct round *round, millis now) {
    round->phase = ROUND_ANSWERED;
    round->decided_at = now;
    if (round->chosen == round->right_answers) {
        round->right |= UINT64_C(1) << round->at;
    }
}

bool round_choose(struct round *round, int answer, millis now) {
    if (round->phase != ROUND_ASKING || answer < 0 || answer >= round->answers) {
        return false;
    }
    round->chosen ^= (uint8_t)(1U << answer);
    if (round_several(round)) {
        return false;
    }
    decide(round, now);
    return true;
}

bool round_confirm(struct round *round, millis now) {
    if (round->phase != ROUND_ASKING || round->chosen == 0) {
        return false;
    }
    decide(round, now);
    return true;
}

bool round_time(struct round *round, millis limit, millis now) {
    if (limit <= 0 || round->phase != ROUND_ASKING || now - round->asked_at < limit) {
        return false;
    }
    round->timed_out = true;
    decide(round, now);
    return true;
}

bool round_was_right(const struct round *round, int place) {
    return (round->right >> place) & 1;
}

bool round_advance(struct round *round) {
    if (round->at + 1 >= round->count) {
        round->phase = ROUND_OVER;
        return false;
    }
    round->at++;
    return true;
}

int round_score(const struct round *round) {
    return __builtin_popcountll(round->right);
}
