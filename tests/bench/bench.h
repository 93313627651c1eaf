/* What the programs of the bench share: time, and one line for each reading. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

/* A moment, in nanoseconds. */
static inline int64_t bench_now(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Tells one reading of a row, ours beside what it is measured against, both in the row's unit
   (tests/bench/run); `about` says where it was taken. */
static inline void bench_tell_about(const char *row, double ours, double theirs,
                                    const char *about) {
    (void)printf("%s\t%.6g\t%.6g\t%s\n", row, ours, theirs, about);
    (void)fflush(stdout);
}

static inline void bench_tell(const char *row, double ours, double theirs) {
    bench_tell_about(row, ours, theirs, "");
}

static inline double bench_ms(int64_t nanoseconds) {
    return (double)nanoseconds / 1e6;
}

#endif
