/* The watch: a thread that sleeps until a descriptor is readable or a moment has come. */
#include "media/watch.h"

#include "base/log.h"
#include "base/memory.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* epoll does the watching, so that descriptors can be exchanged without the thread's help. Each
   is armed for one report. */
struct watch {
    int epoll, changed;
    int fds[WATCHED_MOST];
    _Atomic millis deadline;
    _Atomic bool ending;
    void (*wake)(void *self);
    void *self;
    pthread_t thread;
};

static int patience(struct watch *watch) {
    millis deadline = watch->deadline;
    if (deadline < 0) {
        return -1;
    }
    millis rest = deadline - clock_now();
    return rest <= 0 ? 0 : rest > 60000 ? 60000 : (int)rest;
}

static void *watch_thread(void *self) {
    struct watch *watch = self;
    while (!watch->ending) {
        struct epoll_event event;
        int count = epoll_wait(watch->epoll, &event, 1, patience(watch));
        if (count > 0 && event.data.fd == watch->changed) {
            eventfd_t changes;
            (void)eventfd_read(watch->changed, &changes);
            continue;
        }
        millis deadline = watch->deadline;
        bool due = deadline >= 0 && clock_now() >= deadline;
        if (due) {
            watch->deadline = -1;
        }
        if ((count > 0 || due) && !watch->ending) {
            watch->wake(watch->self);
        }
    }
    return NULL;
}

static void watch_add(struct watch *watch, int fd, uint32_t events) {
    struct epoll_event event = {.events = events, .data.fd = fd};
    if (epoll_ctl(watch->epoll, EPOLL_CTL_ADD, fd, &event) != 0 && errno == EEXIST) {
        (void)epoll_ctl(watch->epoll, EPOLL_CTL_MOD, fd, &event);
    }
}

/* Signals are for the thread that SDL or the program waits on. */
static bool start_thread(struct watch *watch) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(&watch->thread, NULL, watch_thread, watch);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error == 0;
}

struct watch *watch_create(void (*wake)(void *self), void *self) {
    struct watch *watch = memory_alloc_zeroed(1, sizeof *watch);
    watch->epoll = epoll_create1(EPOLL_CLOEXEC);
    watch->changed = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    watch->deadline = -1;
    watch->wake = wake;
    watch->self = self;
    for (int i = 0; i < WATCHED_MOST; i++) {
        watch->fds[i] = -1;
    }
    watch_add(watch, watch->changed, EPOLLIN);
    if (watch->epoll < 0 || watch->changed < 0 || !start_thread(watch)) {
        log_error("no thread can be started to hear the player: %s", strerror(errno));
        abort();
    }
    return watch;
}

void watch_destroy(struct watch *watch) {
    if (!watch) {
        return;
    }
    watch->ending = true;
    (void)eventfd_write(watch->changed, 1);
    pthread_join(watch->thread, NULL);
    close(watch->epoll);
    close(watch->changed);
    free(watch);
}

void watch_set(struct watch *watch, const int fds[WATCHED_MOST], millis deadline) {
    for (int i = 0; i < WATCHED_MOST; i++) {
        if (watch->fds[i] >= 0 && watch->fds[i] != fds[i]) {
            (void)epoll_ctl(watch->epoll, EPOLL_CTL_DEL, watch->fds[i], NULL);
        }
        watch->fds[i] = fds[i];
        if (fds[i] >= 0) {
            watch_add(watch, fds[i], EPOLLIN | EPOLLONESHOT);
        }
    }
    millis before = watch->deadline;
    watch->deadline = deadline;
    if (before < 0 ? deadline >= 0 : deadline >= 0 && deadline < before) {
        (void)eventfd_write(watch->changed, 1);
    }
}
