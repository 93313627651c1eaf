/* Captions: WebVTT and SRT files beside a film, as words for each moment. */
#include "media/captions.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/log.h"
#include "base/memory.h"
#include "media/captions_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cue {
    millis from, to;
    const char *words;
    size_t order; /* in the file */
};

struct captions {
    struct arena arena;
    LIST(struct cue) cues; /* by their beginning */
};

/* A line of the text that is being cut. */
struct line {
    const char *text;
    size_t size;
};

static bool next_line(const char **rest, struct line *line) {
    if (!**rest) {
        return false;
    }
    line->text = *rest;
    line->size = strcspn(*rest, "\n");
    *rest += line->size + (line->text[line->size] == '\n');
    return true;
}

/* Reads 01:02:03.456, 02:03.456, and with SRT's comma. Returns the bytes read, 0 for no time. */
static int read_time(const char *text, millis *time) {
    unsigned parts[3] = {0};
    unsigned fraction;
    int length = 0;
    if (sscanf(text, " %3u:%2u:%2u%*1[.,]%3u%n", &parts[0], &parts[1], &parts[2], &fraction,
               &length) != 4) {
        parts[0] = 0;
        if (sscanf(text, " %3u:%2u%*1[.,]%3u%n", &parts[1], &parts[2], &fraction, &length) != 3) {
            return 0;
        }
    }
    if (parts[1] > 59 || parts[2] > 59) {
        return 0;
    }
    *time = ((millis)parts[0] * 60 + parts[1]) * 60000 + (millis)parts[2] * 1000 + fraction;
    return length;
}

static bool read_times(const char *text, struct cue *cue) {
    int length = read_time(text, &cue->from);
    if (length == 0) {
        return false;
    }
    text += length + (int)strspn(text + length, " \t");
    return strncmp(text, "-->", 3) == 0 && read_time(text + 3, &cue->to) > 0 && cue->to > cue->from;
}

static bool has_arrow(const struct line *line) {
    return memmem(line->text, line->size, "-->", 3) != NULL;
}

/* The lines of a cue go on to the next empty one. */
static void read_words(struct captions *captions, const char **rest, struct cue *cue) {
    struct buffer words = {0};
    struct line line;
    while (next_line(rest, &line) && line.size > 0) {
        if (words.length > 0) {
            buffer_add(&words, "\n");
        }
        captions_text_plain(line.text, line.size, &words);
    }
    cue->words = arena_strdup(&captions->arena, buffer_text(&words));
    buffer_finish(&words);
}

static int by_beginning(const void *a, const void *b) {
    const struct cue *first = a;
    const struct cue *second = b;
    if (first->from != second->from) {
        return first->from < second->from ? -1 : 1;
    }
    return first->order < second->order ? -1 : 1;
}

static void cut(struct captions *captions, const char *text, const char *path) {
    struct line line;
    while (next_line(&text, &line)) {
        if (!has_arrow(&line)) {
            continue;
        }
        struct cue cue = {.order = captions->cues.count};
        if (!read_times(line.text, &cue)) {
            log_warning("%s: the times of cue %zu make no sense: %.*s", path, cue.order + 1,
                        (int)(line.size < 60 ? line.size : 60), line.text);
            continue;
        }
        read_words(captions, &text, &cue);
        LIST_PUSH(&captions->cues, cue);
    }
    if (captions->cues.count > 0) {
        qsort(captions->cues.items, captions->cues.count, sizeof *captions->cues.items,
              by_beginning);
    }
}

struct captions *captions_read(const char *path) {
    struct buffer text = {0};
    struct captions *captions = NULL;
    if (captions_text_read(path, &text)) {
        captions = memory_alloc_zeroed(1, sizeof *captions);
        cut(captions, buffer_text(&text), path);
    }
    buffer_finish(&text);
    return captions;
}

void captions_destroy(struct captions *captions) {
    if (captions) {
        LIST_FINISH(&captions->cues);
        arena_finish(&captions->arena);
        free(captions);
    }
}

/* Where cues overlap, the one that began last is shown. */
const char *captions_at(const struct captions *captions, millis position, millis *until) {
    const struct cue *shown = NULL;
    *until = -1;
    for (size_t i = 0; i < captions->cues.count; i++) {
        const struct cue *cue = &captions->cues.items[i];
        if (cue->from > position) {
            *until = cue->from;
            break;
        }
        if (cue->to > position) {
            shown = cue;
        }
    }
    if (shown && (*until < 0 || shown->to < *until)) {
        *until = shown->to;
    }
    return shown ? shown->words : "";
}
