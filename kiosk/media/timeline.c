/* The timeline: a film's own moments, from the stamps that its container gives to pictures. */
#include "media/timeline.h"

enum {
    SECOND = 1000000,
    MILLISECOND = 1000,
    GUESSED_PERIOD = SECOND / 30, /* where a file does not say its rate */
};

/* Of a period: half is the nearest picture, all of it the one that has begun. */
static const double NEAREST = 0.5;
static const double BEGUN = 1;

static int64_t period_of(const struct timeline *timeline) {
    return timeline->rate > 0 ? SECOND * timeline->base / timeline->rate : GUESSED_PERIOD;
}

/* The picture's moment at `time`, which is rounded up where more than `late` of a period is gone.
 */
static int64_t on_grid(const struct timeline *timeline, int64_t time, double late) {
    if (time <= 0 || timeline->rate <= 0) {
        return time > 0 ? time : 0;
    }
    double period = (double)SECOND * (double)timeline->base / (double)timeline->rate;
    int64_t index = (int64_t)((double)time / period + 1 - late);
    return index * SECOND * timeline->base / timeline->rate;
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

int64_t timeline_time(struct timeline *timeline, int64_t stamp) {
    if (!timeline->begun) {
        timeline->begun = true;
        timeline->first = stamp;
    }
    int64_t time = stamp > timeline->first ? stamp - timeline->first : 0;
    int64_t nearest = on_grid(timeline, time, NEAREST);
    int64_t distance = nearest - time;
    return distance < TIMELINE_ROUNDING && distance > -TIMELINE_ROUNDING ? nearest : time;
}

int64_t timeline_seek(const struct timeline *timeline, int64_t moment, int lead, int64_t *ask) {
    int64_t wanted = on_grid(timeline, moment + MILLISECOND - 1, BEGUN);
    /* Half a picture early: libvlc begins with the first picture that is not before `*ask`, or,
       where the container counts lengths, with the one that is on at `*ask`. */
    int64_t asked = wanted + timeline->first - period_of(timeline) / 2 - lead * period_of(timeline);
    *ask = wanted == 0 || asked < 0 ? 0 : asked / MILLISECOND * MILLISECOND;
    return wanted;
}

bool timeline_missed(const struct timeline *timeline, int64_t time, int64_t wanted) {
    return timeline->rate > 0 && time - wanted > period_of(timeline) / 2;
}
