/* A quick hash for caches and for telling whether a frame changed; not for secrets. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* What the first call of a hash continues. */
enum { HASH_START = 0 };

/* Continues `hash` with bytes: XXH3, 64 bits, seeded with what came before (xxhash.com). */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size);

/* A string with its end, so that "ab", "c" and "a", "bc" differ. */
uint64_t hash_string(uint64_t hash, const char *text);

uint64_t hash_int(uint64_t hash, int64_t number);

/* A number's bits: 0 and -0 differ. */
uint64_t hash_float(uint64_t hash, float number);

#endif
