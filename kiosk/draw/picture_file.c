/* Picture files: read whole, recognised by their first bytes, measured before anything decodes. */
#include "draw/picture_file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_BYTES = 64 * 1024 * 1024, MAX_PIXELS = 100 * 1000 * 1000, SVG_SEARCH = 4096 };

static unsigned big16(const unsigned char *at) {
    return (unsigned)at[0] << 8 | at[1];
}

static unsigned long big32(const unsigned char *at) {
    return (unsigned long)big16(at) << 16 | big16(at + 2);
}

static unsigned little16(const unsigned char *at) {
    return at[0] | (unsigned)at[1] << 8;
}

static unsigned little24(const unsigned char *at) {
    return at[0] | (unsigned)at[1] << 8 | (unsigned)at[2] << 16;
}

static bool starts_with(const struct picture_file *file, size_t at, const char *bytes,
                        size_t size) {
    return file->size >= at + size && memcmp(file->bytes + at, bytes, size) == 0;
}

static bool set_size(struct picture_file *file, unsigned long width, unsigned long height) {
    if (width == 0 || height == 0 || width > MAX_PIXELS || height > MAX_PIXELS / width) {
        return false;
    }
    file->width = (int)width;
    file->height = (int)height;
    return true;
}

/* PNG, third edition, 11.2.1: the first chunk is IHDR. */
static bool read_png(struct picture_file *file) {
    return starts_with(file, 12, "IHDR", 4) && file->size >= 24 &&
           set_size(file, big32(file->bytes + 16), big32(file->bytes + 20));
}

/* The orientation tag (0x0112) of the first directory; EXIF 2.32, 4.6. */
static int exif_orientation(const unsigned char *tiff, size_t size) {
    if (size < 14 || (memcmp(tiff, "II*\0", 4) != 0 && memcmp(tiff, "MM\0*", 4) != 0)) {
        return 1;
    }
    bool big = tiff[0] == 'M';
#define AT16(p) (big ? big16(p) : little16(p))
    unsigned long start = big ? big32(tiff + 4) : little24(tiff + 4) | (unsigned long)tiff[7] << 24;
    if (start > size - 2) {
        return 1;
    }
    unsigned count = AT16(tiff + start);
    for (size_t i = 0; i < count && start + 2 + (i + 1) * 12 <= size; i++) {
        const unsigned char *entry = tiff + start + 2 + i * 12;
        if (AT16(entry) == 0x0112) {
            unsigned value = AT16(entry + 8);
            return value >= 1 && value <= 8 ? (int)value : 1;
        }
    }
#undef AT16
    return 1;
}

/* A frame header: SOF0 … SOF15 but for the tables and the arithmetic conditioning among them. */
static bool is_frame(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* libjpeg fills what a truncated file lacks with grey; a whole one has its end marker. */
static bool has_jpeg_end(const struct picture_file *file, size_t from) {
    static const unsigned char end[] = {0xFF, 0xD9};
    return memmem(file->bytes + from, file->size - from, end, sizeof end) != NULL;
}

/* ITU-T T.81, annex B: markers with lengths up to the frame header. */
static bool read_jpeg(struct picture_file *file) {
    size_t at = 2;
    while (at + 9 < file->size && file->bytes[at] == 0xFF) {
        unsigned char marker = file->bytes[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        size_t length = big16(file->bytes + at + 2);
        if (is_frame(marker)) {
            return set_size(file, big16(file->bytes + at + 7), big16(file->bytes + at + 5)) &&
                   has_jpeg_end(file, at);
        }
        if (marker == 0xE1 && length > 8 && at + 2 + length <= file->size &&
            starts_with(file, at + 4, "Exif\0", 6)) {
            file->orientation = exif_orientation(file->bytes + at + 10, length - 8);
        }
        at += 2 + length;
    }
    return false;
}

/* RFC 9649: a file is one chunk of VP8 (lossy), VP8L (lossless) or VP8X (extended). */
static bool read_webp(struct picture_file *file) {
    const unsigned char *bytes = file->bytes;
    if (file->size < 30) {
        return false;
    }
    if (starts_with(file, 12, "VP8 ", 4)) {
        return set_size(file, little16(bytes + 26) & 0x3FFF, little16(bytes + 28) & 0x3FFF);
    }
    if (starts_with(file, 12, "VP8L", 4)) {
        unsigned long bits = little24(bytes + 21) | (unsigned long)bytes[24] << 24;
        return set_size(file, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }
    return starts_with(file, 12, "VP8X", 4) &&
           set_size(file, little24(bytes + 24) + 1UL, little24(bytes + 27) + 1UL);
}

/* SVG is text; its root may stand behind a declaration, a doctype and comments. */
static bool looks_like_svg(const struct picture_file *file) {
    size_t size = file->size < SVG_SEARCH ? file->size : SVG_SEARCH;
    return memmem(file->bytes, size, "<svg", 4) != NULL || memmem(file->bytes, size, ":svg", 4);
}

static bool read_header(struct picture_file *file) {
    if (starts_with(file, 0, "\x89PNG\r\n\x1A\n", 8)) {
        file->format = PICTURE_PNG;
        return read_png(file);
    }
    if (starts_with(file, 0, "\xFF\xD8\xFF", 3)) {
        file->format = PICTURE_JPEG;
        return read_jpeg(file);
    }
    if (starts_with(file, 0, "RIFF", 4) && starts_with(file, 8, "WEBP", 4)) {
        file->format = PICTURE_WEBP;
        return read_webp(file);
    }
    file->format = looks_like_svg(file) ? PICTURE_SVG : PICTURE_UNKNOWN;
    return file->format == PICTURE_SVG;
}

static bool read_all(int descriptor, unsigned char *bytes, size_t size) {
    size_t done = 0;
    while (done < size) {
        ssize_t got = read(descriptor, bytes + done, size - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

static bool read_bytes(struct picture_file *file, int descriptor, bool *empty) {
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        return false;
    }
    *empty = status.st_size == 0;
    if (status.st_size <= 0 || status.st_size > MAX_BYTES) {
        return false;
    }
    file->size = (size_t)status.st_size;
    file->bytes = memory_alloc(file->size);
    return read_all(descriptor, file->bytes, file->size);
}

bool picture_file_read(struct picture_file *file, const char *path, bool *empty) {
    bool ignored;
    *file = (struct picture_file){.orientation = 1};
    empty = empty ? empty : &ignored;
    *empty = false;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    bool good = read_bytes(file, descriptor, empty) && read_header(file);
    close(descriptor);
    if (!good) {
        picture_file_finish(file);
    }
    return good;
}

void picture_file_finish(struct picture_file *file) {
    free(file->bytes);
    *file = (struct picture_file){0};
}
