/* Checks of stories: branches that nobody reaches, and places that nobody leaves. */
#ifndef SCENE_STORY_CHECK_H
#define SCENE_STORY_CHECK_H

#include "content/check.h"
#include "scene/story.h"

/* Reports all of it, at paths "moments.N…" as a drama's file has them. The story must be whole:
   every choice leads to a moment that there is. */
void story_check(const struct story *story, struct document_check *check);

#endif
