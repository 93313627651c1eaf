/* Pieces: what is measured in one go, between the places where a line, a face or a gap divides. */
#include "draw/lines.h"

#include <math.h>

static const float half_mark = 0.5F;

static bool is_wide(const struct letter *letter) {
    return letter->class == LETTER_HAN || letter->class == LETTER_OPEN ||
           letter->class == LETTER_CLOSE;
}

static bool is_latin(const struct letter *letter) {
    return letter->class == LETTER_LATIN || letter->class == LETTER_STOP ||
           letter->class == LETTER_SPACE;
}

static bool is_bold(enum font_face face) {
    return face == FACE_BOLD || face == FACE_LATIN_BOLD;
}

static enum font_face face_of(const struct letters *letters, const struct letter *letter,
                              enum font_face base) {
    bool bold = is_bold(base) || letter->emphasis;
    if (letters->quotes && is_latin(letter)) {
        return bold ? FACE_LATIN_BOLD : FACE_LATIN;
    }
    return bold ? FACE_BOLD : FACE_REGULAR;
}

static bool divides(const struct letters *letters, size_t i) {
    const struct letter *before = &letters->items[i - 1];
    const struct letter *here = &letters->items[i];
    bool mark =
        here->class == LETTER_CLOSE && before->class == LETTER_HAN; /* an ellipsis drops it */
    return mark || here->break_before || here->emphasis != before->emphasis ||
           letters_gap(before, here) != 0 ||
           face_of(letters, before, FACE_REGULAR) != face_of(letters, here, FACE_REGULAR);
}

/* Chinese characters are an em wide, which saves asking for most of a page. */
static float measure(struct fonts *fonts, const struct letters *letters, size_t first, size_t end,
                     enum font_face face, float size) {
    bool wide = true;
    for (size_t i = first; i < end && wide; i++) {
        wide = is_wide(&letters->items[i]);
    }
    if (wide) {
        return (float)(end - first) * size;
    }
    uint32_t start = letters->items[first].at;
    uint32_t stop = letters->items[end - 1].at + letters->items[end - 1].length;
    return fonts_run_width(fonts, face, size, letters->words + start, stop - start);
}

static struct piece piece_of(struct fonts *fonts, const struct letters *letters, size_t first,
                             size_t end, enum font_face base, float size) {
    const struct letter *head = &letters->items[first];
    const struct letter *tail = &letters->items[end - 1];
    struct piece piece = {
        .start = head->at,
        .end = tail->at + tail->length,
        .face = face_of(letters, head, base),
        .emphasis = head->emphasis,
        .breakable = head->break_before,
        .seam = head->seam,
        .gap = first > 0 ? letters_gap(head - 1, head) * size : 0,
    };
    size_t inked = end;
    while (inked > first && letters->items[inked - 1].class == LETTER_SPACE) {
        inked--;
    }
    enum letter_class last = inked > first ? letters->items[inked - 1].class : LETTER_SPACE;
    piece.inked_end = inked < end ? letters->items[inked].at : piece.end;
    piece.width = measure(fonts, letters, first, end, piece.face, size);
    piece.inked =
        inked == end ? piece.width : measure(fonts, letters, first, inked, piece.face, size);
    piece.lead = head->class == LETTER_OPEN ? half_mark * size : 0;
    piece.hang = last == LETTER_CLOSE ? half_mark * size : 0;
    return piece;
}

static void collect(struct pieces *pieces, struct fonts *fonts, const struct letters *letters,
                    enum font_face face) {
    pieces->count = 0;
    for (size_t first = 0, end; first < letters->count; first = end) {
        for (end = first + 1; end < letters->count && !divides(letters, end);) {
            end++;
        }
        pieces->items[pieces->count++] = piece_of(fonts, letters, first, end, face, pieces->size);
    }
}

/* A letter that changes the one before it: combining marks and joiners. */
static bool joins(const struct letter *letter) {
    return (letter->rune >= 0x300 && letter->rune < 0x370) || letter->rune == 0x200D ||
           (letter->rune >= 0xFE00 && letter->rune <= 0xFE0F);
}

/* Lets the letters between two bytes break wherever one is whole. */
static void free_letters(struct letters *letters, uint32_t start, uint32_t end) {
    for (size_t i = 0; i < letters->count; i++) {
        struct letter *letter = &letters->items[i];
        bool inside = letter->at > start && letter->at < end;
        if (inside && letter->class != LETTER_SPACE && letter->class != LETTER_CLOSE &&
            !joins(letter)) {
            letter->break_before = true;
        }
    }
}

/* Breaks up what is wider than a line. Returns whether there was anything. */
static bool free_wide_stretches(struct letters *letters, const struct pieces *pieces, float width) {
    bool found = false;
    for (size_t first = 0, end; first < pieces->count; first = end) {
        float inked = pieces->items[first].inked;
        float all = pieces->items[first].width;
        for (end = first + 1; end < pieces->count && !pieces->items[end].breakable; end++) {
            inked = all + pieces->items[end].gap + pieces->items[end].inked;
            all += pieces->items[end].gap + pieces->items[end].width;
        }
        if (inked > width && pieces->items[end - 1].end - pieces->items[first].start > 1) {
            free_letters(letters, pieces->items[first].start, pieces->items[end - 1].end);
            found = true;
        }
    }
    return found;
}

void pieces_measure(struct pieces *pieces, struct arena *arena, struct fonts *fonts,
                    struct letters *letters, enum font_face face, float size, float width) {
    *pieces = (struct pieces){.words = letters->words,
                              .items = ARENA_ARRAY(arena, struct piece, letters->count + 1),
                              .size = size};
    collect(pieces, fonts, letters, face);
    if (free_wide_stretches(letters, pieces, width)) {
        collect(pieces, fonts, letters, face);
    }
}
