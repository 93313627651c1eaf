/* The sound bed: a calm, quiet chord that moves with the shots, made from nothing but sines. */
#ifndef EXPLAINER_SOUND_H
#define EXPLAINER_SOUND_H

#include "explainer/storyboard.h"

/* Writes a mono 48 kHz 16-bit WAV as long as the film to `path`. False, with a line in the log, if
   it cannot be written. */
bool sound_write(const struct storyboard *storyboard, const char *path);

#endif
