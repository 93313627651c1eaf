/* What a frame gathers beside its picture: when it wants to be drawn again, how long to read it. */
#include "base/utf8.h"
#include "draw/list.h"
#include "input/element.h"
#include "scene/scene.h"

#include <string.h>

enum { MILLIS_PER_CHARACTER = 1000 / 4, MILLIS_PER_WORD = 1000 / 2 };

void frame_wake(struct scene_frame *frame, millis when) {
    if (when >= 0 && (frame->wake < 0 || when < frame->wake)) {
        frame->wake = when;
    }
}

/* Letters and digits of any script that is written with spaces; marks of punctuation are not. */
static bool is_word_letter(uint32_t rune) {
    if (rune < 0x80) {
        return (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') ||
               (rune >= 'a' && rune <= 'z');
    }
    return rune >= 0xC0 && !(rune >= 0x2000 && rune < 0x3040) && !utf8_is_cjk(rune);
}

/* Full-width punctuation is set with Chinese but not read. */
static bool is_read_character(uint32_t rune) {
    return utf8_is_cjk(rune) && !(rune >= 0x3000 && rune < 0x3040) &&
           !(rune >= 0xFF00 && rune < 0xFFF0);
}

void frame_reading(struct scene_frame *frame, const char *words) {
    size_t size = strlen(words);
    bool in_word = false;
    for (size_t at = 0; at < size;) {
        uint32_t rune;
        size_t length = utf8_decode(words + at, size - at, &rune);
        if (length == 0) {
            break;
        }
        bool letter = is_word_letter(rune);
        if (letter && !in_word) {
            frame->attention += MILLIS_PER_WORD;
        } else if (is_read_character(rune)) {
            frame->attention += MILLIS_PER_CHARACTER;
        }
        in_word = letter || (in_word && (rune == '\'' || rune == 0x2019 || rune == '-'));
        at += length;
    }
}
