/* Growable arrays on the heap: LIST(type) declares one, the macros below work on any of them. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Zero-initialised it is empty and valid. */
#define LIST(type)                                                                                 \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

/* Makes room for one more item and counts it; evaluates to a pointer to the zeroed item. */
#define LIST_ADD(list)                                                                             \
    ((list)->items =                                                                               \
         list_grown((list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),       \
     &(list)->items[(list)->count++])

/* Adds a copy of `item`, which must not be read from the list itself; empties the list but keeps
   its memory; frees it, empty and valid again. */
#define LIST_PUSH(list, item) ((void)(*LIST_ADD(list) = (item)))
#define LIST_CLEAR(list) ((void)((list)->count = 0))
#define LIST_FINISH(list)                                                                          \
    (free((list)->items), (list)->items = NULL, (list)->count = (list)->capacity = 0)

/* Returns `items` with room for at least one more than `count`, the new item zeroed. */
static inline void *list_grown(void *items, size_t count, size_t *capacity, size_t size) {
    if (count == *capacity) {
        *capacity = *capacity ? *capacity * 2 : 16;
        items = memory_resize(items, *capacity, size);
    }
    memset((char *)items + count * size, 0, size);
    return items;
}

#endif
