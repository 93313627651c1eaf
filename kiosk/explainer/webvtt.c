/* WebVTT: a storyboard's captions as the file that lies beside the film. */
#include "explainer/webvtt.h"

#include <string.h>

static void add_moment(struct buffer *out, millis moment) {
    buffer_printf(out, "%02d:%02d:%02d.%03d", (int)(moment / 3600000), (int)(moment / 60000 % 60),
                  (int)(moment / 1000 % 60), (int)(moment % 1000));
}

static void add_character(struct buffer *out, char character) {
    switch (character) {
    case '&':
        buffer_add(out, "&amp;");
        break;
    case '<':
        buffer_add(out, "&lt;");
        break;
    case '>':
        buffer_add(out, "&gt;");
        break;
    default:
        buffer_add_bytes(out, &character, 1);
    }
}

/* An empty line would end the caption, so it is left out. */
static void add_words(struct buffer *out, const char *words) {
    for (const char *line = words; *line;) {
        size_t length = strcspn(line, "\n");
        for (size_t i = 0; i < length; i++) {
            add_character(out, line[i]);
        }
        buffer_add(out, length > 0 ? "\n" : "");
        line += length + (line[length] == '\n');
    }
}

static void add_caption(struct buffer *out, const struct film_caption *caption, millis begin,
                        const char *language) {
    buffer_add(out, "\n");
    add_moment(out, begin + caption->from);
    buffer_add(out, " --> ");
    add_moment(out, begin + caption->to);
    buffer_add(out, "\n");
    add_words(out, text_in(&caption->words, language));
}

void webvtt_write(const struct storyboard *storyboard, const char *language, struct buffer *out) {
    millis begin = 0;
    buffer_add(out, "WEBVTT\n");
    for (size_t i = 0; i < storyboard->shots.count; i++) {
        const struct shot *shot = ITEM(storyboard->shots, struct shot, i);
        for (size_t j = 0; j < shot->captions.count; j++) {
            add_caption(out, ITEM(shot->captions, struct film_caption, j), begin, language);
        }
        begin += shot->length;
    }
}
