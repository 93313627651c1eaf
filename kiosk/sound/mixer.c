/* The mixer: cues that sound at the same time are added up; none of them cuts another short. */
#include "sound/mixer.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void mixer_render(struct mixer *mixer) {
    for (int cue = 0; cue < SOUND_CUES && !mixer->tones[SOUND_CUES - 1]; cue++) {
        mixer->tones[cue] = memory_alloc(tone_samples((enum sound_cue)cue) * sizeof(float));
        tone_render((enum sound_cue)cue, mixer->tones[cue]);
    }
}

void mixer_finish(struct mixer *mixer) {
    for (int cue = 0; cue < SOUND_CUES; cue++) {
        free(mixer->tones[cue]);
    }
    *mixer = (struct mixer){0};
}

/* A film's volume is a cube for the sound servers, and the cues keep their distance from it. */
float mixer_gain(int percent) {
    float share = fminf(fmaxf((float)percent / 100, 0), 1);
    return share * share * share;
}

void mixer_start(struct mixer *mixer, enum sound_cue cue, int percent) {
    float gain = mixer_gain(percent);
    for (int i = 0; i < MIXER_VOICES && gain > 0; i++) {
        struct mixer_voice *voice = &mixer->voices[i];
        if (voice->gain <= 0) {
            *voice = (struct mixer_voice){.cue = cue, .gain = gain};
            return;
        }
    }
}

void mixer_clear(struct mixer *mixer) {
    memset(mixer->voices, 0, sizeof mixer->voices);
}

bool mixer_sounds(const struct mixer *mixer) {
    for (int i = 0; i < MIXER_VOICES; i++) {
        if (mixer->voices[i].gain > 0) {
            return true;
        }
    }
    return false;
}

static void add_voice(struct mixer *mixer, struct mixer_voice *voice, float *samples,
                      size_t count) {
    const float *tone = mixer->tones[voice->cue];
    size_t length = tone_samples(voice->cue);
    size_t left = length - voice->at < count ? length - voice->at : count;
    for (size_t i = 0; i < left; i++) {
        samples[i] += voice->gain * tone[voice->at + i];
    }
    voice->at += left;
    if (voice->at == length) {
        *voice = (struct mixer_voice){0};
    }
}

void mixer_mix(struct mixer *mixer, float *samples, size_t count) {
    memset(samples, 0, count * sizeof *samples);
    for (int i = 0; i < MIXER_VOICES; i++) {
        if (mixer->voices[i].gain > 0) {
            add_voice(mixer, &mixer->voices[i], samples, count);
        }
    }
}
