/* Phrases: small words lean on their neighbours, marks part them. */
#include "draw/phrases.h"

#include <string.h>
#include <strings.h>
#include <uchar.h>

enum { LONGEST_SMALL_WORD = 5 };

static bool one_of(uint32_t rune, const char32_t *set) {
    for (; *set; set++) {
        if (*set == rune) {
            return true;
        }
    }
    return false;
}

static bool is_han(const struct letters *letters, size_t i) {
    return i < letters->count && letters->items[i].class == LETTER_HAN;
}

/* The letter before `i` that is no space; `i` itself if there is none. */
static size_t inked_before(const struct letters *letters, size_t i) {
    size_t before = i;
    while (before > 0 && letters->items[before - 1].class == LETTER_SPACE) {
        before--;
    }
    return before > 0 ? before - 1 : i;
}

/* A Chinese word of one character. */
static bool is_single(const struct letters *letters, size_t i) {
    bool ends = i + 1 >= letters->count || letters->items[i + 1].word_before;
    return is_han(letters, i) && (i == 0 || letters->items[i].word_before) && ends;
}

/* 的, 了, 吗 as words of their own end what stands before them. */
static bool leans_back(const struct letters *letters, size_t i) {
    return is_single(letters, i) && one_of(letters->items[i].rune, U"的地得了着过吗呢吧啊们里");
}

/* Numerals want their measure word, pointing words, adverbs and prepositions what they speak of. */
static bool leans_forward(const struct letters *letters, size_t i) {
    static const char32_t always[] = U"一二三四五六七八九十两几半每这那哪某不没很最";
    static const char32_t single[] = U"要会能可先再就都也还又才更太只别把被给对从向在和与或让";
    uint32_t rune = letters->items[i].rune;
    return (is_han(letters, i) && one_of(rune, always)) ||
           (is_single(letters, i) && one_of(rune, single)) || (rune >= '0' && rune <= '9');
}

/* A word of one character that is none of the small words may be part of one that the dictionary
   does not have: 缴, 费 and 码 of 缴费码, 卡 of 电话卡. */
static bool is_stray(const struct letters *letters, size_t i) {
    static const char32_t small[] = U"的地得了着过吗呢吧啊们里我你他她它谁您咱是有去来说用做看到"
                                    U"想等叫比为因而且但却若如则并及即将已曾正刚";
    bool counts = i > 0 && leans_forward(letters, i - 1); /* 名 of 两名 */
    return is_single(letters, i) && !counts && !leans_forward(letters, i) &&
           !one_of(letters->items[i].rune, small);
}

/* Whether the letter at `end` follows an English word that begins a phrase. */
static bool is_small_word(const struct letters *letters, size_t end) {
    static const char *const small[] = {"a",   "an",   "the",  "of",   "to", "in",   "on",  "at",
                                        "by",  "for",  "as",   "and",  "or", "but",  "if",  "no",
                                        "is",  "are",  "its",  "our",  "my", "your", "not", "so",
                                        "ten", "then", "with", "from", "we", "i"};
    size_t start = end;
    while (start > 0 && letters->items[start - 1].class == LETTER_LATIN) {
        start--;
    }
    size_t length = end - start;
    const char *word = letters->words + letters->items[start].at;
    for (size_t j = 0; length && length < LONGEST_SMALL_WORD && j < sizeof small / sizeof *small;
         j++) {
        if (strlen(small[j]) == length && strncasecmp(word, small[j], length) == 0) {
            return true;
        }
    }
    return false;
}

/* A mark after which one draws breath, or a bracket that closes after such a mark. */
static bool is_pause(const struct letters *letters, size_t i) {
    static const char32_t pauses[] = U"，。、；：！？—…,.;:!?";
    static const char32_t closing[] = U"”’）》」』)\"";
    while (i > 0 && one_of(letters->items[i].rune, closing)) {
        i--;
    }
    return one_of(letters->items[i].rune, pauses);
}

static bool is_edge(const struct letters *letters, size_t before, size_t i) {
    return letters->items[i].class == LETTER_OPEN || letters->items[before].class == LETTER_CLOSE;
}

static enum seam seam_before(const struct letters *letters, size_t i) {
    size_t before = inked_before(letters, i);
    bool spaced = before + 1 < i;
    if (is_pause(letters, before)) {
        return SEAM_PAUSE;
    }
    if (!letters->items[i].word_before) {
        return SEAM_INSIDE;
    }
    if (leans_back(letters, i) || leans_forward(letters, before) ||
        (spaced && is_small_word(letters, before + 1))) {
        return SEAM_LEANS;
    }
    if (is_edge(letters, before, i)) {
        return SEAM_EDGE;
    }
    int strays = is_stray(letters, before) + is_stray(letters, i);
    bool ended = leans_back(letters, before) || !is_han(letters, before);
    return ended || strays == 0 ? SEAM_WORD : strays == 1 ? SEAM_UNSURE : SEAM_INSIDE;
}

void phrases_grade(struct letters *letters) {
    for (size_t i = 1; i < letters->count; i++) {
        letters->items[i].seam = seam_before(letters, i);
    }
}
