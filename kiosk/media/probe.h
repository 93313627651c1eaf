/* Asks kiosk-player, in a process of its own, whether a film or a sound decodes. */
#ifndef MEDIA_PROBE_H
#define MEDIA_PROBE_H

#include "base/clock.h"

#include <stdbool.h>

/* What a film is: its first picture as it is to be seen, and its length. */
struct media_facts {
    int width, height; /* 0 for sound alone */
    bool has_audio;
    millis duration;
};

/* Runs `program --probe path` (kiosk-player), which prints "good WIDTH HEIGHT MILLISECONDS yes|no"
   or "bad", and is ended after ten seconds. False for what cannot be played. Any thread; waits. */
bool media_probe(const char *program, const char *path, struct media_facts *facts);

#endif
