/* The timeline: from display dates to moments of the film. */
#include "media/timeline.h"

enum {
    SECOND = 1000000,
    GUESSED_PERIOD = SECOND / 30, /* where a file does not say its rate */
    ROUNDING = 1500,              /* Matroska rounds times to milliseconds */
    WAKE_UP = 10000, /* libvlc dates a run's start so much after buffering (src/input/es_out.c) */
};

static int64_t period_of(const struct timeline *timeline) {
    return timeline->rate > 0 ? SECOND * timeline->base / timeline->rate : GUESSED_PERIOD;
}

static int64_t whole_periods(const struct timeline *timeline, int64_t distance) {
    int64_t period = period_of(timeline);
    return distance > 0 ? (distance + period / 2) / period : 0;
}

static int64_t time_of(const struct timeline *timeline, int64_t index) {
    return index * SECOND * timeline->base / timeline->rate;
}

/* The time of the first picture that is not before `target`, on the file's own grid. */
static int64_t first_from(const struct timeline *timeline, int64_t target) {
    if (timeline->rate <= 0) {
        return target;
    }
    int64_t second = SECOND * timeline->base;
    return time_of(timeline, (target * timeline->rate + second - 1) / second);
}

int64_t timeline_seek(const struct timeline *timeline, int64_t moment, int64_t *ask) {
    *ask = moment;
    if (timeline->rate <= 0) {
        return moment;
    }
    int64_t index = (moment + SECOND / 2000) * timeline->rate / (SECOND * timeline->base);
    int64_t time = time_of(timeline, index);
    *ask = index > 0 ? time - period_of(timeline) / 2 : 0;
    return time;
}

void timeline_start(struct timeline *timeline, int64_t target) {
    *timeline = (struct timeline){.target = target, .awaiting = true};
}

/* Is rate/base the same as whole/base_whole but for rounding (0.02 %)? Then takes the latter. */
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

void timeline_restart(struct timeline *timeline, int64_t target) {
    timeline->target = target;
    timeline->awaiting = true;
    timeline->ready_at = 0;
}

void timeline_ready(struct timeline *timeline, int64_t now) {
    timeline->ready_at = timeline->paused_at ? timeline->paused_at : now;
}

void timeline_pause(struct timeline *timeline, int64_t now) {
    if (timeline->paused_at == 0) {
        timeline->paused_at = now;
    }
}

void timeline_resume(struct timeline *timeline, int64_t now) {
    if (timeline->paused_at != 0) {
        timeline->date += now - timeline->paused_at;
        timeline->ready_at += timeline->ready_at ? now - timeline->paused_at : 0;
        timeline->paused_at = 0;
        timeline->after_pause = true;
    }
}

/* Was this picture still under way when the new run was announced? */
static bool is_of_the_old_run(const struct timeline *timeline, int64_t date, bool forced) {
    int64_t distance = date - timeline->date;
    bool next =
        distance > period_of(timeline) - ROUNDING && distance < period_of(timeline) + ROUNDING;
    return timeline->any && !forced && timeline->paused_at == 0 && (next || distance == 0);
}

static enum timeline_answer first_picture(struct timeline *timeline, int64_t date, bool forced) {
    timeline->time = first_from(timeline, timeline->target);
    if (!forced && timeline->ready_at != 0) {
        /* A machine that is late skips the pictures whose successor is due as well. */
        timeline->time +=
            whole_periods(timeline, date - timeline->ready_at - WAKE_UP) * period_of(timeline);
    }
    timeline->date = date;
    timeline->any = true;
    timeline->awaiting = false;
    timeline->after_forced = forced;
    timeline->after_pause = false;
    return TIMELINE_FIRST;
}

/* How far the film has come since the last picture; 0 for a repeat. */
static int64_t advance(const struct timeline *timeline, int64_t date) {
    int64_t distance = date - timeline->date;
    int64_t period = period_of(timeline);
    if (!timeline->after_forced && !timeline->after_pause) {
        return distance > 0 ? distance : 0;
    }
    if (distance < period / 2) {
        return 0;
    }
    return timeline->after_forced ? period : whole_periods(timeline, distance) * period;
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
    timeline->after_forced = false;
    timeline->time += moved;
    return TIMELINE_NEXT;
}
