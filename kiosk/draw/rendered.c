/* Rendered runs: a screen's worth of them, looked through from the first. */
#include "draw/rendered.h"

#include "base/hash.h"

uint64_t rendered_key(enum font_face face, float size, const char *words) {
    return hash_string(hash_float(hash_int(HASH_START, (int)face), size), words);
}

void rendered_put(struct rendered *rendered, const struct rendered_run *run) {
    LIST_PUSH(&rendered->runs, *run);
}

bool rendered_take(struct rendered *rendered, uint64_t key, struct rendered_run *run) {
    for (size_t i = 0; i < rendered->runs.count; i++) {
        if (rendered->runs.items[i].key == key) {
            *run = rendered->runs.items[i];
            rendered->runs.items[i] = rendered->runs.items[--rendered->runs.count];
            return true;
        }
    }
    return false;
}

void rendered_move(struct rendered *rendered, struct rendered *from) {
    for (size_t i = 0; i < from->runs.count; i++) {
        rendered_put(rendered, &from->runs.items[i]);
    }
    LIST_CLEAR(&from->runs);
}

void rendered_clear(struct rendered *rendered) {
    for (size_t i = 0; i < rendered->runs.count; i++) {
        SDL_FreeSurface(rendered->runs.items[i].surface);
    }
    LIST_CLEAR(&rendered->runs);
}

void rendered_finish(struct rendered *rendered) {
    rendered_clear(rendered);
    LIST_FINISH(&rendered->runs);
}
