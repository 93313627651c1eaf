/* Encodings: what a scene file's bytes are when they are not UTF-8. */
#include "content/encoding.h"

#include "base/utf8.h"
#include "content/report.h"

#include <string.h>

static bool is_between(unsigned char byte, int low, int high) {
    return byte >= low && byte <= high;
}

/* The length of the GB18030 character at `bytes`, 0 where there is none (GB 18030-2005, 5.2). */
static size_t gb18030_length(const unsigned char *bytes, size_t size) {
    if (bytes[0] < 0x80) {
        return 1;
    }
    if (size < 2 || !is_between(bytes[0], 0x81, 0xFE)) {
        return 0;
    }
    if (is_between(bytes[1], 0x40, 0xFE) && bytes[1] != 0x7F) {
        return 2;
    }
    bool four = size >= 4 && is_between(bytes[1], 0x30, 0x39) && is_between(bytes[2], 0x81, 0xFE) &&
                is_between(bytes[3], 0x30, 0x39);
    return four ? 4 : 0;
}

/* Whether two bytes are among the everyday characters and punctuation of GB 2312. */
static bool is_everyday(const unsigned char *bytes) {
    return bytes[1] >= 0xA1 &&
           (is_between(bytes[0], 0xB0, 0xF7) || is_between(bytes[0], 0xA1, 0xA3));
}

/* Chinese in GB18030 is nearly all everyday characters; other bytes hardly ever are. */
static bool is_gb18030(const char *text, size_t size) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t pairs = 0;
    size_t everyday = 0;
    for (size_t at = 0; at < size;) {
        size_t length = gb18030_length(bytes + at, size - at);
        if (length == 0) {
            return false;
        }
        pairs += length > 1;
        everyday += length == 2 && is_everyday(bytes + at);
        at += length;
    }
    return pairs > 0 && everyday * 10 >= pairs * 8;
}

static bool is_utf16(const char *text, size_t size) {
    size_t zeros = 0;
    size_t looked = size < 64 ? size : 64;
    for (size_t i = 0; i < looked; i++) {
        zeros += text[i] == '\0';
    }
    return zeros * 4 >= looked;
}

static bool has_utf16_mark(const char *text, size_t size) {
    return size >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0);
}

/* Where a directive stands before the document's first line, or `size`. */
static size_t directive_at(const char *text, size_t size) {
    size_t line = 0;
    while (line < size) {
        if (text[line] == '%') {
            return line;
        }
        size_t word = line + strspn(text + line, " \t");
        if (text[word] == '\0' || !strchr("\r\n#", text[word])) {
            break;
        }
        word += strcspn(text + word, "\r\n");
        line = word + strspn(text + word, "\r\n");
    }
    return size;
}

bool encoding_is_readable(struct report *report) {
    if (has_utf16_mark(report->text, report->size)) {
        report_message(report, report_mark_file(), MESSAGE_UTF16, NULL);
        return false;
    }
    size_t at = directive_at(report->text, report->size);
    if (at < report->size) {
        size_t length = strcspn(report->text + at, "\r\n");
        report_message(report, report_mark_bytes(report, at, length), MESSAGE_DIRECTIVE, NULL);
    }
    return at >= report->size;
}

static void explain_character(struct report *report, size_t offset) {
    uint32_t rune = 0;
    size_t length = utf8_decode(report->text + offset, report->size - offset, &rune);
    if (rune != 0) {
        report_message(report, report_mark_bytes(report, offset, length), MESSAGE_CONTROL,
                       ARGUMENTS(report_words(report, "U+%04X", (unsigned)rune)));
    } else if (is_utf16(report->text, report->size)) {
        report_message(report, report_mark_file(), MESSAGE_UTF16, NULL);
    } else {
        report_message(report, report_mark_bytes(report, offset, 1), MESSAGE_NUL, NULL);
    }
}

void encoding_explain(struct report *report, size_t offset) {
    size_t valid = utf8_valid_prefix(report->text, report->size);
    if (valid > offset || valid == report->size) {
        explain_character(report, offset < report->size ? offset : report->size - 1);
        return;
    }
    struct mark mark = report_mark_bytes(report, valid, 1);
    if (is_gb18030(report->text, report->size)) {
        report_message(report, mark, MESSAGE_GB18030, NULL);
        return;
    }
    unsigned byte = (unsigned char)report->text[valid];
    report_message(
        report, mark, MESSAGE_INVALID_UTF8,
        ARGUMENTS(report_words(report, "%d", mark.line), report_words(report, "0x%02X", byte)));
}
