/* Picture pages: one large picture of several, what is said of it, and a row of buttons below. */
#ifndef SCENE_PICTURE_PAGE_H
#define SCENE_PICTURE_PAGE_H

#include "scene/details.h"
#include "scene/icon_button.h"
#include "scene/paragraphs.h"
#include "scene/strip.h"

enum { PICTURE_PAGE_BUTTONS = 4, PICTURE_PAGE_PARAGRAPHS = 4 };

/* A picture and what is read with it; "" for nothing. */
struct picture_words {
    const struct asset *picture;
    const char *title, *lead, *caption, *hint;
    const char *notes[DETAILS_MOST]; /* of its details, read in place of the caption */
    int note_count;
};

/* What is found once for a language and a screen, and kept between frames: part of a scene's
   state, zeroed to begin with. */
struct picture_fit {
    uint64_t of;       /* what it was found for */
    float words_least; /* how wide the column beside the picture is at least */
    float room;        /* what the fullest page's words leave of their height; < 0: they scroll */
};

/* Where everything goes: in landscape the words stand beside the picture; upright titles that are
   not too long have their own room above and the rest stands below. The same for all pictures, so
   that nothing jumps from one to the next. */
struct picture_page {
    const struct picture_words *pictures; /* borrowed */
    int count, at;
    struct rect picture, words; /* the words without their heading */
    float side;                 /* of a round button */
    bool titled;               /* the title stands above the picture; else it is one of the words */
    enum type_role title_role; /* then: how large, so that the longest title has its room */
    float onward;              /* the height of the card that leads on after the last, or 0 */
    struct strip strip;        /* all pictures small, if there is room */
    struct point strip_at;
};

/* Finds the places for `count` pictures of which `at` is shown, or is `noted`: a detail's note is
   read, which leads back, not on. Beside a picture the column of words is as narrow as lets all of
   them be read without scrolling, within limits. */
struct picture_page picture_page_fit(struct scene *scene, struct picture_fit *fit,
                                     const struct picture_words *pictures, int count, int at,
                                     bool noted);

/* What is said of the picture that is shown, or for `place` > 0 in the note of that detail; returns
   how many paragraphs. */
int picture_page_said(const struct scene *scene, const struct picture_page *page, int place,
                      struct paragraph said[PICTURE_PAGE_PARAGRAPHS]);

/* How high a detail's number above its note is, the gap included; how high the way back to the
   whole picture below it. */
float picture_page_number_height(const struct scene *scene);
float picture_page_way_back_height(struct scene *scene, float width);

/* The button that leads back to the whole picture. */
struct icon_button picture_page_way_back(const struct scene *scene);

/* Draws which of the pictures it is and, if the page is titled, the title. */
void picture_page_heading(struct scene *scene, struct scene_frame *frame,
                          const struct picture_page *page);

/* Draws two buttons at each end of the row below the picture, and between them the progress. */
void picture_page_buttons(struct scene *scene, struct scene_frame *frame,
                          const struct picture_page *page,
                          const struct icon_button buttons[PICTURE_PAGE_BUTTONS]);

/* Draws what stands below the words: after the last picture the card `onward`, which leads on, and
   all pictures small. */
void picture_page_ways(struct scene *scene, struct scene_frame *frame,
                       const struct picture_page *page, struct element_id onward);

#endif
