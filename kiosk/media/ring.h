/* The ring: pictures in shared memory, decoded into by the player, read by the screen. */
#ifndef MEDIA_RING_H
#define MEDIA_RING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The largest picture a ring can be made for. */
enum { RING_WIDTH_MOST = 4096, RING_HEIGHT_MOST = 2304, RING_SHOWN_MOST = 16384 };

/* Enough for three films at a time, each with the most pictures that libvlc asks for, so that the
   next is made ready and the last let go while one plays. A slot that was never used takes no
   memory. */
enum { RING_SLOTS = 128 };

/* What is known of a picture besides its planes. */
struct ring_picture {
    int32_t width, height;             /* what there is to see of the luma plane */
    int32_t pitch, lines;              /* how it lies in its slot: see ring_planes */
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

/* One side's view of a ring. Slots change hands by exchanging an index: the reader has one to show,
   the newest finished picture waits in between, so neither ever waits for the other. All others
   are the writer's. Each side belongs to one thread at a time, but for what says otherwise. */
struct ring {
    struct ring_shared *shared;
    int fd; /* the memfd; -1 on the writer's side */
    int width, height;
    uint32_t slot;                    /* the reader's: the one it shows */
    _Atomic bool claimed[RING_SLOTS]; /* the writer's: in use */
};

/* Reader: makes the memfd for pictures up to this size (clamped to what a ring can hold) and seals
   its size, so that no writer can cut it short under the reader. False with a line in the log. */
bool ring_create(struct ring *ring, int width, int height);

/* Writer: maps a ring made for this size. False if the file is not such a ring. Does not take `fd`.
 */
bool ring_open(struct ring *ring, int fd, int width, int height);

void ring_finish(struct ring *ring);

/* Does a luma plane that lies so fit a slot, with its two others? Any thread. */
bool ring_fits(const struct ring *ring, int pitch, int lines);

/* Writer: a slot that nobody uses, -1 if there is none. Any thread. */
int ring_claim(struct ring *ring);

/* Writer: nobody uses that slot any more; its memory goes back to the system. Any thread. */
void ring_discard(struct ring *ring, int slot);

/* The planes of a picture in a slot that lies so: `lines` rows of luma, `pitch` bytes apart, then
   half as many rows half as long of either colour. Any thread. */
struct ring_planes ring_planes(const struct ring *ring, int slot, int pitch, int lines);

/* Writer: the slot whose luma plane begins there, -1 for none. Any thread. */
int ring_slot_of(const struct ring *ring, const uint8_t *luma);

/* What came of handing a picture over. */
struct ring_handover {
    bool wake;    /* the reader must be woken: it is told once, until it looks */
    int returned; /* the slot that came back, read or not; -1 for none */
};

/* Writer: hands a filled slot over. It must stay as it is until it is returned. */
struct ring_handover ring_publish(struct ring *ring, int slot, const struct ring_picture *picture);

enum ring_answer {
    RING_SAME,   /* nothing newer */
    RING_NEWER,  /* the slot changed hands */
    RING_BROKEN, /* the writer wrote nonsense; nothing of it was used */
};

/* Reader: takes the newest picture, and lets the writer announce again. Everything that shared
   memory says is copied once and checked; a writer gone mad spoils pixels, never the reader. */
enum ring_answer ring_take(struct ring *ring, struct ring_picture *picture);

/* Reader: the planes of the picture taken last, which is this; they stay until ring_take. */
struct ring_planes ring_front(const struct ring *ring, const struct ring_picture *picture);

#endif
