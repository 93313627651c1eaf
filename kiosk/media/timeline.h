/* The timeline: a film's own moments, from the stamps that its container gives to pictures. */
#ifndef MEDIA_TIMELINE_H
#define MEDIA_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

/* Matroska rounds times to milliseconds: two that differ by less are the same. */
enum { TIMELINE_ROUNDING = 1500 };

/* The film's moments count from its first picture. All times are microseconds. */
struct timeline {
    int64_t rate, base; /* `rate` pictures in `base` seconds; 0 if the file does not say */
    int64_t first;      /* the stamp of the film's first picture */
    bool begun;         /* and it is known */
};

/* The file's own rate, 0 if it does not say; one that a container rounded is made whole again. */
void timeline_rate(struct timeline *timeline, unsigned rate, unsigned base);

/* The moment of the picture with this stamp; the first stamp ever given is moment 0, and
   nothing is before it. A moment that the container has rounded is made exact again. */
int64_t timeline_time(struct timeline *timeline, int64_t stamp);

/* The moment of the picture that is on the screen at `moment`, as exactly as whole milliseconds
   rounded down can ask for it. `*ask` is the position, in whole milliseconds, from which libvlc
   begins with that picture or one before it, at least `lead` pictures before. */
int64_t timeline_seek(const struct timeline *timeline, int64_t moment, int lead, int64_t *ask);

/* Is the picture of the moment `time` later than the one `wanted`? */
bool timeline_missed(const struct timeline *timeline, int64_t time, int64_t wanted);

#endif
