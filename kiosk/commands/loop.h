/* The screen process: one loop that waits, hears, lets the stage draw, and presents. */
#ifndef COMMANDS_LOOP_H
#define COMMANDS_LOOP_H

#include "commands/exhibit.h"
#include "screen/screen.h"

struct loop;

struct loop_setup {
    const struct place *place;
    struct prober *prober;           /* the loop's until loop_destroy */
    int control;                     /* this process's end of the keeper's socket */
    const char *language;            /* of a visit's start, or NULL */
    const char *scene;               /* where a visit starts, or NULL */
    int window_width, window_height; /* 0: fullscreen */
    bool notices;                    /* mistakes in saved files are shown on the screen too */
};

/* Opens the screen and the exhibition in its attract loop. NULL, with lines in the log, when there
   is no display or no font. An exhibition with mistakes shows that it will be back in a moment,
   until its files are mended. */
struct loop *loop_create(const struct loop_setup *setup);
void loop_destroy(struct loop *loop);

/* Waits for what happens next, at most until `deadline` (-1: as long as it takes), and shows what
   came of it. False when a window was closed. */
bool loop_step(struct loop *loop, millis deadline);

/* Makes a waiting loop_step go round. Any thread. */
void loop_wake(struct loop *loop);

/* The stage, and the hall it shows; both NULL until there was an exhibition that could be shown. A
   loop_step may replace either. */
struct stage *loop_stage(struct loop *loop);
const struct hall *loop_hall(const struct loop *loop);

/* What it all is drawn on; never NULL. */
struct screen *loop_screen(struct loop *loop);

#endif
