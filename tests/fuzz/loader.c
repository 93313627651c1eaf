/* The fuzz target of the loader: any bytes as a scene file, a zone, a hall or a kiosk.conf. */
#include "content/hall.h"
#include "content/reading.h"
#include "content/report.h"
#include "content/settings.h"
#include "content/tables.h"
#include "sample_kind.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The tables that are tried on the same bytes, one after the other. */
static const struct schema *const schemas[] = {&sample_schema, &zone_schema, &hall_schema,
                                               &settings_schema};

static void read_as(const char *text, size_t size, const struct schema *schema) {
    static const char *const scenes[] = {"attract", "hall", "personal", "personal/good"};
    static const char *const languages[] = {"zh", "en"};
    static const struct world world = {
        .scenes = scenes, .languages = languages, .scene_count = 4, .language_count = 2};
    struct diagnostics diagnostics = {0};
    struct arena arena = {0};
    struct arena nodes = {0};
    struct report report;
    report_init(&report, &diagnostics, "scenes/personal/case.yaml", text, size);
    struct reading reading = {.report = &report, .world = &world, .arena = &arena, .directory = -1};
    const struct part parts[] = {{schema, arena_alloc(&arena, schema->size)},
                                 {&scene_schema, ARENA_NEW(&arena, struct scene_common)}};
    const struct node *root = tree_read(&report, &nodes);
    if (root) {
        reading_document(&reading, parts, schema == &sample_schema ? 2 : 1, false, root);
    }
    if (root && schema == &sample_schema && report.errors == 0) {
        struct document_check check = {&reading, root};
        sample_kind.check(parts[0].out, &check);
    }
    struct buffer out = {0};
    for (size_t i = 0; i < diagnostics.list.count; i++) {
        diagnostics_format(&diagnostics.list.items[i], (enum message_language)(i % 2), &out);
    }
    diagnostics_sort(&diagnostics);
    diagnostics_json(&diagnostics, &out);
    buffer_finish(&out);
    report_finish(&report);
    arena_finish(&nodes);
    arena_finish(&arena);
    diagnostics_finish(&diagnostics);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = memory_alloc(size + 1);
    if (size > 0) {
        memcpy(text, data, size);
    }
    text[size] = '\0';
    for (size_t i = 0; i < sizeof schemas / sizeof schemas[0]; i++) {
        read_as(text, size, schemas[i]);
    }
    free(text);
    return 0;
}
