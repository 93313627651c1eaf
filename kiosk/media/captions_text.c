/* The text of a caption file before it is cut into cues: read, decoded, its tags dropped. */
#include "media/captions_text.h"

#include "base/log.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST = 1 << 20 };

static bool read_bytes(int file, struct buffer *bytes) {
    char piece[8192];
    ssize_t size;
    while ((size = read(file, piece, sizeof piece)) > 0 && bytes->length <= LARGEST) {
        buffer_add_bytes(bytes, piece, (size_t)size);
    }
    return size >= 0 && bytes->length <= LARGEST;
}

/* Opened without waiting, so that a FIFO of that name cannot stop the exhibit. */
static bool read_regular(const char *path, struct buffer *bytes) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        if (errno != ENOENT) {
            log_warning("cannot read %s: %s", path, strerror(errno));
        }
        return false;
    }
    struct stat facts;
    bool good = fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && read_bytes(file, bytes);
    if (!good) {
        log_warning("%s is no caption file of at most 1 MiB", path);
    }
    (void)close(file);
    return good;
}

/* Replaces the bytes by the same text in UTF-8. */
static bool convert(struct buffer *bytes) {
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == (iconv_t)-1) {
        return false;
    }
    struct buffer text = {0};
    char *from = bytes->text;
    size_t left = bytes->length;
    bool good = true;
    while (good && left > 0) {
        char piece[4096];
        char *to = piece;
        size_t room = sizeof piece;
        good = iconv(converter, &from, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
        buffer_add_bytes(&text, piece, sizeof piece - room);
    }
    (void)iconv_close(converter);
    buffer_finish(bytes);
    *bytes = text;
    return good;
}

/* Line feeds alone end lines; NUL bytes and the byte order mark go. */
static void tidy(const struct buffer *bytes, struct buffer *text) {
    size_t at = bytes->length >= 3 && memcmp(bytes->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (; at < bytes->length; at++) {
        char byte = bytes->text[at];
        bool followed = at + 1 < bytes->length && bytes->text[at + 1] == '\n';
        if (byte == '\r' && !followed) {
            byte = '\n';
        }
        if (byte != '\0' && byte != '\r') {
            buffer_add_bytes(text, &byte, 1);
        }
    }
}

bool captions_text_read(const char *path, struct buffer *text) {
    struct buffer bytes = {0};
    bool good = read_regular(path, &bytes);
    if (good && utf8_valid_prefix(buffer_text(&bytes), bytes.length) < bytes.length &&
        !convert(&bytes)) {
        log_warning("%s is neither UTF-8 nor GB18030: it has no captions", path);
        good = false;
    }
    if (good) {
        tidy(&bytes, text);
    }
    buffer_finish(&bytes);
    return good;
}

/* How many bytes of markup stand at `line`, and what is written instead. */
static size_t markup(const char *line, size_t size, const char **instead) {
    static const struct {
        const char *entity, *plain;
    } entities[] = {{"&amp;", "&"},  {"&lt;", "<"}, {"&gt;", ">"},
                    {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}};
    *instead = "";
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
        size_t length = strlen(entities[i].entity);
        if (length <= size && memcmp(line, entities[i].entity, length) == 0) {
            *instead = entities[i].plain;
            return length;
        }
    }
    bool tag = line[0] == '<' || (size > 1 && line[0] == '{' && line[1] == '\\');
    const char *end = tag ? memchr(line, line[0] == '<' ? '>' : '}', size) : NULL;
    return end ? (size_t)(end - line) + 1 : 0;
}

void captions_text_plain(const char *line, size_t size, struct buffer *out) {
    for (size_t at = 0; at < size;) {
        const char *instead;
        size_t length = markup(line + at, size - at, &instead);
        if (length > 0) {
            buffer_add(out, instead);
            at += length;
        } else {
            buffer_add_bytes(out, line + at, 1);
            at++;
        }
    }
}
