/* Random numbers that a seed repeats. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* PCG-XSH-RR with 64 bits of state (O'Neill 2014, pcg-random.org). Not for secrets. */
struct random {
    uint64_t state;
};

/* Starts the sequence of that seed. */
void random_init(struct random *random, uint64_t seed);

/* 32 random bits. */
uint32_t random_next(struct random *random);

/* A number in 0 … bound-1, all equally likely; 0 for a bound of 0. */
uint32_t random_below(struct random *random, uint32_t bound);

/* A number in [0, 1). */
float random_unit(struct random *random);

/* Puts `count` indices in random order (Fisher–Yates). */
void random_shuffle(struct random *random, uint8_t *items, size_t count);

#endif
