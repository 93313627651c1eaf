/* Letters: from a line of a text to characters with their class, emphasis and neighbours. */
#include "draw/letters.h"

#include "base/utf8.h"

#include <string.h>

/* Chinese–Latin gap: between a sixth and a quarter of an em (W3C clreq 3.2.2); a space of this
   typeface is 0.224. */
static const float script_gap = 0.2F;
static const float half_mark = 0.5F;

/* A text with fewer Han characters than this share of its Latin letters is not a Chinese one. */
enum { CHINESE_SHARE = 5 };

static bool one_of(uint32_t rune, const uint32_t *set, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (set[i] == rune) {
            return true;
        }
    }
    return false;
}

#define ONE_OF(rune, set) one_of((rune), (set), sizeof(set) / sizeof((set)[0]))

static bool is_latin_letter(uint32_t rune) {
    return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
           (rune >= 0xC0 && rune <= 0x24F && rune != 0xD7 && rune != 0xF7) ||
           (rune >= 0x370 && rune <= 0x52F) || (rune >= 0x1E00 && rune <= 0x1EFF);
}

static bool is_han(uint32_t rune) {
    return utf8_is_cjk(rune) && !(rune >= 0x3000 && rune <= 0x3004) &&
           !(rune >= 0x3008 && rune <= 0x3020) && rune != 0x30FB &&
           !(rune >= 0xFE30 && rune <= 0xFE4F) && rune < 0xFF00;
}

/* Marks that are as wide as a Chinese character in Chinese text and narrow in Latin text. */
static bool is_shared_mark(uint32_t rune) {
    static const uint32_t shared[] = {0x2018, 0x2019, 0x201C, 0x201D, 0xB7};
    return ONE_OF(rune, shared);
}

static enum letter_class class_of(uint32_t rune, bool chinese) {
    static const uint32_t opening[] = {0xFF08, 0x3010, 0x300A, 0x3008, 0x300C, 0x300E,
                                       0x3014, 0xFF3B, 0xFF5B, 0x2018, 0x201C};
    static const uint32_t closing[] = {0xFF09, 0x3011, 0x300B, 0x3009, 0x300D, 0x300F,
                                       0x3015, 0xFF3D, 0xFF5D, 0x2019, 0x201D, 0xFF0C,
                                       0x3002, 0x3001, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F};
    static const uint32_t middle[] = {0x2014, 0x2026, 0xB7, 0x30FB, 0xFF5E, 0xFF0F, 0x3000};
    static const uint32_t stops[] = {'.', ',', ';', ':', '!', '?'};
    if (rune == ' ' || rune == '\t' || rune == 0xA0) {
        return LETTER_SPACE;
    }
    if (!chinese && is_shared_mark(rune)) {
        return LETTER_LATIN;
    }
    return ONE_OF(rune, opening)                                                 ? LETTER_OPEN
           : ONE_OF(rune, closing)                                               ? LETTER_CLOSE
           : ONE_OF(rune, middle)                                                ? LETTER_MIDDLE
           : is_han(rune)                                                        ? LETTER_HAN
           : ONE_OF(rune, stops)                                                 ? LETTER_STOP
           : is_latin_letter(rune) || (rune > 0x20 && rune < 0xD7)               ? LETTER_LATIN
           : rune == 0x20AC || rune == 0x2030 || (rune >= 0x300 && rune < 0x370) ? LETTER_LATIN
                                                                                 : LETTER_NEUTRAL;
}

static bool is_chinese(const char *line, size_t size) {
    size_t han = 0;
    size_t latin = 0;
    uint32_t rune;
    for (size_t at = 0, length; at < size && (length = utf8_decode(line + at, size - at, &rune));
         at += length) {
        han += is_han(rune) || rune >= 0xFF00;
        latin += is_latin_letter(rune);
    }
    return han * CHINESE_SHARE >= latin && han > 0;
}

/* Whether `at` is the second pair of stars' place to look for: a pair further on closes this one.
 */
static bool stars_close(const char *line, size_t size, size_t at) {
    return at + 2 < size && memmem(line + at + 2, size - at - 2, "**", 2) != NULL;
}

static bool is_wide(enum letter_class class) {
    return class == LETTER_HAN || class == LETTER_OPEN || class == LETTER_CLOSE;
}

/* A space between two wide characters comes from a folded line of YAML. */
static bool drops_space(const struct letters *letters, const char *rest, size_t size) {
    uint32_t next;
    return letters->count > 0 && is_wide(letters->items[letters->count - 1].class) &&
           utf8_decode(rest, size, &next) && is_wide(class_of(next, letters->chinese));
}

/* An apostrophe stands between two letters even in a Chinese text: Don’t. */
static bool is_apostrophe(const struct letters *letters, uint32_t rune, const char *rest,
                          size_t size) {
    uint32_t next;
    return rune == 0x2019 && letters->count > 0 &&
           is_latin_letter(letters->items[letters->count - 1].rune) &&
           utf8_decode(rest, size, &next) && is_latin_letter(next);
}

static void add_letter(struct letters *letters, char *words, const char *bytes, size_t length,
                       struct letter letter) {
    struct letter *last = letters->count ? &letters->items[letters->count - 1] : NULL;
    letter.at = last ? last->at + last->length : 0;
    letter.length = (uint32_t)length;
    memcpy(words + letter.at, bytes, length);
    letters->items[letters->count++] = letter;
}

/* Adds the character at `at`; returns its length in the line. */
static size_t read_letter(struct letters *letters, char *words, const char *line, size_t size,
                          size_t at, bool emphasis) {
    uint32_t rune = 0xFFFD;
    size_t length = utf8_decode(line + at, size - at, &rune);
    if (length == 0) {
        return 1; /* no valid text comes here; skipping the byte keeps a mistake small */
    }
    const char *rest = line + at + length;
    size_t left = size - at - length;
    struct letter letter = {
        .rune = rune, .class = class_of(rune, letters->chinese), .emphasis = emphasis};
    if (rune == ' ' && drops_space(letters, rest, left)) {
        return length;
    }
    if (rune == 0x2026 && !letters->chinese) {
        letter.rune = '.';
        letter.class = LETTER_STOP;
        for (int i = 0; i < 3; i++) {
            add_letter(letters, words, ".", 1, letter);
        }
        return length;
    }
    if (is_apostrophe(letters, rune, rest, left)) {
        letter.class = LETTER_LATIN;
    }
    letters->quotes = letters->quotes || (letter.class == LETTER_LATIN && is_shared_mark(rune));
    add_letter(letters, words, line + at, length, letter);
    return length;
}

void letters_read(struct letters *letters, struct arena *arena, const char *line, size_t size) {
    char *words = arena_alloc(arena, size + 1);
    *letters = (struct letters){.words = words,
                                .items = ARENA_ARRAY(arena, struct letter, size + 1),
                                .chinese = is_chinese(line, size)};
    bool emphasis = false;
    for (size_t at = 0; at < size;) {
        bool stars = size - at >= 2 && line[at] == '*' && line[at + 1] == '*';
        if (stars && (emphasis || stars_close(line, size, at))) {
            emphasis = !emphasis;
            at += 2;
        } else {
            at += read_letter(letters, words, line, size, at, emphasis);
        }
    }
}

float letters_gap(const struct letter *before, const struct letter *after) {
    enum letter_class a = before->class;
    enum letter_class b = after->class;
    if ((a == LETTER_HAN && b == LETTER_LATIN) ||
        ((a == LETTER_LATIN || a == LETTER_STOP) && b == LETTER_HAN)) {
        return script_gap;
    }
    if ((a == LETTER_CLOSE && (b == LETTER_CLOSE || b == LETTER_OPEN)) ||
        (a == LETTER_OPEN && b == LETTER_OPEN)) {
        return -half_mark;
    }
    return 0;
}
