/* Letters: a paragraph's characters with what typesetting must know of each. */
#ifndef DRAW_LETTERS_H
#define DRAW_LETTERS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum letter_class {
    LETTER_SPACE,
    LETTER_HAN,     /* Han characters and kana: one em wide */
    LETTER_OPEN,    /* （“《: its left half is blank */
    LETTER_CLOSE,   /* ，。”》: its right half is blank */
    LETTER_MIDDLE,  /* other full-width marks: —— …… · ～ */
    LETTER_LATIN,   /* letters, digits and the signs set with them: a gap beside Han */
    LETTER_STOP,    /* . , ; : ! ? of Latin text: a gap after it, none before */
    LETTER_NEUTRAL, /* arrows, circled numbers and what else needs no gap */
};

/* How well a title's line may begin with a letter, worst first. */
enum seam {
    SEAM_INSIDE, /* inside a word */
    SEAM_UNSURE, /* between what may be two words or one */
    SEAM_LEANS,  /* between words that belong together */
    SEAM_WORD,   /* between two words */
    SEAM_EDGE,   /* where a quotation or a bracket begins or ends */
    SEAM_PAUSE,  /* after a comma, a stop, a colon */
};
enum { SEAMS = SEAM_PAUSE + 1 };

struct letter {
    uint32_t at;     /* its first byte in the paragraph's words */
    uint32_t length; /* in bytes */
    uint32_t rune;
    enum letter_class class;
    bool emphasis;
    bool break_before; /* a line may begin with it */
    bool word_before;  /* a word begins with it */
    enum seam seam;    /* told for titles only */
};

/* A paragraph: its words without the stars, and a letter for each character of them. */
struct letters {
    const char *words;
    struct letter *items;
    size_t count;
    bool chinese; /* quotes, dashes and dots are the full-width ones */
    bool quotes;  /* there are quotes or an apostrophe of Latin width */
};

/* Takes one line of a text apart: **emphasis** becomes a flag, a space that a folded YAML line left
   between two Chinese characters goes, … between Latin words becomes three stops. Everything is
   put into `arena`. Breaks are not set yet (draw/breaks.h). */
void letters_read(struct letters *letters, struct arena *arena, const char *line, size_t size);

/* The space to add between two neighbours, in ems: the gap between Chinese and Latin, and less than
   nothing where two marks would leave a hole between them. */
float letters_gap(const struct letter *before, const struct letter *after);

#endif
