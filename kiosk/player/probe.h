/* The probe: says what a film is by decoding its first picture. */
#ifndef PLAYER_PROBE_H
#define PLAYER_PROBE_H

#include <vlc/vlc.h>

/* Plays `fd` (taken) without sound until its first picture, or until it is known to be sound
   alone, and prints "good WIDTH HEIGHT MILLISECONDS yes|no" (sound) or "bad". Returns the
   program's exit code. Takes at most nine seconds. */
int probe_run(libvlc_instance_t *vlc, int fd);

#endif
