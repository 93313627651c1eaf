/* The timeline: from display dates to moments of the film. */
#include "media/timeline.h"

/* Of a period: what is rounded up to the next picture's time; the rest is rounding of times. */
#define NEARLY_ALL 0.05

enum {
    SECOND = 1000000,
    MILLISECOND = 1000,
    GUESSED_PERIOD = SECOND / 30, /* where a file does not say its rate */
    SNAP = 5000,
    DECODER_START = 100000, /* a decoder that takes longer to start is not waited for */
    WAKE_UP = 10000, /* libvlc dates a run's start so much after buffering (src/input/es_out.c) */
};

static int64_t period_of(const struct timeline *timeline) {
    return timeline->rate > 0 ? SECOND * timeline->base / timeline->rate : GUESSED_PERIOD;
}

/* The file's own moment nearest to `time`, where more than `late` of a period is rounded up. */
static int64_t on_grid(const struct timeline *timeline, int64_t time, double late) {
    if (time <= 0) {
        return 0;
    }
    if (timeline->rate <= 0) {
        return time;
    }
    double period = (double)SECOND * (double)timeline->base / (double)timeline->rate;
    int64_t index = (int64_t)((double)time / period + 1 - late);
    return index * SECOND * timeline->base / timeline->rate;
}

int64_t timeline_seek(const struct timeline *timeline, int64_t moment, int lead, int64_t *ask) {
    /* Positions are told in whole milliseconds, rounded down. */
    int64_t time = on_grid(timeline, moment + MILLISECOND - 1, 1);
    int64_t half = timeline->rate > 0 ? period_of(timeline) / 2 : 0;
    /* Where lengths are counted libvlc begins with the picture that `ask` falls into, else with
       the first one not before it. */
    int64_t asked = time + timeline->offset + (timeline->lengths_counted ? half : -half) -
                    lead * period_of(timeline);
    *ask = time == 0 || asked < 0 ? 0 : asked / MILLISECOND * MILLISECOND;
    return time;
}

bool timeline_missed(const struct timeline *timeline, int64_t wanted) {
    return timeline->rate > 0 && timeline->time - wanted > period_of(timeline) / 2;
}

void timeline_start(struct timeline *timeline) {
    *timeline = (struct timeline){.awaiting = true};
}

/* Is `rate` the same as whole/base but for rounding (0.02 %)? Then takes the latter. */
static bool take_if_near(struct timeline *timeline, double rate, int64_t whole, int64_t base) {
    double near = (double)whole / (double)base;
    if (whole <= 0 || rate < near * 0.9998 || rate > near * 1.0002) {
        return false;
    }
    timeline->rate = whole;
    timeline->base = base;
    return true;
}

void timeline_rate(struct timeline *timeline, unsigned rate, unsigned base) {
    timeline->rate = base > 0 ? rate : 0;
    timeline->base = base;
    if (timeline->rate > 0) {
        double value = (double)rate / (double)base;
        (void)(take_if_near(timeline, value, (int64_t)(value + 0.5), 1) ||
               take_if_near(timeline, value, (int64_t)(value * 1.001 + 0.5) * 1000, 1001));
    }
}

void timeline_restart(struct timeline *timeline, int64_t asked, int64_t now) {
    timeline->restarted_at = now;
    timeline->asked = asked;
    timeline->awaiting = true;
    timeline->begun_in_pause = false;
    timeline->ready_is_exact = false;
    timeline->ready_at = 0;
}

void timeline_ready(struct timeline *timeline, int64_t now) {
    timeline->begun_in_pause = timeline->paused_at != 0;
    timeline->ready_is_exact = timeline->begun_in_pause;
    timeline->ready_at = timeline->begun_in_pause ? timeline->paused_at : now;
}

void timeline_moved(struct timeline *timeline, int64_t now) {
    if (timeline->ready_at != 0 && now - timeline->ready_at < DECODER_START &&
        !timeline->ready_is_exact) {
        timeline->ready_at = now;
        timeline->ready_is_exact = true;
    }
}

void timeline_pause(struct timeline *timeline, int64_t now) {
    if (timeline->paused_at == 0) {
        timeline->paused_at = now;
    }
}

void timeline_resume(struct timeline *timeline, int64_t now) {
    if (timeline->paused_at != 0) {
        int64_t length = now - timeline->paused_at;
        timeline->date += length;
        timeline->ready_at += timeline->ready_at ? length : 0;
        timeline->paused_at = 0;
        timeline->after_pause = true;
    }
}

/* Was this picture still under way when the new run was announced? */
static bool is_of_the_old_run(const struct timeline *timeline, int64_t date, bool forced) {
    int64_t distance = date - timeline->date;
    int64_t period = period_of(timeline);
    bool next = distance > period - TIMELINE_ROUNDING && distance < period + TIMELINE_ROUNDING;
    bool flushed = timeline->paused_at != 0 || timeline->begun_in_pause;
    return timeline->any && !forced && !flushed && (next || distance == 0);
}

/* Where this date lies in the film, by the moment at which the run began to be shown. A moment
   that is not exact is too early if anything, so then more is rounded down than up. */
static int64_t by_the_clock(const struct timeline *timeline, int64_t date) {
    int64_t time = timeline->asked + date - timeline->ready_at - WAKE_UP - timeline->offset;
    return on_grid(timeline, time, timeline->ready_is_exact ? 0.5 : 0.7);
}

/* The picture that libvlc begins a run with (see timeline_seek), if all goes well. */
static int64_t as_asked(const struct timeline *timeline) {
    int64_t time = timeline->asked - timeline->offset;
    return on_grid(timeline, time, timeline->lengths_counted ? 1 : NEARLY_ALL);
}

/* A decoder that was late may have begun with the second picture: that is no offset. */
static void measure_offset(struct timeline *timeline, int64_t date) {
    int64_t offset = date - timeline->ready_at - WAKE_UP;
    timeline->offset = offset > 0 && offset < period_of(timeline) / 2 ? offset : 0;
    timeline->offset_known = true;
}

/* A run's first picture may have got its date before libvlc had set the run's clock. In a pause
   that shows: the clock stands at the pause, the picture is dated after the run was announced.
   Elsewhere it does not show, and only where the run began at 0 is it no matter. */
static bool is_doubtful(const struct timeline *timeline, int64_t date, bool forced) {
    if (timeline->paused_at != 0) {
        return forced || !timeline->begun_in_pause || date >= timeline->restarted_at - MILLISECOND;
    }
    return timeline->asked > 0;
}

/* The first picture of a start or a seam is the film's first, unless a machine that is late has
   skipped it because its successor was due as well. */
static enum timeline_answer first_picture(struct timeline *timeline, int64_t date, bool forced) {
    bool doubtful = is_doubtful(timeline, date, forced);
    bool dated = !forced && !doubtful && timeline->ready_at != 0;
    if (dated && timeline->begun_in_pause && timeline->asked == 0) {
        measure_offset(timeline, date);
    }
    timeline->time = dated ? by_the_clock(timeline, date) : as_asked(timeline);
    timeline->date = date;
    timeline->any = true;
    timeline->awaiting = false;
    timeline->after_forced = forced || doubtful;
    timeline->doubtful = doubtful && !timeline->trusting;
    timeline->after_pause = false;
    return TIMELINE_FIRST;
}

/* How far the film has come since the last picture; 0 for a repeat. */
static int64_t advance(const struct timeline *timeline, int64_t date) {
    int64_t distance = date - timeline->date;
    int64_t period = period_of(timeline);
    if (distance == 0) {
        return 0;
    }
    int64_t to_clock = by_the_clock(timeline, date) - timeline->time;
    if (timeline->begun_in_pause && (timeline->paused_at != 0 || timeline->after_forced)) {
        return to_clock;
    }
    if (timeline->after_forced) {
        return timeline->ready_is_exact && to_clock > period ? to_clock : period;
    }
    if (timeline->after_pause) {
        return (distance + period / 2) / period * period;
    }
    return distance > 0 ? distance : 0;
}

/* The file's own moment, where it is only measuring and rounding that lie between. */
static int64_t snapped(const struct timeline *timeline, int64_t time) {
    int64_t nearest = on_grid(timeline, time, 0.5);
    int64_t distance = nearest - time;
    return distance < SNAP && distance > -SNAP ? nearest : time;
}

enum timeline_answer timeline_picture(struct timeline *timeline, int64_t date, bool forced) {
    if (timeline->awaiting && !is_of_the_old_run(timeline, date, forced)) {
        return first_picture(timeline, date, forced);
    }
    int64_t moved = advance(timeline, date);
    timeline->date = date;
    timeline->after_pause = false;
    if (moved == 0) {
        return TIMELINE_REPEAT;
    }
    timeline->after_forced = timeline->doubtful = false;
    timeline->time = snapped(timeline, timeline->time + moved);
    return TIMELINE_NEXT;
}
