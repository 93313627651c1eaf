/* Libraries that are loaded when something first needs them, by dlopen(3). */
#include "draw/library.h"

#include <dlfcn.h>
#include <stddef.h>

void *library_open(const char *name) {
    return dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
}

void library_close(void *library) {
    if (library) {
        (void)dlclose(library);
    }
}

/* POSIX lets an object pointer be one to a function; ISO C has no cast for it. */
bool library_find(void *library, const char *name, void *function) {
    *(void **)function = dlsym(library, name);
    return *(void **)function != NULL;
}
