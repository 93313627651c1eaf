/* A report: one file's mistakes on their way into the diagnostics list. */
#include "content/report.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <string.h>

enum { TYPED_LONGEST = 40, JOINED_MOST = 24 };

void report_init(struct report *report, struct diagnostics *diagnostics, const char *path,
                 const char *text, size_t size) {
    *report = (struct report){.diagnostics = diagnostics, .path = path, .text = text, .size = size};
}

void report_finish(struct report *report) {
    LIST_FINISH(&report->lines);
}

static const struct source *source_of(struct report *report) {
    if (!report->source) {
        const struct source source = {report->path, report->text, report->size};
        report->source = diagnostics_source(report->diagnostics, &source);
    }
    return report->source;
}

static struct diagnostic *add(struct report *report, struct mark mark, enum severity severity) {
    struct diagnostic *diagnostic = LIST_ADD(&report->diagnostics->list);
    diagnostic->severity = severity;
    diagnostic->source = source_of(report);
    diagnostic->mark = mark;
    return diagnostic;
}

static bool has_room(struct report *report, enum severity severity) {
    report->count++;
    report->errors += severity == SEVERITY_ERROR;
    if (report->count == REPORT_MOST + 1) {
        struct diagnostic *last = add(report, report_mark_file(), SEVERITY_ERROR);
        struct words most = report_words(report, "%d", REPORT_MOST);
        for (int i = 0; i < MESSAGE_LANGUAGES; i++) {
            last->message[i] = message_text(&report->diagnostics->arena, MESSAGE_MANY_MISTAKES,
                                            (enum message_language)i, ARGUMENTS(most));
        }
    }
    return report->count <= REPORT_MOST;
}

void report_message(struct report *report, struct mark mark, enum message message,
                    const struct words arguments[MESSAGE_ARGUMENTS]) {
    enum severity severity = message_severity(message);
    if (!has_room(report, severity)) {
        return;
    }
    struct diagnostic *diagnostic = add(report, mark, severity);
    for (int i = 0; i < MESSAGE_LANGUAGES; i++) {
        diagnostic->message[i] =
            message_text(&report->diagnostics->arena, message, (enum message_language)i, arguments);
    }
}

void report_sentence(struct report *report, struct mark mark, enum severity severity,
                     struct words sentence) {
    if (has_room(report, severity)) {
        struct arena *arena = &report->diagnostics->arena;
        struct diagnostic *diagnostic = add(report, mark, severity);
        diagnostic->message[MESSAGES_ZH] = arena_strdup(arena, sentence.zh);
        diagnostic->message[MESSAGES_EN] = arena_strdup(arena, sentence.en);
    }
}

/* The bytes of the line break at `at`: those that libyaml counts. */
static size_t break_length(const char *text, size_t size, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text + at;
    size_t left = size - at;
    if (bytes[0] == '\r') {
        return left > 1 && bytes[1] == '\n' ? 2 : 1;
    }
    if (bytes[0] == '\n') {
        return 1;
    }
    if (left > 1 && bytes[0] == 0xC2 && bytes[1] == 0x85) {
        return 2;
    }
    bool separator =
        left > 2 && bytes[0] == 0xE2 && bytes[1] == 0x80 && (bytes[2] == 0xA8 || bytes[2] == 0xA9);
    return separator ? 3 : 0;
}

static void find_lines(struct report *report) {
    if (report->lines.count > 0) {
        return;
    }
    LIST_PUSH(&report->lines, 0);
    for (size_t at = 0; at < report->size;) {
        size_t length = break_length(report->text, report->size, at);
        at += length > 0 ? length : 1;
        if (length > 0) {
            LIST_PUSH(&report->lines, at);
        }
    }
}

int report_line_count(struct report *report) {
    find_lines(report);
    return (int)report->lines.count;
}

const char *report_line(struct report *report, int line, size_t *length) {
    find_lines(report);
    *length = 0;
    if (line < 1 || (size_t)line > report->lines.count || !report->text) {
        return "";
    }
    size_t start = report->lines.items[line - 1];
    size_t end = report->size;
    if ((size_t)line < report->lines.count) {
        end = report->lines.items[line];
        size_t breaks = 1;
        while (breaks < 3 && break_length(report->text, report->size, end - breaks) != breaks) {
            breaks++;
        }
        bool crlf = breaks == 1 && end - start > 1 && report->text[end - 2] == '\r';
        end -= crlf ? 2 : breaks;
    }
    *length = end - start;
    return report->text + start;
}

/* The bytes that `characters` take; a byte that is no UTF-8 counts as one. */
static size_t bytes_of(const char *text, size_t length, int characters) {
    size_t at = 0;
    for (int i = 0; i < characters && at < length; i++) {
        uint32_t rune;
        size_t step = utf8_decode(text + at, length - at, &rune);
        at += step > 0 ? step : 1;
    }
    return at;
}

/* A column's offset within its line. Remembers the last answer, because mistakes come in order
   and a hostile file may be one line of a megabyte. */
static size_t column_bytes(struct report *report, int line, int column, const char *start,
                           size_t length) {
    if (report->last_line != line || report->last_column > column) {
        report->last_line = line;
        report->last_column = 1;
        report->last_bytes = 0;
    }
    size_t from = report->last_bytes;
    from += bytes_of(start + from, length - from, column - report->last_column);
    report->last_column = column;
    report->last_bytes = from;
    return from;
}

/* Where a line begins; the end of the text for one after the last. */
static size_t line_offset(const struct report *report, int line) {
    bool there = line >= 1 && (size_t)line <= report->lines.count;
    return there ? report->lines.items[line - 1] : line < 1 ? 0 : report->size;
}

struct mark report_mark(struct report *report, int line, int column, int end_line, int end_column) {
    size_t length;
    const char *start = report_line(report, line, &length);
    size_t from = column_bytes(report, line, column, start, length);
    size_t to = end_line > line ? length
                                : from + bytes_of(start + from, length - from, end_column - column);
    while (to > from && (start[to - 1] == ' ' || start[to - 1] == '\t')) {
        to--;
    }
    size_t offset = line_offset(report, line) + from;
    return (struct mark){
        .offset = offset, .length = to > from ? to - from : 1, .line = line, .column = column};
}

struct mark report_mark_bytes(struct report *report, size_t offset, size_t length) {
    find_lines(report);
    size_t low = 0;
    size_t high = report->lines.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(report->lines.items[middle] <= offset ? &low : &high) = middle;
    }
    int column = 1;
    for (size_t at = report->lines.items[low]; at < offset && at < report->size; column++) {
        uint32_t rune;
        size_t step = utf8_decode(report->text + at, report->size - at, &rune);
        at += step > 0 ? step : 1;
    }
    return (struct mark){
        .offset = offset, .length = length, .line = (int)low + 1, .column = column};
}

bool report_has_hash(struct report *report) {
    if (report->hash == HASH_UNKNOWN) {
        report->hash = HASH_NONE;
        const char *at = report->text;
        while ((at = strstr(at, " #")) != NULL && report->hash == HASH_NONE) {
            at += 2;
            report->hash = strchr(" #\r\n", *at) ? HASH_NONE : HASH_SOME;
        }
    }
    return report->hash == HASH_SOME;
}

struct mark report_mark_file(void) {
    return (struct mark){0};
}

struct words report_words(struct report *report, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *words = arena_vprintf(&report->diagnostics->arena, format, arguments);
    va_end(arguments);
    return same_words(words);
}

static bool is_ascii(const char *words) {
    while (*words && (unsigned char)*words < 0x80) {
        words++;
    }
    return *words == '\0';
}

struct words report_typed(struct report *report, const char *typed) {
    size_t size = strlen(typed);
    size_t shown = bytes_of(typed, size, TYPED_LONGEST);
    char *copy = arena_strndup(&report->diagnostics->arena, typed, shown);
    for (char *at = copy; *at; at++) {
        if ((unsigned char)*at < ' ') {
            *at = ' ';
        }
    }
    const char *more = shown < size ? "…" : "";
    struct arena *arena = &report->diagnostics->arena;
    const char *plain = arena_printf(arena, "%s%s", copy, more);
    return (struct words){is_ascii(copy) ? plain : arena_printf(arena, "“%s”", plain), plain};
}

static const char *joined(struct arena *arena, const char *const *names, size_t count,
                          const char *comma) {
    struct buffer text = {0};
    for (size_t i = 0; i < count && i < JOINED_MOST; i++) {
        buffer_add(&text, i > 0 ? comma : "");
        buffer_add(&text, names[i]);
    }
    buffer_add(&text, count > JOINED_MOST ? " …" : "");
    const char *copy = arena_strdup(arena, buffer_text(&text));
    buffer_finish(&text);
    return copy;
}

struct words report_joined(struct report *report, const char *const *names, size_t count) {
    struct arena *arena = &report->diagnostics->arena;
    return (struct words){joined(arena, names, count, "、"), joined(arena, names, count, ", ")};
}
