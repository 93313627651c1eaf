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

static bool is_full_width_form(uint32_t rune) {
    return rune >= 0xFF00 && rune <= 0xFFEF;
}

static bool is_han(uint32_t rune) {
    return utf8_is_cjk(rune) && !(rune >= 0x3000 && rune <= 0x3004) &&
           !(rune >= 0x3008 && rune <= 0x3020) && rune != 0x30FB &&
           !(rune >= 0xFE30 && rune <= 0xFE4F) && !is_full_width_form(rune);
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
        han += is_han(rune) || is_full_width_form(rune);
        latin += is_latin_letter(rune);
    }
    return han * CHINESE_SHARE >= latin && han > 0;
}

/* A line on its way to letters. */
struct reading {
    struct letters *letters;
    const char *line;
    size_t size, at;
    char *words; /* of the letters so far */
    uint32_t used;
    bool emphasis;
};

static const struct letter *last_letter(const struct reading *reading) {
    static const struct letter none = {.class = LETTER_SPACE};
    size_t count = reading->letters->count;
    return count ? &reading->letters->items[count - 1] : &none;
}

/* The character `ahead` bytes on, or 0 at the end. */
static uint32_t look_ahead(const struct reading *reading, size_t ahead) {
    uint32_t rune;
    size_t at = reading->at + ahead;
    return utf8_decode(reading->line + at, reading->size - at, &rune) ? rune : 0;
}

static bool is_wide(enum letter_class class) {
    return class == LETTER_HAN || class == LETTER_OPEN || class == LETTER_CLOSE;
}

/* A space between two wide characters comes from a folded line of YAML. */
static bool is_folding(const struct reading *reading) {
    return look_ahead(reading, 0) == ' ' && is_wide(last_letter(reading)->class) &&
           is_wide(class_of(look_ahead(reading, 1), reading->letters->chinese));
}

/* An apostrophe stands between two letters even in a Chinese text: Don’t. */
static bool is_apostrophe(const struct reading *reading, uint32_t rune, size_t length) {
    return rune == 0x2019 && is_latin_letter(last_letter(reading)->rune) &&
           is_latin_letter(look_ahead(reading, length));
}

static void add_letter(struct reading *reading, const char *bytes, size_t length, uint32_t rune,
                       enum letter_class class) {
    struct letters *letters = reading->letters;
    letters->items[letters->count++] = (struct letter){.at = reading->used,
                                                       .length = (uint32_t)length,
                                                       .rune = rune,
                                                       .class = class,
                                                       .emphasis = reading->emphasis};
    memcpy(reading->words + reading->used, bytes, length);
    reading->used += (uint32_t)length;
}

/* The three stops that Latin text has for …, which this typeface centres as Chinese text has it. */
static void add_stops(struct reading *reading) {
    for (int i = 0; i < 3; i++) {
        add_letter(reading, ".", 1, '.', LETTER_STOP);
    }
}

static void read_letter(struct reading *reading) {
    struct letters *letters = reading->letters;
    const char *bytes = reading->line + reading->at;
    uint32_t rune;
    size_t length = utf8_decode(bytes, reading->size - reading->at, &rune);
    if (length == 0) {
        reading->at++; /* no invalid text comes here; skipping the byte keeps a mistake small */
        return;
    }
    if (rune == 0x2026 && !letters->chinese) {
        add_stops(reading);
    } else if (!is_folding(reading)) {
        bool apostrophe = is_apostrophe(reading, rune, length);
        enum letter_class class = apostrophe ? LETTER_LATIN : class_of(rune, letters->chinese);
        letters->quotes = letters->quotes || (class == LETTER_LATIN && is_shared_mark(rune));
        add_letter(reading, bytes, length, rune, class);
    }
    reading->at += length;
}

/* Two stars that begin or end an emphasis: a second pair must follow the first. */
static bool is_stars(const struct reading *reading) {
    const char *here = reading->line + reading->at;
    size_t left = reading->size - reading->at;
    return left >= 2 && memcmp(here, "**", 2) == 0 &&
           (reading->emphasis || memmem(here + 2, left - 2, "**", 2));
}

void letters_read(struct letters *letters, struct arena *arena, const char *line, size_t size) {
    char *words = arena_alloc(arena, size + 1);
    *letters = (struct letters){.words = words,
                                .items = ARENA_ARRAY(arena, struct letter, size + 1),
                                .chinese = is_chinese(line, size)};
    struct reading reading = {.letters = letters, .line = line, .size = size, .words = words};
    while (reading.at < size) {
        if (is_stars(&reading)) {
            reading.emphasis = !reading.emphasis;
            reading.at += 2;
        } else {
            read_letter(&reading);
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
