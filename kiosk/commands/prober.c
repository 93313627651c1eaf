/* Answers whether pictures, sounds and films decode, and remembers the answers between starts. */
#include "commands/prober.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/memory.h"
#include "base/replace.h"
#include "draw/faces.h"
#include "draw/images.h"
#include "media/probe.h"
#include "media/program.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A good answer holds as long as the file's time and size do. A bad one is asked for again each
   time: what was wrong may have been the player or the machine. */
struct memory {
    const char *path;
    enum asset_type type; /* as what it was asked about: a picture is no film */
    int64_t changed;      /* nanoseconds */
    int64_t size;
    enum probe_answer answer;
    int width, height;
    millis duration;
    bool asked; /* since the start: others are not written again */
};

struct prober {
    struct arena arena;
    LIST(struct memory) memories;
    struct faces *faces;
    char *file;
    char *player;
    bool learned;
};

static bool file_facts(const char *path, int64_t *changed, int64_t *size) {
    struct stat facts;
    if (stat(path, &facts) != 0) {
        return false;
    }
    *changed = (int64_t)facts.st_mtim.tv_sec * 1000000000 + facts.st_mtim.tv_nsec;
    *size = (int64_t)facts.st_size;
    return true;
}

/* One line a file: type changed size width height duration path. */
static void read_memories(struct prober *prober) {
    FILE *file = prober->file ? fopen(prober->file, "re") : NULL;
    char *line = NULL;
    size_t capacity = 0;
    while (file && getline(&line, &capacity, file) > 0) {
        struct memory memory = {0};
        int type;
        int path = 0;
        line[strcspn(line, "\n")] = '\0';
        if (sscanf(line, "%d %" SCNd64 " %" SCNd64 " %d %d %" SCNd64 " %n", &type, &memory.changed,
                   &memory.size, &memory.width, &memory.height, &memory.duration, &path) == 6 &&
            path > 0) {
            memory.type = (enum asset_type)type;
            memory.path = arena_strdup(&prober->arena, line + path);
            LIST_PUSH(&prober->memories, memory);
        }
    }
    free(line);
    if (file) {
        (void)fclose(file);
    }
}

void prober_keep(struct prober *prober) {
    if (!prober->file || !prober->learned) {
        return;
    }
    struct buffer lines = {0};
    for (size_t i = 0; i < prober->memories.count; i++) {
        const struct memory *memory = &prober->memories.items[i];
        if (memory->asked && memory->answer == PROBE_GOOD) {
            buffer_printf(&lines, "%d %" PRId64 " %" PRId64 " %d %d %" PRId64 " %s\n",
                          (int)memory->type, memory->changed, memory->size, memory->width,
                          memory->height, memory->duration, memory->path);
        }
    }
    prober->learned = !replace_file(prober->file, &lines);
    buffer_finish(&lines);
}

static char *file_in(const char *state, const char *name) {
    char path[PATH_MAX];
    (void)snprintf(path, sizeof path, "%s/%s", state, name);
    return memory_strdup(path);
}

struct prober *prober_create(const char *state) {
    struct prober *prober = memory_alloc_zeroed(1, sizeof *prober);
    prober->file = *state ? file_in(state, "probed") : NULL;
    prober->player = media_program();
    char *found = *state ? file_in(state, "faces") : NULL;
    prober->faces = faces_create(found);
    free(found);
    read_memories(prober);
    return prober;
}

void prober_destroy(struct prober *prober) {
    if (!prober) {
        return;
    }
    prober_keep(prober);
    faces_destroy(prober->faces);
    LIST_FINISH(&prober->memories);
    arena_finish(&prober->arena);
    free(prober->file);
    free(prober->player);
    free(prober);
}

static struct memory *find_memory(struct prober *prober, enum asset_type type, const char *path) {
    for (size_t i = 0; i < prober->memories.count; i++) {
        struct memory *memory = &prober->memories.items[i];
        if (memory->type == type && strcmp(memory->path, path) == 0) {
            return memory;
        }
    }
    struct memory *memory = LIST_ADD(&prober->memories);
    memory->type = type;
    memory->path = arena_strdup(&prober->arena, path);
    memory->changed = -1;
    return memory;
}

/* libvlc plays a picture as a film that stands still. */
static bool is_film(const struct media_facts *facts, const char *path) {
    struct asset still = {.path = path};
    return facts->width > 0 && images_probe(&still) != PROBE_GOOD;
}

static enum probe_answer ask_now(const struct prober *prober, enum asset_type type,
                                 struct asset *asset) {
    if (type == ASSET_IMAGE) {
        return images_probe(asset);
    }
    struct media_facts facts;
    if (!media_probe(prober->player, asset->path, &facts) ||
        !(type == ASSET_VIDEO ? is_film(&facts, asset->path) : facts.has_audio)) {
        return PROBE_UNDECODABLE;
    }
    asset->width = facts.width;
    asset->height = facts.height;
    asset->duration = facts.duration;
    return PROBE_GOOD;
}

static enum probe_answer ask(void *self, enum asset_type type, struct asset *asset) {
    struct prober *prober = self;
    int64_t changed;
    int64_t size;
    if (!file_facts(asset->path, &changed, &size)) {
        return PROBE_UNDECODABLE;
    }
    if (size == 0) {
        return PROBE_EMPTY;
    }
    struct memory *memory = find_memory(prober, type, asset->path);
    if (memory->answer != PROBE_GOOD || memory->changed != changed || memory->size != size) {
        memory->answer = ask_now(prober, type, asset);
        memory->changed = changed;
        memory->size = size;
        memory->width = asset->width;
        memory->height = asset->height;
        memory->duration = asset->duration;
        prober->learned = true;
    }
    memory->asked = true;
    asset->width = memory->width;
    asset->height = memory->height;
    asset->duration = memory->duration;
    return memory->answer;
}

static uint32_t missing_glyph(void *self, const char *words) {
    const struct prober *prober = self;
    return faces_missing_glyph(prober->faces, words);
}

struct probe prober_probe(struct prober *prober) {
    return (struct probe){.ask = ask, .missing_glyph = missing_glyph, .self = prober};
}

struct faces *prober_faces(const struct prober *prober) {
    return prober->faces;
}
