/* The tour: the hall walked by made-up touches on a real screen, leaving a picture of each stop. */
#ifndef COMMANDS_TOUR_H
#define COMMANDS_TOUR_H

#include "commands/loop.h"

/* From the attract loop into each zone and into one scene of each kind, with films playing; writes
   PNGs into `directory`, which must exist. False, with lines in the log, when a step went wrong. */
bool tour_run(struct loop *loop, const char *directory);

#endif
