/* Phrases: small Chinese and English words lean on their neighbours. */
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

/* 的, 了, 吗 as words of their own end what stands before them. */
static bool leans_back(const struct letters *letters, size_t i) {
    bool alone = !is_han(letters, i + 1) || letters->items[i + 1].word_before;
    return alone && one_of(letters->items[i].rune, U"的地得了着过吗呢吧啊们里");
}

/* Numerals want their measure word, and these others what they speak of. */
static bool leans_forward(const struct letters *letters, size_t i) {
    return is_han(letters, i) &&
           one_of(letters->items[i].rune, U"一二三四五六七八九十两几半每这那哪某不没很最");
}

/* Whether the space at `i` follows an English word that begins a phrase. */
static bool is_small_word(const struct letters *letters, size_t i) {
    static const char *const small[] = {"a",  "an",   "the", "of",  "to",   "in",  "on", "at",
                                        "by", "for",  "as",  "and", "or",   "no",  "is", "are",
                                        "my", "your", "its", "our", "with", "from"};
    size_t start = i;
    while (start > 0 && letters->items[start - 1].class == LETTER_LATIN) {
        start--;
    }
    size_t length = i - start;
    const char *word = letters->words + letters->items[start].at;
    for (size_t j = 0; length && length < LONGEST_SMALL_WORD && j < sizeof small / sizeof *small;
         j++) {
        if (strlen(small[j]) == length && strncasecmp(word, small[j], length) == 0) {
            return true;
        }
    }
    return false;
}

void phrases_keep(struct letters *letters) {
    for (size_t i = 1; i < letters->count; i++) {
        struct letter *letter = &letters->items[i];
        bool after_small = letter->class == LETTER_LATIN &&
                           letters->items[i - 1].class == LETTER_SPACE &&
                           is_small_word(letters, i - 1);
        if (leans_back(letters, i) || leans_forward(letters, i - 1) || after_small) {
            letter->word_before = false;
        }
    }
}
