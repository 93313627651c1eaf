/* Takes up saved files: watches the content directory and loads a new exhibition beside the one
   that is shown, on a thread of its own. */
#ifndef COMMANDS_RELOADER_H
#define COMMANDS_RELOADER_H

#include "commands/exhibit.h"

struct reloader;

/* Watches scenes/ and assets/ below `directory`, folders that are made later too. After each change
   has settled (150 ms, so that an editor's save is one change) loads, keeps the result for
   reloader_take, and calls `ready(self)` from its thread. NULL, with a line in the log, if the
   directory cannot be watched. The prober stays the caller's and is the reloader's alone until
   reloader_destroy. */
struct reloader *reloader_create(const char *directory, struct prober *prober,
                                 void (*ready)(void *self), void *self);
void reloader_destroy(struct reloader *reloader);

/* The newest exhibition that was loaded and not yet taken, now the caller's; or NULL. */
struct exhibition *reloader_take(struct reloader *reloader);

#endif
