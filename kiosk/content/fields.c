/* The field types: one row each, with all that the program knows of a type. */
#include "content/fields.h"

#include "content/jsonschema_fields.h"

static const struct field fields[] = {
    [FIELD_TEXT] = {.size = sizeof(struct text),
                    .accepted = {"文字", "text"},
                    .example = "{zh: 文字, en: Words}",
                    .read = field_read_text,
                    .schema = schema_of_text},
    [FIELD_WORD] = {.size = sizeof(const char *),
                    .accepted = {"一个词或一行文字", "one word or one line of text"},
                    .example = "word",
                    .read = field_read_word,
                    .schema = schema_of_word},
    [FIELD_IMAGE] = {.size = sizeof(struct asset),
                     .accepted = {"图片的路径，例如 assets/picture.jpg",
                                  "a picture's path, such as assets/picture.jpg"},
                     .example = "assets/picture.jpg",
                     .read = field_read_asset,
                     .schema = schema_of_asset},
    [FIELD_AUDIO] = {.size = sizeof(struct asset),
                     .accepted = {"声音的路径，例如 assets/sound.ogg",
                                  "a sound's path, such as assets/sound.ogg"},
                     .example = "assets/sound.ogg",
                     .read = field_read_asset,
                     .schema = schema_of_asset},
    [FIELD_VIDEO] = {.size = sizeof(struct asset),
                     .accepted = {"影片的路径，例如 assets/film.mp4",
                                  "a film's path, such as assets/film.mp4"},
                     .example = "assets/film.mp4",
                     .read = field_read_asset,
                     .schema = schema_of_asset},
    [FIELD_SCENE] = {.size = sizeof(const char *),
                     .accepted = {"场景的编号，例如 personal/phishing",
                                  "a scene's id, such as personal/phishing"},
                     .example = "hall",
                     .read = field_read_scene,
                     .schema = schema_of_scene},
    [FIELD_COLOUR] = {.size = sizeof(struct colour),
                      .accepted = {"引号里的颜色，例如 \"#2EC4A6\"",
                                   "a colour in quotes, such as \"#2EC4A6\""},
                      .example = "\"#2EC4A6\"",
                      .read = field_read_colour,
                      .schema = schema_of_colour},
    [FIELD_DURATION] = {.size = sizeof(millis),
                        .accepted = {"带单位的时间，例如 20s、1.5s、300ms 或 2min",
                                     "a time with its unit, such as 20s, 1.5s, 300ms or 2min"},
                        .example = "20s",
                        .read = field_read_duration,
                        .schema = schema_of_duration},
    [FIELD_INTEGER] = {.size = sizeof(int),
                       .accepted = {"整数，例如 5", "a whole number, such as 5"},
                       .example = "5",
                       .read = field_read_integer,
                       .schema = schema_of_integer},
    [FIELD_NUMBER] = {.size = sizeof(float),
                      .accepted = {"数字，例如 1.5", "a number, such as 1.5"},
                      .example = "1.5",
                      .read = field_read_number,
                      .schema = schema_of_number},
    [FIELD_BOOLEAN] = {.size = sizeof(bool),
                       .accepted = {"两个答案之一：yes 或 no（也可以写 true/false、on/off、是/否）",
                                    "yes or no (or true/false, on/off, 是/否)"},
                       .example = "yes",
                       .read = field_read_boolean,
                       .schema = schema_of_boolean},
    [FIELD_CHOICE] = {.size = sizeof(int),
                      .accepted = {"列出的词之一", "one of the listed words"},
                      .read = field_read_choice,
                      .schema = schema_of_choice},
    [FIELD_RECT] = {.size = sizeof(struct rect),
                    .accepted = {"四个 0 到 1 之间的数 [x, y, 宽, 高]，例如 [0.1, 0.2, 0.3, 0.4]",
                                 "four numbers between 0 and 1, [x, y, width, height], such as "
                                 "[0.1, 0.2, 0.3, 0.4]"},
                    .example = "[0.1, 0.2, 0.3, 0.4]",
                    .read = field_read_rect,
                    .schema = schema_of_rect},
    [FIELD_PAIR] = {.size = sizeof(struct pair),
                    .accepted = {"两个数，例如 [0.2, 0.5]", "two numbers, such as [0.2, 0.5]"},
                    .example = "[0.2, 0.5]",
                    .read = field_read_pair,
                    .schema = schema_of_pair},
    [FIELD_LIST] = {.size = sizeof(struct items),
                    .accepted = {"列表，每项一行，以“- ”开头",
                                 "a list, each item on a line that begins with “- ”"},
                    .read = field_read_list,
                    .schema = schema_of_list},
    [FIELD_GROUP] = {.accepted = {"一组键，每行一个，写成“键: 值”",
                                  "a group of keys, one a line, each “key: value”"},
                     .read = field_read_group,
                     .schema = schema_of_group},
};

const struct field *field_of(enum field_type type) {
    return &fields[type];
}

size_t field_size(const struct schema_row *row) {
    return row->type == FIELD_GROUP ? row->item->size : fields[row->type].size;
}

bool field_is_bounded(const struct schema_row *row) {
    return row->min != 0 || row->max != 0;
}

void field_format(const struct schema_row *row, double value, struct buffer *out) {
    enum { SECOND = 1000, MINUTE = 60 * SECOND, MINUTES_FROM = 3 * MINUTE };
    if (row->type != FIELD_DURATION) {
        buffer_printf(out, "%.10g", value);
    } else if (value >= MINUTES_FROM && (long long)value % MINUTE == 0) {
        buffer_printf(out, "%.10gmin", value / MINUTE);
    } else if (value >= SECOND || value == 0) {
        buffer_printf(out, "%.10gs", value / SECOND);
    } else {
        buffer_printf(out, "%.10gms", value);
    }
}
