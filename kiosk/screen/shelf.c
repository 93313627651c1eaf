/* Shelves find their entries by hash and drop the longest unused ones. */
#include "screen/shelf.h"

void shelf_init(struct shelf *shelf, size_t budget,
                void (*destroy)(void *owner, struct shelf_entry *entry), void *owner) {
    *shelf = (struct shelf){.budget = budget, .destroy = destroy, .owner = owner};
    TAILQ_INIT(&shelf->order);
    for (size_t i = 0; i < SHELF_BUCKETS; i++) {
        TAILQ_INIT(&shelf->buckets[i]);
    }
}

void shelf_finish(struct shelf *shelf) {
    shelf_clear(shelf);
}

static struct shelf_bucket *bucket_of(struct shelf *shelf, uint64_t key) {
    return &shelf->buckets[(key ^ key >> 32) % SHELF_BUCKETS];
}

void *shelf_find(struct shelf *shelf, uint64_t key) {
    struct shelf_entry *entry;
    TAILQ_FOREACH(entry, bucket_of(shelf, key), bucket) {
        if (entry->key == key) {
            if (entry->used != shelf->frame) {
                entry->used = shelf->frame;
                TAILQ_REMOVE(&shelf->order, entry, order);
                TAILQ_INSERT_TAIL(&shelf->order, entry, order);
            }
            return entry;
        }
    }
    return NULL;
}

void shelf_add(struct shelf *shelf, struct shelf_entry *entry, uint64_t key, size_t bytes) {
    entry->key = key;
    entry->bytes = bytes;
    entry->used = shelf->frame;
    shelf->bytes += bytes;
    TAILQ_INSERT_HEAD(bucket_of(shelf, key), entry, bucket);
    TAILQ_INSERT_TAIL(&shelf->order, entry, order);
}

void shelf_take(struct shelf *shelf, struct shelf_entry *entry) {
    shelf->bytes -= entry->bytes;
    TAILQ_REMOVE(bucket_of(shelf, entry->key), entry, bucket);
    TAILQ_REMOVE(&shelf->order, entry, order);
}

static void drop(struct shelf *shelf, struct shelf_entry *entry) {
    shelf_take(shelf, entry);
    shelf->destroy(shelf->owner, entry);
}

void shelf_frame_end(struct shelf *shelf) {
    while (shelf->bytes > shelf->budget) {
        struct shelf_entry *oldest = TAILQ_FIRST(&shelf->order);
        if (!oldest || oldest->used == shelf->frame) {
            break;
        }
        drop(shelf, oldest);
    }
    shelf->frame++;
}

void shelf_clear(struct shelf *shelf) {
    while (!TAILQ_EMPTY(&shelf->order)) {
        drop(shelf, TAILQ_FIRST(&shelf->order));
    }
}
