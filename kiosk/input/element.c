/* Elements of a frame: registered from the lowest to the highest, found by place or by id. */
#include "input/element.h"

#include <string.h>

bool element_id_equal(struct element_id a, struct element_id b) {
    if (!a.name || !b.name) {
        return a.name == b.name;
    }
    return a.index == b.index && strcmp(a.name, b.name) == 0;
}

void elements_finish(struct elements *elements) {
    LIST_FINISH(&elements->list);
}

void elements_clear(struct elements *elements) {
    LIST_CLEAR(&elements->list);
}

void elements_add(struct elements *elements, struct element element) {
    LIST_PUSH(&elements->list, element);
}

size_t elements_first_in_reach(const struct elements *elements) {
    for (size_t i = elements->list.count; i > 0; i--) {
        if (elements->list.items[i - 1].flags & ELEMENT_MODAL) {
            return i - 1;
        }
    }
    return 0;
}

const struct element *elements_at_with(const struct elements *elements, float x, float y,
                                       unsigned flags) {
    size_t first = elements_first_in_reach(elements);
    for (size_t i = elements->list.count; i > first; i--) {
        const struct element *element = &elements->list.items[i - 1];
        bool wanted = flags == 0 || (element->flags & flags);
        if (wanted && !(element->flags & ELEMENT_DISABLED) && rect_contains(element->rect, x, y)) {
            return element;
        }
    }
    return NULL;
}

const struct element *elements_at(const struct elements *elements, float x, float y) {
    return elements_at_with(elements, x, y, 0);
}

const struct element *elements_find(const struct elements *elements, struct element_id id) {
    for (size_t i = elements->list.count; i > 0 && id.name; i--) {
        const struct element *element = &elements->list.items[i - 1];
        if (element_id_equal(element->id, id)) {
            return element;
        }
    }
    return NULL;
}
