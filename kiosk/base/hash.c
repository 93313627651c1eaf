/* A quick hash: xxHash. */
#include "base/hash.h"

#include <string.h>
#include <xxhash.h>

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size) {
    return XXH3_64bits_withSeed(bytes, size, hash);
}

uint64_t hash_string(uint64_t hash, const char *text) {
    return hash_bytes(hash, text, strlen(text) + 1);
}

uint64_t hash_int(uint64_t hash, int64_t number) {
    return hash_bytes(hash, &number, sizeof number);
}

uint64_t hash_float(uint64_t hash, float number) {
    return hash_bytes(hash, &number, sizeof number);
}
