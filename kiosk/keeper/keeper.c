/* The keeper: the small parent that starts screen and player, and starts them again. */
#include "keeper/keeper.h"

#include "base/log.h"
#include "keeper/child.h"
#include "media/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    SCREEN_FIRST_PATIENCE = 60000, /* ms: reading a large exhibition from a slow disk */
    PLAYER_FIRST_PATIENCE = 10000, /* ms: libvlc without its plugin cache on a slow disk */
    NO_PROGRAM = 127,              /* exit code of a child that could not exec */
    CUT_OFF = 1, /* exit code of a process that Xlib ended, having lost the display */
    CRASHED = 3, /* the screen's own exit codes are below */
};

struct keeper {
    const struct keeper_setup *setup;
    struct child screen, player;
    int signals;     /* signalfd */
    sigset_t before; /* the signal mask that children get */
    int exit_code;
    bool over;
    bool no_player; /* there is no program to start */
};

static void beat(struct keeper_pulse *pulse, millis patience) {
    protocol_beat(pulse->control, patience);
    pulse->beaten = clock_now();
    pulse->asleep = patience == KEEPER_SLEEP_PATIENCE;
}

void keeper_pulse_beat(struct keeper_pulse *pulse) {
    bool due = pulse->beaten == 0 || clock_now() - pulse->beaten >= KEEPER_SCREEN_BEAT;
    if (due || pulse->asleep) {
        beat(pulse, KEEPER_SCREEN_PATIENCE);
    }
}

void keeper_pulse_sleep(struct keeper_pulse *pulse) {
    beat(pulse, KEEPER_SLEEP_PATIENCE);
}

void keeper_want_player(const struct keeper_pulse *pulse) {
    protocol_want_player(pulse->control);
}

static bool socket_pair(int ends[2]) {
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0) {
        return true;
    }
    log_error("no socket for a child: %s", strerror(errno));
    return false;
}

/* What a terminal sends to all three is the keeper's to answer; a question to the screen waits
   until it listens. */
static void set_signals_of_child(const struct keeper *keeper) {
    sigset_t question;
    sigemptyset(&question);
    sigaddset(&question, SIGUSR1);
    (void)signal(SIGINT, SIG_IGN);
    (void)signal(SIGHUP, SIG_IGN);
    sigprocmask(SIG_SETMASK, &keeper->before, NULL);
    sigprocmask(SIG_BLOCK, &question, NULL);
}

/* In the child: dies with the keeper, and hears signals again. */
static void become_child(const struct keeper *keeper, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        _exit(NO_PROGRAM);
    }
    set_signals_of_child(keeper);
    close(keeper->signals);
    const int others[] = {keeper->screen.socket, keeper->player.socket};
    for (int i = 0; i < 2; i++) {
        if (others[i] >= 0) {
            close(others[i]);
        }
    }
}

static void tell_screen(struct keeper *keeper, enum news_type type, int fd) {
    struct keeper_news news = {.type = type};
    if (keeper->screen.socket >= 0) {
        (void)protocol_send(keeper->screen.socket, &news, sizeof news, fd);
    }
}

static bool start_screen(struct keeper *keeper) {
    int ends[2];
    if (!socket_pair(ends)) {
        return false;
    }
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        become_child(keeper, parent);
        close(ends[0]);
        exit(keeper->setup->screen(keeper->setup->self, ends[1]));
    }
    close(ends[1]);
    if (pid < 0) {
        log_error("the screen's process cannot be started: %s", strerror(errno));
        close(ends[0]);
        return false;
    }
    child_started(&keeper->screen, pid, ends[0]);
    if (keeper->no_player) {
        tell_screen(keeper, NEWS_NO_PLAYER, -1);
    }
    return true;
}

/* In the player's process: the two sockets stay open across exec under their own numbers. */
_Noreturn static void become_player(const struct keeper *keeper, int screen, int beats) {
    char screen_text[16];
    char beats_text[16];
    (void)snprintf(screen_text, sizeof screen_text, "%d", screen);
    (void)snprintf(beats_text, sizeof beats_text, "%d", beats);
    (void)fcntl(screen, F_SETFD, 0);
    (void)fcntl(beats, F_SETFD, 0);
    execl(keeper->setup->player, keeper->setup->player, "--serve", screen_text, beats_text,
          (char *)NULL);
    log_error("%s cannot be started: %s", keeper->setup->player, strerror(errno));
    _exit(NO_PROGRAM);
}

static void start_player(struct keeper *keeper) {
    int pictures[2];
    int beats[2];
    if (!socket_pair(pictures)) {
        return;
    }
    if (!socket_pair(beats)) {
        close(pictures[0]);
        close(pictures[1]);
        return;
    }
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        become_child(keeper, parent);
        become_player(keeper, pictures[1], beats[1]);
    }
    close(pictures[1]);
    close(beats[1]);
    if (pid > 0) {
        child_started(&keeper->player, pid, beats[0]);
        tell_screen(keeper, NEWS_PLAYER, pictures[0]);
    } else {
        log_error("the player's process cannot be started: %s", strerror(errno));
        keeper->player.may_start = clock_now() + 1000;
        close(beats[0]);
    }
    close(pictures[0]);
}

/* An end by its own will is the end of the visit to this desk; a crash is not. */
static bool ended_by_itself(int status) {
    return WIFEXITED(status) && WEXITSTATUS(status) < CRASHED && WEXITSTATUS(status) != CUT_OFF;
}

static void screen_ended(struct keeper *keeper, int status) {
    if (ended_by_itself(status)) {
        keeper->exit_code = WEXITSTATUS(status);
        keeper->over = true;
        keeper->screen.pid = 0;
        return;
    }
    child_ended(&keeper->screen, status, clock_now());
    /* The player's socket to the screen is gone: the new screen gets a new player. */
    if (keeper->player.pid > 0) {
        kill(keeper->player.pid, SIGKILL);
    } else {
        keeper->player.may_start = clock_now();
    }
}

static void player_ended(struct keeper *keeper, int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        /* The screen let go of it, as it does when it is about to end. */
        child_left(&keeper->player, clock_now());
        return;
    }
    keeper->no_player = WIFEXITED(status) && WEXITSTATUS(status) == NO_PROGRAM;
    child_ended(&keeper->player, status, clock_now());
    if (keeper->no_player) {
        tell_screen(keeper, NEWS_NO_PLAYER, -1);
    }
}

static void reap(struct keeper *keeper) {
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        if (pid == keeper->screen.pid) {
            screen_ended(keeper, status);
        } else if (pid == keeper->player.pid) {
            player_ended(keeper, status);
        }
    }
}

static void hear_signal(struct keeper *keeper, int number) {
    switch (number) {
    case SIGCHLD:
        reap(keeper);
        return;
    case SIGUSR1:
        if (keeper->screen.pid > 0) {
            kill(keeper->screen.pid, SIGUSR1);
        }
        return;
    case SIGINT:
    case SIGHUP:
        if (keeper->setup->steadfast) {
            log_info("only SIGTERM ends it: kill %d", (int)getpid());
            return;
        }
        break;
    default:
        break;
    }
    log_info("asked to end");
    keeper->over = true;
}

static void hear_signals(struct keeper *keeper) {
    struct signalfd_siginfo info;
    while (read(keeper->signals, &info, sizeof info) == (ssize_t)sizeof info) {
        hear_signal(keeper, (int)info.ssi_signo);
    }
}

static bool player_waits(const struct keeper *keeper) {
    return keeper->no_player || keeper->screen.pid == 0 || !keeper->screen.wants_player;
}

static void start_what_may(struct keeper *keeper, millis now) {
    if (keeper->screen.pid == 0 && now >= keeper->screen.may_start && !start_screen(keeper)) {
        keeper->screen.may_start = now + 1000;
    }
    if (keeper->player.pid == 0 && !player_waits(keeper) && now >= keeper->player.may_start) {
        start_player(keeper);
    }
}

/* When there is something to do about a child. */
static millis next_moment(const struct keeper *keeper, const struct child *child) {
    if (child == &keeper->player && child->pid == 0 && player_waits(keeper)) {
        return INT64_MAX;
    }
    return child->pid > 0 ? child->deadline : child->may_start;
}

static void wait_for_news(struct keeper *keeper) {
    struct pollfd watched[] = {{.fd = keeper->signals, .events = POLLIN},
                               {.fd = keeper->screen.socket, .events = POLLIN},
                               {.fd = keeper->player.socket, .events = POLLIN}};
    millis screen = next_moment(keeper, &keeper->screen);
    millis player = next_moment(keeper, &keeper->player);
    millis rest = (screen < player ? screen : player) - clock_now();
    (void)poll(watched, 3, rest < 0 ? 0 : rest > 60000 ? 60000 : (int)rest);
}

static bool take_signals(struct keeper *keeper) {
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGCHLD);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGHUP);
    sigaddset(&wanted, SIGUSR1);
    sigprocmask(SIG_BLOCK, &wanted, &keeper->before);
    keeper->signals = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    return keeper->signals >= 0;
}

int keeper_run(const struct keeper_setup *setup) {
    struct keeper keeper = {.setup = setup};
    child_init(&keeper.screen, "screen", SCREEN_FIRST_PATIENCE);
    child_init(&keeper.player, "player", PLAYER_FIRST_PATIENCE);
    if (!take_signals(&keeper)) {
        return 1;
    }
    while (!keeper.over) {
        start_what_may(&keeper, clock_now());
        wait_for_news(&keeper);
        child_hear(&keeper.screen);
        child_hear(&keeper.player);
        hear_signals(&keeper);
        child_check(&keeper.screen, clock_now());
        child_check(&keeper.player, clock_now());
    }
    child_end(&keeper.screen);
    child_end(&keeper.player);
    close(keeper.signals);
    sigprocmask(SIG_SETMASK, &keeper.before, NULL);
    return keeper.exit_code;
}
