/* Where the font files are: the Simplified Chinese face of Noto Sans CJK, not its neighbours. */
#include "draw/faces.h"

#include "base/memory.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>

/* The Latin letters of every region's face are alike. The Korean one has quotes, apostrophes and
   middle dots as wide as Latin text wants them, where the Simplified Chinese one has full-width
   ones. */
static const struct {
    const char *family;
    int weight;
} faces[FACE_COUNT] = {
    [FACE_REGULAR] = {"Noto Sans CJK SC", FC_WEIGHT_REGULAR},
    [FACE_BOLD] = {"Noto Sans CJK SC", FC_WEIGHT_BOLD},
    [FACE_LATIN] = {"Noto Sans CJK KR", FC_WEIGHT_REGULAR},
    [FACE_LATIN_BOLD] = {"Noto Sans CJK KR", FC_WEIGHT_BOLD},
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

static bool find_face(struct face_file *file, enum font_face face, FcConfig *config) {
    FcPattern *wanted = FcPatternCreate();
    if (!wanted) {
        return false;
    }
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)faces[face].family);
    FcPatternAddInteger(wanted, FC_WEIGHT, faces[face].weight);
    FcConfigSubstitute(config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *match = FcFontMatch(config, wanted, &result);
    bool found = take_match(file, match, faces[face].family);
    if (match) {
        FcPatternDestroy(match);
    }
    FcPatternDestroy(wanted);
    return found;
}

static bool map_file(struct face_file *file) {
    int descriptor = open(file->path, O_RDONLY | O_CLOEXEC);
    struct stat facts;
    if (descriptor < 0) {
        return false;
    }
    if (fstat(descriptor, &facts) == 0 && facts.st_size > 0) {
        file->size = (size_t)facts.st_size;
        file->bytes = mmap(NULL, file->size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    (void)close(descriptor);
    if (file->bytes == MAP_FAILED) {
        file->bytes = NULL;
    }
    return file->bytes != NULL;
}

/* A configuration of its own: fontconfig's global one would stay in memory for these few questions
   at the start. */
bool face_files_find(struct face_file files[FACE_COUNT]) {
    memset(files, 0, FACE_COUNT * sizeof *files);
    FcConfig *config = FcInitLoadConfigAndFonts();
    if (!config) {
        return false;
    }
    bool found = true;
    for (int face = 0; face < FACE_COUNT && found; face++) {
        found = find_face(&files[face], (enum font_face)face, config) && map_file(&files[face]);
    }
    FcConfigDestroy(config);
    return found;
}

void face_files_finish(struct face_file files[FACE_COUNT]) {
    for (int face = 0; face < FACE_COUNT; face++) {
        if (files[face].bytes) {
            (void)munmap(files[face].bytes, files[face].size);
        }
        free(files[face].path);
        files[face] = (struct face_file){0};
    }
}
