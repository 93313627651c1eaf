/* The ring: three pictures in shared memory, written by the player, read by the screen. */
#ifndef MEDIA_RING_H
#define MEDIA_RING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The largest picture a ring can be made for. */
enum { RING_WIDTH_MOST = 4096, RING_HEIGHT_MOST = 2304, RING_SHOWN_MOST = 16384 };

/* What is known of a picture besides its planes. */
struct ring_picture {
    int32_t width, height;             /* of the luma plane */
    int32_t shown_width, shown_height; /* with the pixel aspect applied */
    bool full_range, bt709;
    uint32_t clip;   /* which clip it belongs to: the number its open order gave */
    uint64_t serial; /* counts the pictures of a clip from 1 */
    int64_t time;    /* microseconds of the film */
};

/* Where the planes of a picture lie: I420, rows `pitches` bytes apart. */
struct ring_planes {
    uint8_t *planes[3];
    int pitches[3];
};

struct ring_shared;

/* One side's view of a ring. Three slots change hands by exchanging an index: the writer has one
   to fill, the reader one to show, and the newest finished picture waits in between, so neither
   ever waits for the other. Each side belongs to one thread at a time. */
struct ring {
    struct ring_shared *shared;
    int fd; /* the memfd; -1 on the writer's side */
    int width, height;
    uint32_t slot; /* the slot that is this side's own; never read back from shared memory */
};

/* Reader: makes the memfd for pictures up to this size (clamped to what a ring can hold) and seals
   its size, so that no writer can cut it short under the reader. False with a line in the log. */
bool ring_create(struct ring *ring, int width, int height);

/* Writer: maps a ring made for this size. False if the file is not such a ring. Does not take `fd`.
 */
bool ring_open(struct ring *ring, int fd, int width, int height);

void ring_finish(struct ring *ring);

/* Writer: where to put the planes of the next picture of this size, which must fit. */
struct ring_planes ring_back(const struct ring *ring, int width, int height);

/* Writer: hands the filled slot over. Returns whether the reader must be woken: it is told once,
   until it looks. */
bool ring_publish(struct ring *ring, const struct ring_picture *picture);

enum ring_answer {
    RING_SAME,   /* nothing newer */
    RING_NEWER,  /* the slot changed hands */
    RING_BROKEN, /* the writer wrote nonsense; nothing of it was used */
};

/* Reader: takes the newest picture, and lets the writer announce again. Everything that shared
   memory says is copied once and checked; a writer gone mad spoils pixels, never the reader. */
enum ring_answer ring_take(struct ring *ring, struct ring_picture *picture);

/* Reader: the planes of the picture taken last, which has this size; they stay until ring_take. */
struct ring_planes ring_front(const struct ring *ring, int width, int height);

#endif
