/* The mixer: cues that sound at the same time are added up; none of them cuts another short. */
#ifndef SOUND_MIXER_H
#define SOUND_MIXER_H

#include "sound/tone.h"

#include <stdbool.h>

/* So many sound at once; nobody tells more of them apart. All of them at their loudest together
   stay within full scale, so that nothing need be limited. */
enum { MIXER_VOICES = 8 };

/* A cue that sounds. */
struct mixer_voice {
    enum sound_cue cue;
    float gain; /* 0: the voice is free */
    size_t at;  /* the next sample */
};

/* Plain state, not locked; zeroed it is valid and silent. */
struct mixer {
    float *tones[SOUND_CUES]; /* NULL before mixer_render */
    struct mixer_voice voices[MIXER_VOICES];
};

/* Renders every cue, once: some milliseconds. Before the first mixer_mix; cues may be begun
   before, or meanwhile by another thread. */
void mixer_render(struct mixer *mixer);

/* Frees the rendered cues; it is silent and valid again. */
void mixer_finish(struct mixer *mixer);

/* Begins a cue, at a volume in percent as films have it. Where every voice is taken the new one is
   left out: ending an old one in its middle would click. */
void mixer_start(struct mixer *mixer, enum sound_cue cue, int percent);

/* Forgets what sounds, at once: only while nobody hears it. */
void mixer_clear(struct mixer *mixer);

/* Whether any cue still sounds. */
bool mixer_sounds(const struct mixer *mixer);

/* Writes the next `count` samples, between -1 and 1; silence where nothing sounds. */
void mixer_mix(struct mixer *mixer, float *samples, size_t count);

/* What a volume of so many percent multiplies samples by. */
float mixer_gain(int percent);

#endif
