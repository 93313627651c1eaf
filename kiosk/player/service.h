/* The service: carries out the screen's orders with at most two films, and reports. */
#ifndef PLAYER_SERVICE_H
#define PLAYER_SERVICE_H

#include "base/clock.h"
#include "player/output.h"

#include <vlc/vlc.h>

/* Serves the screen on `screen` until it hangs up, beating to the keeper on `keeper` (-1: none).
   Returns the program's exit code. This is the media thread: all of libvlc's players are its. */
int service_run(libvlc_instance_t *vlc, int screen, int keeper);

#endif
