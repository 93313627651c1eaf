/* The speaker: plays cues on the machine's sound device, which it holds only while there is
   something to hear. */
#ifndef SOUND_SPEAKER_H
#define SOUND_SPEAKER_H

#include "base/clock.h"
#include "sound/sounds.h"

struct speaker;

/* How patient it is; milliseconds. */
struct speaker_times {
    millis late;  /* a cue that waited longer than this for the device is not played any more */
    millis rest;  /* after the last cue the device is kept so long: more than any cue lasts */
    millis retry; /* so long after there was no device it is not looked for again */
};

/* What an exhibit is well served with. */
extern const struct speaker_times speaker_usual_times;

/* Starts a thread that sleeps until there is something to play. Opens no device yet. NULL, with a
   line in the log, when there can be no thread. */
struct speaker *speaker_create(const struct speaker_times *times);

/* Ends what sounds, and waits for the device to be closed. Takes NULL. Before SDL's video is given
   up: they count SDL's users of events together. */
void speaker_destroy(struct speaker *speaker);

/* Plays a cue at a volume in percent; 0 does nothing, not even open the device. Returns at once:
   opening and closing the device is the thread's work, and a machine without one stays silent, with
   one line in the log. Takes NULL. Any thread. */
void speaker_play(struct speaker *speaker, enum sound_cue cue, int percent);

#endif
