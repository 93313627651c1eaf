/* Stamps: device, inode, size and time of change. */
#include "base/stamp.h"

struct stamp stamp_of(const struct stat *facts) {
    return (struct stamp){facts->st_dev, facts->st_ino, facts->st_size, facts->st_mtim};
}

bool stamp_equal(const struct stamp *a, const struct stamp *b) {
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}
