/* Text: real sentences break where a typesetter would break them, and nothing is lost. */
#include "draw/text.h"
#include "draw/text_cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct colour paper = {0xF4, 0xF1, 0xEA, 255};
static const struct colour jade = {0x2E, 0xC4, 0xA6, 255};
enum { EM = 100 };

static struct text_style style_of(enum font_face face) {
    return (struct text_style){
        .face = face, .size = EM, .line_height = 1.5F, .colour = paper, .emphasis = jade};
}

static int start_fonts(void **state) {
    *state = fonts_create(1);
    return *state ? 0 : -1;
}

static int stop_fonts(void **state) {
    fonts_destroy(*state);
    return 0;
}

/* The words of each line, joined by bars. */
static char *lines_of(struct fonts *fonts, const struct text_style *style, const char *words,
                      float ems) {
    struct draw_list list = {0};
    struct buffer out = {0};
    text_draw(&list, text_layout(fonts, style, words, ems * EM), 0, 0);
    float baseline = -1;
    for (size_t i = 0; i < list.commands.count; i++) {
        const struct draw_command *command = &list.commands.items[i];
        if (command->type != DRAW_TEXT) {
            continue;
        }
        if (out.length && command->rect.y != baseline) {
            buffer_add(&out, "|");
        }
        baseline = command->rect.y;
        buffer_add(&out, command->words);
    }
    draw_list_finish(&list);
    fonts_frame_end(fonts);
    return out.text ? out.text : strdup("");
}

struct sentence {
    float ems;
    const char *words, *lines;
};

static void assert_sentences(struct fonts *fonts, enum font_face face,
                             const struct sentence *sentences, size_t count) {
    struct text_style style = style_of(face);
    for (size_t i = 0; i < count; i++) {
        char *lines = lines_of(fonts, &style, sentences[i].words, sentences[i].ems);
        assert_string_equal(lines, sentences[i].lines);
        free(lines);
    }
}

#define ASSERT_SENTENCES(state, face, sentences)                                                   \
    assert_sentences(*(state), (face), (sentences), sizeof(sentences) / sizeof *(sentences))

static void marks_keep_their_side(void **state) {
    static const struct sentence sentences[] = {
        {5.5F, "点开链接前，先看看它。",
         "点开链接前，|先看看它。"}, /* a mark's blank half may hang */
        {4.4F, "点开链接前，先看看它。", "点开链接|前，先看|看它。"},
        {6, "他轻声说：“你好吗？”", "他轻声说：|“你好吗？”"},
        {8, "国家实行（等级）保护制度", "国家实行（等级）|保护制度"},
        {4, "国家实行（等级）保护", "国家实行|（等级）|保护"},
        {6, "我们走吧——再也不回来", "我们走吧——|再也不回来"},
        {5.5F, "我们走吧——再也不回来", "我们走吧|——再也不|回来"},
        {5, "他想了很久……没有回答", "他想了很|久……没有|回答"},
        {4, "他问：“真的？”", "他问：|“真的？”"},
        {5, "价格（￥5）不贵", "价格|（￥5）|不贵"},
        {5, "我说爱德华·斯诺登", "我说爱德|华·斯诺登"},
        {8, "十岁到二十岁～三十岁", "十岁到二十岁～三|十岁"},
    };
    ASSERT_SENTENCES(state, FACE_REGULAR, sentences);
}

static void words_and_numbers_stay_whole(void **state) {
    static const struct sentence sentences[] = {
        {7.5F, "他们常用Wi-Fi上网看影片", "他们常用Wi-Fi|上网看影片"},
        {6, "他们常用Wi-Fi上网", "他们常用|Wi-Fi上网"},
        {8, "我们常用TCP/IP协议上网", "我们常用TCP/IP|协议上网"},
        {8, "他们被骗走了¥1,000.50元", "他们被骗走了|¥1,000.50元"},
        {7, "上涨了大约50%左右", "上涨了大约|50%左右"},
        {6, "差不多是3.5倍", "差不多是|3.5倍"},
        {8, "请马上拨打\"12351\"举报", "请马上拨打|\"12351\"举报"},
        {8, "请马上拨打“12351”举报", "请马上拨打|“12351”举报"},
        {9, "显卡每秒能试大约200亿个密码", "显卡每秒能试大约|200亿个密码"},
        {5, "气温有30℃那么高", "气温有|30℃|那么高"},
        {6, "到了100％之后", "到了100％|之后"},
    };
    ASSERT_SENTENCES(state, FACE_REGULAR, sentences);
}

static void latin_text_breaks_at_spaces(void **state) {
    static const struct sentence sentences[] = {
        {10, "Don’t click links in e-mail — ever. It’s a trap.",
         "Don’t click links in|e-mail — ever. It’s|a trap."},
        {10, "The 河图 (Hetu) is “old”, 1.5 times…", "The 河图 (Hetu) is|“old”, 1.5 times..."},
        {6, "A well-known trick and/or scam", "A|well-known|trick and/or|scam"},
        {4, "Antidisestablishmentarianism", "Antidise|stablish|mentari|anism"},
        {12, "见https://www.12321.cn/report/and/so/on/for/ever页面",
         "见https://www.12321.cn/|report/and/so/on/for/|ever页面"},
    };
    ASSERT_SENTENCES(state, FACE_REGULAR, sentences);
}

static void titles_break_between_words_and_evenly(void **state) {
    static const struct sentence sentences[] = {
        {10, "公共Wi-Fi为什么不安全", "公共Wi-Fi|为什么不安全"},
        {10, "一秒钟，六个字符的密码就没了", "一秒钟，|六个字符的密码就没了"},
        {9, "二维码也可能是一扇通向骗局的门", "二维码也可能是|一扇通向骗局的门"},
        {9, "谁在偷看你的聊天记录？", "谁在偷看你的|聊天记录？"},
        {16, "公共Wi-Fi为什么不安全？三个你每天都会遇到的例子",
         "公共Wi-Fi为什么不安全？|三个你每天都会遇到的例子"},
        {11, "哪一组才算“两种不同的验证”？", "哪一组才算|“两种不同的验证”？"},
        {8, "昨天收到的短信通知", "昨天收到的|短信通知"},
        {9, "The flag is a line of text", "The flag|is a line of text"},
        {11, "Which password is hardest to guess?", "Which password|is hardest to guess?"},
        {8, "在你点开任何一个链接之前先看看它通向哪里",
         "在你点开任何|一个链接之前|先看看它通向哪里"},
        {12, "Six characters, gone in one second", "Six characters,|gone in one second"},
    };
    ASSERT_SENTENCES(state, FACE_BOLD, sentences);
}

static void titles_pause_where_the_words_do(void **state) {
    static const struct sentence sentences[] = {
        {13, "One message, ten thousand hooks", "One message,|ten thousand hooks"},
        {9, "Change the lock, then clear the house", "Change the lock,|then clear|the house"},
        {13, "路由器的厂家不再出补丁了。怎么办？", "路由器的厂家不再出补丁了。|怎么办？"},
        {9, "客户名单里放一个谁也不用的假邮箱，有什么用？",
         "客户名单里放一个|谁也不用的假邮箱，|有什么用？"},
        {11, "银行打来电话：账户有问题", "银行打来电话：|账户有问题"},
        {10, "她问：“真的是你吗？”他不回答", "她问：“真的是你吗？”|他不回答"},
        {8, "二维码、网址、附件都能骗人", "二维码、网址、|附件都能骗人"},
        /* not where a line would be less than a third of the other */
        {12, "你，为什么不回去问家里的人呢", "你，为什么|不回去问家里的人呢"},
        {14, "No, nobody from your bank will ever ask", "No, nobody from your bank|will ever ask"},
    };
    ASSERT_SENTENCES(state, FACE_BOLD, sentences);
}

static void titles_keep_words_whole(void **state) {
    static const struct sentence sentences[] = {
        {10, "停车场里有四张缴费码", "停车场里有四张缴费码"},
        {9, "停车场里有四张缴费码", "停车场里有|四张缴费码"},
        {7, "停车场里有四张缴费码", "停车场里有|四张缴费码"},
        {14, "“抢红包助手”要你打开“无障碍服务”", "“抢红包助手”|要你打开“无障碍服务”"},
        {11, "“抢红包助手”要你打开“无障碍服务”", "“抢红包助手”|要你打开“无障碍服务”"},
        {8, "路由器的厂家不再出补丁了", "路由器的厂家|不再出补丁了"},
        /* a line more, where a word would be divided otherwise */
        {9, "你自己的付款码，什么时候可以亮出来？", "你自己的付款码，|什么时候|可以亮出来？"},
        {9, "AI 要仿一个人的声音，需要多少录音？", "AI 要仿一个|人的声音，|需要多少录音？"},
        {3, "网络安全网络安全", "网络|安全|网络|安全"},
    };
    ASSERT_SENTENCES(state, FACE_BOLD, sentences);
}

static void titles_that_are_cut_fill_their_lines(void **state) {
    struct text_style style = style_of(FACE_BOLD);
    style.max_lines = 2;
    char *lines = lines_of(*state, &style, "你自己的付款码，什么时候可以亮出来？", 9);
    assert_string_equal(lines, "你自己的付款码，什|么时候可以亮出来？"); /* no line more */
    free(lines);
    style.max_lines = 1;
    lines = lines_of(*state, &style, "网络安全网络安全网络安全", 9);
    assert_string_equal(lines, "网络安全网络安全…");
    free(lines);
}

static void no_character_stands_alone_on_a_last_line(void **state) {
    static const struct sentence sentences[] = {
        {6, "安全网络安全好", "安全网络|安全好"},
        {7, "安全网络安全真好。", "安全网络安全|真好。"},
        {8, "这里的网络很安全吗", "这里的网络很|安全吗"}, /* with all of its word */
        {10, "Posting it; I can delete it if they object",
         "Posting it; I can|delete it if|they object"},
        {10, "Close the page and clear the whole history",
         "Close the page and|clear the|whole history"},
    };
    ASSERT_SENTENCES(state, FACE_REGULAR, sentences);
}

static void markup_is_read_and_folding_undone(void **state) {
    static const struct sentence sentences[] = {
        {20, "第一行\n第二行\n\n第三行", "第一行|第二行|第三行"},
        {20, "- 第一条\n- 第二条\n  还是第二条", "第一条|第二条|还是第二条"},
        {20, "这是**重点**，不是*星号*，也不是**", "这是重点，不是*星号*，也不是**"},
        {20, "折了行的 文字，也 连得上 A B", "折了行的文字，也连得上 A B"},
        {20, "-1 不是一条", "-1 不是一条"},
        {20, "", ""},
        {20, " \n \n", ""},
    };
    ASSERT_SENTENCES(state, FACE_REGULAR, sentences);
}

static const char *const paragraphs[] = {
    "攻击者不会一个一个地猜。一块普通的显卡每秒能试200亿个密码，6位小写字母只有3.09亿种，不到一秒就试完了。",
    "《网络安全法》第21条规定：“国家实行网络安全等级保护制度。”（2017年6月1日起施行）",
    "爱德华·斯诺登说：“隐私很重要！”——他说的是Wi-Fi、TCP/IP，还是别的什么……谁知道呢？",
    "损失¥1,000.50、上涨50%、快了3.5倍（约30℃），请拨打\"12351\"或“12321”举报；别犹豫！",
    "If a “bank” writes to you, don’t tap the link — call the number on your card. It’s 95% safe.",
    "用“一把钥匙”（同一个密码）开所有的门，最危险：一扇被撬，扇扇都开。好吗？“好！”“那就换。”",
    "黑客（hacker）一词最早出现在MIT，1960年代的TMRC俱乐部里；后来才有“白帽”和“黑帽”之分。",
    "弱→强：password、P@ssw0rd、“我家的猫17岁会开门”。①长②杂③不重复。",
};

static const char *const wholes[] = {"200亿", "3.09亿",    "Wi-Fi", "TCP/IP", "¥1,000.50", "50%",
                                     "3.5",   "\"12351\"", "don’t", "It’s",   "hacker",    "——",
                                     "……",    "P@ssw0rd",  "30℃",   "2017",   "MIT",       "95%"};

static bool starts_with_one_of(const char *line, const char *const *marks) {
    for (; *marks; marks++) {
        if (strncmp(line, *marks, strlen(*marks)) == 0) {
            return true;
        }
    }
    return false;
}

static void assert_line_ends(const char *lines) {
    static const char *const never_first[] = {"，", "。", "、", "；", "：", "？", "！", "）", "》",
                                              "”",  "·",  ",",  ".",  "%",  "％", "℃",  "…",  NULL};
    static const char *const never_last[] = {"（", "《", "“", "¥", "\"1", NULL};
    assert_false(starts_with_one_of(lines, never_first));
    for (const char *bar = strchr(lines, '|'); bar; bar = strchr(bar + 1, '|')) {
        if (starts_with_one_of(bar + 1, never_first)) {
            fail_msg("a line begins with a closing mark: %s", lines);
        }
        for (const char *const *mark = never_last; *mark; mark++) {
            size_t size = strlen(*mark);
            if ((size_t)(bar - lines) >= size && strncmp(bar - size, *mark, size) == 0) {
                fail_msg("a line ends with an opening mark: %s", lines);
            }
        }
    }
}

static void assert_whole(const char *words, const char *lines) {
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        if (strstr(words, wholes[i]) && !strstr(lines, wholes[i])) {
            fail_msg("%s is divided: %s", wholes[i], lines);
        }
    }
}

/* Takes out spaces and bars: they are what a break may cost or add. */
static char *squeezed(const char *words) {
    char *out = strdup(words);
    char *to = out;
    for (const char *from = words; *from; from++) {
        if (*from != ' ' && *from != '|') {
            *to++ = *from;
        }
    }
    *to = '\0';
    return out;
}

static void assert_nothing_lost(const char *words, const char *lines) {
    char *before = squeezed(words);
    char *after = squeezed(lines);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void the_rules_hold_at_every_width(void **state) {
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        for (int bold = 0; bold < 2; bold++) {
            struct text_style style = style_of(bold ? FACE_BOLD : FACE_REGULAR);
            for (float ems = 7; ems < 40; ems += 0.7F) {
                char *lines = lines_of(*state, &style, paragraphs[i], ems);
                assert_line_ends(lines);
                assert_whole(paragraphs[i], lines);
                assert_nothing_lost(paragraphs[i], lines);
                const struct text_block *block =
                    text_layout(*state, &style, paragraphs[i], ems * EM);
                assert_true(text_block_width(block) <= ems * EM + 1);
                free(lines);
            }
        }
    }
}

struct run {
    float x, y;
    enum font_face face;
    struct colour colour;
    char words[64];
};

/* Copies the text runs of a laid-out text; returns their number. */
static size_t runs_of(struct fonts *fonts, const struct text_style *style, const char *words,
                      float ems, struct run *runs, size_t capacity) {
    struct draw_list list = {0};
    size_t count = 0;
    text_draw_at(&list, fonts, style, words, 0, 0, ems * EM);
    for (size_t i = 0; i < list.commands.count && count < capacity; i++) {
        const struct draw_command *command = &list.commands.items[i];
        if (command->type == DRAW_TEXT) {
            struct run *run = &runs[count++];
            *run =
                (struct run){command->rect.x, command->rect.y, command->face, command->colour, ""};
            strncpy(run->words, command->words, sizeof run->words - 1);
        }
    }
    draw_list_finish(&list);
    return count;
}

static void a_gap_stands_between_chinese_and_latin(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    struct run runs[8];
    assert_int_equal(runs_of(*state, &style, "用Wi-Fi上网", 30, runs, 8), 3);
    float latin = fonts_run_width(*state, FACE_REGULAR, EM, "Wi-Fi", 5);
    assert_float_equal(runs[1].x, 120, 0.5F);
    assert_float_equal(runs[2].x, 120 + latin + 20, 0.5F);
    assert_int_equal(runs_of(*state, &style, "用 Wi-Fi 上网", 30, runs, 8), 1); /* not doubled */
    assert_int_equal(runs_of(*state, &style, "𠮷ab", 30, runs, 8), 2); /* beyond the basic plane */
    assert_int_equal(runs_of(*state, &style, "（Wi-Fi）很慢", 30, runs, 8), 1); /* nor at marks */
    assert_true(text_block_width(text_layout(*state, &style, "50%的人", 3000)) >
                text_block_width(text_layout(*state, &style, "50%", 3000)) + 215);
}

static void marks_in_a_row_share_their_blank(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    struct run runs[8];
    assert_int_equal(runs_of(*state, &style, "好。”（他）", 30, runs, 8), 3);
    assert_float_equal(runs[1].x, 150, 0.5F); /* ” moved left by half an em */
    assert_float_equal(runs[2].x, 200, 0.5F);
    assert_int_equal(runs_of(*state, &style, "“好”", 30, runs, 8), 1);
    assert_float_equal(runs[0].x, -50, 0.5F); /* its ink is flush with the margin */
    assert_float_equal(text_block_width(text_layout(*state, &style, "“好”", 3000)), 200, 0.5F);
}

static void emphasis_is_bold_and_coloured(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    struct run runs[8];
    assert_int_equal(runs_of(*state, &style, "请**先看**再点", 30, runs, 8), 3);
    assert_string_equal(runs[1].words, "先看");
    assert_int_equal(runs[1].face, FACE_BOLD);
    assert_int_equal(runs[1].colour.g, jade.g);
    assert_int_equal(runs[2].face, FACE_REGULAR);
    assert_int_equal(runs[2].colour.g, paper.g);
    style.emphasis.a = 0;
    runs_of(*state, &style, "请**先看**再点", 30, runs, 8);
    assert_int_equal(runs[1].colour.g, paper.g);
}

static void quotes_are_as_wide_as_their_script(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    struct run runs[8];
    runs_of(*state, &style, "Don’t say “yes”", 30, runs, 8);
    assert_int_equal(runs[0].face, FACE_LATIN);
    runs_of(*state, &style, "请说“好”", 30, runs, 8);
    assert_int_equal(runs[0].face, FACE_REGULAR);
    float narrow = fonts_run_width(*state, FACE_LATIN, EM, "’", 3);
    float wide = fonts_run_width(*state, FACE_REGULAR, EM, "’", 3);
    assert_true(narrow < 35 && wide > 99);
}

static void items_hang_beside_their_dot(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    struct draw_list list = {0};
    text_draw_at(&list, *state, &style, "前面\n- 第一条很长很长\n- 第二条", 10, 0, 6 * EM);
    assert_int_equal(list.commands.items[0].type, DRAW_FILL);
    assert_int_equal(list.commands.items[1].type, DRAW_FILL);
    assert_int_equal(list.commands.count, 6);
    assert_float_equal(list.commands.items[2].rect.x, 10, 0.5F);
    for (int i = 3; i < 6; i++) {
        assert_float_equal(list.commands.items[i].rect.x, 10 + EM, 0.5F);
    }
    struct rect dot = list.commands.items[1].rect;
    float baseline = list.commands.items[5].rect.y;
    assert_true(dot.y < baseline && dot.y > baseline - EM && dot.x + dot.w < 10 + EM);
    draw_list_finish(&list);
}

static void long_texts_end_in_an_ellipsis(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    style.max_lines = 2;
    char *lines = lines_of(*state, &style, "这段文字很长，只能显示两行，后面的会被省略。", 8);
    assert_string_equal(lines, "这段文字很长，只|能显示两行，后…");
    free(lines);
    lines = lines_of(*state, &style, "这段文字很长，只能显示两行，后面的会被省略。", 7);
    assert_string_equal(lines, "这段文字很长，|只能显示两行…");
    free(lines);
    lines = lines_of(*state, &style, "This text is long and only two lines of it are shown", 8);
    assert_string_equal(lines, "This text is long|and only two...");
    free(lines);
    style.max_lines = 1;
    lines = lines_of(*state, &style, "先看看，再点开它", 4.6F);
    assert_string_equal(lines, "先看看…"); /* no mark before it */
    free(lines);
    style.max_lines = 2;
    lines = lines_of(*state, &style, "第一行\n第二行\n第三行", 8);
    assert_string_equal(lines, "第一行|第二行…");
    free(lines);
    lines = lines_of(*state, &style, "刚好\n两行\n", 8);
    assert_string_equal(lines, "刚好|两行");
    free(lines);
    assert_false(text_block_was_cut(text_layout(*state, &style, "刚好\n两行\n", 800)));
    assert_true(text_block_was_cut(text_layout(*state, &style, "第一行\n第二行\n第三行", 800)));
}

static void heights_follow_the_line_height(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    assert_float_equal(text_block_height(text_layout(*state, &style, "一行", 800)), 150, 0.01F);
    assert_float_equal(text_block_height(text_layout(*state, &style, "一\n\n二", 800)), 375, 0.01F);
    assert_float_equal(text_block_height(text_layout(*state, &style, "", 800)), 0, 0.01F);
    assert_int_equal(text_block_lines(text_layout(*state, &style, "一\n\n二", 800)), 2);
}

static void layouts_are_kept_while_frames_ask(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    const struct text_block *first = text_layout(*state, &style, "同一段", 800);
    for (int i = 0; i < 1000; i++) {
        fonts_frame_end(*state);
        assert_true(fonts_text_cache(*state)->count > 0);
        assert_ptr_equal(text_layout(*state, &style, "同一段", 800), first);
    }
    assert_ptr_not_equal(text_layout(*state, &style, "同一段", 801), first);
    style.max_lines = 1;
    assert_ptr_not_equal(text_layout(*state, &style, "同一段", 800), first);
}

static void layouts_go_when_no_frame_asks(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    struct text_cache *cache = fonts_text_cache(*state);
    text_layout(*state, &style, "只看一次", 800);
    assert_true(cache->count > 0);
    for (int i = 0; i < 300; i++) {
        fonts_frame_end(*state);
    }
    assert_int_equal(cache->count, 0);
}

static void many_layouts_in_a_frame_stay_valid(void **state) {
    struct text_style style = style_of(FACE_REGULAR);
    const struct text_block *blocks[2000];
    for (int frame = 0; frame < 3; frame++) {
        for (int i = 0; i < 2000; i++) {
            char words[32];
            snprintf(words, sizeof words, "第%d段", i);
            blocks[i] = text_layout(*state, &style, words, 800);
        }
        for (int i = 0; i < 2000; i++) {
            assert_int_equal(text_block_lines(blocks[i]), 1);
        }
        fonts_frame_end(*state);
    }
    text_layout(*state, &style, "一段", 800);
    fonts_frame_end(*state);
    assert_int_equal(fonts_text_cache(*state)->count, 1); /* over the bound, only what is in use */
}

static void lines_break_alike_on_every_screen(void **state) {
    struct fonts *fine = fonts_create(2);
    struct text_style style = style_of(FACE_REGULAR);
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        char *one = lines_of(*state, &style, paragraphs[i], 13);
        char *two = lines_of(fine, &style, paragraphs[i], 13);
        assert_string_equal(one, two);
        free(one);
        free(two);
    }
    fonts_destroy(fine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_keep_their_side),
        cmocka_unit_test(words_and_numbers_stay_whole),
        cmocka_unit_test(latin_text_breaks_at_spaces),
        cmocka_unit_test(titles_break_between_words_and_evenly),
        cmocka_unit_test(titles_pause_where_the_words_do),
        cmocka_unit_test(titles_keep_words_whole),
        cmocka_unit_test(titles_that_are_cut_fill_their_lines),
        cmocka_unit_test(no_character_stands_alone_on_a_last_line),
        cmocka_unit_test(markup_is_read_and_folding_undone),
        cmocka_unit_test(the_rules_hold_at_every_width),
        cmocka_unit_test(a_gap_stands_between_chinese_and_latin),
        cmocka_unit_test(marks_in_a_row_share_their_blank),
        cmocka_unit_test(emphasis_is_bold_and_coloured),
        cmocka_unit_test(quotes_are_as_wide_as_their_script),
        cmocka_unit_test(items_hang_beside_their_dot),
        cmocka_unit_test(long_texts_end_in_an_ellipsis),
        cmocka_unit_test(heights_follow_the_line_height),
        cmocka_unit_test(layouts_are_kept_while_frames_ask),
        cmocka_unit_test(layouts_go_when_no_frame_asks),
        cmocka_unit_test(many_layouts_in_a_frame_stay_valid),
        cmocka_unit_test(lines_break_alike_on_every_screen),
    };
    return cmocka_run_group_tests(tests, start_fonts, stop_fonts);
}
