/* Where the font files are: fontconfig's answer for one face. */
#ifndef DRAW_FACES_H
#define DRAW_FACES_H

#include "draw/list.h"

#include <stdbool.h>
#include <stdint.h>

struct hb_font_t;

/* A face in a font file. */
struct face_file {
    char *path;                 /* on the heap */
    long index;                 /* of the face in the file: a CJK file holds one for each region */
    struct hb_font_t *measures; /* its tables, mapped, in the font's own units: for any thread */
};

/* The faces of this machine. */
struct faces;

/* Asks fontconfig for exactly these faces, on a thread of its own: reading its configuration takes
   as long as a third of what else a first frame needs. What it answered is remembered in the file
   `memory` (NULL: nothing is) and holds as long as the fonts' files stay as they are. */
struct faces *faces_create(const char *memory);
void faces_destroy(struct faces *faces);

/* One file for each of FACE_COUNT faces, the faces' own; waits until they are found. NULL if one of
   them is not installed or cannot be read. Any thread. */
const struct face_file *faces_files(struct faces *faces);

/* The first character of `words` that the Simplified Chinese face does not have, or 0; 0 too where
   there is no such face. Any thread. */
uint32_t faces_missing_glyph(struct faces *faces, const char *words);

#endif
