/* Asks kiosk-player, in a process of its own, whether a film or a sound decodes. */
#include "media/probe.h"

#include "base/log.h"

#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 10000, ANSWER_BYTES = 256 };

static pid_t start(const char *program, const char *path, int answer) {
    const char *const words[] = {program, "--probe", path, NULL};
    char *arguments[4];
    memcpy(arguments, words, sizeof arguments);
    posix_spawn_file_actions_t actions;
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_adddup2(&actions, answer, STDOUT_FILENO);
    pid_t process = -1;
    int wrong = posix_spawn(&process, program, &actions, NULL, arguments, environ);
    (void)posix_spawn_file_actions_destroy(&actions);
    if (wrong) {
        log_error("cannot start %s: %s", program, strerror(wrong));
        return -1;
    }
    return process;
}

/* Reads until the player has closed its end or the time is up; the answer ends in NUL. */
static void read_answer(int from, char answer[ANSWER_BYTES]) {
    millis end = clock_now() + PATIENCE_MS;
    size_t used = 0;
    for (millis left = PATIENCE_MS; left > 0 && used < ANSWER_BYTES - 1; left = end - clock_now()) {
        struct pollfd ready = {.fd = from, .events = POLLIN};
        if (poll(&ready, 1, (int)left) <= 0) {
            break;
        }
        ssize_t size = read(from, answer + used, ANSWER_BYTES - 1 - used);
        if (size <= 0) {
            break;
        }
        used += (size_t)size;
    }
    answer[used] = '\0';
}

bool media_probe(const char *program, const char *path, struct media_facts *facts) {
    int ends[2];
    *facts = (struct media_facts){0};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    pid_t process = start(program, path, ends[1]);
    (void)close(ends[1]);
    char answer[ANSWER_BYTES] = "";
    if (process > 0) {
        read_answer(ends[0], answer);
        (void)kill(process, SIGKILL);
        (void)waitpid(process, NULL, 0);
    }
    (void)close(ends[0]);
    char audio[4] = "";
    bool good = sscanf(answer, "good %d %d %" SCNd64 " %3s", &facts->width, &facts->height,
                       &facts->duration, audio) == 4;
    facts->has_audio = strcmp(audio, "yes") == 0;
    return good;
}
