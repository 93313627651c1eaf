/* The timeline: which moment of the film a displayed picture is, from when it was due. */
#ifndef MEDIA_TIMELINE_H
#define MEDIA_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

/* Matroska rounds times to milliseconds: two that differ by less are the same. */
enum { TIMELINE_ROUNDING = 1500 };

/* libvlc dates pictures by the machine's monotonic clock. Between two pictures of one run the
   dates differ by exactly what their times in the film differ; a start, a seek, a loop's seam and
   a pause each move the relation. All times are microseconds. */
struct timeline {
    int64_t rate, base;   /* `rate` pictures in `base` seconds; 0 if the file does not say */
    int64_t asked;        /* what libvlc was asked to begin the run at */
    int64_t offset;       /* of the film's first picture from the moment that libvlc calls 0 */
    int64_t restarted_at; /* when the run was announced */
    int64_t ready_at;     /* when the run's buffering was done, 0 before */
    int64_t paused_at;    /* when the pause began, 0 while playing */
    int64_t date, time;   /* of the last picture */
    bool any;             /* there was a picture before */
    bool awaiting;        /* a run was announced whose first picture has not come */
    bool offset_known;    /* a run from 0 was begun in a pause */
    bool begun_in_pause;  /* the run's dates are measured from the pause, which is exact */
    bool ready_is_exact;  /* the moment was told by libvlc's clock */
    bool doubtful;        /* the last picture was the first of a run, with a date to distrust */
    bool trusting;        /* doubts led nowhere: the picture is taken for the one asked for */
    bool after_forced;    /* the last date was made up */
    bool after_pause;     /* the last date was moved by a measured, not an exact, distance */
    bool lengths_counted; /* the file's container tells each picture's length (MP4) */
};

void timeline_start(struct timeline *timeline);

/* The file's own rate, 0 if it does not say; one that a container rounded is made whole again. */
void timeline_rate(struct timeline *timeline, unsigned rate, unsigned base);

/* The time of the picture that is on the screen at `moment` of the film; `*ask` is what to ask
   libvlc for, in whole milliseconds, so that its first picture is that one, or at least `lead`
   pictures before. */
int64_t timeline_seek(const struct timeline *timeline, int64_t moment, int lead, int64_t *ask);

/* Is the last picture later than the one `wanted`? */
bool timeline_missed(const struct timeline *timeline, int64_t wanted);

/* Decoding begins anew: where a seek `asked`, or at 0 for a loop's seam. */
void timeline_restart(struct timeline *timeline, int64_t asked, int64_t now);

/* The run's buffering is done; its first picture is due right after. */
void timeline_ready(struct timeline *timeline, int64_t now);

/* libvlc's clock moved: for the first time in a run it does when the first picture is due, which
   is later than ready if the decoder is slow to start. */
void timeline_moved(struct timeline *timeline, int64_t now);

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
