/* Libraries that are loaded when something first needs them, not when the program starts. */
#ifndef DRAW_LIBRARY_H
#define DRAW_LIBRARY_H

#include <stdbool.h>

/* Loads the shared object `name`; one that is there already is found again in no time. It is never
   unloaded, though every handle is closed: GObject cannot forget a type. NULL where it is not
   installed; dlerror() says more. */
void *library_open(const char *name);
/* Gives the handle back; NULL is let pass. */
void library_close(void *library);

/* Sets `*function`, a pointer to a function, to the one of that name. False where there is none. */
bool library_find(void *library, const char *name, void *function);

#endif
