/* The ring: three pictures in shared memory that change hands without locks. */
#include "media/ring.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SLOTS = 3,
    FRESH = 4, /* beside the slot's index in `between`: not taken yet */
    PITCH_ALIGNMENT = 64,
    SLOTS_OFFSET = 4096,
    SMALLEST_SIDE = 64,
};

/* The first page; everything in it may be overwritten by a broken writer at any moment. */
struct ring_shared {
    _Atomic uint32_t between; /* the slot that is nobody's */
    _Atomic uint32_t told;    /* the reader was woken and has not looked yet */
    struct slot_words {
        _Atomic int32_t width, height, shown_width, shown_height;
        _Atomic uint32_t full_range, bt709, clip;
        _Atomic uint64_t serial;
        _Atomic int64_t time;
    } slots[SLOTS];
};

_Static_assert(sizeof(struct ring_shared) <= SLOTS_OFFSET, "the first page holds the words");

static size_t aligned(size_t size) {
    return (size + PITCH_ALIGNMENT - 1) & ~(size_t)(PITCH_ALIGNMENT - 1);
}

static size_t slot_size(int width, int height) {
    size_t rows = (size_t)height;
    size_t chroma_rows = (rows + 1) / 2;
    return aligned((size_t)width) * rows + 2 * aligned(((size_t)width + 1) / 2) * chroma_rows;
}

static size_t ring_size(int width, int height) {
    return SLOTS_OFFSET + SLOTS * slot_size(width, height);
}

static int clamped(int value, int most) {
    return value < SMALLEST_SIDE ? SMALLEST_SIDE : value > most ? most : value;
}

static bool ring_map(struct ring *ring, int fd) {
    void *memory =
        mmap(NULL, ring_size(ring->width, ring->height), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ring->shared = memory == MAP_FAILED ? NULL : memory;
    return ring->shared;
}

bool ring_create(struct ring *ring, int width, int height) {
    *ring = (struct ring){.width = clamped(width, RING_WIDTH_MOST),
                          .height = clamped(height, RING_HEIGHT_MOST),
                          .slot = 0,
                          .fd = memfd_create("kiosk-video", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (ring->fd >= 0 && ftruncate(ring->fd, (off_t)ring_size(ring->width, ring->height)) == 0 &&
        fcntl(ring->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0 &&
        ring_map(ring, ring->fd)) {
        atomic_store(&ring->shared->between, 1U);
        return true;
    }
    log_error("no shared memory for video pictures: %s", strerror(errno));
    ring_finish(ring);
    return false;
}

bool ring_open(struct ring *ring, int fd, int width, int height) {
    *ring = (struct ring){.width = width, .height = height, .slot = 2, .fd = -1};
    struct stat info;
    if (width < SMALLEST_SIDE || width > RING_WIDTH_MOST || height < SMALLEST_SIDE ||
        height > RING_HEIGHT_MOST || fstat(fd, &info) != 0) {
        return false;
    }
    return info.st_size == (off_t)ring_size(width, height) && ring_map(ring, fd);
}

void ring_finish(struct ring *ring) {
    if (ring->shared) {
        munmap(ring->shared, ring_size(ring->width, ring->height));
    }
    if (ring->fd >= 0) {
        close(ring->fd);
    }
    *ring = (struct ring){.fd = -1};
}

static struct ring_planes planes_of(const struct ring *ring, int width, int height) {
    uint8_t *start =
        (uint8_t *)ring->shared + SLOTS_OFFSET + ring->slot * slot_size(ring->width, ring->height);
    size_t pitch = aligned((size_t)width);
    size_t chroma_pitch = aligned(((size_t)width + 1) / 2);
    size_t rows = (size_t)height;
    uint8_t *first_chroma = start + pitch * rows;
    return (struct ring_planes){
        .planes = {start, first_chroma, first_chroma + chroma_pitch * ((rows + 1) / 2)},
        .pitches = {(int)pitch, (int)chroma_pitch, (int)chroma_pitch}};
}

struct ring_planes ring_back(const struct ring *ring, int width, int height) {
    return planes_of(ring, width, height);
}

struct ring_planes ring_front(const struct ring *ring, int width, int height) {
    return planes_of(ring, width, height);
}

bool ring_publish(struct ring *ring, const struct ring_picture *picture) {
    struct slot_words *words = &ring->shared->slots[ring->slot];
    words->width = picture->width;
    words->height = picture->height;
    words->shown_width = picture->shown_width;
    words->shown_height = picture->shown_height;
    words->full_range = picture->full_range;
    words->bt709 = picture->bt709;
    words->clip = picture->clip;
    words->serial = picture->serial;
    words->time = picture->time;
    uint32_t before = atomic_exchange(&ring->shared->between, ring->slot | FRESH);
    ring->slot = (before & ~(uint32_t)FRESH) % SLOTS;
    return atomic_exchange(&ring->shared->told, 1U) == 0;
}

static bool side_is(int32_t side, int most) {
    return side >= 1 && side <= most;
}

static bool picture_is_sound(const struct ring *ring, const struct ring_picture *picture) {
    return side_is(picture->width, ring->width) && side_is(picture->height, ring->height) &&
           side_is(picture->shown_width, RING_SHOWN_MOST) &&
           side_is(picture->shown_height, RING_SHOWN_MOST) && picture->time >= 0;
}

enum ring_answer ring_take(struct ring *ring, struct ring_picture *picture) {
    atomic_store(&ring->shared->told, 0U);
    if (!(atomic_load(&ring->shared->between) & FRESH)) {
        return RING_SAME;
    }
    uint32_t slot = atomic_exchange(&ring->shared->between, ring->slot) & ~(uint32_t)FRESH;
    if (slot >= SLOTS) {
        return RING_BROKEN;
    }
    ring->slot = slot;
    struct slot_words *words = &ring->shared->slots[slot];
    struct ring_picture copy = {.width = words->width,
                                .height = words->height,
                                .shown_width = words->shown_width,
                                .shown_height = words->shown_height,
                                .full_range = words->full_range != 0,
                                .bt709 = words->bt709 != 0,
                                .clip = words->clip,
                                .serial = words->serial,
                                .time = words->time};
    if (!picture_is_sound(ring, &copy)) {
        return RING_BROKEN;
    }
    *picture = copy;
    return RING_NEWER;
}
