/* What the player's tests know of the numbered films that tests/make-clips makes. */
#ifndef TESTS_NUMBERED_FILM_H
#define TESTS_NUMBERED_FILM_H

#include "player_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { PATIENCE = 15000 };

/* The picture that a film shows at this position, from its rate; positions are rounded down. */
static inline int number_at(millis position, double rate) {
    return (int)((double)position * rate / 1000 + 0.999);
}

static inline void start(struct rig *rig) {
    rig_init(rig);
    rig_start_player(rig);
}

static inline void open_clip(struct rig *rig, const char *name, bool loop) {
    rig->player.open(rig->player.self, rig_clip(name), loop);
}

/* How far a film that plays on may be past a picture by the time that we look. */
static inline int past(void) {
    return rig_strict() ? 4 : 15;
}

/* Whether the player told the moment of this very picture; of one beside it, where the picture may
   have changed between the two looks of a test that was held up. */
static inline bool told_as(struct rig *rig, int number, double rate) {
    return abs(number_at(rig_facts(rig).position, rate) - number) <= (rig_strict() ? 0 : 1);
}

/* Waits for the picture `wanted`. A film that plays on may have gone past it by the time that a
   busy machine lets us look: then one of the next few will do. A picture of before the seek is not
   told as one of these. */
static inline int number_after_seek(struct rig *rig, int wanted, int slack, double rate) {
    int number = -1;
    for (millis end = clock_now() + rig_limit(3000); clock_now() < end;) {
        rig_hear(rig, 100);
        number = rig_number(rig);
        if (number >= wanted && number <= wanted + slack &&
            (!rig_strict() || told_as(rig, number, rate))) {
            break;
        }
    }
    return number;
}

#endif
