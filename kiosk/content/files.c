/* Files: reading what a curator named, and nothing that is not a file of the exhibition. */
#include "content/files.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int directory_open(const char *path) {
    return open(path[0] ? path : ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static bool goes_up(const char *path) {
    for (const char *at = path; *at; at += strspn(at, "/")) {
        size_t length = strcspn(at, "/");
        if (length == 2 && at[0] == '.' && at[1] == '.') {
            return true;
        }
        at += length;
    }
    return false;
}

/* openat2(2), which glibc 2.36 has no function for. A FIFO opens at once, and is then refused. */
static int open_below(int directory, const char *path, int flags) {
    struct open_how how = {
        .flags = (unsigned)(flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC),
        .resolve = directory == AT_FDCWD ? 0 : RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    if (flags & O_PATH) {
        how.flags = (unsigned)(flags | O_CLOEXEC);
    }
    return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

static enum file_problem problem_of(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        return FILE_MISSING;
    case EXDEV:
    case ELOOP:
        return FILE_LEAVES;
    case ENXIO:
        return FILE_SPECIAL;
    case EISDIR:
        return FILE_DIRECTORY;
    default:
        return FILE_UNREADABLE;
    }
}

static enum file_problem problem_of_status(int descriptor, size_t *size) {
    struct stat status;
    if (fstat(descriptor, &status) < 0) {
        return FILE_UNREADABLE;
    }
    *size = (size_t)status.st_size;
    if (S_ISDIR(status.st_mode)) {
        return FILE_DIRECTORY;
    }
    return S_ISREG(status.st_mode) ? FILE_GOOD : FILE_SPECIAL;
}

static enum file_problem open_checked(int directory, const char *path, int flags, int *descriptor,
                                      size_t *size) {
    if (directory != AT_FDCWD && path[0] == '/') {
        return FILE_ABSOLUTE;
    }
    if (directory != AT_FDCWD && goes_up(path)) {
        return FILE_PARENT;
    }
    int opened = open_below(directory, path, flags);
    if (opened < 0) {
        return problem_of(errno);
    }
    enum file_problem problem = problem_of_status(opened, size);
    if (problem != FILE_GOOD) {
        int error = errno;
        (void)close(opened);
        errno = error;
        return problem;
    }
    *descriptor = opened;
    return FILE_GOOD;
}

enum file_problem file_open(int directory, const char *path, int *descriptor, size_t *size) {
    return open_checked(directory, path, O_RDONLY, descriptor, size);
}

enum file_problem file_look(int directory, const char *path, size_t *size) {
    int descriptor;
    enum file_problem problem = open_checked(directory, path, O_PATH, &descriptor, size);
    if (problem == FILE_GOOD) {
        (void)close(descriptor);
    }
    return problem;
}

/* Reads until the end or `most` bytes, because a file may grow meanwhile. */
static bool read_all(int descriptor, char *text, size_t most, size_t *size) {
    size_t have = 0;
    while (have < most) {
        ssize_t got = read(descriptor, text + have, most - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            break;
        }
        have += (size_t)got;
    }
    *size = have;
    return true;
}

static void strip_mark(char *text, size_t *size) {
    static const char mark[] = "\xEF\xBB\xBF";
    size_t length = sizeof mark - 1;
    if (*size >= length && memcmp(text, mark, length) == 0) {
        memmove(text, text + length, *size - length);
        *size -= length;
    }
}

enum file_problem file_read(int directory, const char *path, char **text, size_t *size) {
    int descriptor;
    enum file_problem problem = file_open(directory, path, &descriptor, size);
    if (problem != FILE_GOOD) {
        return problem;
    }
    if (*size > FILE_SIZE_MOST) {
        (void)close(descriptor);
        return FILE_LARGE;
    }
    char *bytes = memory_alloc(*size + 1);
    bool good = read_all(descriptor, bytes, *size, size);
    int error = errno;
    (void)close(descriptor);
    if (!good) {
        free(bytes);
        errno = error;
        return FILE_UNREADABLE;
    }
    strip_mark(bytes, size);
    bytes[*size] = '\0';
    *text = bytes;
    return FILE_GOOD;
}
