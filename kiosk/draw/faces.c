/* Where the font files are: the Simplified Chinese face of Noto Sans CJK, not its neighbours. */
#include "draw/faces.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/utf8.h"

#include <hb.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <fontconfig/fontconfig.h>

/* The Latin letters of every region's face are alike. The Korean one has quotes, apostrophes and
   middle dots as wide as Latin text wants them, where the Simplified Chinese one has full-width
   ones. */
static const struct {
    const char *family;
    int weight;
} wanted_faces[FACE_COUNT] = {
    [FACE_REGULAR] = {"Noto Sans CJK SC", FC_WEIGHT_REGULAR},
    [FACE_BOLD] = {"Noto Sans CJK SC", FC_WEIGHT_BOLD},
    [FACE_LATIN] = {"Noto Sans CJK KR", FC_WEIGHT_REGULAR},
    [FACE_LATIN_BOLD] = {"Noto Sans CJK KR", FC_WEIGHT_BOLD},
};

struct faces {
    struct face_file files[FACE_COUNT];
    char *memory;
    bool found;
    pthread_mutex_t lock; /* of what follows */
    pthread_t search;
    bool searching;
};

/* A match is the nearest there is, whatever was asked for: only the same family will do. */
static bool is_family(FcPattern *match, const char *family) {
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (strcmp((const char *)name, family) == 0) {
            return true;
        }
    }
    return false;
}

static bool take_match(struct face_file *file, FcPattern *match, const char *family) {
    FcChar8 *path;
    int index;
    if (!match || !is_family(match, family) ||
        FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch ||
        FcPatternGetInteger(match, FC_INDEX, 0, &index) != FcResultMatch) {
        return false;
    }
    file->path = memory_strdup((const char *)path);
    file->index = index;
    return true;
}

static bool find_face(struct faces *faces, enum font_face face, FcConfig *config) {
    FcPattern *wanted = FcPatternCreate();
    if (!wanted) {
        return false;
    }
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)wanted_faces[face].family);
    FcPatternAddInteger(wanted, FC_WEIGHT, wanted_faces[face].weight);
    FcConfigSubstitute(config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *match = FcFontMatch(config, wanted, &result);
    bool found = take_match(&faces->files[face], match, wanted_faces[face].family);
    if (match) {
        FcPatternDestroy(match);
    }
    FcPatternDestroy(wanted);
    return found;
}

static bool open_measures(struct face_file *file) {
    hb_blob_t *bytes = hb_blob_create_from_file_or_fail(file->path);
    if (!bytes) {
        return false;
    }
    hb_face_t *face = hb_face_create(bytes, (unsigned)file->index);
    bool good = hb_face_get_glyph_count(face) > 0;
    file->measures = hb_font_create(face);
    hb_font_make_immutable(file->measures);
    hb_face_destroy(face);
    hb_blob_destroy(bytes);
    return good;
}

static void forget(struct face_file *file) {
    hb_font_destroy(file->measures);
    free(file->path);
    *file = (struct face_file){0};
}

/* A configuration of its own: fontconfig's global one would stay in memory for these few questions
   at the start. */
static bool ask_fontconfig(struct faces *faces) {
    FcConfig *config = FcInitLoadConfigAndFonts();
    bool found = config;
    for (int face = 0; face < FACE_COUNT && found; face++) {
        found =
            find_face(faces, (enum font_face)face, config) && open_measures(&faces->files[face]);
    }
    if (config) {
        FcConfigDestroy(config);
    }
    return found;
}

/* One line a face: its index, then the time and the size of its file and the path. */
static void remember(const struct faces *faces) {
    struct buffer lines = {0};
    bool good = true;
    for (int face = 0; face < FACE_COUNT && good; face++) {
        const struct face_file *file = &faces->files[face];
        struct stat facts = {0};
        good = stat(file->path, &facts) == 0;
        buffer_printf(&lines, "%ld %lld.%09ld %lld %s\n", file->index,
                      (long long)facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec,
                      (long long)facts.st_size, file->path);
    }
    if (good) {
        (void)replace_file(faces->memory, &lines);
    }
    buffer_finish(&lines);
}

/* Takes a face from such a line; false where the file is another one by now. */
static bool recall_face(struct face_file *file, const char *line) {
    long long seconds, size;
    long nanoseconds;
    int path = 0;
    struct stat facts;
    if (sscanf(line, "%ld %lld.%ld %lld %n", &file->index, &seconds, &nanoseconds, &size, &path) <
            4 ||
        path == 0 || stat(line + path, &facts) != 0 || facts.st_mtim.tv_sec != seconds ||
        facts.st_mtim.tv_nsec != nanoseconds || facts.st_size != size) {
        return false;
    }
    file->path = memory_strdup(line + path);
    return open_measures(file);
}

static bool recall(struct faces *faces) {
    FILE *memory = faces->memory ? fopen(faces->memory, "re") : NULL;
    char line[PATH_MAX];
    bool found = memory;
    for (int face = 0; face < FACE_COUNT && found; face++) {
        found = fgets(line, sizeof line, memory);
        line[found ? strcspn(line, "\n") : 0] = '\0';
        found = recall_face(&faces->files[face], line);
    }
    if (memory) {
        (void)fclose(memory);
    }
    return found;
}

static void *search(void *self) {
    struct faces *faces = self;
    faces->found = recall(faces);
    if (!faces->found) {
        for (int face = 0; face < FACE_COUNT; face++) {
            forget(&faces->files[face]);
        }
        faces->found = ask_fontconfig(faces);
        if (faces->found && faces->memory) {
            remember(faces);
        }
    }
    return NULL;
}

struct faces *faces_create(const char *memory) {
    struct faces *faces = memory_alloc_zeroed(1, sizeof *faces);
    faces->memory = memory ? memory_strdup(memory) : NULL;
    pthread_mutex_init(&faces->lock, NULL);
    faces->searching = pthread_create(&faces->search, NULL, search, faces) == 0;
    if (!faces->searching) {
        (void)search(faces);
    }
    return faces;
}

static void wait_for_search(struct faces *faces) {
    pthread_mutex_lock(&faces->lock);
    if (faces->searching) {
        (void)pthread_join(faces->search, NULL);
        faces->searching = false;
    }
    pthread_mutex_unlock(&faces->lock);
}

void faces_destroy(struct faces *faces) {
    if (!faces) {
        return;
    }
    wait_for_search(faces);
    for (int face = 0; face < FACE_COUNT; face++) {
        forget(&faces->files[face]);
    }
    free(faces->memory);
    pthread_mutex_destroy(&faces->lock);
    free(faces);
}

const struct face_file *faces_files(struct faces *faces) {
    wait_for_search(faces);
    return faces->found ? faces->files : NULL;
}

/* Line ends, tabs and the marks that only change what stands before them need no glyph. */
static bool needs_glyph(uint32_t rune) {
    return rune > 0x20 && rune != 0xA0 && !(rune >= 0xFE00 && rune <= 0xFE0F) &&
           !(rune >= 0x200B && rune <= 0x200D) && rune != 0x2060 && rune != 0xFEFF;
}

uint32_t faces_missing_glyph(struct faces *faces, const char *words) {
    wait_for_search(faces);
    hb_font_t *chinese = faces->files[FACE_REGULAR].measures;
    size_t size = strlen(words);
    for (size_t at = 0; faces->found && at < size;) {
        uint32_t rune = 0xFFFD;
        hb_codepoint_t glyph;
        size_t length = utf8_decode(words + at, size - at, &rune);
        if (needs_glyph(rune) && !hb_font_get_nominal_glyph(chinese, rune, &glyph)) {
            return rune;
        }
        at += length ? length : 1;
    }
    return 0;
}
