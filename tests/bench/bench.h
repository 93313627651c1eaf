/* What the programs of the bench share: time, and one line for each reading. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <ftw.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

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

/* Writes a file below a directory; ends the program where that cannot be. */
static inline void bench_write(const char *directory, const char *path, const char *text) {
    char whole[512];
    (void)snprintf(whole, sizeof whole, "%s/%s", directory, path);
    FILE *file = fopen(whole, "w");
    if (!file || fputs(text, file) == EOF || fclose(file) != 0) {
        perror(whole);
        exit(1);
    }
}

static inline int bench_remove_one(const char *path, const struct stat *about, int type,
                                   struct FTW *where) {
    (void)about;
    (void)type;
    (void)where;
    return remove(path);
}

/* Removes a directory with all that is in it. */
static inline void bench_remove(const char *directory) {
    (void)nftw(directory, bench_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Megabytes of this process that are resident. */
static inline double bench_held(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%*d %ld", &pages) != 1 || fclose(file) != 0) {
        perror("/proc/self/statm");
        exit(1);
    }
    return (double)pages * (double)sysconf(_SC_PAGESIZE) / (1 << 20);
}

static inline double bench_ms(int64_t nanoseconds) {
    return (double)nanoseconds / 1e6;
}

#endif
