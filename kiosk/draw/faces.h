/* Where the font files are: fontconfig's answer for one face. */
#ifndef DRAW_FACES_H
#define DRAW_FACES_H

#include "draw/list.h"

#include <stdbool.h>

/* A face in a font file. */
struct face_file {
    char *path; /* on the heap */
    long index; /* of the face in the file: a CJK file holds one for each region */
};

/* Asks fontconfig for exactly this face. False if it is not installed. */
bool face_file_find(struct face_file *file, enum font_face face);
void face_file_finish(struct face_file *file);

#endif
