/* Where the font files are: the Simplified Chinese face of Noto Sans CJK, not its neighbours. */
#include "draw/faces.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

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

bool face_file_find(struct face_file *file, enum font_face face) {
    *file = (struct face_file){0};
    FcPattern *wanted = FcPatternCreate();
    if (!wanted) {
        return false;
    }
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)faces[face].family);
    FcPatternAddInteger(wanted, FC_WEIGHT, faces[face].weight);
    FcConfigSubstitute(NULL, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *match = FcFontMatch(NULL, wanted, &result);
    bool found = take_match(file, match, faces[face].family);
    if (match) {
        FcPatternDestroy(match);
    }
    FcPatternDestroy(wanted);
    return found;
}

void face_file_finish(struct face_file *file) {
    free(file->path);
    *file = (struct face_file){0};
}
