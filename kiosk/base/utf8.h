/* UTF-8: decoding, validity, and how wide text stands in a terminal. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the character at `text` (at most `size` bytes) into `*rune`; returns its length in
   bytes, or 0 where the bytes are no valid UTF-8 (overlong forms and surrogates are not). */
size_t utf8_decode(const char *text, size_t size, uint32_t *rune);

/* Returns the offset of the first invalid byte, or `size` if all is valid. */
size_t utf8_valid_prefix(const char *text, size_t size);

/* Characters in `size` bytes of valid UTF-8. */
size_t utf8_length(const char *text, size_t size);

/* Terminal cells of one character: 2 for the wide ones (Chinese, full-width forms), 0 for
   combining marks, 1 otherwise. From UAX #11, for the blocks that scene files use. */
int utf8_cells(uint32_t rune);

/* Han characters, kana, and the full-width punctuation that is set with them. */
bool utf8_is_cjk(uint32_t rune);

#endif
