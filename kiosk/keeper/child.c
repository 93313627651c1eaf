/* A child of the keeper: its process, its beats, and when it may be started again. */
#include "keeper/child.h"

#include "base/log.h"
#include "media/protocol.h"

#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MINUTE = 60000,
    AT_ONCE = 3,       /* restarts in a minute that are not delayed */
    FIRST_DELAY = 250, /* ms, of the one after */
    LONGEST_DELAY = 10000,
    GRACE = 1000, /* ms between asking a child to end and ending it */
    PAUSE = 250,  /* ms after an end that was none by accident */
};

void child_init(struct child *child, const char *name, millis patience) {
    *child = (struct child){.name = name, .socket = -1, .patience = patience};
}

void child_started(struct child *child, pid_t pid, int socket) {
    millis now = clock_now();
    child->pid = pid;
    child->socket = socket;
    child->wants_player = false;
    child->deadline = now + child->patience;
    child->starts[child->start_count++ % CHILD_STARTS_REMEMBERED] = now;
}

void child_hear(struct child *child) {
    unsigned char tenths;
    while (child->socket >= 0) {
        ssize_t size = recv(child->socket, &tenths, sizeof tenths, MSG_DONTWAIT);
        if (size == 0) {
            close(child->socket);
            child->socket = -1;
        }
        if (size <= 0) {
            return;
        }
        if (tenths == PROTOCOL_WANTS_PLAYER) {
            child->wants_player = true;
        } else {
            child->deadline = clock_now() + tenths * 100;
        }
    }
}

void child_check(struct child *child, millis now) {
    if (child->pid > 0 && now >= child->deadline) {
        log_warning("the %s (process %d) has stopped answering: ended", child->name,
                    (int)child->pid);
        kill(child->pid, SIGKILL);
        child->deadline = now + MINUTE;
    }
}

static int starts_in_last_minute(const struct child *child, millis now) {
    int count = 0;
    for (int i = 0; i < CHILD_STARTS_REMEMBERED && i < child->start_count; i++) {
        count += child->starts[i] > now - MINUTE;
    }
    return count;
}

static void forget(struct child *child) {
    child->pid = 0;
    if (child->socket >= 0) {
        close(child->socket);
    }
    child->socket = -1;
}

void child_ended(struct child *child, int status, millis now) {
    if (WIFSIGNALED(status)) {
        log_warning("the %s (process %d) was ended by signal %d (%s)", child->name, (int)child->pid,
                    WTERMSIG(status), strsignal(WTERMSIG(status)));
    } else {
        log_warning("the %s (process %d) ended with code %d", child->name, (int)child->pid,
                    WEXITSTATUS(status));
    }
    forget(child);
    int late = starts_in_last_minute(child, now) - AT_ONCE - 1;
    millis delay = late < 0 ? 0 : late > 5 ? LONGEST_DELAY : (millis)FIRST_DELAY << late;
    child->may_start = now + (delay < LONGEST_DELAY ? delay : LONGEST_DELAY);
}

void child_left(struct child *child, millis now) {
    forget(child);
    child->may_start = now + PAUSE;
}

void child_end(struct child *child) {
    if (child->pid <= 0) {
        return;
    }
    kill(child->pid, SIGTERM);
    kill(child->pid, SIGCONT);
    for (millis until = clock_now() + GRACE; clock_now() < until;) {
        if (waitpid(child->pid, NULL, WNOHANG) != 0) {
            forget(child);
            return;
        }
        nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    }
    kill(child->pid, SIGKILL);
    (void)waitpid(child->pid, NULL, 0);
    forget(child);
}
