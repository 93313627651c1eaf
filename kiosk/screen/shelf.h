/* Shelves: what was made once and may be wanted again, within a bound of memory. */
#ifndef SCREEN_SHELF_H
#define SCREEN_SHELF_H

#include <stddef.h>
#include <stdint.h>
#include <sys/queue.h>

enum { SHELF_BUCKETS = 1024 };

/* The first member of whatever is kept; the shelf alone writes it. */
struct shelf_entry {
    uint64_t key;
    size_t bytes;
    uint64_t used; /* the frame it was last asked for */
    TAILQ_ENTRY(shelf_entry) order;
    TAILQ_ENTRY(shelf_entry) bucket;
};

/* Entries by a hash of what they were made from, longest unused first. One thread. */
struct shelf {
    TAILQ_HEAD(shelf_bucket, shelf_entry) buckets[SHELF_BUCKETS];
    TAILQ_HEAD(shelf_order, shelf_entry) order;
    size_t bytes, budget;
    uint64_t frame;
    void (*destroy)(void *owner, struct shelf_entry *entry);
    void *owner;
};

/* `destroy(owner, entry)` frees an entry that was taken out. */
void shelf_init(struct shelf *shelf, size_t budget,
                void (*destroy)(void *owner, struct shelf_entry *entry), void *owner);
void shelf_finish(struct shelf *shelf);

/* The entry of that key, marked as used in this frame; NULL if there is none. */
void *shelf_find(struct shelf *shelf, uint64_t key);

/* Takes over an entry that shelf_find did not have. */
void shelf_add(struct shelf *shelf, struct shelf_entry *entry, uint64_t key, size_t bytes);

/* Takes an entry out, which is the caller's again. */
void shelf_take(struct shelf *shelf, struct shelf_entry *entry);

/* Drops what was longest unused until the shelf is within its budget. What this frame used stays,
   even over the budget. */
void shelf_frame_end(struct shelf *shelf);

void shelf_clear(struct shelf *shelf);

#endif
