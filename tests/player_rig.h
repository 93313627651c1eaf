/* A rig for the player's tests: a client, a player process, and a reader of numbered pictures. */
#ifndef TESTS_PLAYER_RIG_H
#define TESTS_PLAYER_RIG_H

#include "base/clock.h"
#include "media/client.h"
#include "media/protocol.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The directory of the build: the tests lie in its unit/. */
static inline const char *rig_build(void) {
    static char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    path[length > 0 ? length : 0] = '\0';
    for (int i = 0; i < 2; i++) {
        char *slash = strrchr(path, '/');
        if (slash) {
            *slash = '\0';
        }
    }
    return path;
}

/* The films are the same for every build: all keep them in the plain one's directory. */
static inline const char *rig_clips(void) {
    static char path[4200];
    snprintf(path, sizeof path, "%s", rig_build());
    char *variant = strstr(path, "/sanitize");
    if (variant) {
        *variant = '\0';
    }
    strcat(path, "/clips");
    return path;
}

static inline const char *rig_clip(const char *name) {
    static char path[4300];
    snprintf(path, sizeof path, "%s/%s", rig_clips(), name);
    return path;
}

/* Before the first test of a program. */
static inline int rig_make_clips(void **state) {
    (void)state;
    char command[4400];
    /* A confined player cannot look for its own leaks. */
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    snprintf(command, sizeof command, "tests/make-clips '%s' >/dev/null 2>&1", rig_clips());
    return system(command) == 0 ? 0 : -1;
}

struct rig {
    struct media_client *client;
    struct player player;
    int control[2]; /* keeper's end, screen's end */
    int beats;
    pid_t pid;
    int woken;
};

/* With STRICT=1, on a quiet machine (make soak), everything must be as it is promised; else allow
   for the tests that run beside this one. */
static inline bool rig_strict(void) {
    return getenv("STRICT") != NULL;
}

/* A bound on time. */
static inline millis rig_limit(millis promised) {
    return rig_strict() ? promised : 10 * promised;
}

/* Keeps to the descriptor's number: a failed test leaves its client behind, but no rig. */
static inline void rig_wake(void *self) {
    (void)eventfd_write((int)(intptr_t)self, 1);
}

/* Starts a player and hands its socket to the client, as the keeper does. */
static inline void rig_start_player(struct rig *rig) {
    int pictures[2];
    int beats[2];
    char path[4200];
    snprintf(path, sizeof path, "%s/kiosk-player", rig_build());
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pictures) != 0 ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, beats) != 0) {
        abort();
    }
    rig->pid = fork();
    if (rig->pid == 0) {
        char numbers[2][16];
        snprintf(numbers[0], sizeof numbers[0], "%d", pictures[1]);
        snprintf(numbers[1], sizeof numbers[1], "%d", beats[1]);
        fcntl(pictures[1], F_SETFD, 0);
        fcntl(beats[1], F_SETFD, 0);
        execl(path, path, "--serve", numbers[0], numbers[1], (char *)NULL);
        _exit(127);
    }
    close(pictures[1]);
    close(beats[1]);
    rig->beats = beats[0];
    struct keeper_news news = {.type = NEWS_PLAYER};
    protocol_send(rig->control[0], &news, sizeof news, pictures[0]);
    close(pictures[0]);
}

/* A client whose keeper is at the other end of `control`. */
static inline void rig_init_control(struct rig *rig, int control) {
    memset(rig, 0, sizeof *rig);
    rig->woken = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    rig->control[0] = -1;
    rig->control[1] = control;
    struct media_client_setup setup = {.control = rig->control[1],
                                       .panel_width = 1920,
                                       .panel_height = 1080,
                                       .volume = 50,
                                       .wake = rig_wake,
                                       .self = (void *)(intptr_t)rig->woken};
    rig->client = media_client_create(&setup);
    rig->player = media_client_player(rig->client);
}

/* A client whose keeper the test itself is. */
static inline void rig_init(struct rig *rig) {
    int control[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0) {
        abort();
    }
    rig_init_control(rig, control[1]);
    rig->control[0] = control[0];
}

/* Ends the player by this signal (0: lets it end by itself) and reaps it. */
static inline int rig_end_player(struct rig *rig, int signal) {
    int status = 0;
    if (signal) {
        kill(rig->pid, signal);
    }
    waitpid(rig->pid, &status, 0);
    close(rig->beats);
    rig->pid = 0;
    return status;
}

static inline void rig_finish(struct rig *rig) {
    media_client_destroy(rig->client);
    if (rig->pid > 0) {
        rig_end_player(rig, 0);
    }
    if (rig->control[0] >= 0) {
        close(rig->control[0]);
    }
    close(rig->control[1]);
    close(rig->woken);
}

static inline struct player_facts rig_facts(struct rig *rig) {
    return rig->player.facts(rig->player.self);
}

/* Waits for the next wake, at most `patience` ms, and hears; returns whether something changed. */
static inline bool rig_hear(struct rig *rig, millis patience) {
    struct pollfd watched = {.fd = rig->woken, .events = POLLIN};
    (void)poll(&watched, 1, (int)(patience > 0 ? patience : 0));
    eventfd_t wakes;
    (void)eventfd_read(rig->woken, &wakes);
    return media_client_hear(rig->client);
}

/* Hears until the status is this one, or for `patience` ms. Returns whether it is. */
static inline bool rig_until(struct rig *rig, enum player_status status, millis patience) {
    for (millis end = clock_now() + patience;;) {
        if (rig_facts(rig).status == status) {
            return true;
        }
        if (clock_now() >= end) {
            return false;
        }
        rig_hear(rig, end - clock_now());
    }
}

static inline bool rig_until_picture(struct rig *rig, bool wanted, millis patience) {
    for (millis end = clock_now() + patience;;) {
        if (rig_facts(rig).has_picture == wanted) {
            return true;
        }
        if (clock_now() >= end) {
            return false;
        }
        rig_hear(rig, end - clock_now());
    }
}

/* Hears for so long. */
static inline void rig_pass(struct rig *rig, millis time) {
    for (millis end = clock_now() + time; clock_now() < end;) {
        rig_hear(rig, end - clock_now());
    }
}

static inline int rig_bit(const struct media_picture *picture, int x, int y) {
    return picture->planes[0][y * picture->pitches[0] + x] > 125;
}

/* The number that tests/make-clips wrote into the picture, read from its blocks' middles; -1 when
   there is no picture. `turned`: the film is one turned counter-clockwise by 90 degrees. */
static inline int rig_read_number(struct rig *rig, bool turned) {
    struct media_picture picture;
    if (!media_client_take(rig->client, &picture)) {
        return -1;
    }
    int number = 0;
    for (int bit = 0; bit < 16; bit++) {
        int middle = 2 * bit + 1;
        number |= (turned ? rig_bit(&picture, picture.width / 8,
                                    picture.height - middle * picture.height / 32)
                          : rig_bit(&picture, middle * picture.width / 32, picture.height / 8))
                  << bit;
    }
    media_client_release(rig->client);
    return number;
}

static inline int rig_number(struct rig *rig) {
    return rig_read_number(rig, false);
}

#endif
