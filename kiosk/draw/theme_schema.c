/* The table of a theme file: every key, what it colours, and the contrast it must keep. */
#include "draw/theme_schema.h"

#include "draw/theme.h"

#define COLOUR(member, value, zh_help, en_help)                                                    \
    ROW_COLOUR(struct theme_colours, member, .example = (value), .help = {zh_help, en_help})
#define SIZE(member, low, value, zh_help, en_help)                                                 \
    ROW_NUMBER(struct theme_type, member, .min = (low), .max = 400, .example = (value),            \
               .help = {zh_help, en_help})

static const struct schema_row colour_rows[] = {
    COLOUR(ground, "\"#0B1220\"", "屏幕的底色", "the ground of the screen"),
    COLOUR(surface, "\"#131C2E\"", "卡片和面板的底色", "cards and panels"),
    COLOUR(raised, "\"#1D2940\"", "可以触摸的东西的底色", "what can be touched"),
    COLOUR(line, "\"#3F4F6E\"", "细线和没有点亮的圆点", "hairlines and unlit dots"),
    COLOUR(text, "\"#F4F1EA\"", "正文，与三种底色的对比度至少 4.5（高对比模式 7）",
           "text; at least 4.5:1 on the three grounds, 7:1 in the high-contrast mode"),
    COLOUR(soft, "\"#A9B4C6\"", "次要的文字，对比度与正文相同",
           "secondary text; the same contrast as text"),
    COLOUR(on_light, "\"#0B1220\"", "写在展区灯光色上的文字，与四种灯光色的对比度至少 4.5",
           "text on a zone's light; at least 4.5:1 on all four"),
    COLOUR(right, "\"#4CCB8F\"", "答对时的颜色，对比度至少 3",
           "a right answer; at least 3:1 on the three grounds"),
    COLOUR(wrong, "\"#FF8A73\"", "答错时的颜色，对比度至少 3",
           "a wrong answer; at least 3:1 on the three grounds"),
    COLOUR(shadow, "\"#04070D96\"", "卡片的影子，最后两位是不透明度",
           "a card's shadow; the last two digits are its opacity"),
    COLOUR(scrim, "\"#060A13D9\"", "盖住场景的幕布，最后两位是不透明度",
           "what covers a scene under a question; the last two digits are its opacity"),
    COLOUR(jade, "\"#2EC4A6\"", "玉色：个人展区的灯光，对比度至少 3",
           "jade, the personal zone's light; at least 3:1 on the three grounds"),
    COLOUR(azure, "\"#4C8DFF\"", "天蓝：企业展区的灯光，对比度至少 3",
           "azure, the enterprise zone's light; at least 3:1 on the three grounds"),
    COLOUR(amber, "\"#F2B134\"", "琥珀：社会展区的灯光，对比度至少 3",
           "amber, the society zone's light; at least 3:1 on the three grounds"),
    COLOUR(vermilion, "\"#F0563F\"", "朱红：竞技展区的灯光，对比度至少 3",
           "vermilion, the arena zone's light; at least 3:1 on the three grounds"),
    ROW_END,
};

static const struct schema colour_schema = {
    .name = "theme.colours", .size = sizeof(struct theme_colours), .rows = colour_rows};

static const struct schema_row type_rows[] = {
    SIZE(figure, 80, "200", "最大的数字", "very large numbers"),
    SIZE(title, 48, "80", "场景的标题", "a scene's heading"),
    SIZE(heading, 36, "52", "一页或一张卡片的标题", "the heading of a page or a card"),
    SIZE(lead, 34, "44", "标题下面的一句话、选项、按钮",
         "the sentence below a heading, answers, buttons"),
    SIZE(body, 30, "34", "正文，不小于 30", "body text, never under 30"),
    SIZE(label, 26, "28", "图注和标签", "captions and labels"),
    ROW_END,
};

static const struct schema type_schema = {
    .name = "theme.type", .size = sizeof(struct theme_type), .rows = type_rows};

static const struct schema_row theme_rows[] = {
    ROW_GROUP(struct theme, normal, struct theme_colours, &colour_schema,
              .help = {"平常的颜色", "the everyday colours"}),
    ROW_GROUP(struct theme, contrast, struct theme_colours, &colour_schema,
              .help = {"高对比模式的颜色", "the colours of the high-contrast mode"}),
    ROW_GROUP(struct theme, type, struct theme_type, &type_schema,
              .help = {"字号：27 英寸屏幕、观看距离 600 毫米时的逻辑像素",
                       "type sizes: logical pixels on a 27-inch panel seen from 600 mm"}),
    ROW_NUMBER(
        struct theme, large, .min = 1.2, .max = 2, .example = "1.6",
        .help = {"大字模式把文字放大几倍", "how many times larger the large mode sets text"}),
    ROW_END,
};

const struct schema theme_schema = {
    .name = "theme", .size = sizeof(struct theme), .rows = theme_rows};
