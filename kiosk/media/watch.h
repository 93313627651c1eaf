/* The watch: a thread that sleeps until a descriptor is readable or a moment has come. */
#ifndef MEDIA_WATCH_H
#define MEDIA_WATCH_H

#include "base/clock.h"

enum { WATCHED_MOST = 2 };

struct watch;

/* `wake` is called by the watch's thread, once for each time the watch is set. */
struct watch *watch_create(void (*wake)(void *self), void *self);
void watch_destroy(struct watch *watch);

/* Watches these descriptors (-1: none) and the moment `deadline` (-1: none) from now on, instead of
   what was watched before. A descriptor may be closed once it is no longer watched, which is so
   when this returns. Never waits longer than the thread takes to be woken. */
void watch_set(struct watch *watch, const int fds[WATCHED_MOST], millis deadline);

#endif
