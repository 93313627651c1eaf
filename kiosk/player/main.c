/* kiosk-player: plays films into the screen's shared memory; the only program linked to libvlc. */
#include "base/log.h"
#include "player/confine.h"
#include "player/probe.h"
#include "player/service.h"
#include "player/vlc.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int usage(void) {
    fputs("usage: kiosk-player --probe FILE    says what a film is, or why it is none\n"
          "The kiosk starts it as: kiosk-player --serve SCREEN KEEPER (descriptors)\n",
          stderr);
    return 2;
}

/* Reads a descriptor's number; -1 stands for none. */
static bool read_descriptor(const char *text, int *fd) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    *fd = (int)value;
    return errno == 0 && *end == '\0' && end != text && value >= -1 && value < 1024 &&
           (value < 0 || fcntl(*fd, F_SETFD, FD_CLOEXEC) == 0);
}

static int serve(const char *screen_text, const char *keeper_text) {
    int screen;
    int keeper;
    if (!read_descriptor(screen_text, &screen) || screen < 0 ||
        !read_descriptor(keeper_text, &keeper)) {
        return usage();
    }
    libvlc_instance_t *vlc = vlc_start(false);
    if (!vlc) {
        return 1;
    }
    confine();
    int code = service_run(vlc, screen, keeper);
    libvlc_release(vlc);
    return code;
}

/* Opened without waiting, so that a FIFO cannot stop the probe. */
static int probe(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat info;
    if (fd < 0 || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        fprintf(stderr, "%s: %s\n", path, fd < 0 ? strerror(errno) : "not a regular file");
        puts("bad");
        return 1;
    }
    libvlc_instance_t *vlc = vlc_start(true);
    if (!vlc) {
        return 2;
    }
    confine();
    int code = probe_run(vlc, fd);
    libvlc_release(vlc);
    return code;
}

/* Pictures are given back to the system when they are freed: left to itself the C library keeps
   ever more of them in each thread's own heap. */
static void keep_memory_small(void) {
    (void)mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    (void)mallopt(M_ARENA_MAX, 2);
}

int main(int argc, char **argv) {
    keep_memory_small();
    if (argc == 4 && strcmp(argv[1], "--serve") == 0) {
        return serve(argv[2], argv[3]);
    }
    if (argc == 3 && strcmp(argv[1], "--probe") == 0) {
        return probe(argv[2]);
    }
    return usage();
}
