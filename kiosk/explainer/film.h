/* The film: frames, sound and captions of a storyboard become the files that a scene names. */
#ifndef EXPLAINER_FILM_H
#define EXPLAINER_FILM_H

#include "explainer/storyboard.h"

/* Writes NAME.mp4, NAME.png (the poster) and NAME.LANG.vtt into `directory`. The mp4 appears when
   it is whole. Needs ffmpeg. False with lines in the log. */
bool film_make(const struct storyboard *storyboard, const char *directory, const char *name);

/* Writes NAME.LANG.vtt alone, one file a language. False with lines in the log. */
bool film_captions(const struct storyboard *storyboard, const char *directory, const char *name);

/* Writes a sheet of small pictures, one every `every` milliseconds, to judge the film by. False
   with a line in the log. */
bool film_sheet(const struct storyboard *storyboard, millis every, const char *path);

#endif
