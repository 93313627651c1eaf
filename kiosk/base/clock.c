/* Time: milliseconds from a clock that is given, so that a visit can be replayed. */
#include "base/clock.h"

#include <time.h>

int64_t clock_now_micros(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

millis clock_now(void) {
    return clock_now_micros() / 1000;
}
