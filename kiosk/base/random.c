/* Random numbers that a seed repeats. */
#include "base/random.h"

static const uint64_t MULTIPLIER = 6364136223846793005U;
static const uint64_t INCREMENT = 1442695040888963407U;

void random_init(struct random *random, uint64_t seed) {
    random->state = 0;
    (void)random_next(random);
    random->state += seed;
    (void)random_next(random);
}

uint32_t random_next(struct random *random) {
    uint64_t old = random->state;
    random->state = old * MULTIPLIER + INCREMENT;
    uint32_t mixed = (uint32_t)(((old >> 18) ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);
    return (mixed >> turn) | (mixed << ((32 - turn) & 31));
}

uint32_t random_below(struct random *random, uint32_t bound) {
    if (bound == 0) {
        return 0;
    }
    /* Numbers below the remainder of 2^32 would make the small results likelier. */
    uint32_t threshold = (UINT32_MAX - bound + 1) % bound;
    uint32_t number;
    do {
        number = random_next(random);
    } while (number < threshold);
    return number % bound;
}

float random_unit(struct random *random) {
    return (float)(random_next(random) >> 8) / (float)(1 << 24);
}

void random_shuffle(struct random *random, uint8_t *items, size_t count) {
    for (size_t i = count; i > 1; i--) {
        size_t other = random_below(random, (uint32_t)i);
        uint8_t item = items[i - 1];
        items[i - 1] = items[other];
        items[other] = item;
    }
}
