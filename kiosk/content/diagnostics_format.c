/* One diagnostic as text: the sentence, the source line, and the caret under the mistake. */
#include "base/utf8.h"
#include "content/diagnostics.h"

#include <string.h>

/* What is shown of a line: so many terminal cells, and so many of them before the mistake. */
enum { CELLS_SHOWN = 100, CELLS_BEFORE = 60, TAB_CELLS = 4 };

/* A character as it is shown. */
struct glyph {
    const char *words; /* what stands for it, or NULL: the bytes themselves */
    size_t bytes;      /* in the source */
    int cells;
};

static struct glyph glyph_at(const char *text, size_t size) {
    static const char unreadable[] = "\xEF\xBF\xBD";
    uint32_t rune;
    size_t bytes = utf8_decode(text, size, &rune);
    if (bytes == 0) {
        return (struct glyph){unreadable, 1, 1};
    }
    if (rune == '\t') {
        return (struct glyph){"    ", 1, TAB_CELLS};
    }
    if (rune < ' ' || (rune >= 0x7F && rune < 0xA0) || rune == 0xFEFF) {
        return (struct glyph){unreadable, bytes, 1};
    }
    return (struct glyph){NULL, bytes, utf8_cells(rune)};
}

/* The bytes of the line that are shown, and where the mistake's cells are among them. */
struct window {
    const char *text;
    size_t length;
    bool cut_before, cut_after;
    int caret, underline; /* cells */
};

/* The start of the character before `at`. */
static size_t step_back(const char *text, size_t at) {
    size_t back = at - 1;
    while (back > 0 && at - back < 4 && ((unsigned char)text[back] & 0xC0) == 0x80) {
        back--;
    }
    return back;
}

static bool is_break(char byte) {
    return byte == '\n' || byte == '\r';
}

static struct window window_of(const struct source *source, struct mark mark) {
    struct window window = {0};
    const char *text = source->text;
    size_t start = mark.offset;
    int before = 0;
    while (start > 0 && !is_break(text[start - 1]) && before < CELLS_BEFORE) {
        start = step_back(text, start);
        before += glyph_at(text + start, source->size - start).cells;
    }
    window.cut_before = start > 0 && !is_break(text[start - 1]);
    size_t end = start;
    int cells = 0;
    while (end < source->size && !is_break(text[end]) && cells < CELLS_SHOWN) {
        struct glyph glyph = glyph_at(text + end, source->size - end);
        if (end < mark.offset) {
            window.caret += glyph.cells;
        } else if (end < mark.offset + mark.length) {
            window.underline += glyph.cells;
        }
        cells += glyph.cells;
        end += glyph.bytes;
    }
    window.cut_after = end < source->size && !is_break(text[end]);
    window.text = text + start;
    window.length = end - start;
    return window;
}

static void add_line(struct buffer *out, const struct window *window) {
    buffer_add(out, window->cut_before ? "…" : "");
    for (size_t at = 0; at < window->length;) {
        struct glyph glyph = glyph_at(window->text + at, window->length - at);
        if (glyph.words) {
            buffer_add(out, glyph.words);
        } else {
            buffer_add_bytes(out, window->text + at, glyph.bytes);
        }
        at += glyph.bytes;
    }
    buffer_add(out, window->cut_after ? "…\n" : "\n");
}

static void add_caret(struct buffer *out, const struct window *window) {
    buffer_printf(out, "     | %*s^", window->caret + window->cut_before, "");
    for (int i = 1; i < window->underline; i++) {
        buffer_add(out, "~");
    }
    buffer_add(out, "\n");
}

void diagnostics_format(const struct diagnostic *diagnostic, enum message_language language,
                        struct buffer *out) {
    static const char *const severities[MESSAGE_LANGUAGES][2] = {
        [MESSAGES_EN] = {"error: ", "warning: "},
        [MESSAGES_ZH] = {"错误：", "警告："},
    };
    struct mark mark = diagnostic->mark;
    buffer_printf(out, "%s:", diagnostic->source->path);
    if (mark.line > 0) {
        buffer_printf(out, "%d:%d:", mark.line, mark.column);
    }
    buffer_printf(out, " %s%s\n", severities[language][diagnostic->severity],
                  diagnostic->message[language]);
    const struct source *source = diagnostic->source;
    if (mark.line > 0 && source->text && mark.offset <= source->size) {
        struct window window = window_of(source, mark);
        buffer_printf(out, "%4d | ", mark.line);
        add_line(out, &window);
        add_caret(out, &window);
    }
}
