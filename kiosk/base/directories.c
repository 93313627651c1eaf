/* Directories that are made where they are missing. */
#include "base/directories.h"

#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool make_one(const char *path) {
    struct stat info;
    if (mkdir(path, 0755) == 0) {
        return true;
    }
    if (errno == EEXIST && stat(path, &info) == 0 && !S_ISDIR(info.st_mode)) {
        errno = ENOTDIR;
    }
    return errno == EEXIST;
}

bool directories_make(const char *path) {
    size_t size = strlen(path) + 1;
    char *copy = memcpy(memory_alloc(size), path, size);
    bool good = true;
    for (char *slash = strchr(copy + 1, '/'); good && slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        good = make_one(copy);
        *slash = '/';
    }
    good = good && make_one(copy);
    int reason = errno;
    free(copy);
    errno = reason;
    return good;
}
