/* Tones: what each cue sounds like, made from a few sines that die away, as of a struck bar. */
#include "sound/tone.h"

#include <math.h>
#include <string.h>

enum { RELEASE_MS = 30 };

/* One family: they share the bar they are struck on and the A pentatonic scale. A touch is the
   first note of what is right; what is wrong falls by a third to the scale's own A, low and at
   rest; what is done climbs the chord that the films begin with. */
static const struct tone tones[SOUND_CUES] = {
    [SOUND_TOUCH] = {160, 3, 34, TONE_LOUDEST * 0.6F, {{31, 0, 1}}},
    [SOUND_DONE] =
        {600, 5, 120, TONE_LOUDEST, {{24, 0, 0.8F}, {28, 90, 0.8F}, {31, 180, 0.9F}, {36, 270, 1}}},
    [SOUND_WRONG] = {480, 12, 110, TONE_LOUDEST, {{16, 0, 0.9F}, {12, 130, 1}}},
    [SOUND_RIGHT] = {440, 4, 105, TONE_LOUDEST, {{31, 0, 0.8F}, {36, 110, 1}}},
};

/* What a bar of rosewood rings with: its note, an octave as in the films' bed, which beats a
   little, and the double octave that is heard as the knock. The higher, the sooner gone. */
static const struct {
    double ratio, level, decay_share;
} partials[] = {{1, 1, 1}, {2.003, 0.2, 0.55}, {4, 0.12, 0.25}};

const struct tone *tone_of(enum sound_cue cue) {
    return &tones[cue];
}

static size_t samples_in(int milliseconds) {
    return (size_t)milliseconds * TONE_RATE / 1000;
}

size_t tone_samples(enum sound_cue cue) {
    return samples_in(tones[cue].length_ms);
}

/* From 0 to 1 without a corner at either end: a corner is heard as a click. */
static double rise(double share) {
    return share >= 1 ? 1 : 0.5 - 0.5 * cos(M_PI * fmax(share, 0));
}

/* A note `second` after its stroke. */
static double note_at(const struct tone *tone, const struct tone_note *note, double second) {
    double pitch = 110 * pow(2, note->pitch / 12.0);
    double decay = tone->decay_ms / 1000.0;
    double sum = 0;
    for (size_t i = 0; i < sizeof partials / sizeof partials[0]; i++) {
        sum += partials[i].level * exp(-second / (decay * partials[i].decay_share)) *
               sin(2 * M_PI * pitch * partials[i].ratio * second);
    }
    return note->level * rise(second * 1000 / tone->attack_ms) * sum;
}

static void add_note(const struct tone *tone, const struct tone_note *note, float *samples,
                     size_t count) {
    size_t start = samples_in(note->start_ms);
    for (size_t i = start; i < count; i++) {
        samples[i] += (float)note_at(tone, note, (double)(i - start) / TONE_RATE);
    }
}

static void fade_end(float *samples, size_t count) {
    size_t release = samples_in(RELEASE_MS);
    for (size_t i = count - release; i < count; i++) {
        samples[i] *= (float)rise((double)(count - 1 - i) / (double)release);
    }
}

static void scale_to(float peak, float *samples, size_t count) {
    float farthest = 0;
    for (size_t i = 0; i < count; i++) {
        farthest = fmaxf(farthest, fabsf(samples[i]));
    }
    for (size_t i = 0; i < count; i++) {
        samples[i] *= peak / farthest;
    }
}

void tone_render(enum sound_cue cue, float *samples) {
    const struct tone *tone = &tones[cue];
    size_t count = tone_samples(cue);
    memset(samples, 0, count * sizeof *samples);
    for (int i = 0; i < TONE_NOTES_AT_MOST; i++) {
        if (tone->notes[i].level > 0) {
            add_note(tone, &tone->notes[i], samples, count);
        }
    }
    fade_end(samples, count);
    scale_to(tone->peak, samples, count);
}
