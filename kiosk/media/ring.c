/* The ring: pictures in shared memory that change hands without locks. */
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
    NOBODY = RING_SLOTS, /* in place of a slot's index: there is none */
    FRESH = 1 << 16,     /* beside the slot's index in `between`: not taken yet */
    PITCH_MORE = 192,    /* what libvlc and its decoders add to the size of a picture, */
    LINES_MORE = 64,     /* rounding included */
    SMALLEST_SIDE = 64,
    PAGE = 4096,
};

/* The first pages; everything in them may be overwritten by a broken writer at any moment. */
struct ring_shared {
    _Atomic uint32_t between; /* the slot that waits, or that was returned */
    _Atomic uint32_t told;    /* the reader was woken and has not looked yet */
    struct slot_words {
        _Atomic int32_t width, height, pitch, lines, shown_width, shown_height;
        _Atomic uint32_t full_range, bt709, clip;
        _Atomic uint64_t serial;
        _Atomic int64_t time;
    } slots[RING_SLOTS];
};

static size_t whole_pages(size_t size) {
    return (size + PAGE - 1) / PAGE * PAGE;
}

static size_t picture_size(int pitch, int lines) {
    return (size_t)pitch * (size_t)lines / 2 * 3;
}

static size_t slot_size(const struct ring *ring) {
    return whole_pages(picture_size(ring->width + PITCH_MORE, ring->height + LINES_MORE));
}

static size_t ring_size(const struct ring *ring) {
    return whole_pages(sizeof(struct ring_shared)) + RING_SLOTS * slot_size(ring);
}

static uint8_t *slot_start(const struct ring *ring, int slot) {
    return (uint8_t *)ring->shared + whole_pages(sizeof(struct ring_shared)) +
           (size_t)slot * slot_size(ring);
}

static int clamped(int value, int most) {
    return value < SMALLEST_SIDE ? SMALLEST_SIDE : value > most ? most : value;
}

static bool ring_map(struct ring *ring, int fd) {
    void *memory = mmap(NULL, ring_size(ring), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ring->shared = memory == MAP_FAILED ? NULL : memory;
    return ring->shared;
}

bool ring_create(struct ring *ring, int width, int height) {
    *ring = (struct ring){.width = clamped(width, RING_WIDTH_MOST),
                          .height = clamped(height, RING_HEIGHT_MOST),
                          .slot = NOBODY,
                          .fd = memfd_create("kiosk-video", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    if (ring->fd >= 0 && ftruncate(ring->fd, (off_t)ring_size(ring)) == 0 &&
        fcntl(ring->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0 &&
        ring_map(ring, ring->fd)) {
        atomic_store(&ring->shared->between, NOBODY);
        return true;
    }
    log_error("no shared memory for video pictures: %s", strerror(errno));
    ring_finish(ring);
    return false;
}

bool ring_open(struct ring *ring, int fd, int width, int height) {
    *ring = (struct ring){.width = width, .height = height, .slot = NOBODY, .fd = -1};
    struct stat info;
    if (width < SMALLEST_SIDE || width > RING_WIDTH_MOST || height < SMALLEST_SIDE ||
        height > RING_HEIGHT_MOST || fstat(fd, &info) != 0) {
        return false;
    }
    return info.st_size == (off_t)ring_size(ring) && ring_map(ring, fd);
}

void ring_finish(struct ring *ring) {
    if (ring->shared) {
        munmap(ring->shared, ring_size(ring));
    }
    if (ring->fd >= 0) {
        close(ring->fd);
    }
    *ring = (struct ring){.fd = -1};
}

bool ring_fits(const struct ring *ring, int pitch, int lines) {
    return pitch >= 2 && lines >= 2 && pitch % 2 == 0 && lines % 2 == 0 &&
           pitch <= ring->width + PITCH_MORE && lines <= ring->height + LINES_MORE;
}

int ring_claim(struct ring *ring) {
    for (int slot = 0; slot < RING_SLOTS; slot++) {
        if (!atomic_exchange(&ring->claimed[slot], true)) {
            return slot;
        }
    }
    return -1;
}

void ring_discard(struct ring *ring, int slot) {
    (void)madvise(slot_start(ring, slot), slot_size(ring), MADV_REMOVE);
    atomic_store(&ring->claimed[slot], false);
}

struct ring_planes ring_planes(const struct ring *ring, int slot, int pitch, int lines) {
    uint8_t *luma = slot_start(ring, slot);
    uint8_t *u = luma + (size_t)pitch * (size_t)lines;
    uint8_t *v = u + (size_t)pitch / 2 * ((size_t)lines / 2);
    return (struct ring_planes){.planes = {luma, u, v}, .pitches = {pitch, pitch / 2, pitch / 2}};
}

int ring_slot_of(const struct ring *ring, const uint8_t *luma) {
    uintptr_t first = (uintptr_t)slot_start(ring, 0);
    uintptr_t end = (uintptr_t)slot_start(ring, RING_SLOTS);
    uintptr_t at = (uintptr_t)luma;
    bool begins = ring->shared && at >= first && at < end && (at - first) % slot_size(ring) == 0;
    return begins ? (int)((at - first) / slot_size(ring)) : -1;
}

struct ring_planes ring_front(const struct ring *ring, const struct ring_picture *picture) {
    return ring_planes(ring, (int)ring->slot, picture->pitch, picture->lines);
}

struct ring_handover ring_publish(struct ring *ring, int slot, const struct ring_picture *picture) {
    struct slot_words *words = &ring->shared->slots[slot];
    words->width = picture->width;
    words->height = picture->height;
    words->pitch = picture->pitch;
    words->lines = picture->lines;
    words->shown_width = picture->shown_width;
    words->shown_height = picture->shown_height;
    words->full_range = picture->full_range;
    words->bt709 = picture->bt709;
    words->clip = picture->clip;
    words->serial = picture->serial;
    words->time = picture->time;
    uint32_t before = atomic_exchange(&ring->shared->between, (uint32_t)slot | FRESH);
    before &= ~(uint32_t)FRESH;
    return (struct ring_handover){.wake = atomic_exchange(&ring->shared->told, 1U) == 0,
                                  .returned = before < RING_SLOTS ? (int)before : -1};
}

static bool side_is(int32_t side, int most) {
    return side >= 1 && side <= most;
}

static bool picture_is_sound(const struct ring *ring, const struct ring_picture *picture) {
    return side_is(picture->width, ring->width) && side_is(picture->height, ring->height) &&
           ring_fits(ring, picture->pitch, picture->lines) && picture->pitch >= picture->width &&
           picture->lines >= picture->height && side_is(picture->shown_width, RING_SHOWN_MOST) &&
           side_is(picture->shown_height, RING_SHOWN_MOST) && picture->time >= 0;
}

enum ring_answer ring_take(struct ring *ring, struct ring_picture *picture) {
    atomic_store(&ring->shared->told, 0U);
    if (!(atomic_load(&ring->shared->between) & FRESH)) {
        return RING_SAME;
    }
    uint32_t slot = atomic_exchange(&ring->shared->between, ring->slot) & ~(uint32_t)FRESH;
    if (slot >= RING_SLOTS) {
        return RING_BROKEN;
    }
    ring->slot = slot;
    struct slot_words *words = &ring->shared->slots[slot];
    struct ring_picture copy = {.width = words->width,
                                .height = words->height,
                                .pitch = words->pitch,
                                .lines = words->lines,
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
