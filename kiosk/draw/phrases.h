/* Phrases: which small words of a title belong to the word before or after them. */
#ifndef DRAW_PHRASES_H
#define DRAW_PHRASES_H

#include "draw/letters.h"

/* Takes word_before away where a line of a title should not begin: before 的 and its like, after a
   numeral or a pointing word (两, 这), after an English article or preposition. */
void phrases_keep(struct letters *letters);

#endif
