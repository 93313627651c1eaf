/* A quick hash for caches and for telling whether a frame changed; not for secrets. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What the first call of a hash continues. */
enum { HASH_START = 0 };

/* Bytes: FNV-1a, 64 bits, continued from `hash` (isthe.com/chongo/tech/comp/fnv). */
static inline uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size) {
    const unsigned char *at = bytes;
    if (hash == HASH_START) {
        hash = 14695981039346656037U;
    }
    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ at[i]) * 1099511628211U;
    }
    return hash;
}

/* A string with its end, so that "ab", "c" and "a", "bc" differ. */
static inline uint64_t hash_string(uint64_t hash, const char *text) {
    return hash_bytes(hash, text, strlen(text) + 1);
}

/* One number more, in one step: the multiplier of Fibonacci hashing (Knuth, volume 3, 6.4). */
static inline uint64_t hash_int(uint64_t hash, int64_t number) {
    hash = (hash + 14695981039346656037U) ^ (uint64_t)number;
    hash *= 11400714819323198485U;
    return hash ^ hash >> 32;
}

/* The same of a number's bits: 0 and -0 differ. */
static inline uint64_t hash_float(uint64_t hash, float number) {
    uint32_t bits;
    memcpy(&bits, &number, sizeof bits);
    return hash_int(hash, bits);
}

#endif
