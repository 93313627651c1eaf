/* The tables of scene, zone and hall files: what every key is, and what it may be. */
#include "content/tables.h"

#include "content/hall.h"

static const struct schema_row scene_rows[] = {
    ROW_WORD(
        struct scene_common, kind, .required = true, .example = "article",
        .help = {"场景的种类；它决定还有哪些键", "the scene's kind, which decides the other keys"}),
    ROW_TEXT(struct scene_common, title, .required = true, .max = 60,
             .example = "{zh: 好密码，记得住, en: A password to remember}",
             .help = {"场景的标题，也在卡片上", "the scene's heading, also on its card"}),
    ROW_TEXT(struct scene_common, summary, .max = 120,
             .example = "{zh: 三步想出一个好密码。, en: Three steps to a good password.}",
             .help = {"卡片上的一句话", "one sentence on its card"}),
    ROW_IMAGE(struct scene_common, picture, .example = "assets/passwords.jpg",
              .help = {"卡片上的图片", "the picture on its card"}),
    ROW_SCENE(struct scene_common, next, .example = "personal/phishing",
              .help = {"接下来的场景；不写就按展区的顺序",
                       "the scene that comes next; without it the zone's order decides"}),
    ROW_END,
};
const struct schema scene_schema = {"scene", sizeof(struct scene_common), scene_rows};

static const struct schema_row language_rows[] = {
    ROW_WORD(struct hall_language, code, .required = true, .max = 12, .example = "zh",
             .help = {"语言的代码：文字里的键，也是字幕文件名的一部分",
                      "the language's code: a text's key, and part of a caption file's name"}),
    ROW_WORD(struct hall_language, name, .required = true, .max = 20, .example = "中文",
             .help = {"语言按钮上的名字，用这种语言写",
                      "its name on the language button, in that language"}),
    ROW_END,
};
static const struct schema language_schema = {"hall.language", sizeof(struct hall_language),
                                              language_rows};

static const struct schema_row hall_rows[] = {
    ROW_INTEGER(struct hall_document, format, .required = true, .min = 1, .max = 1, .example = "1",
                .help = {"文件格式的版本", "the version of the file format"}),
    ROW_TEXT(struct hall_document, name, .required = true, .max = 60,
             .example = "{zh: 网络安全科技馆, en: Cybersecurity Museum}",
             .help = {"展馆的名字", "the museum's name"}),
    ROW_TEXT(struct hall_document, title, .required = true, .max = 60,
             .example = "{zh: 从哪里开始？, en: Where shall we start?}",
             .help = {"展馆页面的标题", "the heading of the hall's page"}),
    ROW_TEXT(struct hall_document, lead, .max = 200,
             .example = "{zh: 四个展区，各有三个场景。, en: Four zones with three scenes each.}",
             .help = {"标题下面的一两句话", "a sentence or two below the heading"}),
    ROW_LIST(struct hall_document, languages, &language_schema, .required = true, .min = 1,
             .max = 8, .example = "- {code: zh, name: 中文}\n- {code: en, name: English}",
             .help = {"观众可以选的语言", "the languages a visitor can choose"}),
    ROW_LIST_OF(struct hall_document, zones, &((const struct schema_row){.type = FIELD_WORD}),
                .required = true, .min = 1, .max = 8, .example = "[personal, enterprise]",
                .help = {"展区的目录名，按显示的顺序",
                         "the zones' directories, in the order they are shown"}),
    ROW_SCENE(struct hall_document, attract, .required = true, .example = "attract",
              .help = {"没有人时循环的场景", "the scene that runs while nobody is there"}),
    ROW_WORD(struct hall_document, theme, .fallback = "", .example = "assets/themes/ink.yaml",
             .help = {"配色和字号的文件；不写就用自带的",
                      "the file of colours and type sizes; without it the built-in one is used"}),
    ROW_END,
};
const struct schema hall_schema = {"hall", sizeof(struct hall_document), hall_rows};

const struct choice zone_lights[] = {
    [LIGHT_JADE] = {"jade", {"青绿", "green"}},
    [LIGHT_AZURE] = {"azure", {"天蓝", "blue"}},
    [LIGHT_AMBER] = {"amber", {"琥珀", "yellow"}},
    [LIGHT_VERMILION] = {"vermilion", {"朱红", "red"}},
    {0},
};

enum { EMBLEM_DOTS_MOST = 24, EMBLEM_LINES_MOST = 48 };

static const struct schema_row emblem_rows[] = {
    ROW_LIST_OF(struct emblem, dots,
                &((const struct schema_row){.type = FIELD_PAIR, .min = 0, .max = 1}),
                .required = true, .min = 1, .max = EMBLEM_DOTS_MOST,
                .example = "[[0.5, 0.1], [0.1, 0.9], [0.9, 0.9]]",
                .help = {"点的位置 [x, y]，从左上角 0 到右下角 1",
                         "where its dots are, [x, y], from 0 at the upper left to 1 at the lower "
                         "right"}),
    ROW_LIST_OF(struct emblem, lines,
                &((const struct schema_row){.type = FIELD_PAIR, .min = 1, .max = EMBLEM_DOTS_MOST}),
                .min = 0, .max = EMBLEM_LINES_MOST, .example = "[[1, 2], [2, 3], [3, 1]]",
                .help = {"把哪两个点连起来，第一个点是 1",
                         "which two dots each line joins; the first dot is 1"}),
    ROW_END,
};
static const struct schema emblem_schema = {"zone.emblem", sizeof(struct emblem), emblem_rows};

static const struct schema_row zone_rows[] = {
    ROW_TEXT(struct hall_zone, name, .required = true, .max = 30,
             .example = "{zh: 个人安全, en: Personal security}",
             .help = {"展区的名字", "the zone's name"}),
    ROW_TEXT(struct hall_zone, title, .required = true, .max = 60,
             .example = "{zh: 你的手机知道些什么？, en: What does your phone know?}",
             .help = {"展区页面的标题", "the heading of its page"}),
    ROW_TEXT(struct hall_zone, lead, .max = 200,
             .example = "{zh: 密码、照片和位置。, en: Passwords, pictures and places.}",
             .help = {"标题下面的一两句话", "a sentence or two below the heading"}),
    ROW_CHOICE(struct hall_zone, light, .required = true, .choices = zone_lights, .example = "jade",
               .help = {"展区的颜色", "the zone's colour"}),
    ROW_GROUP(struct hall_zone, emblem, struct emblem, &emblem_schema,
              .help = {"展区的标志：点和连线", "the zone's emblem: dots and lines"}),
    ROW_LIST_OF(struct hall_zone, scenes, &((const struct schema_row){.type = FIELD_SCENE}),
                .required = true, .min = 1, .max = 24, .example = "[passwords, phishing]",
                .help = {"展区的场景，按显示的顺序：文件名，不带 .yaml",
                         "its scenes in the order they are shown: file names without .yaml"}),
    ROW_END,
};
const struct schema zone_schema = {"zone", sizeof(struct hall_zone), zone_rows};
