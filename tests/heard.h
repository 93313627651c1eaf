/* Ears: a table of sounds that writes down what would be heard. */
#ifndef TESTS_HEARD_H
#define TESTS_HEARD_H

#include "base/buffer.h"
#include "sound/sounds.h"

struct heard {
    struct buffer cues; /* "touch right " */
};

static inline void heard_play(void *self, enum sound_cue cue) {
    static const char *const names[SOUND_CUES] = {[SOUND_TOUCH] = "touch ",
                                                  [SOUND_DONE] = "done ",
                                                  [SOUND_WRONG] = "wrong ",
                                                  [SOUND_RIGHT] = "right "};
    buffer_add(&((struct heard *)self)->cues, names[cue]);
}

/* The table; valid as long as `heard`, which is zeroed at first and ends with buffer_finish. */
static inline struct sounds heard_table(struct heard *heard) {
    return (struct sounds){.play = heard_play, .self = heard};
}

#endif
