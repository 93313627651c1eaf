/* The film: frames, sound and captions of a storyboard become the files that a scene names. */
#ifndef EXPLAINER_FILM_H
#define EXPLAINER_FILM_H

#include "explainer/storyboard.h"

/* Writes NAME.mp4 (H.264 with a key frame every 15 and no B-frames, so that it seeks quickly),
   NAME.png (the poster) and NAME.LANG.vtt into `directory`. Needs ffmpeg. False with lines in the
   log. */
bool film_make(const struct storyboard *storyboard, const char *directory, const char *name);

/* Writes a sheet of small pictures, one every `every` milliseconds, to judge the film by. */
bool film_sheet(const struct storyboard *storyboard, millis every, const char *path);

#endif
