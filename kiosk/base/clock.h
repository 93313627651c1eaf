/* Time: milliseconds from a clock that is given, so that a visit can be replayed. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* A moment or a span in milliseconds; moments count from an arbitrary start, never backwards. */
typedef int64_t millis;

/* The machine's monotonic clock. Any thread. */
millis clock_now(void);

/* The same in microseconds, for pictures of a video. */
int64_t clock_now_micros(void);

#endif
