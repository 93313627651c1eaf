/* Phrases: how well a title's line may begin with a letter, by the words on both sides. */
#ifndef DRAW_PHRASES_H
#define DRAW_PHRASES_H

#include "draw/letters.h"

/* Sets every letter's seam from its word_before: worse before 的 and its like, after a numeral, a
   pointing word (两, 这), an English article or preposition; and beside a word of one character
   that may be part of one which the dictionary does not have. Two of those are taken for one word.
 */
void phrases_grade(struct letters *letters);

#endif
