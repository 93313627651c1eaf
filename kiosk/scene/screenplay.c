/* Screenplays: the drama of a scenario as a curator writes it, and what can be wrong with it. */
#include "scene/screenplay.h"

#include "base/suggest.h"
#include "scene/backdrop.h"
#include "scene/story_check.h"
#include "scene/story_map.h"

#include <stdio.h>
#include <string.h>

static const struct choice turns[] = {
    [TURN_NONE] = {"none", {"不算转折", "no turning point"}},
    [TURN_GOOD] = {"yes", {"转对了", "a good turn"}},
    [TURN_BAD] = {"no", {"转错了", "a bad turn"}},
    {0},
};

static const struct choice endings[] = {
    [ENDING_NONE] = {"none", {"不是结局", "no ending"}},
    [ENDING_GOOD] = {"good", {"好的结局", "a good one"}},
    [ENDING_MIXED] = {"mixed", {"有好有坏", "a mixed one"}},
    [ENDING_BAD] = {"bad", {"不好的结局", "a bad one"}},
    {0},
};

static const struct schema_row word_row = {.type = FIELD_WORD, .max = 24};

static const struct schema_row also_rows[] = {
    ROW_LIST_OF(struct screenplay_also, when, &word_row, .required = true, .min = 1,
                .max = STORY_LIST, .example = "[told]",
                .help = {"什么时候加这句：told 做过，not told 没做过，leaks 2 至少两次",
                         "when it is added: told, not told, or leaks 2 for at least twice"}),
    ROW_TEXT(struct screenplay_also, words, .required = true, .max = 140,
             .example = "{zh: 他知道你的名字。, en: He knows your name.}",
             .help = {"加在后面的话", "what is added"}),
    ROW_END,
};
static const struct schema also_schema = {"scenario.also", sizeof(struct screenplay_also),
                                          also_rows};

static const struct schema_row choice_rows[] = {
    ROW_TEXT(struct screenplay_choice, label, .required = true, .max = 60,
             .example = "{zh: 挂断电话, en: Hang up}",
             .help = {"选择上的字：做什么，说什么", "what one does or says"}),
    ROW_WORD(struct screenplay_choice, to, .required = true, .max = 32, .example = "end",
             .help = {"接着到哪一段：它的 name", "the name of the moment it leads to"}),
    ROW_LIST_OF(struct screenplay_choice, remembers, &word_row, .max = STORY_LIST,
                .example = "[told]",
                .help = {"记下做过的事，后面的 when 会用到；做一次记一次",
                         "what is remembered of it, for a later `when`; counted each time"}),
    ROW_LIST_OF(
        struct screenplay_choice, when, &word_row, .max = STORY_LIST, .example = "[not told]",
        .help = {"什么时候才有这个选择；不写就总有", "when it is offered; left out, always"}),
    ROW_CHOICE(struct screenplay_choice, good, .choices = turns, .fallback = "none",
               .example = "yes",
               .help = {"是不是转折：yes 转对了，no 转错了",
                        "whether it is a turning point: yes for the better, no for the worse"}),
    ROW_TEXT(struct screenplay_choice, turning, .max = 160,
             .example = "{zh: 挂断，骗局就停了。, en: That ended it.}",
             .help = {"回头看时对这个转折说的话", "what is said of it when one looks back"}),
    ROW_END,
};
static const struct schema choice_schema = {"scenario.choice", sizeof(struct screenplay_choice),
                                            choice_rows};

static const struct schema_row moment_rows[] = {
    ROW_WORD(struct screenplay_moment, name, .required = true, .max = 32, .example = "end",
             .help = {"这一段的名字，小写字母；选择的 to 用它",
                      "what it is called in a choice's `to`: small letters"}),
    ROW_CHOICE(struct screenplay_moment, look, .choices = line_looks, .fallback = "speech",
               .example = "call",
               .help = {"样子：当面说、电话、短信、聊天、通知、邮件、网页",
                        "speech, call, text, chat, notification, mail or page"}),
    ROW_IMAGE(struct screenplay_moment, picture,
              .help = {"从这一段起的布景；不写就不换", "the backdrop from here on"}),
    ROW_TEXT(struct screenplay_moment, who, .max = 40, .example = "{zh: 陌生人, en: A stranger}",
             .help = {"谁在说；不写是旁白；网页就是网址",
                      "who speaks; left out, it is told; of a page the address"}),
    ROW_TEXT(struct screenplay_moment, title, .advised = true, .max = 48,
             .example = "{zh: 结束了, en: It is over}",
             .help = {"邮件、网页、结局的标题", "the heading of a mail, a page or an ending"}),
    ROW_TEXT(struct screenplay_moment, words, .required = true, .max = 220,
             .example = "{zh: 电话响了。, en: The phone rings.}",
             .help = {"说的、写的、讲的话", "what is said, written or told"}),
    ROW_TEXT(
        struct screenplay_moment, link, .max = 48, .example = "pay.example",
        .help = {"短信、邮件、网页里的链接或按钮", "a link or button in a text, a mail, a page"}),
    ROW_LIST(struct screenplay_moment, also, &also_schema, .max = STORY_LIST,
             .help = {"做过某件事才加上的话", "lines that are added when something was done"}),
    ROW_LIST(struct screenplay_moment, choices, &choice_schema, .max = STORY_CHOICES,
             .help = {"一到四个选择；结局没有", "one to four choices; an ending has none"}),
    ROW_CHOICE(
        struct screenplay_moment, ending, .choices = endings, .fallback = "none", .advised = true,
        .example = "good",
        .help = {"是不是结局：good、mixed、bad", "whether it is an ending: good, mixed, bad"}),
    ROW_END,
};
static const struct schema moment_schema = {"scenario.moment", sizeof(struct screenplay_moment),
                                            moment_rows};

static const struct schema_row screenplay_rows[] = {
    ROW_TEXT(struct screenplay, lead, .max = 200,
             .example = "{zh: 你在家，电话响了。, en: You are at home. The phone rings.}",
             .help = {"开场的话：你是谁，在哪里", "who one is and where, before it begins"}),
    ROW_LIST(struct screenplay, moments, &moment_schema, .required = true, .min = 1,
             .max = STORY_MOMENTS,
             .help = {"一段一段的戏，从第一段开始", "the moments; it begins with the first"}),
    ROW_END,
};
const struct schema screenplay_schema = {"scenario", sizeof(struct screenplay), screenplay_rows};

const struct screenplay_moment *screenplay_moment(const struct screenplay *document, int moment) {
    return ITEM(document->moments, struct screenplay_moment, (size_t)moment);
}

const struct screenplay_choice *screenplay_choice(const struct screenplay_moment *moment,
                                                  int choice) {
    return ITEM(moment->choices, struct screenplay_choice, (size_t)choice);
}

const struct screenplay_also *screenplay_also(const struct screenplay_moment *moment, int also) {
    return ITEM(moment->also, struct screenplay_also, (size_t)also);
}

/* "" where the file has a mistake. */
static const char *word_at(const struct items *words, int index) {
    const char *word = *ITEM(*words, const char *, (size_t)index);
    return word ? word : "";
}

static int count_of(const struct items *items, int most) {
    return (int)items->count < most ? (int)items->count : most;
}

static struct story_when when_of(const struct story *story, const struct items *texts) {
    struct story_when when = {.count = count_of(texts, STORY_LIST)};
    char word[64];
    for (int i = 0; i < when.count; i++) {
        if (!story_condition_read(story, word_at(texts, i), &when.all[i], word, sizeof word)) {
            when.all[i].word = -1;
        }
    }
    return when;
}

static void add_words(struct story *story, const struct items *words) {
    for (int i = 0; i < (int)words->count && story->word_count < STORY_WORDS; i++) {
        if (story_word_named(story, word_at(words, i)) < 0) {
            story->words[story->word_count++] = word_at(words, i);
        }
    }
}

static void add_choice(struct story *story, struct story_moment *moment,
                       const struct screenplay_choice *choice) {
    struct story_choice *added = &moment->choices[moment->choice_count++];
    added->to = story_moment_named(story, choice->to ? choice->to : "");
    added->when = when_of(story, &choice->when);
    for (int i = 0; i < count_of(&choice->remembers, STORY_LIST); i++) {
        int word = story_word_named(story, word_at(&choice->remembers, i));
        if (word >= 0) {
            added->remembers[added->remember_count++] = word;
        }
    }
}

/* Names and words first, then what refers to them. */
void screenplay_bind(void *self, const struct bank *bank, struct arena *arena) {
    struct screenplay *document = self;
    struct story *story = ARENA_ARRAY(arena, struct story, 1);
    (void)bank;
    *story = (struct story){.count = count_of(&document->moments, STORY_MOMENTS)};
    for (int m = 0; m < story->count; m++) {
        const struct screenplay_moment *moment = screenplay_moment(document, m);
        story->moments[m].name = moment->name ? moment->name : "";
        story->moments[m].ending = (enum story_ending)moment->ending;
        for (int c = 0; c < count_of(&moment->choices, STORY_CHOICES); c++) {
            add_words(story, &screenplay_choice(moment, c)->remembers);
        }
    }
    for (int m = 0; m < story->count; m++) {
        const struct screenplay_moment *moment = screenplay_moment(document, m);
        for (int c = 0; c < count_of(&moment->choices, STORY_CHOICES); c++) {
            add_choice(story, &story->moments[m], screenplay_choice(moment, c));
        }
        story->moments[m].also_count = count_of(&moment->also, STORY_LIST);
        for (int a = 0; a < story->moments[m].also_count; a++) {
            const struct screenplay_also *also = screenplay_also(moment, a);
            story->moments[m].also[a] = when_of(story, &also->when);
        }
    }
    document->story = story;
}

struct audit {
    struct document_check *check;
    int mistakes;
};

/* One mistake at a place of a moment. */
static void report_at(struct audit *audit, int moment, const char *place, const char *zh,
                      const char *en) {
    char path[96];
    (void)snprintf(path, sizeof path, "moments.%d.%s", moment, place);
    check_report(audit->check, path, zh, en);
    audit->mistakes++;
}

/* A word that names nothing, and the nearest that names something. */
static void report_word(struct audit *audit, int moment, const char *place, const char *word,
                        const char *const *known, int count, struct words what) {
    char zh[160], en[160];
    const char *near = suggest_nearest(word, known, (size_t)count);
    (void)snprintf(zh, sizeof zh, "没有%s“%s”%s%s%s", what.zh, word, near ? "；是不是 " : "",
                   near ? near : "", near ? "？" : "");
    (void)snprintf(en, sizeof en, "no %s '%s'%s%s%s", what.en, word, near ? "; did you mean " : "",
                   near ? near : "", near ? "?" : "");
    report_at(audit, moment, place, zh, en);
}

static const char PLAIN_ZH[] = "只用小写字母、数字和连字符，不用空格，也不叫 not";
static const char PLAIN_EN[] = "write it in small letters, digits and hyphens, not as 'not'";

/* What a map, a touch script and a condition can write. */
static bool is_plain(const char *name) {
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && name[length] == '\0' && strcmp(name, "not") != 0;
}

static int names_of(const struct story *story, const char **names) {
    for (int i = 0; i < story->count; i++) {
        names[i] = story->moments[i].name;
    }
    return story->count;
}

static void check_when(const struct story *story, const struct items *when, int moment,
                       const char *list, int index, struct audit *audit) {
    for (int i = 0; i < (int)when->count; i++) {
        struct story_condition condition;
        char word[64], place[64];
        const char *text = word_at(when, i);
        (void)snprintf(place, sizeof place, "%s.%d.when.%d", list, index, i);
        if (story_condition_read(story, text, &condition, word, sizeof word)) {
            continue;
        }
        if (condition.word < 0) {
            report_word(audit, moment, place, word, story->words, story->word_count,
                        (struct words){"哪个 remembers 记过", "`remembers` that says"});
        } else {
            report_at(audit, moment, place,
                      "写成 told、not told，或者 leaks 2（至少两次，最多写到 7）",
                      "write it as told, not told, or leaks 2 (twice at least; up to 7)");
        }
    }
}

static void check_choice(const struct story *story, const struct screenplay_moment *moment, int m,
                         int c, struct audit *audit) {
    const struct screenplay_choice *choice = screenplay_choice(moment, c);
    const char *names[STORY_MOMENTS];
    char place[64];
    if (story->moments[m].choices[c].to < 0) {
        (void)snprintf(place, sizeof place, "choices.%d.to", c);
        report_word(audit, m, place, choice->to, names, names_of(story, names),
                    (struct words){"叫这个名字的一段", "moment of the name"});
    }
    for (int i = 0; i < (int)choice->remembers.count; i++) {
        (void)snprintf(place, sizeof place, "choices.%d.remembers.%d", c, i);
        if (!is_plain(word_at(&choice->remembers, i))) {
            report_at(audit, m, place, PLAIN_ZH, PLAIN_EN);
        } else if (story_word_named(story, word_at(&choice->remembers, i)) < 0) {
            report_at(audit, m, place, "一出戏记的事太多：少用几个 remembers",
                      "too many things are remembered: use fewer `remembers`");
        }
    }
    if ((choice->good == TURN_NONE) != text_is_empty(&choice->turning)) {
        (void)snprintf(place, sizeof place, "choices.%d", c);
        report_at(audit, m, place, "转折要 good 和 turning 两样都写，不是转折就都不写",
                  "a turning point has both `good` and `turning`, any other choice neither");
    }
    check_when(story, &choice->when, m, "choices", c, audit);
}

static void check_moment(const struct screenplay *document, int m, struct audit *audit) {
    const struct screenplay_moment *moment = screenplay_moment(document, m);
    const struct story *story = document->story;
    if (!is_plain(moment->name)) {
        report_at(audit, m, "name", PLAIN_ZH, PLAIN_EN);
    } else if (story_moment_named(story, moment->name) < m) {
        report_at(audit, m, "name", "前面已经有一段叫这个名字", "an earlier moment has this name");
    }
    if (moment->ending == ENDING_NONE && moment->choices.count == 0) {
        report_at(audit, m, "name", "走到这里就停了：写上 choices，或者用 ending 说明是结局",
                  "it stops here: give it choices, or say with `ending` that it is one");
    } else if (moment->ending != ENDING_NONE && moment->choices.count > 0) {
        report_at(audit, m, "choices", "结局之后没有选择：去掉 choices 或者 ending",
                  "an ending has no choices: take out `choices` or `ending`");
    } else if (moment->ending != ENDING_NONE && text_is_empty(&moment->title)) {
        report_at(audit, m, "ending", "结局要有 title", "an ending needs a title");
    }
    for (int c = 0; c < (int)moment->choices.count; c++) {
        check_choice(story, moment, m, c, audit);
    }
    for (int a = 0; a < (int)moment->also.count; a++) {
        const struct screenplay_also *also = screenplay_also(moment, a);
        check_when(story, &also->when, m, "also", a, audit);
    }
}

/* Ways through it are followed only where each of its parts is as it should be. */
void screenplay_check(const void *self, struct document_check *check) {
    const struct screenplay *document = self;
    struct audit audit = {.check = check};
    for (int m = 0; m < document->story->count; m++) {
        check_moment(document, m, &audit);
    }
    if (audit.mistakes == 0) {
        story_check(document->story, check);
    }
}

void screenplay_map(const void *document, const char *language, struct buffer *out) {
    const struct screenplay *screenplay = document;
    struct story_words words = {0};
    for (int m = 0; m < screenplay->story->count; m++) {
        const struct screenplay_moment *moment = screenplay_moment(screenplay, m);
        bool ends = moment->ending != ENDING_NONE;
        words.moments[m].words = text_in(ends ? &moment->title : &moment->words, language);
        for (int c = 0; c < (int)moment->choices.count; c++) {
            words.moments[m].choices[c] = text_in(&screenplay_choice(moment, c)->label, language);
        }
    }
    story_map(screenplay->story, &words, out);
}
