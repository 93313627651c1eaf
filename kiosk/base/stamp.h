/* What tells one content of a file from another without reading it. */
#ifndef BASE_STAMP_H
#define BASE_STAMP_H

#include <stdbool.h>
#include <sys/stat.h>

/* All zero for a file that is not there. */
struct stamp {
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec changed;
};

/* Of a file, from what stat told of it. */
struct stamp stamp_of(const struct stat *facts);

bool stamp_equal(const struct stamp *a, const struct stamp *b);

#endif
