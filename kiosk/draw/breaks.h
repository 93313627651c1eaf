/* Breaks: where a line may end, by UAX #14 and what Chinese typesetting adds to it. */
#ifndef DRAW_BREAKS_H
#define DRAW_BREAKS_H

#include "draw/letters.h"

struct breaker;

/* NULL, with a line in the log, if ICU's rules cannot be loaded. */
struct breaker *breaker_create(void);
void breaker_destroy(struct breaker *breaker);

/* Sets break_before, word_before and seam of every letter: from UAX #14, ICU's dictionary of
   Chinese words and the phrases. A NULL breaker allows breaks at spaces and between Han characters
   only. */
void breaker_mark(struct breaker *breaker, struct letters *letters);

#endif
