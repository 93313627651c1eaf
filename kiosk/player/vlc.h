/* libvlc as this program uses it: one instance with the arguments that suit memory output. */
#ifndef PLAYER_VLC_H
#define PLAYER_VLC_H

#include <vlc/vlc.h>

/* NULL, with a line in the log, if libvlc cannot start. Sound goes to whatever libvlc finds, or
   nowhere if there is no device or `silent`. */
libvlc_instance_t *vlc_start(bool silent);

#endif
