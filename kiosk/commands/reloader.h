/* Loads the exhibition on a thread of its own: at the start, while the screen opens, and beside the
   one that is shown whenever its files change. */
#ifndef COMMANDS_RELOADER_H
#define COMMANDS_RELOADER_H

#include "commands/exhibit.h"

struct reloader;

/* Begins to load, and watches scenes/ and assets/ below `directory` from then on, folders that are
   made later too; if they cannot be watched, a line in the log says so. After each change has
   settled (150 ms, so that an editor's save is one change) it loads again. The prober stays the
   caller's and is the reloader's alone until reloader_destroy. */
struct reloader *reloader_create(const char *directory, struct prober *prober);
void reloader_destroy(struct reloader *reloader);

/* Waits for what the attract loop needs of the exhibition, which is there long before the whole;
   now the caller's. NULL if something is wrong with it. May be called once, before reloader_first.
 */
struct exhibition *reloader_front(struct reloader *reloader);

/* Waits for the exhibition as it was at the start; now the caller's. To be called once, before
   anything else. */
struct exhibition *reloader_first(struct reloader *reloader);

/* From now on `ready(self)` is called, from the reloader's thread, when there is one to take. */
void reloader_on_ready(struct reloader *reloader, void (*ready)(void *self), void *self);

/* The newest exhibition that was loaded and not yet taken, now the caller's; or NULL. */
struct exhibition *reloader_take(struct reloader *reloader);

#endif
