/* What no row of the storyboard's table can say: how moments and words belong together. */
#include "content/report.h"
#include "explainer/storyboard.h"

#include <string.h>

/* What is looked at: a caption or a thing, and where it stands. */
struct place {
    const struct storyboard *storyboard;
    const struct shot *shot;
    size_t number; /* the first is 1 */
    const struct film_caption *caption, *before;
    const struct thing *thing;
};

struct rule {
    bool (*holds)(const struct place *place);
    struct words words;
};

static bool caption_lasts(const struct place *place) {
    return place->caption->to > place->caption->from;
}

static bool caption_fits(const struct place *place) {
    return place->caption->to <= place->shot->length;
}

static bool caption_waits(const struct place *place) {
    return !place->before || place->caption->from >= place->before->to;
}

static bool has_language(const struct text *text, const char *language) {
    for (size_t i = 0; i < text->count; i++) {
        const char *has = text->entries[i].language;
        if (*has == '\0' || strcmp(has, language) == 0) {
            return true;
        }
    }
    return false;
}

static bool caption_is_complete(const struct place *place) {
    const struct items *languages = &place->storyboard->languages;
    for (size_t i = 0; i < languages->count; i++) {
        if (!has_language(&place->caption->words, *ITEM(*languages, const char *, i))) {
            return false;
        }
    }
    return true;
}

static bool thing_comes(const struct place *place) {
    return place->thing->enter < place->shot->length;
}

static bool thing_lasts(const struct place *place) {
    return place->thing->leave == 0 || place->thing->leave > place->thing->enter;
}

static bool thing_has_words(const struct place *place) {
    const struct thing *thing = place->thing;
    return thing->kind != THING_WORDS || (thing->words && *thing->words);
}

static bool thing_has_picture(const struct place *place) {
    return place->thing->kind != THING_PICTURE || place->thing->picture.path;
}

static const struct rule caption_rules[] = {
    {caption_lasts, {"to 要晚于 from", "to must be later than from"}},
    {caption_fits, {"to 不能晚于镜头结束", "to must not be later than the shot's end"}},
    {caption_waits,
     {"from 不能早于前一条的 to", "from must not be earlier than the to of the one before"}},
    {caption_is_complete,
     {"words 要有 languages 里的每一种语言", "words must have every language of languages"}},
};

static const struct rule thing_rules[] = {
    {thing_comes, {"enter 要早于镜头结束", "enter must be earlier than the shot's end"}},
    {thing_lasts, {"leave 要晚于 enter", "leave must be later than enter"}},
    {thing_has_words, {"kind: words 要有 words", "kind: words needs words"}},
    {thing_has_picture, {"kind: picture 要有 picture", "kind: picture needs a picture"}},
};

/* Reports the rules that do not hold; `noun` is what the place is, "caption". */
static void check_rules(struct report *report, const struct place *place, struct words noun,
                        const struct rule *rules, size_t count) {
    struct arena *arena = &report->diagnostics->arena;
    for (size_t i = 0; i < count; i++) {
        if (rules[i].holds(place)) {
            continue;
        }
        const char *shot = place->shot->name;
        struct words sentence = {
            arena_printf(arena, "镜头“%s”的第 %zu %s：%s", shot, place->number, noun.zh,
                         rules[i].words.zh),
            arena_printf(arena, "shot \"%s\", %s %zu: %s", shot, noun.en, place->number,
                         rules[i].words.en),
        };
        report_sentence(report, report_mark_file(), SEVERITY_ERROR, sentence);
    }
}

#define CHECK(report, place, noun, rules)                                                          \
    check_rules((report), (place), (noun), (rules), sizeof(rules) / sizeof((rules)[0]))

static void check_shot(struct report *report, const struct storyboard *storyboard,
                       const struct shot *shot) {
    struct place place = {.storyboard = storyboard, .shot = shot};
    for (size_t i = 0; i < shot->captions.count; i++) {
        place.number = i + 1;
        place.before = place.caption;
        place.caption = ITEM(shot->captions, struct film_caption, i);
        CHECK(report, &place, ((struct words){"条字幕", "caption"}), caption_rules);
    }
    for (size_t i = 0; i < shot->things.count; i++) {
        place.number = i + 1;
        place.thing = ITEM(shot->things, struct thing, i);
        CHECK(report, &place, ((struct words){"个东西", "thing"}), thing_rules);
    }
}

bool storyboard_check(const struct storyboard *storyboard, const char *path,
                      struct diagnostics *diagnostics) {
    struct report report;
    report_init(&report, diagnostics, path, NULL, 0);
    for (size_t i = 0; i < storyboard->shots.count; i++) {
        check_shot(&report, storyboard, ITEM(storyboard->shots, struct shot, i));
    }
    if (storyboard->poster >= storyboard_length(storyboard)) {
        report_sentence(
            &report, report_mark_file(), SEVERITY_ERROR,
            (struct words){"poster 要早于影片结束", "poster must be earlier than the film's end"});
    }
    bool good = report.errors == 0;
    report_finish(&report);
    return good;
}
