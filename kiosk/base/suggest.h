/* Suggestions: the known word that a mistyped one most likely meant. */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include <stddef.h>

/* The word nearest to `typed` by optimal string alignment distance (letters changed, added, left
   out or swapped; Damerau 1964), or NULL when none is near: at most a third of the letters, and at
   least one, may be wrong. Letters count as the same in either case. */
const char *suggest_nearest(const char *typed, const char *const *known, size_t count);

#endif
