/* Maps of stories: the graph of one in Graphviz's language. */
#ifndef SCENE_STORY_MAP_H
#define SCENE_STORY_MAP_H

#include "base/buffer.h"
#include "scene/story.h"

/* What stands on the map beside the names. */
struct story_words {
    struct {
        const char *words;
        const char *choices[STORY_CHOICES];
    } moments[STORY_MOMENTS];
};

/* Adds the graph, which begins at the moment with the thick frame. */
void story_map(const struct story *story, const struct story_words *words, struct buffer *out);

#endif
