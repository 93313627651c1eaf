/* Where the font files are: the Simplified Chinese face of Noto Sans CJK, not its neighbours. */
#include "draw/faces.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <fcntl.h>
#include <pthread.h>
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
} wanted_faces[FACE_COUNT] = {
    [FACE_REGULAR] = {"Noto Sans CJK SC", FC_WEIGHT_REGULAR},
    [FACE_BOLD] = {"Noto Sans CJK SC", FC_WEIGHT_BOLD},
    [FACE_LATIN] = {"Noto Sans CJK KR", FC_WEIGHT_REGULAR},
    [FACE_LATIN_BOLD] = {"Noto Sans CJK KR", FC_WEIGHT_BOLD},
};

struct faces {
    struct face_file files[FACE_COUNT];
    FcCharSet *characters; /* of the Simplified Chinese face */
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

static void take_characters(struct faces *faces, FcPattern *match) {
    FcCharSet *characters;
    if (FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) == FcResultMatch) {
        faces->characters = FcCharSetCopy(characters);
    }
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
    if (found && face == FACE_REGULAR) {
        take_characters(faces, match);
    }
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
static void *search(void *self) {
    struct faces *faces = self;
    FcConfig *config = FcInitLoadConfigAndFonts();
    bool found = config;
    for (int face = 0; face < FACE_COUNT && found; face++) {
        found = find_face(faces, (enum font_face)face, config) && map_file(&faces->files[face]);
    }
    faces->found = found;
    if (config) {
        FcConfigDestroy(config);
    }
    return NULL;
}

struct faces *faces_create(void) {
    struct faces *faces = memory_alloc_zeroed(1, sizeof *faces);
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
        if (faces->files[face].bytes) {
            (void)munmap(faces->files[face].bytes, faces->files[face].size);
        }
        free(faces->files[face].path);
    }
    if (faces->characters) {
        FcCharSetDestroy(faces->characters);
    }
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
    size_t size = strlen(words);
    for (size_t at = 0; faces->characters && at < size;) {
        uint32_t rune = 0xFFFD;
        size_t length = utf8_decode(words + at, size - at, &rune);
        if (needs_glyph(rune) && !FcCharSetHasChar(faces->characters, rune)) {
            return rune;
        }
        at += length ? length : 1;
    }
    return 0;
}
