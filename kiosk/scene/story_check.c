/* Checks of stories: branches that nobody reaches, and places that nobody leaves. */
#include "scene/story_check.h"

#include <stdio.h>

static void report(struct document_check *check, int moment, const char *list, int index,
                   const char *zh, const char *en) {
    char path[64];
    if (list) {
        (void)snprintf(path, sizeof path, "moments.%d.%s.%d", moment, list, index);
    } else {
        (void)snprintf(path, sizeof path, "moments.%d.name", moment);
    }
    check_report(check, path, zh, en);
}

static void check_moment(const struct story *story, const struct story_findings *findings, int m,
                         struct document_check *check) {
    const struct story_moment *moment = &story->moments[m];
    if (!findings->reached[m]) {
        report(check, m, NULL, 0, "没有人走得到这里：让前面的某个选择通到它，或者删掉",
               "nobody comes here: let a choice lead to it, or take it out");
        return;
    }
    if (findings->stuck[m]) {
        report(
            check, m, NULL, 0, "走到这里的人，有的再也走不到结局：补一个总能选的选择",
            "some who come here can reach no ending any more: add a choice that is always there");
    }
    for (int i = 0; i < moment->choice_count; i++) {
        if (!findings->offered[m][i]) {
            report(check, m, "choices", i, "when 的条件在这里从来不成立，这个选择没有人看得到",
                   "its `when` never holds here: nobody sees this choice");
        }
    }
    for (int i = 0; i < moment->also_count; i++) {
        if (!findings->shown[m][i]) {
            report(check, m, "also", i, "when 的条件在这里从来不成立，这句话没有人看得到",
                   "its `when` never holds here: nobody reads this line");
        }
    }
}

void story_check(const struct story *story, struct document_check *check) {
    struct story_findings findings;
    story_explore(story, &findings);
    if (findings.too_many) {
        check_report(check, "moments", "要记的事太多，走法多得查不完：少用几个 remembers",
                     "too much is remembered to follow every way: use fewer `remembers`");
        return;
    }
    for (int i = 0; i < story->count; i++) {
        check_moment(story, &findings, i, check);
    }
}
