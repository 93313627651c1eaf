/* The messages: every sentence that content says about a mistake, in Chinese and in English. */
#include "content/messages.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

struct message_row {
    enum severity severity;
    struct words words;
};

#define ERROR(zh, en)                                                                              \
    {                                                                                              \
        SEVERITY_ERROR, {                                                                          \
            zh, en                                                                                 \
        }                                                                                          \
    }
#define WARNING(zh, en)                                                                            \
    {                                                                                              \
        SEVERITY_WARNING, {                                                                        \
            zh, en                                                                                 \
        }                                                                                          \
    }

static const struct message_row rows[MESSAGE_COUNT] = {
    [MESSAGE_FILE_MISSING] = ERROR("没有文件 {0}：请放入这个文件，或改正路径",
                                   "there is no file {0}: put it there, or correct the path"),
    [MESSAGE_FILE_MISSPELT] =
        ERROR("没有文件 {0}：是不是 {1}？", "there is no file {0}: did you mean {1}?"),
    [MESSAGE_FILE_CASE] =
        ERROR("没有文件 {0}：文件名的大小写不同，磁盘上是 {1}",
              "there is no file {0}: capitals count, and on the disk it is called {1}"),
    [MESSAGE_FILE_DIRECTORY] =
        ERROR("{0} 是一个目录，这里要写文件", "{0} is a directory: a file belongs here"),
    [MESSAGE_FILE_SPECIAL] =
        ERROR("{0} 是管道、套接字或设备，这里要写普通文件",
              "{0} is a pipe, a socket or a device: an ordinary file belongs here"),
    [MESSAGE_FILE_ABSOLUTE] =
        ERROR("{0} 是绝对路径：路径从内容目录写起，例如 assets/picture.jpg",
              "{0} is an absolute path: write it from the content directory on, such as "
              "assets/picture.jpg"),
    [MESSAGE_FILE_PARENT] =
        ERROR("{0} 中有 ..：路径从内容目录写起，不能往上走",
              "{0} goes up with ..: write it from the content directory on, without .."),
    [MESSAGE_FILE_LEAVES] =
        ERROR("{0} 是通到内容目录之外的链接：请把文件本身放进来",
              "{0} is a link that leaves the content directory: put the file itself there"),
    [MESSAGE_FILE_UNREADABLE] = ERROR("{0} 读不了（{1}）：请检查文件的权限",
                                      "{0} cannot be read ({1}): look at the file's permissions"),
    [MESSAGE_FILE_LARGE] =
        ERROR("文件有 {0} 字节，最多 1 MiB（1048576 字节）：请分成几个场景",
              "the file has {0} bytes, and 1 MiB (1048576 bytes) is the most: make several "
              "scenes of it"),
    [MESSAGE_FILE_EMPTY] = ERROR("文件是空的：至少要有这些键：{0}",
                                 "the file is empty: it needs at least these keys: {0}"),
    [MESSAGE_FILE_ENDING] = WARNING("这个文件没有被读取：场景文件的名字以 .yaml 结尾",
                                    "this file is not read: a scene file's name ends in .yaml"),
    [MESSAGE_FILE_NAME] =
        ERROR("文件名 {0} 不能作编号：只用小写英文字母、数字、- 和 _，例如 strong-passwords.yaml",
              "the name {0} cannot be an id: use only small letters a–z, digits, - and _, such "
              "as strong-passwords.yaml"),

    [MESSAGE_UTF16] =
        ERROR("文件是 UTF-16 编码：请另存为 UTF-8", "the file is in UTF-16: save it as UTF-8"),
    [MESSAGE_GB18030] = ERROR("文件是 GB18030（GBK、ANSI 中文）编码：请另存为 UTF-8",
                              "the file is in GB18030 (GBK, the Chinese “ANSI”): save it as UTF-8"),
    [MESSAGE_INVALID_UTF8] =
        ERROR("第 {0} 行有不是 UTF-8 的字节 {1}：请把文件另存为 UTF-8",
              "line {0} has a byte that is not UTF-8, {1}: save the file as UTF-8"),
    [MESSAGE_NUL] = ERROR("这里有一个空字节（NUL）：请删去它", "here is a NUL byte: remove it"),
    [MESSAGE_CONTROL] = ERROR("这里有一个看不见的控制字符 {0}：请删去它",
                              "here is an invisible control character, {0}: remove it"),
    [MESSAGE_DIRECTIVE] = ERROR("以 % 开头的指令行在这里没有用处：请删去这一行",
                                "a directive (a line that begins with %) has no use here: remove "
                                "the line"),
    [MESSAGE_DEEP] = ERROR("嵌套超过了 {0} 层：场景文件不需要这么深",
                           "this is nested deeper than {0} levels: no scene needs that"),
    [MESSAGE_NODES] = ERROR("文件中的值超过了 {0} 个：请分成几个场景",
                            "the file has more than {0} values: make several scenes of it"),
    [MESSAGE_ANCHOR] = ERROR("这里不能用锚点 {0}：如果 & 是文字，请加上英文引号",
                             "an anchor ({0}) cannot be used here: if & is meant as text, put "
                             "straight quotes around it"),
    [MESSAGE_ALIAS] = ERROR("这里不能用引用 {0}：如果 * 是文字，请加上英文引号",
                            "an alias ({0}) cannot be used here: if * is meant as text, put "
                            "straight quotes around it"),
    [MESSAGE_TAG] = ERROR("这里不能用标签 {0}：如果 ! 是文字，请加上英文引号",
                          "a tag ({0}) cannot be used here: if ! is meant as text, put straight "
                          "quotes around it"),
    [MESSAGE_DOCUMENTS] = ERROR("一个文件只能有一份内容：请删去这一行 --- 及其后的部分",
                                "a file holds one document: remove this --- and what follows it"),
    [MESSAGE_KEY_NOT_WORD] = ERROR("键必须是一个词，不能是列表或一组键",
                                   "a key must be one word, not a list or a group of keys"),
    [MESSAGE_DUPLICATE_KEY] = ERROR("{0} 写了两次，第一次在第 {1} 行：请删去其中一个",
                                    "{0} is here twice, first in line {1}: remove one of them"),
    [MESSAGE_MANY_MISTAKES] =
        ERROR("这个文件的错误超过 {0} 个，其余的没有列出：请先改正上面这些",
              "this file has more than {0} mistakes and the rest is not listed: correct these "
              "first"),

    [MESSAGE_COLON_WIDE] = ERROR("这里是中文冒号“：”：请写英文冒号和一个空格“: ”",
                                 "this is a Chinese colon “：”: write an English colon and a "
                                 "space, “: ”"),
    [MESSAGE_COMMA_WIDE] = ERROR("这里是中文逗号“，”：方括号和花括号里请用英文逗号“, ”隔开",
                                 "this is a Chinese comma “，”: within brackets and braces, "
                                 "separate with an English one, “, ”"),
    [MESSAGE_QUOTES_CURLY] = ERROR("这里是中文引号 {0}：请写英文引号 \"",
                                   "this is a curly quote {0}: write a straight one, \""),
    [MESSAGE_QUOTES_SHOWN] =
        WARNING("中文引号会显示在屏幕上：要显示请写成 \"{0}\"，否则请去掉",
                "the curly quotes will be seen on the screen: if that is meant, write "
                "\"{0}\", else leave them out"),
    [MESSAGE_BRACKETS_WIDE] = ERROR("这里是中文括号 {0}：请写英文括号 {1}",
                                    "this is a Chinese bracket {0}: write an English one, {1}"),
    [MESSAGE_SPACE_WIDE] =
        ERROR("这里是全角空格：请改成普通的空格",
              "this is a full-width space (U+3000): replace it with ordinary spaces"),
    [MESSAGE_LETTERS_WIDE] =
        ERROR("{0} 是全角字符：请用半角写成 {1}", "{0} is in full-width characters: write {1}"),
    [MESSAGE_TAB] = ERROR("这里是制表符（Tab）：缩进请用空格", "this is a tab: indent with spaces"),
    [MESSAGE_COLON_SPACE] = ERROR("冒号后面缺少空格：请写成“{0}: ”",
                                  "the space after the colon is missing: write “{0}: ”"),
    [MESSAGE_DASH_SPACE] = ERROR("列表的 - 后面缺少空格：请写成“- ”",
                                 "the space after the dash of a list is missing: write “- ”"),
    [MESSAGE_HASH_EMPTY] =
        ERROR("# 后面被当作注释，所以 {0} 没有值：请加上英文引号，写成 \"{1}\"",
              "what follows # is a comment, so {0} has no value: put straight quotes around it, "
              "\"{1}\""),
    [MESSAGE_HASH_CUTS] =
        WARNING("从 # 起被当作注释，不会显示：如果它是文字，请给整个值加上英文引号",
                "from # on this is a comment and will not be shown: if it is meant as text, put "
                "straight quotes around the whole value"),

    [MESSAGE_SYNTAX_QUOTE] = ERROR("这个引号一直没有结束：请在值的末尾补上同样的引号",
                                   "this quote is never closed: write the same quote where the "
                                   "value ends"),
    [MESSAGE_SYNTAX_BRACKET] = ERROR("方括号里缺少 , 或 ]：各项用英文逗号隔开，最后写 ]",
                                     "a , or ] is missing here: items are separated by commas, "
                                     "and ] ends the list"),
    [MESSAGE_SYNTAX_BRACE] = ERROR("花括号里缺少 , 或 }：各键用英文逗号隔开，最后写 }",
                                   "a , or } is missing here: keys are separated by commas, and "
                                   "} ends the group"),
    [MESSAGE_SYNTAX_COLON_MISSING] =
        ERROR("这一行缺少冒号：键后面要写冒号和空格，例如 title: 密码",
              "this line has no colon: a key is followed by a colon and a space, such as "
              "title: Passwords"),
    [MESSAGE_SYNTAX_COLON_INSIDE] =
        ERROR("值里面又有“: ”：如果它是文字，请给整个值加上英文引号",
              "here is another “: ” within a value: if it is meant as text, put straight quotes "
              "around the whole value"),
    [MESSAGE_SYNTAX_INDENT] =
        ERROR("这一行的缩进和上下不一致：同一组的键和 - 要对齐",
              "this line is not indented like its neighbours: keys and dashes that belong "
              "together stand below each other"),
    [MESSAGE_SYNTAX_CHARACTER] = ERROR("值不能以 {0} 开头：请给整个值加上英文引号",
                                       "a value cannot begin with {0}: put straight quotes around "
                                       "the whole value"),
    [MESSAGE_SYNTAX_AFTER] =
        ERROR("值已经结束，后面不能再有文字：如果引号是文字的一部分，请给整个值再加一层单引号",
              "the value has ended and nothing may follow it: if the quotes are part of the text, "
              "put single quotes around the whole value"),
    [MESSAGE_SYNTAX_ESCAPE] =
        ERROR("双引号里的 \\ 有特殊含义，这样写不对：要显示 \\ 请写 \\\\，或改用单引号",
              "a \\ within double quotes has a meaning of its own, and this is none: write \\\\ "
              "for a \\, or use single quotes"),
    [MESSAGE_SYNTAX_BLOCK] =
        ERROR("| 和 > 的同一行不能再写文字：文字从下一行开始，并缩进",
              "nothing may follow | and > on their line: the text begins on the next line, "
              "indented"),
    [MESSAGE_SYNTAX_DASH] =
        ERROR("这里不能开始列表：请把 - 写在键下面新的一行",
              "a list cannot begin here: write the - on a new line below the key"),
    [MESSAGE_SYNTAX_OTHER] = ERROR("这里不是正确的 YAML（{0}）：请和相邻的行比较写法",
                                   "this is not YAML ({0}): compare it with the lines around it"),

    [MESSAGE_UNKNOWN_KEY] = ERROR("这里没有 {0} 这个键，可以写的有：{1}",
                                  "there is no key {0} here; the keys are: {1}"),
    [MESSAGE_UNKNOWN_KEY_NEAR] =
        ERROR("这里没有 {0} 这个键：是不是 {1}？", "there is no key {0} here: did you mean {1}?"),
    [MESSAGE_MISSING_KEY] = ERROR("缺少 {0}：{1}（{2}）", "{0} is missing: {1} ({2})"),
    [MESSAGE_NO_KEYS] =
        ERROR("文件要由键组成，每行一个，例如 title: 密码，而不是 {0}",
              "the file must be made of keys, one a line, such as title: Passwords, not {0}"),

    [MESSAGE_EMPTY_VALUE] = ERROR("{0} 没有值：这里要写 {1}", "{0} has no value: it must be {1}"),
    [MESSAGE_WRONG_VALUE] = ERROR("{0} 必须是 {1}，不能是 {2}", "{0} must be {1}, not {2}"),
    [MESSAGE_RANGE] =
        ERROR("{0} 必须在 {1} 和 {2} 之间，不能是 {3}", "{0} must be between {1} and {2}, not {3}"),
    [MESSAGE_ONLY] = ERROR("{0} 必须是 {1}，不能是 {2}", "{0} must be {1}, not {2}"),
    [MESSAGE_DURATION_UNIT] = ERROR("{0} 缺少时间单位：请写成 {1}s（秒）或 {1}min（分钟）",
                                    "{0} lacks its unit: write {1}s (seconds) or {1}min "
                                    "(minutes)"),
    [MESSAGE_CHOICE] = ERROR("{0} 不能是 {2}，可以是：{1}", "{0} must be one of {1}, not {2}"),
    [MESSAGE_CHOICE_NEAR] = ERROR("{0} 不能是 {2}：是不是 {3}？可以是：{1}",
                                  "{0} must be one of {1}, not {2}: did you mean {3}?"),
    [MESSAGE_TEXT_LONG] = ERROR("{0} 最多 {1} 个字，这里有 {2} 个：请缩短",
                                "{0} may have {1} characters at most and has {2}: shorten it"),
    [MESSAGE_LANGUAGE] = ERROR("展馆没有语言 {0}，hall.yaml 里的语言是：{1}",
                               "the hall has no language {0}; those of hall.yaml are: {1}"),
    [MESSAGE_LANGUAGE_NEAR] =
        ERROR("展馆没有语言 {0}：是不是 {1}？", "the hall has no language {0}: did you mean {1}?"),
    [MESSAGE_GLYPH] = ERROR("字体里没有“{0}”（{1}）：屏幕上会是一个空框，请换一个字",
                            "no font has the character “{0}” ({1}): it would be an empty box on "
                            "the screen, so use another"),
    [MESSAGE_RECT_LEAVES] =
        ERROR("{0} 超出了图片：x、y、宽、高是图片的几分之几，x + 宽 和 y + 高 最多是 1",
              "{0} reaches over the picture's edge: x, y, width and height are fractions of it, "
              "and x + width and y + height are at most 1"),
    [MESSAGE_LIST_COUNT] = ERROR("{0} 必须有 {1} 到 {2} 项，现在有 {3} 项",
                                 "{0} must have {1} to {2} items, and has {3}"),
    [MESSAGE_DUPLICATE_ITEM] = ERROR("{0} 里已经有 {1}，在第 {2} 行：请删去其中一个",
                                     "{0} has {1} already, in line {2}: remove one of them"),
    [MESSAGE_NO_SCENE] =
        ERROR("没有场景 {0}，有这些：{1}", "there is no scene {0}; there are: {1}"),
    [MESSAGE_NO_SCENE_NEAR] =
        ERROR("没有场景 {0}：是不是 {1}？", "there is no scene {0}: did you mean {1}?"),
    [MESSAGE_UNDECODABLE] = ERROR("{0} 打不开：它不是 {1}，或者文件已损坏",
                                  "{0} cannot be decoded: it is not {1}, or it is damaged"),
    [MESSAGE_ASSET_EMPTY] = ERROR("{0} 是空文件：这里要有 {1}", "{0} is empty: it must be {1}"),

    [MESSAGE_NO_ZONE] = ERROR("没有展区 {0}：展区是 scenes 下的目录，里面有 zone.yaml。有这些：{1}",
                              "there is no zone {0}: a zone is a directory in scenes with a "
                              "zone.yaml. There are: {1}"),
    [MESSAGE_NO_ZONE_NEAR] =
        ERROR("没有展区 {0}：是不是 {1}？", "there is no zone {0}: did you mean {1}?"),
    [MESSAGE_ZONE_UNLISTED] =
        WARNING("scenes/hall.yaml 的 zones 里没有 {0}：观众看不到这个展区",
                "zones in scenes/hall.yaml does not list {0}: no visitor will see this zone"),
    [MESSAGE_SCENE_UNLISTED] =
        WARNING("{1} 的 scenes 里没有 {0}：观众看不到这个场景",
                "scenes in {1} does not list {0}: no visitor will see this scene"),
    [MESSAGE_ID_TAKEN] = ERROR("编号 {0} 已经是一个页面：请给这个文件或目录改名",
                               "the id {0} is a page already: give this file or directory "
                               "another name"),
    [MESSAGE_EMBLEM_DOT] = ERROR("没有第 {0} 个点：dots 里有 {1} 个点，从 1 数起",
                                 "there is no dot {0}: dots has {1}, counted from 1"),
};

enum severity message_severity(enum message message) {
    return rows[message].severity;
}

static const char *in_language(struct words words, enum message_language language) {
    const char *found = language == MESSAGES_ZH ? words.zh : words.en;
    return found ? found : "";
}

/* Chinese and the quotes that are set with it stand without a space beside other Chinese. */
static bool is_tight(const char *at, size_t size) {
    uint32_t rune = 0;
    (void)utf8_decode(at, size, &rune);
    return utf8_is_cjk(rune) || rune == 0x201C || rune == 0x201D;
}

static const char *last_character(const char *words, size_t size) {
    size_t at = size > 0 ? size - 1 : 0;
    while (at > 0 && ((unsigned char)words[at] & 0xC0) == 0x80) {
        at--;
    }
    return words + at;
}

/* Adds an argument; the table's spaces around it are for Latin words. Returns whether a space
   after it is to be left out. */
static bool add_argument(struct buffer *text, const char *words, bool chinese) {
    size_t size = strlen(words);
    if (chinese && text->length > 0 && text->text[text->length - 1] == ' ' &&
        is_tight(words, size)) {
        text->text[--text->length] = '\0';
    }
    buffer_add(text, words);
    const char *last = last_character(words, size);
    return chinese && size > 0 && is_tight(last, size - (size_t)(last - words));
}

const char *message_text(struct arena *arena, enum message message, enum message_language language,
                         const struct words arguments[MESSAGE_ARGUMENTS]) {
    struct buffer text = {0};
    const char *at = in_language(rows[message].words, language);
    while (*at) {
        bool placeholder =
            at[0] == '{' && at[1] >= '0' && at[1] < '0' + MESSAGE_ARGUMENTS && at[2] == '}';
        if (placeholder) {
            const char *words = in_language(arguments[at[1] - '0'], language);
            bool tight = add_argument(&text, words, language == MESSAGES_ZH);
            at += tight && at[3] == ' ' ? 4 : 3;
        } else {
            size_t plain = 1 + strcspn(at + 1, "{");
            buffer_add_bytes(&text, at, plain);
            at += plain;
        }
    }
    char *copy = arena_strdup(arena, buffer_text(&text));
    buffer_finish(&text);
    return copy;
}
