/* UTF-8: decoding, validity, and how wide text stands in a terminal. */
#include "base/utf8.h"

size_t utf8_decode(const char *text, size_t size, uint32_t *rune) {
    const unsigned char *bytes = (const unsigned char *)text;
    if (size == 0) {
        return 0;
    }
    if (bytes[0] < 0x80) {
        *rune = bytes[0];
        return 1;
    }
    size_t length = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || length > size) {
        return 0;
    }
    uint32_t value = bytes[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (bytes[i] & 0x3F);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return 0;
    }
    *rune = value;
    return length;
}

size_t utf8_valid_prefix(const char *text, size_t size) {
    size_t at = 0;
    while (at < size) {
        uint32_t rune;
        size_t length = utf8_decode(text + at, size - at, &rune);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return size;
}

size_t utf8_length(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++) {
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return count;
}

struct rune_range {
    uint32_t first, last;
};

static bool in_ranges(uint32_t rune, const struct rune_range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (rune >= ranges[i].first && rune <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

#define IN(rune, ranges) in_ranges((rune), (ranges), sizeof(ranges) / sizeof((ranges)[0]))

int utf8_cells(uint32_t rune) {
    static const struct rune_range marks[] = {
        {0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
    static const struct rune_range wide[] = {
        {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};
    if (rune < 0x300) {
        return 1;
    }
    return IN(rune, marks) ? 0 : IN(rune, wide) ? 2 : 1;
}

bool utf8_is_cjk(uint32_t rune) {
    static const struct rune_range cjk[] = {{0x2E80, 0x2FDF}, {0x3000, 0x30FF}, {0x3400, 0x4DBF},
                                            {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F},
                                            {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x20000, 0x3FFFD}};
    return rune >= 0x2E80 && IN(rune, cjk);
}
