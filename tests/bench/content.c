/* Content: generated exhibitions of many scenes, read and checked, beside bare libyaml. */
#include "base/buffer.h"
#include "base/directories.h"
#include "bench.h"
#include "content/diagnostics.h"
#include "content/hall.h"
#include "content/hall_cache.h"
#include "content/probe.h"
#include "kinds/kinds.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <yaml.h>

enum { ROUNDS = 7, ROUNDS_OF_MANY = 3, MANY = 10000 };

/* A shipped article is every scene's text; its pictures are not what is measured. */
static const char model[] = "scenes/personal/first-hour.yaml";

/* The model without the lines that name files. */
static void read_model(struct buffer *out) {
    FILE *file = fopen(model, "r");
    char line[4096];
    while (file && fgets(line, sizeof line, file)) {
        const char *key = line + strspn(line, " -");
        if (strncmp(key, "picture:", 8) != 0 && *key != '#') {
            buffer_add(out, line);
        }
    }
    if (!file || fclose(file) != 0) {
        perror(model);
        exit(1);
    }
}

/* Pages of the hall itself are as many as one likes: a zone shows two dozen at most. */
static void make_exhibition(const char *directory, int scenes) {
    struct buffer text = {0};
    char path[256];
    read_model(&text);
    (void)snprintf(path, sizeof path, "%s/scenes/only", directory);
    (void)directories_make(path);
    bench_write(
        directory, "scenes/hall.yaml",
        "format: 1\nname: {zh: 馆, en: Museum}\ntitle: {zh: 从哪里, en: Where}\nlanguages:\n"
        "  - {code: zh, name: 中文}\n  - {code: en, name: English}\n"
        "zones: [only]\nattract: attract\n");
    bench_write(
        directory, "scenes/attract.yaml",
        "kind: attract\ntitle: {zh: 碰, en: Touch}\ninvitation: {zh: 碰, en: Touch}\nname: {zh: 馆, en: Museum}\n");
    bench_write(directory, "scenes/only/zone.yaml",
                "name: {zh: 区, en: Zone}\ntitle: {zh: 一个, en: One}\nlight: jade\n"
                "scenes: [one]\n");
    bench_write(directory, "scenes/only/one.yaml", buffer_text(&text));
    for (int i = 0; i < scenes; i++) {
        (void)snprintf(path, sizeof path, "scenes/s%d.yaml", i);
        bench_write(directory, path, buffer_text(&text));
    }
    buffer_finish(&text);
}

static enum probe_answer ask(void *self, enum asset_type type, struct asset *asset) {
    (void)self;
    (void)type;
    (void)asset;
    return PROBE_GOOD;
}

static struct hall *load(const char *directory, struct hall_cache *cache) {
    size_t count;
    const struct document_kind *const *kinds = kinds_documents(&count);
    const struct probe probe = {.ask = ask};
    struct diagnostics diagnostics = {0};
    struct hall *hall = hall_create(directory, kinds, count, &probe, cache, &diagnostics);
    if (!hall || diagnostics.list.count > 0) {
        struct buffer text = {0};
        diagnostics_format(&diagnostics.list.items[0], MESSAGES_EN, &text);
        (void)fprintf(stderr, "the generated exhibition has mistakes\n%s", buffer_text(&text));
        exit(1);
    }
    diagnostics_finish(&diagnostics);
    return hall;
}

/* What libyaml alone does with the file: every event, thrown away. */
static void read_events(const char *path) {
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    bool more = file && yaml_parser_initialize(&parser);
    if (!more) {
        perror(path);
        exit(1);
    }
    yaml_parser_set_input_file(&parser, file);
    while (more && yaml_parser_parse(&parser, &event)) {
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    (void)fclose(file);
}

static int64_t read_all_events(const char *directory, int scenes) {
    int64_t begun = bench_now();
    char path[512];
    for (int i = 0; i < scenes; i++) {
        (void)snprintf(path, sizeof path, "%s/scenes/s%d.yaml", directory, i);
        read_events(path);
    }
    return bench_now() - begun;
}

/* One file of them all is saved again. `few` are the times that it took among few scenes; the first
   to come, all zero, gets them. */
static void bench_reload(const char *directory, int scenes, double few[ROUNDS]) {
    struct buffer text = {0};
    char row[64];
    read_model(&text);
    (void)snprintf(row, sizeof row, "reload-%d", scenes);
    struct hall_cache *cache = hall_cache_create();
    int64_t begun = bench_now();
    struct hall *hall = load(directory, cache);
    int64_t whole = bench_now() - begun;
    for (int i = 0; i < ROUNDS; i++) {
        buffer_add(&text, "\n");
        bench_write(directory, "scenes/s0.yaml", buffer_text(&text));
        hall_cache_tell(cache, "scenes/s0.yaml");
        begun = bench_now();
        struct hall *fresh = load(directory, cache);
        double ours = bench_ms(bench_now() - begun);
        bench_tell(row, ours, few[i] > 0 ? few[i] : bench_ms(whole));
        few[i] = few[i] > 0 ? few[i] : ours;
        hall_destroy(hall);
        hall = fresh;
    }
    hall_destroy(hall);
    hall_cache_destroy(cache);
    buffer_finish(&text);
}

static void bench_scenes(int scenes, double few[ROUNDS]) {
    char directory[] = "/tmp/bench-content-XXXXXX";
    char row[64];
    if (!mkdtemp(directory)) {
        perror(directory);
        exit(1);
    }
    make_exhibition(directory, scenes);
    (void)snprintf(row, sizeof row, "content-%d", scenes);
    for (int i = 0; i < (scenes < MANY ? ROUNDS : ROUNDS_OF_MANY); i++) {
        int64_t begun = bench_now();
        struct hall *hall = load(directory, NULL);
        int64_t ours = bench_now() - begun;
        hall_destroy(hall);
        bench_tell(row, bench_ms(ours), bench_ms(read_all_events(directory, scenes)));
    }
    struct buffer text = {0};
    read_model(&text);
    size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    struct hall *hall = load(directory, NULL);
    double held = (double)(mallinfo2().uordblks + mallinfo2().hblkhd - before) / scenes / 1024;
    (void)snprintf(row, sizeof row, "held-%d", scenes);
    bench_tell(row, held, (double)text.length / 1024);
    hall_destroy(hall);
    buffer_finish(&text);
    bench_reload(directory, scenes, few);
    bench_remove(directory);
}

int main(void) {
    double few[ROUNDS] = {0};
    bench_scenes(200, few);
    bench_scenes(2000, few);
    bench_scenes(20000, few);
    return 0;
}
