/* The modules: this program's own plugins for libvlc, linked in. */
#ifndef PLAYER_MODULES_H
#define PLAYER_MODULES_H

#include <vlc/vlc.h>
#include <vlc_common.h>

/* The name by which vlc.c asks for the display. */
#define MODULES_DISPLAY "kiosk"

/* Called by libvlc's threads; they return its codes. */
int display_open(vlc_object_t *object);
void display_close(vlc_object_t *object);
int tap_open(vlc_object_t *object);
void tap_close(vlc_object_t *object);

#endif
