/* Directories that are made where they are missing. */
#ifndef BASE_DIRECTORIES_H
#define BASE_DIRECTORIES_H

#include <stdbool.h>

/* Makes the directory and those that lead to it. True when it is there; false, with errno, when it
   cannot be made. */
bool directories_make(const char *path);

#endif
