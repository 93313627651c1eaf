/* Maps of stories: the graph of one in Graphviz's language. */
#include "scene/story_map.h"

#include "base/utf8.h"

#include <string.h>

enum { LINE_CELLS = 28, WORDS_CELLS = 84 };

static const char *const fills[] = {[ENDING_NONE] = "#F4F1EA",
                                    [ENDING_GOOD] = "#9FE3D2",
                                    [ENDING_MIXED] = "#F8DA98",
                                    [ENDING_BAD] = "#F7AB9F"};

/* Not the punctuation among them, which begins no line. */
static bool is_ideograph(uint32_t rune) {
    return rune >= 0x4E00 && rune <= 0x9FFF;
}

/* Words inside quotes, broken into lines, and cut where there is enough to know them by. */
static void add_words(struct buffer *out, const char *words) {
    size_t left = strlen(words);
    int cells = 0, line = 0;
    uint32_t rune;
    for (size_t size; left > 0 && (size = utf8_decode(words, left, &rune)) > 0;
         words += size, left -= size) {
        bool breaks = rune == ' ' || rune == '\n' || is_ideograph(rune);
        if (cells >= WORDS_CELLS) {
            buffer_add(out, "…");
            return;
        }
        if (line >= LINE_CELLS && breaks) {
            buffer_add(out, "\\n");
            line = 0;
        }
        if (rune == '"' || rune == '\\') {
            buffer_add(out, "\\");
        }
        buffer_printf(out, "%.*s", rune == '\n' ? 1 : (int)size, rune == '\n' ? " " : words);
        cells += utf8_cells(rune);
        line += utf8_cells(rune);
    }
}

static void add_when(const struct story *story, const struct story_when *when, struct buffer *out) {
    for (int i = 0; i < when->count; i++) {
        const struct story_condition *one = &when->all[i];
        const char *word = one->word >= 0 ? story->words[one->word] : "?";
        buffer_printf(out, "%s%s%s", i > 0 ? ", " : "\\n[", one->none ? "not " : "", word);
        if (one->least > 1) {
            buffer_printf(out, " %d", one->least);
        }
    }
    buffer_add(out, when->count > 0 ? "]" : "");
}

static void add_choice(const struct story *story, const struct story_moment *moment, int index,
                       const char *label, struct buffer *out) {
    const struct story_choice *choice = &moment->choices[index];
    if (choice->to < 0) {
        return;
    }
    buffer_printf(out, "  \"%s\" -> \"%s\" [label=\"", moment->name,
                  story->moments[choice->to].name);
    add_words(out, label);
    add_when(story, &choice->when, out);
    for (int i = 0; i < choice->remember_count; i++) {
        buffer_printf(out, "%s+ %s", i > 0 ? ", " : "\\n", story->words[choice->remembers[i]]);
    }
    buffer_add(out, "\"];\n");
}

void story_map(const struct story *story, const struct story_words *words, struct buffer *out) {
    buffer_add(out, "digraph story {\n"
                    "  graph [fontname=\"Noto Sans CJK SC\", nodesep=0.4, ranksep=0.7];\n"
                    "  node [fontname=\"Noto Sans CJK SC\", shape=box, style=\"rounded,filled\"];\n"
                    "  edge [fontname=\"Noto Sans CJK SC\", fontsize=11];\n");
    for (int i = 0; i < story->count; i++) {
        const struct story_moment *moment = &story->moments[i];
        buffer_printf(out, "  \"%s\" [fillcolor=\"%s\", penwidth=%d, label=\"%s\\n", moment->name,
                      fills[moment->ending], i == 0 ? 4 : 1, moment->name);
        add_words(out, words->moments[i].words);
        buffer_add(out, "\"];\n");
        for (int c = 0; c < moment->choice_count; c++) {
            add_choice(story, moment, c, words->moments[i].choices[c], out);
        }
    }
    buffer_add(out, "}\n");
}
