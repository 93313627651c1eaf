/* The timeline: which moment of the film a displayed picture is, from when it was due. */
#ifndef MEDIA_TIMELINE_H
#define MEDIA_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

/* libvlc dates pictures by the machine's monotonic clock. Between two pictures of one run the
   dates differ by exactly what their times in the film differ; a start, a seek, a loop's seam and
   a pause each move the relation. A run begins with the first picture that is not before the
   moment asked for. All times are microseconds. */
struct timeline {
    int64_t rate, base; /* `rate` pictures in `base` seconds; 0 if the file does not say */
    int64_t target;     /* what the next run starts at */
    int64_t ready_at;   /* when the run's buffering was done, 0 before */
    int64_t date, time; /* of the last picture */
    int64_t paused_at;  /* when the pause began, 0 while playing */
    bool any;           /* there was a picture before */
    bool awaiting;      /* a run was announced whose first picture has not come */
    bool after_forced;  /* the last date was made up */
    bool after_pause;   /* the last date was moved by a measured, not an exact, distance */
};

void timeline_start(struct timeline *timeline, int64_t target);

/* The file's own rate, 0 if it does not say; one that a container rounded is made whole again. */
void timeline_rate(struct timeline *timeline, unsigned rate, unsigned base);

/* The picture that is on the screen at `moment` of the film: its time, and in `*ask` what to ask
   libvlc for so that its first picture from there is this one. */
int64_t timeline_seek(const struct timeline *timeline, int64_t moment, int64_t *ask);

/* Decoding begins anew: at the `target` of a seek, or at 0 for a loop's seam. */
void timeline_restart(struct timeline *timeline, int64_t target);

/* The run's buffering is done; its first picture is due right after. */
void timeline_ready(struct timeline *timeline, int64_t now);

void timeline_pause(struct timeline *timeline, int64_t now);
void timeline_resume(struct timeline *timeline, int64_t now);

enum timeline_answer {
    TIMELINE_REPEAT, /* the picture that was there already */
    TIMELINE_FIRST,  /* the first of a run */
    TIMELINE_NEXT,
};

/* Takes the next displayed picture; `timeline->time` is then its time in the film. `forced` is
   libvlc's mark of a picture that is shown at once with a made-up date. */
enum timeline_answer timeline_picture(struct timeline *timeline, int64_t date, bool forced);

#endif
