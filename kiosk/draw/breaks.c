/* Breaks: ICU's line rules for Chinese, strict, and the few places where a museum wants others. */
#include "draw/breaks.h"

#include "base/log.h"
#include "base/memory.h"
#include "draw/phrases.h"

#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Latin tokens up to this length keep their hyphens and slashes together: Wi-Fi, TCP/IP. */
enum { LONG_TOKEN = 20 };

struct breaker {
    UBreakIterator *lines;
    UBreakIterator *words;
    UText *text;
};

/* ICU reads its Chinese dictionary when it first comes to a Han character, which takes 3 ms. */
static void warm(struct breaker *breaker) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(breaker->text, "馆", -1, &error);
    ubrk_setUText(breaker->words, breaker->text, &error);
    (void)ubrk_next(breaker->words);
}

struct breaker *breaker_create(void) {
    struct breaker *breaker = memory_alloc_zeroed(1, sizeof *breaker);
    UErrorCode error = U_ZERO_ERROR;
    breaker->lines = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &error);
    breaker->words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
    breaker->text = utext_openUTF8(NULL, "", 0, &error);
    if (U_FAILURE(error)) {
        log_error("the rules of line breaking cannot be loaded: %s", u_errorName(error));
        breaker_destroy(breaker);
        return NULL;
    }
    warm(breaker);
    return breaker;
}

void breaker_destroy(struct breaker *breaker) {
    if (!breaker) {
        return;
    }
    ubrk_close(breaker->lines);
    ubrk_close(breaker->words);
    utext_close(breaker->text);
    free(breaker);
}

/* Sets the flag `word_before`, or else break_before, of the letters that `iterator` stops at. */
static void mark_stops(struct breaker *breaker, UBreakIterator *iterator, struct letters *letters,
                       bool words) {
    const struct letter *last = &letters->items[letters->count - 1];
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(breaker->text, letters->words, last->at + last->length, &error);
    ubrk_setUText(iterator, breaker->text, &error);
    if (U_FAILURE(error)) {
        return;
    }
    int32_t stop = ubrk_first(iterator);
    for (size_t i = 0; i < letters->count && stop != UBRK_DONE; i++) {
        struct letter *letter = &letters->items[i];
        while (stop != UBRK_DONE && (uint32_t)stop < letter->at) {
            stop = ubrk_next(iterator);
        }
        bool stops = stop != UBRK_DONE && (uint32_t)stop == letter->at;
        *(words ? &letter->word_before : &letter->break_before) = stops;
    }
}

static bool is_token(const struct letter *letter) {
    return letter->class == LETTER_LATIN || letter->class == LETTER_STOP;
}

/* A hyphen or a slash inside a short Latin token ends no line: "no broken Latin word". */
static void keep_tokens(struct letters *letters) {
    for (size_t i = 0; i < letters->count;) {
        size_t start = i;
        while (i < letters->count && is_token(&letters->items[i])) {
            i++;
        }
        for (size_t j = start + 1; j < i && i - start <= LONG_TOKEN; j++) {
            letters->items[j].break_before = false;
        }
        i += i == start;
    }
}

static bool is_digit(uint32_t rune) {
    return rune >= '0' && rune <= '9';
}

/* 万 and 亿 belong to the number before them, as zeros would: 200 亿. */
static void keep_numbers(struct letters *letters) {
    for (size_t i = 1; i < letters->count; i++) {
        uint32_t rune = letters->items[i].rune;
        size_t before = letters->items[i - 1].class == LETTER_SPACE && i > 1 ? i - 2 : i - 1;
        if ((rune == 0x4E07 || rune == 0x4EBF) && is_digit(letters->items[before].rune)) {
            letters->items[i].break_before = false;
        }
    }
}

/* UAX #14 takes · for a letter, so it may begin a line; 禁则 says it may not. */
static void keep_middle_dots(struct letters *letters) {
    for (size_t i = 1; i < letters->count; i++) {
        uint32_t rune = letters->items[i].rune;
        if (rune == 0xB7 || rune == 0xFF5E || rune == 0xFF0F) {
            letters->items[i].break_before = false;
        }
    }
}

/* UAX #14 cannot tell which of two straight quotes opens and glues both to both sides. Beside Han
   characters the first is taken to open and the next to close. */
static void free_straight_quotes(struct letters *letters) {
    bool open = false;
    for (size_t i = 0; i < letters->count; i++) {
        if (letters->items[i].rune != '"') {
            continue;
        }
        open = !open;
        if (open && i > 0 && letters->items[i - 1].class == LETTER_HAN) {
            letters->items[i].break_before = true;
        }
        if (!open && i + 1 < letters->count && letters->items[i + 1].class == LETTER_HAN) {
            letters->items[i + 1].break_before = true;
        }
    }
}

static void mark_plainly(struct letters *letters) {
    for (size_t i = 1; i < letters->count; i++) {
        enum letter_class before = letters->items[i - 1].class;
        enum letter_class here = letters->items[i].class;
        letters->items[i].break_before = (before == LETTER_SPACE && here != LETTER_SPACE) ||
                                         (before == LETTER_HAN && here == LETTER_HAN);
    }
}

void breaker_mark(struct breaker *breaker, struct letters *letters) {
    if (letters->count == 0) {
        return;
    }
    if (!breaker) {
        mark_plainly(letters);
        return;
    }
    mark_stops(breaker, breaker->lines, letters, false);
    mark_stops(breaker, breaker->words, letters, true);
    phrases_grade(letters);
    letters->items[0].break_before = false;
    keep_tokens(letters);
    keep_numbers(letters);
    keep_middle_dots(letters);
    free_straight_quotes(letters);
}
