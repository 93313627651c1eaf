/* Field types that name a file of the exhibition: pictures, sounds, films. */
#include "content/fields.h"
#include "content/files.h"
#include "content/mistakes.h"
#include "content/probe.h"
#include "content/reading.h"

#include <string.h>

static enum asset_type asset_type_of(enum field_type type) {
    return type == FIELD_IMAGE ? ASSET_IMAGE : type == FIELD_AUDIO ? ASSET_AUDIO : ASSET_VIDEO;
}

static struct words noun_of(enum field_type type) {
    return type == FIELD_IMAGE   ? (struct words){"图片", "a picture"}
           : type == FIELD_AUDIO ? (struct words){"声音文件", "a sound"}
                                 : (struct words){"影片", "a film"};
}

static bool find(struct reading *reading, const struct node *node) {
    size_t size = 0;
    enum file_problem problem = file_look(reading->directory, node->words, &size);
    if (problem == FILE_GOOD) {
        return true;
    }
    if (problem == FILE_MISSING && mistakes_in_value(reading->report, node)) {
        return false;
    }
    struct mark mark = tree_mark(reading->report, node);
    if (problem == FILE_MISSING) {
        file_report_missing(reading->report, mark, reading->directory, node->words);
    } else {
        file_report(reading->report, mark, problem, node->words, size);
    }
    return false;
}

/* Asks whether it decodes, and has its size filled in. */
static bool ask(struct reading *reading, const struct schema_row *row, const struct node *node,
                struct asset *asset) {
    const struct probe *probe = reading->world->probe;
    enum probe_answer answer = PROBE_GOOD;
    if (probe && probe->ask) {
        answer = probe->ask(probe->self, asset_type_of(row->type), asset);
    }
    return answer == PROBE_GOOD ||
           reading_fail(reading, node,
                        answer == PROBE_EMPTY ? MESSAGE_ASSET_EMPTY : MESSAGE_UNDECODABLE,
                        ARGUMENTS(report_typed(reading->report, node->words), noun_of(row->type)));
}

bool field_read_asset(struct reading *reading, const struct schema_row *row,
                      const struct node *node, void *out) {
    if (node->type != NODE_SCALAR || !node->words[0]) {
        return reading_refuse(reading, row, node);
    }
    if (!find(reading, node)) {
        return false;
    }
    const char *directory = reading->world->directory;
    struct asset asset = {
        .path = arena_printf(reading->arena, "%s/%s", directory ? directory : ".", node->words)};
    if (!ask(reading, row, node, &asset)) {
        return false;
    }
    *(struct asset *)out = asset;
    return true;
}
