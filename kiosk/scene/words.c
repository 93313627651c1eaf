/* The words that the program itself says to a visitor, in the languages it knows. */
#include "base/buffer.h"
#include "scene/pieces.h"

#include <string.h>

/* `one` is the English singular of a row that counts; Chinese has none. */
struct phrase_row {
    const char *zh, *en, *one;
};

static const struct phrase_row phrases[PHRASE_COUNT] = {
    [PHRASE_NEXT] = {"下一个", "Next", NULL},
    [PHRASE_CONTINUE] = {"继续", "Next", NULL},
    [PHRASE_START] = {"开始", "Start", NULL},
    [PHRASE_AGAIN] = {"再来一次", "Once more", NULL},
    [PHRASE_CHECK] = {"就选这些", "That is my answer", NULL},
    [PHRASE_RIGHT] = {"答对了", "Right", NULL},
    [PHRASE_NOT_QUITE] = {"差一点", "Not quite", NULL},
    [PHRASE_TIME_UP] = {"时间到了", "Time is up", NULL},
    [PHRASE_SEVERAL] = {"不止一个答案", "More than one is right", NULL},
    [PHRASE_PLAY] = {"播放", "Play", NULL},
    [PHRASE_PAUSE] = {"暂停", "Pause", NULL},
    [PHRASE_REPLAY] = {"从头再看", "Watch again", NULL},
    [PHRASE_VOLUME] = {"音量", "Volume", NULL},
    [PHRASE_SEEK] = {"播放位置", "Position in the film", NULL},
    [PHRASE_VIDEO_AWAY] = {"这段影片暂时放不了。别的内容都还在，接着看吧。",
                           "This film cannot be shown right now. Everything else is here.", NULL},
    [PHRASE_ZOOM_HINT] = {"两指张开，或点“+”放大", "Spread two fingers, or tap +, to look closer",
                          NULL},
    [PHRASE_PAGE] = {"第 %d 页，共 %d 页", "Page %d of %d", NULL},
    [PHRASE_QUESTION] = {"第 %d 题，共 %d 题", "Question %d of %d", NULL},
    [PHRASE_SCORE] = {"答对 %d 题，共 %d 题", "%d of %d right", NULL},
    [PHRASE_PREVIOUS] = {"上一个", "Previous", NULL},
    [PHRASE_CLOSE] = {"关闭", "Close", NULL},
    [PHRASE_NEXT_PAGE] = {"下一页", "Next page", NULL},
    [PHRASE_PREVIOUS_PAGE] = {"上一页", "Previous page", NULL},
    [PHRASE_SCROLL] = {"上下拖动，阅读全文", "Drag up or down to read on", NULL},
    [PHRASE_UP_NEXT] = {"接下来", "Up next", NULL},
    [PHRASE_BACK_TO] = {"回到", "Back to", NULL},
    [PHRASE_RIGHT_ANSWER] = {"正确答案", "The right answer", NULL},
    [PHRASE_NOT_THIS] = {"不是这个", "Not this one", NULL},
    [PHRASE_PICTURE] = {"第 %d 幅，共 %d 幅", "Picture %d of %d", NULL},
    [PHRASE_ZOOM_IN] = {"放大", "Look closer", NULL},
    [PHRASE_ZOOM_OUT] = {"缩小", "Step back", NULL},
    [PHRASE_WHOLE_PICTURE] = {"看整幅", "Whole picture", NULL},
    [PHRASE_SILENCE] = {"静音", "Sound off", NULL},
    [PHRASE_SOUND] = {"打开声音", "Sound on", NULL},
    [PHRASE_SECONDS_EACH] = {"%d 题，每题 %d 秒", "%d questions, %d seconds each", NULL},
    [PHRASE_HOME] = {"首页", "Home", NULL},
    [PHRASE_BACK] = {"返回", "Back", NULL},
    [PHRASE_READABLE] = {"看得更清楚", "Easier to read", NULL},
    [PHRASE_LARGE] = {"大字", "Large text", NULL},
    [PHRASE_CONTRAST] = {"高对比度", "High contrast", NULL},
    [PHRASE_LOWER] = {"降低画面", "Bring it down", NULL},
    [PHRASE_HIGHER] = {"升回画面", "Back up", NULL},
    [PHRASE_STILL_THERE] = {"还在吗？", "Still there?", NULL},
    [PHRASE_STILL_WORDS] = {"碰一下屏幕，接着看。没人碰，就从头开始，等下一位。",
                            "Touch the screen to go on. If nobody does, it starts over for the "
                            "next visitor.",
                            NULL},
    [PHRASE_STILL_HERE] = {"我还在", "I am here", NULL},
    [PHRASE_MATCH_HINT] = {"拖一条线，把一对连起来；也可以先点一张，再点另一张。",
                           "Draw a line to join a pair, or tap one and then the other.", NULL},
    [PHRASE_ORDER_HINT] = {"上下拖动卡片；也可以先点一张，再点它该在的地方。",
                           "Drag the cards up or down, or tap one and then its place.", NULL},
    [PHRASE_PAIR] = {"是一对", "A pair", NULL},
    [PHRASE_NO_PAIR] = {"这两个不是一对", "Not a pair", NULL},
    [PHRASE_PAIRS_SCORE] = {"一次连对 %d 对，共 %d 对", "%d of %d at the first try", NULL},
    [PHRASE_PLACES_SCORE] = {"排对 %d 步，共 %d 步", "%d of %d in their place", NULL},
    [PHRASE_ORDER_CHECK] = {"就这样排", "Done", NULL},
    [PHRASE_IN_ORDER] = {"次序全对", "All in order", NULL},
    [PHRASE_STEP] = {"第 %d 步", "Step %d", NULL},
    [PHRASE_BELONGS] = {"应是第 %d 步", "Belongs at %d", NULL},
    [PHRASE_TIMED_STEPS] = {"%d 步，%d 秒", "%d steps, %d seconds", NULL},
    [PHRASE_SORT_HINT] = {"把卡片拖到它该去的地方，也可以直接点那里。",
                          "Drag the card where it belongs, or tap the place.", NULL},
    [PHRASE_CARD_OF] = {"第 %d 张，共 %d 张", "Card %d of %d", NULL},
    [PHRASE_CARDS_SCORE] = {"分对 %d 张，共 %d 张", "%d of %d right", NULL},
    [PHRASE_MEMORY_HINT] = {"一次翻两张。是一对，就留在桌上；不是，再翻一张时盖回去。",
                            "Turn over two. A pair stays; others are turned back with your next.",
                            NULL},
    [PHRASE_ONE_PLAYER] = {"一个人玩", "One player", NULL},
    [PHRASE_TWO_PLAYERS] = {"两个人玩", "Two players", NULL},
    [PHRASE_CARD] = {"第 %d 张，盖着", "Card %d, face down", NULL},
    [PHRASE_FOUND] = {"找到 %d 对，翻了 %d 次", "Pairs: %d, turns: %d", NULL},
    [PHRASE_PLAYER_HAS] = {"%d 号：%d 对", "Player %d: %d", NULL},
    [PHRASE_PLAYER_WINS] = {"%d 号赢了", "Player %d wins", NULL},
    [PHRASE_DRAW] = {"平手", "A draw", NULL},
    [PHRASE_HOTSPOT_HINT] =
        {"看到可疑的地方，就点一下。按住拖动，放大镜会跟着手指走；两指张开，整幅放大。",
         "Tap what looks wrong. Drag to move a magnifier, or spread two fingers to look closer.",
         NULL},
    [PHRASE_NOTHING_HERE] = {"这里没有。换个地方再看看。", "Nothing here. Try another place.",
                             NULL},
    [PHRASE_HINT] = {"提个醒", "A hint", NULL},
    [PHRASE_LENS] = {"放大镜", "Magnifier", NULL},
    [PHRASE_SHOW_ME] = {"指给我看", "Show me", NULL},
    [PHRASE_SPOTS_OF] = {"找到 %d 处，共 %d 处", "%d of %d found", NULL},
    [PHRASE_SPOTS_SCORE] = {"自己找到 %d 处，共 %d 处", "%d of %d found by yourself", NULL},
    [PHRASE_ON_CALL] = {"通话中", "On the phone", NULL},
    [PHRASE_ENDING] = {"结局", "How it ended", NULL},
    [PHRASE_LOOK_BACK] = {"回头看看", "Look back", NULL},
    [PHRASE_TURNED] = {"回头看：在哪里拐了弯", "Looking back: where it turned", NULL},
    [PHRASE_PAGES] = {"%d 页", "%d pages", "%d page"},
    [PHRASE_QUESTIONS] = {"%d 题", "%d questions", "%d question"},
    [PHRASE_PICTURES] = {"%d 幅", "%d pictures", "%d picture"},
    [PHRASE_SCENES] = {"%d 个展项", "%d exhibits", "%d exhibit"},
    [PHRASE_PAIRS] = {"%d 对", "%d pairs", "%d pair"},
    [PHRASE_STEPS] = {"%d 步", "%d steps", "%d step"},
    [PHRASE_CARDS] = {"%d 张卡片", "%d cards", "%d card"},
    [PHRASE_EVENTS] = {"%d 件事", "%d events", "%d event"},
    [PHRASE_SPOTS] = {"%d 处", "%d things to find", "%d thing to find"},
    [PHRASE_ENDINGS] = {"%d 个结局", "%d endings", "%d ending"},
    [PHRASE_SECONDS] = {"%d 秒", "%d seconds", "%d second"},
    [PHRASE_MINUTES] = {"%d 分钟", "%d minutes", "%d minute"},
};

static bool is_chinese(const char *language) {
    return strncmp(language, "zh", 2) == 0;
}

const char *phrase_in(enum phrase phrase, const char *language) {
    return is_chinese(language) ? phrases[phrase].zh : phrases[phrase].en;
}

/* The formats are rows of the table above, which a test reads. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

void phrase_add_count(struct buffer *out, enum phrase phrase, const char *language, int count) {
    const struct phrase_row *row = &phrases[phrase];
    bool singular = !is_chinese(language) && row->one && count == 1;
    buffer_printf(out, singular ? row->one : phrase_in(phrase, language), count);
}

const char *phrase_of_one(const struct scene *scene, enum phrase phrase, int number) {
    return arena_printf(scene->env.frame, phrase_in(phrase, scene->env.language), number);
}

const char *phrase_of_two(const struct scene *scene, enum phrase phrase, int first, int second) {
    return arena_printf(scene->env.frame, phrase_in(phrase, scene->env.language), first, second);
}

#pragma GCC diagnostic pop
