/* The keeper: the small parent that starts screen and player, and starts them again. */
#ifndef KEEPER_KEEPER_H
#define KEEPER_KEEPER_H

#include "base/clock.h"

#include <stdbool.h>

struct keeper_setup {
    /* Runs in a child made by fork, without exec; what it returns is the child's exit code, 0 or 2
       for an end by its own will (1 is what Xlib ends a process with when it loses the display). It
       has a pulse on `control`, and gives `control` to the media client. */
    int (*screen)(void *self, int control);
    void *self;
    const char *player; /* path of kiosk-player, as media_program finds it; started once the screen
                           wants it */
    bool steadfast;     /* only SIGTERM ends it */
};

/* Starts the screen and, when that wants it, the player; restarts what dies or falls silent (at
   once at first, then ever more slowly), and returns when it is over: the screen's exit code if it
   ended by itself, 0 after SIGTERM (or SIGINT or SIGHUP, unless steadfast), 1 if nothing could be
   started. Both children have ended then. SIGUSR1 is passed on to the screen, which starts with it
   blocked. To be called before there is any thread; it is the only part of the program that runs
   others. */
int keeper_run(const struct keeper_setup *setup);

/* How the screen tells that it is well. Awake, it is given up after KEEPER_SCREEN_PATIENCE without
   a beat. Asleep, waiting for the display, it cannot hang, and beats seldom. */
enum {
    KEEPER_SCREEN_PATIENCE = 5000,
    KEEPER_SCREEN_BEAT = 1000,
    KEEPER_SLEEP_PATIENCE = 18000,
    KEEPER_SLEEP_LONGEST = 15000,
};

struct keeper_pulse {
    int control;
    millis beaten; /* 0: not yet */
    bool asleep;
};

/* Awake: a beat, unless there was one within KEEPER_SCREEN_BEAT and none from sleep since. */
void keeper_pulse_beat(struct keeper_pulse *pulse);

/* Falls asleep, for KEEPER_SLEEP_LONGEST at most; whoever wakes beats first. */
void keeper_pulse_sleep(struct keeper_pulse *pulse);

/* From now on there shall be a player. */
void keeper_want_player(const struct keeper_pulse *pulse);

#endif
