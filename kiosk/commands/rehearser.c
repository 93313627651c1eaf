/* The rehearser: one rehearsal at a time, which belongs to the thread while it is performed. */
#include "commands/rehearser.h"

#include "base/memory.h"

#include <pthread.h>
#include <stdlib.h>

enum phase { NOTHING, UNDER_WAY, PERFORMED, ENDING };

struct rehearser {
    struct fonts *twin;
    struct rehearsal rehearsal;
    void (*ready)(void *self);
    void *self;
    pthread_t thread;
    pthread_mutex_t lock; /* of the phase */
    pthread_cond_t changed;
    enum phase phase;
};

static enum phase phase_of(struct rehearser *rehearser) {
    pthread_mutex_lock(&rehearser->lock);
    enum phase phase = rehearser->phase;
    pthread_mutex_unlock(&rehearser->lock);
    return phase;
}

static void set_phase(struct rehearser *rehearser, enum phase phase) {
    pthread_mutex_lock(&rehearser->lock);
    rehearser->phase = phase;
    pthread_cond_broadcast(&rehearser->changed);
    pthread_mutex_unlock(&rehearser->lock);
}

/* Waits as long as the phase is one of two. */
static enum phase wait_while(struct rehearser *rehearser, enum phase one, enum phase other) {
    pthread_mutex_lock(&rehearser->lock);
    while (rehearser->phase == one || rehearser->phase == other) {
        pthread_cond_wait(&rehearser->changed, &rehearser->lock);
    }
    enum phase phase = rehearser->phase;
    pthread_mutex_unlock(&rehearser->lock);
    return phase;
}

static void *work(void *argument) {
    struct rehearser *rehearser = argument;
    while (wait_while(rehearser, NOTHING, PERFORMED) == UNDER_WAY) {
        rehearsal_perform(&rehearser->rehearsal, rehearser->twin);
        set_phase(rehearser, PERFORMED);
        rehearser->ready(rehearser->self);
    }
    return NULL;
}

struct rehearser *rehearser_create(struct fonts *fonts, void (*ready)(void *self), void *self) {
    struct rehearser *rehearser = memory_alloc_zeroed(1, sizeof *rehearser);
    rehearser->twin = fonts_create_twin(fonts);
    rehearser->ready = ready;
    rehearser->self = self;
    pthread_mutex_init(&rehearser->lock, NULL);
    pthread_cond_init(&rehearser->changed, NULL);
    if (pthread_create(&rehearser->thread, NULL, work, rehearser) != 0) {
        memory_exhausted(sizeof *rehearser); /* no room for a thread's stack */
    }
    return rehearser;
}

void rehearser_destroy(struct rehearser *rehearser) {
    if (rehearser) {
        rehearser_drop(rehearser);
        set_phase(rehearser, ENDING);
        (void)pthread_join(rehearser->thread, NULL);
        rehearsal_finish(&rehearser->rehearsal);
        fonts_destroy(rehearser->twin);
        pthread_cond_destroy(&rehearser->changed);
        pthread_mutex_destroy(&rehearser->lock);
        free(rehearser);
    }
}

bool rehearser_wait(struct rehearser *rehearser) {
    return rehearser && wait_while(rehearser, UNDER_WAY, UNDER_WAY) == PERFORMED;
}

void rehearser_drop(struct rehearser *rehearser) {
    if (rehearser_wait(rehearser)) {
        set_phase(rehearser, NOTHING);
    }
}

bool rehearser_step(struct rehearser *rehearser, struct stage *stage, bool rests) {
    enum phase phase = rehearser ? phase_of(rehearser) : UNDER_WAY;
    if (phase == UNDER_WAY) {
        return false;
    }
    if (phase == PERFORMED) {
        rehearsal_end(&rehearser->rehearsal, stage, rehearser->twin);
    }
    bool more = rests && rehearsal_begin(&rehearser->rehearsal, stage);
    if (more || phase == PERFORMED) {
        set_phase(rehearser, more ? UNDER_WAY : NOTHING);
    }
    return phase == PERFORMED;
}
