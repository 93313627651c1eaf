/* How complete each language is: texts that are written by language, and how many have each. */
#ifndef CONTENT_COMPLETENESS_H
#define CONTENT_COMPLETENESS_H

#include "content/hall.h"

#include <stddef.h>

/* Counts the texts of the hall, its zones and scenes that the files give by language; a text that
   is the same in every language does not count. `have`, of document.languages.count numbers, gets
   how many of them have each of the hall's languages. Returns how many texts there are. */
size_t hall_completeness(const struct hall *hall, size_t *have);

#endif
