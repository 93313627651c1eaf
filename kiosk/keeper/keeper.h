/* The keeper: the small parent that starts screen and player, and starts them again. */
#ifndef KEEPER_KEEPER_H
#define KEEPER_KEEPER_H

#include "base/clock.h"

#include <stdbool.h>

struct keeper_setup {
    /* Runs in a child made by fork, without exec; what it returns is the child's exit code, 0 or 2
       for an end by its own will (1 is what Xlib ends a process with when it loses the display). It
       beats with keeper_beat on `control`, and gives `control` to the media client. */
    int (*screen)(void *self, int control);
    void *self;
    const char *player; /* path of kiosk-player, as media_program finds it */
    bool steadfast;     /* only SIGTERM ends it */
};

/* Starts both, restarts what dies or falls silent (at once at first, then ever more slowly), and
   returns when it is over: the screen's exit code if it ended by itself, 0 after SIGTERM (or SIGINT
   or SIGHUP, unless steadfast), 1 if nothing could be started. Both children have ended then.
   SIGUSR1 is passed on to the screen, which starts with it blocked. To be called before there is
   any thread; it is the only part of the program that runs others. */
int keeper_run(const struct keeper_setup *setup);

/* Screen: tells the keeper that all is well for another KEEPER_SCREEN_PATIENCE. */
enum { KEEPER_SCREEN_PATIENCE = 9000, KEEPER_SCREEN_BEAT = 4000 };
void keeper_beat(int control);

#endif
