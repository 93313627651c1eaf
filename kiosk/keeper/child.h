/* A child of the keeper: its process, its beats, and when it may be started again. */
#ifndef KEEPER_CHILD_H
#define KEEPER_CHILD_H

#include "base/clock.h"

#include <stdbool.h>
#include <sys/types.h>

enum { CHILD_STARTS_REMEMBERED = 16 };

struct child {
    const char *name;                       /* for the log */
    pid_t pid;                              /* 0: not running */
    int socket;                             /* where its beats arrive; -1: none */
    bool wants_player;                      /* it has said so since its start */
    millis patience;                        /* before its first beat */
    millis deadline;                        /* when it is given up unless it beats */
    millis starts[CHILD_STARTS_REMEMBERED]; /* the latest, a ring */
    int start_count;
    millis may_start; /* not before */
};

void child_init(struct child *child, const char *name, millis patience);

/* It was started: takes the socket. */
void child_started(struct child *child, pid_t pid, int socket);

/* Takes in its beats. */
void child_hear(struct child *child);

/* Kills it if it has been silent for too long. */
void child_check(struct child *child, millis now);

/* It was reaped with this wait status: logs how, and sets when it may start again: at once for the
   first three in a minute, then 250 ms, doubled each time up to 10 s. */
void child_ended(struct child *child, int status, millis now);

/* It was reaped, having ended as it should: may start again in 250 ms. */
void child_left(struct child *child, millis now);

/* Ends it for good: SIGTERM, then SIGKILL after a second; returns when it is reaped. */
void child_end(struct child *child);

#endif
