/* Time: milliseconds from a clock that is given, so that a visit can be replayed. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* A moment or a span in milliseconds; moments count from an arbitrary start, never backwards. */
typedef int64_t millis;

/* The machine's monotonic clock. Any thread. */
millis clock_now(void);

/* The same in microseconds, for pictures of a video. Any thread. */
int64_t clock_now_micros(void);

/* The earlier of two moments, where one below 0 is never; -1 or below if both are. */
static inline millis clock_earlier(millis a, millis b) {
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

#endif
