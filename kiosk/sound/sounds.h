/* The sounds as scenes know them: what there is to hear, and a small table to ask for it. */
#ifndef SOUND_SOUNDS_H
#define SOUND_SOUNDS_H

/* What a sound tells. Where two belong to one moment, the later in this list says more. */
enum sound_cue {
    SOUND_TOUCH, /* what was touched has heard it */
    SOUND_DONE,  /* something was gone through to its end */
    SOUND_WRONG,
    SOUND_RIGHT,
    SOUND_CUES,
};

/* Given to the stage by whoever can be heard, and to scenes by the stage; every call returns at
   once. The drawing thread. */
struct sounds {
    void (*play)(void *self, enum sound_cue cue);
    void *self;
};

#endif
