/* The sound bed: a calm, quiet chord that moves with the shots, made from nothing but sines. */
#include "explainer/sound.h"

#include "base/log.h"
#include "base/memory.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 48000, VOICES = 4, CHORDS = 4, FADE_MS = 1500 };

/* Open chords on the pentatonic scale of A (semitones from A2, 110 Hz): they follow each other in
   any order without a clash. */
static const int chords[CHORDS][VOICES] = {
    {0, 7, 16, 21}, {5, 12, 16, 24}, {-3, 9, 16, 19}, {2, 9, 14, 21}};

/* How loud shot `index`'s chord is at `second` of the film: neighbours cross-fade. */
static double presence(double second, double begin, double end) {
    double fade = FADE_MS / 1000.0;
    double in = (second - begin + fade / 2) / fade;
    double out = (end + fade / 2 - second) / fade;
    double share = fmax(0, fmin(1, fmin(in, out)));
    return sin(share * M_PI / 2);
}

static double chord_at(size_t index, double second) {
    double sum = 0;
    for (int voice = 0; voice < VOICES; voice++) {
        double pitch = 110.0 * pow(2, chords[index % CHORDS][voice] / 12.0);
        double swell = 0.7 + 0.3 * sin(2 * M_PI * second * (0.07 + 0.02 * voice) + voice);
        sum += swell * sin(2 * M_PI * pitch * second) / (1 + voice);
        sum += 0.15 * swell * sin(2 * M_PI * pitch * 2.003 * second) / (1 + voice);
    }
    return sum;
}

static double bed_at(const struct storyboard *storyboard, double second, double length) {
    double begin = 0;
    double sum = 0;
    for (size_t i = 0; i < storyboard->shots.count; i++) {
        double end = begin + (double)ITEM(storyboard->shots, struct shot, i)->length / 1000;
        double share = presence(second, begin, end);
        if (share > 0) {
            sum += share * chord_at(i, second);
        }
        begin = end;
    }
    double edges = fmin(1, fmin(second, length - second) / (FADE_MS / 1000.0));
    return 0.045 * sum * fmax(0, edges);
}

static void put(unsigned char *at, uint32_t number, int bytes) {
    for (int i = 0; i < bytes; i++) {
        at[i] = (unsigned char)(number >> (8 * i));
    }
}

static void put_name(unsigned char *at, const char *name) {
    for (int i = 0; i < 4; i++) {
        at[i] = (unsigned char)name[i];
    }
}

static void wav_header(unsigned char header[44], uint32_t bytes) {
    put_name(header, "RIFF");
    put_name(header + 8, "WAVE");
    put_name(header + 12, "fmt ");
    put(header + 4, 36 + bytes, 4);
    put(header + 16, 16, 4);
    put(header + 20, 1, 2);
    put(header + 22, 1, 2);
    put(header + 24, RATE, 4);
    put(header + 28, RATE * 2, 4);
    put(header + 32, 2, 2);
    put(header + 34, 16, 2);
    put_name(header + 36, "data");
    put(header + 40, bytes, 4);
}

bool sound_write(const struct storyboard *storyboard, const char *path) {
    FILE *file = fopen(path, "wbe");
    if (!file) {
        log_error("cannot write %s: %s", path, strerror(errno));
        return false;
    }
    double length = (double)storyboard_length(storyboard) / 1000;
    uint32_t samples = (uint32_t)(length * RATE);
    unsigned char header[44];
    wav_header(header, samples * 2);
    (void)fwrite(header, sizeof header, 1, file);
    for (uint32_t i = 0; i < samples; i++) {
        unsigned char sample[2];
        double level = bed_at(storyboard, (double)i / RATE, length);
        put(sample, (uint32_t)(int32_t)(fmax(-1, fmin(1, level)) * 32767), 2);
        (void)fwrite(sample, sizeof sample, 1, file);
    }
    bool good = !ferror(file);
    good = fclose(file) == 0 && good;
    if (!good) {
        log_error("cannot write %s", path);
    }
    return good;
}
