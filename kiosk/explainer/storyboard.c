/* The storyboard: its table, and reading it. */
#include "explainer/storyboard.h"

#include "content/reader.h"
#include "content/tables.h"
#include "explainer/pictures.h"

static const struct choice kinds[] = {
    [THING_DOT] = {"dot", {"圆点", "a filled circle"}},
    [THING_BOX] = {"box", {"方框", "a rectangle, round if it has a corner"}},
    [THING_LINE] = {"line", {"线", "a line from at to end"}},
    [THING_WORDS] = {"words", {"文字", "words, the same in every language"}},
    [THING_NUMBER] = {"number", {"会变的数字", "a number that can count"}},
    [THING_PICTURE] = {"picture", {"图片", "a picture file"}},
    [THING_RING] = {"ring", {"圆环", "an arc of a circle, value percent of it"}},
    {0},
};

#define COLOURS                                                                                    \
    [FILM_PAPER] = {"paper", {"纸白，文字用", "the text's"}},                                      \
    [FILM_SOFT] = {"soft", {"灰，次要的", "secondary"}},                                           \
    [FILM_LIGHT] = {"light", {"展区的光", "the zone's light"}},                                    \
    [FILM_RIGHT] = {"right", {"对", "right"}}, [FILM_WRONG] = {"wrong", {"错", "wrong"}},          \
    [FILM_GROUND] = {"ground", {"底色", "the ground's"}},                                          \
    [FILM_SURFACE] = {"surface", {"面", "a surface's"}},                                           \
    [FILM_RAISED] = {"raised", {"凸起的面", "a raised surface's"}},                                \
    [FILM_LINE_COLOUR] = {"line", {"细线", "a hairline's"}}

static const struct choice colours[] = {COLOURS, {0}};

static const struct choice move_colours[] = {
    COLOURS,
    [FILM_SAME] = {"same", {"不变", "no other colour"}},
    {0},
};

static const struct choice changes[] = {
    [CHANGE_CUT] = {"cut", {"直接", "at once"}},
    [CHANGE_FADE] = {"fade", {"淡入淡出", "by opacity"}},
    [CHANGE_GROW] = {"grow", {"由小变大", "from a point"}},
    [CHANGE_DRAW] = {"draw", {"画出来", "from its beginning to its end"}},
    [CHANGE_RISE] = {"rise", {"从下方升起", "from a little below"}},
    {0},
};

static const struct choice eases[] = {
    [EASE_OUT] = {"out", {"先快后慢", "fast, then slow"}},
    [EASE_IN] = {"in", {"先慢后快", "slow, then fast"}},
    [EASE_BOTH] = {"both", {"两头慢", "slow at both ends"}},
    [EASE_LINEAR] = {"linear", {"匀速", "steady"}},
    [EASE_SPRING] = {"spring", {"略微过头再回来", "a little too far and back"}},
    {0},
};

#define UNMOVED "-100000"

static const struct schema_row move_rows[] = {
    ROW_DURATION(struct film_move, at, .required = true, .max = 60000, .example = "1s",
                 .help = {"从镜头开始算起", "counted from the shot's start"}),
    ROW_DURATION(struct film_move, lasts, .max = 60000, .fallback = "500ms",
                 .help = {"用多久", "how long it takes"}),
    ROW_PAIR(struct film_move, to, .fallback = "[" UNMOVED ", " UNMOVED "]",
             .help = {"移到哪里", "where to"}),
    ROW_PAIR(struct film_move, end, .fallback = "[" UNMOVED ", " UNMOVED "]",
             .help = {"线的终点移到哪里", "where a line's end goes"}),
    ROW_PAIR(struct film_move, size, .fallback = "[" UNMOVED ", " UNMOVED "]",
             .help = {"变成多大", "its new size"}),
    ROW_NUMBER(struct film_move, scale, .fallback = UNMOVED, .help = {"放大几倍", "its new scale"}),
    ROW_NUMBER(struct film_move, turn, .fallback = UNMOVED,
               .help = {"转到多少度", "its new angle, in degrees clockwise"}),
    ROW_NUMBER(struct film_move, opacity, .fallback = UNMOVED,
               .help = {"变到多不透明，0 到 1", "its new opacity, 0 to 1"}),
    ROW_NUMBER(struct film_move, value, .fallback = UNMOVED,
               .help = {"数字变到多少", "the number it counts to"}),
    ROW_CHOICE(struct film_move, colour, .choices = move_colours, .fallback = "same",
               .help = {"变成什么颜色", "its new colour"}),
    ROW_CHOICE(struct film_move, ease, .choices = eases, .fallback = "out",
               .help = {"快慢", "its pace"}),
    ROW_END,
};

static const struct schema move_schema = {"storyboard.move", sizeof(struct film_move), move_rows};

static const struct schema_row repeat_rows[] = {
    ROW_INTEGER(struct film_repeat, columns, .min = 1, .max = 64, .fallback = "1",
                .help = {"几列", "how many side by side"}),
    ROW_INTEGER(struct film_repeat, rows, .min = 1, .max = 64, .fallback = "1",
                .help = {"几行", "how many below each other"}),
    ROW_PAIR(struct film_repeat, step, .fallback = "[0, 0]",
             .help = {"横、竖隔多远", "how far apart, across and down"}),
    ROW_DURATION(struct film_repeat, later, .max = 5000, .fallback = "0ms",
                 .help = {"一个比一个晚多久", "how much later each one is"}),
    ROW_END,
};

static const struct schema repeat_schema = {"storyboard.repeat", sizeof(struct film_repeat),
                                            repeat_rows};

static const struct schema_row thing_rows[] = {
    ROW_CHOICE(struct thing, kind, .required = true, .choices = kinds,
               .help = {"画什么", "what it is"}),
    ROW_PAIR(struct thing, at, .fallback = "[960, 540]",
             .help = {"中心；线的起点", "its middle; a line's beginning"}),
    ROW_PAIR(struct thing, end, .fallback = "[960, 540]", .help = {"线的终点", "a line's end"}),
    ROW_PAIR(struct thing, size, .fallback = "[100, 100]",
             .help = {"宽和高；圆点的直径", "width and height; a dot's diameter"}),
    ROW_NUMBER(struct thing, corner, .max = 1000, .fallback = "0",
               .help = {"圆角", "its corners' radius"}),
    ROW_NUMBER(struct thing, stroke, .max = 200, .fallback = "0",
               .help = {"线宽", "the line's width"}),
    ROW_CHOICE(struct thing, colour, .choices = colours, .fallback = "paper",
               .help = {"颜色", "its colour"}),
    ROW_CHOICE(struct thing, outline, .choices = colours, .fallback = "line",
               .help = {"边线的颜色", "its outline's colour"}),
    ROW_BOOLEAN(struct thing, filled, .fallback = "yes",
                .help = {"是否填满", "whether it is filled"}),
    ROW_WORD(struct thing, words, .max = 80, .help = {"文字", "the words"}),
    ROW_NUMBER(struct thing, type, .min = 12, .max = 600, .fallback = "60",
               .help = {"字号", "the size of the type"}),
    ROW_BOOLEAN(struct thing, bold, .fallback = "yes", .help = {"粗体", "bold type"}),
    ROW_IMAGE(struct thing, picture, .example = "assets/explainers/phone.svg",
              .help = {"SVG 图片文件", "the picture file, an SVG"}),
    ROW_NUMBER(struct thing, value, .fallback = "100",
               .help = {"数字；圆环的百分比", "the number; a ring's percentage"}),
    ROW_INTEGER(struct thing, decimals, .max = 4, .fallback = "0",
                .help = {"几位小数", "digits after the point"}),
    ROW_NUMBER(struct thing, opacity, .max = 1, .fallback = "1",
               .help = {"不透明度", "its opacity"}),
    ROW_NUMBER(struct thing, turn, .fallback = "0", .help = {"角度", "its angle in degrees"}),
    ROW_NUMBER(struct thing, scale, .fallback = "1", .help = {"放大几倍", "its scale"}),
    ROW_DURATION(struct thing, enter, .max = 60000, .fallback = "0ms",
                 .help = {"何时出现", "when it comes"}),
    ROW_DURATION(
        struct thing, leave, .max = 60000, .fallback = "0ms",
        .help = {"何时消失；不写就到镜头结束", "when it goes; with the shot if not given"}),
    ROW_CHOICE(struct thing, enters, .choices = changes, .fallback = "fade",
               .help = {"怎样出现", "how it comes"}),
    ROW_CHOICE(struct thing, leaves, .choices = changes, .fallback = "cut",
               .help = {"怎样消失", "how it goes"}),
    ROW_LIST(struct thing, moves, &move_schema, .max = 40, .help = {"动作", "its movements"}),
    ROW_GROUP(struct thing, repeat, struct film_repeat, &repeat_schema,
              .help = {"重复成行列", "the same in rows and columns"}),
    ROW_END,
};

static const struct schema thing_schema = {"storyboard.thing", sizeof(struct thing), thing_rows};

static const struct schema_row caption_rows[] = {
    ROW_DURATION(struct film_caption, from, .required = true, .max = 60000, .example = "500ms",
                 .help = {"何时出现", "when it comes"}),
    ROW_DURATION(struct film_caption, to, .required = true, .max = 60000, .example = "4s",
                 .help = {"何时消失", "when it goes"}),
    ROW_TEXT(struct film_caption, words, .required = true, .max = 120,
             .help = {"字幕", "the caption's words"}),
    ROW_END,
};

static const struct schema caption_schema = {"storyboard.caption", sizeof(struct film_caption),
                                             caption_rows};

static const struct schema_row shot_rows[] = {
    ROW_WORD(struct shot, name, .required = true, .max = 80, .example = "the short password",
             .help = {"镜头的名字", "the shot's name, for whoever edits it"}),
    ROW_DURATION(struct shot, length, .required = true, .min = 500, .max = 60000, .example = "5s",
                 .help = {"多长", "how long it is"}),
    ROW_LIST(struct shot, captions, &caption_schema, .max = 12, .help = {"字幕", "its captions"}),
    ROW_LIST(struct shot, things, &thing_schema, .max = 200,
             .help = {"画面里的东西，先写的在下面", "what is seen, the lowest first"}),
    ROW_LIST(struct shot, camera, &move_schema, .max = 20,
             .help = {"镜头的推拉摇移", "how the camera moves: to is the middle, scale the zoom"}),
    ROW_END,
};

static const struct schema shot_schema = {"storyboard.shot", sizeof(struct shot), shot_rows};

static const struct schema_row language_row = {.key = "language", .type = FIELD_WORD, .max = 8};

static const struct schema_row storyboard_rows[] = {
    ROW_TEXT(struct storyboard, title, .required = true, .max = 60,
             .help = {"片名", "the film's title"}),
    ROW_CHOICE(struct storyboard, light, .required = true, .choices = zone_lights,
               .help = {"哪个展区的颜色", "the zone's light"}),
    ROW_DURATION(struct storyboard, poster, .max = 120000, .fallback = "1s",
                 .help = {"海报取自哪一刻", "the moment that becomes the poster"}),
    ROW_LIST_OF(struct storyboard, languages, &language_row, .required = true, .min = 1, .max = 8,
                .example = "[zh, en]", .help = {"字幕的语言", "the captions' languages"}),
    ROW_LIST(struct storyboard, shots, &shot_schema, .required = true, .min = 1, .max = 60,
             .help = {"镜头", "the shots"}),
    ROW_END,
};

static const struct schema storyboard_schema = {"storyboard", sizeof(struct storyboard),
                                                storyboard_rows};

bool storyboard_read(struct storyboard *storyboard, const char *path, const char *directory,
                     struct arena *arena, struct diagnostics *diagnostics) {
    const struct probe probe = {.ask = pictures_probe};
    const struct world world = {.directory = directory, .probe = &probe};
    *storyboard = (struct storyboard){0};
    return document_read_file(path, &storyboard_schema, storyboard, &world, arena, diagnostics) &&
           storyboard_check(storyboard, path, diagnostics);
}

millis storyboard_length(const struct storyboard *storyboard) {
    millis length = 0;
    for (size_t i = 0; i < storyboard->shots.count; i++) {
        length += ITEM(storyboard->shots, struct shot, i)->length;
    }
    return length;
}
