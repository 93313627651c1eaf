/* Tones: what each cue sounds like, made from a few sines that die away, as of a struck bar. */
#ifndef SOUND_TONE_H
#define SOUND_TONE_H

#include "sound/sounds.h"

#include <stddef.h>

enum {
    TONE_RATE = 48000,     /* samples a second, one channel */
    TONE_SHORTEST_MS = 60, /* less is a click */
    TONE_LONGEST_MS = 600, /* more is music */
    TONE_NOTES_AT_MOST = 4,
};

/* No sample of any cue lies further from 0: -24 dB of full scale. The loudest moments of the
   exhibition's films reach -19. */
#define TONE_LOUDEST 0.063F

/* One stroke of a cue. */
struct tone_note {
    int pitch;    /* semitones above the A of 110 Hz, on the scale of the films' bed */
    int start_ms; /* from the cue's start */
    float level;  /* against the cue's other notes; 0: there is no such note */
};

/* A cue's notes, and how they are struck. */
struct tone {
    int length_ms;
    float attack_ms; /* from nothing to full: the softer the mallet, the longer */
    float decay_ms;  /* in which a note's lowest sine falls to 1/e */
    float peak;      /* the farthest sample from 0 */
    struct tone_note notes[TONE_NOTES_AT_MOST];
};

/* Of what a cue is made. Any thread. */
const struct tone *tone_of(enum sound_cue cue);

/* How many samples a cue lasts. Any thread. */
size_t tone_samples(enum sound_cue cue);

/* Writes the cue at full volume, tone_samples() long, to `samples`: it begins and ends at 0. Takes
   some milliseconds. Any thread. */
void tone_render(enum sound_cue cue, float *samples);

#endif
