/* What the screen shows while the exhibition cannot be: that it will be back in a moment. */
#include "commands/closed.h"

#include "draw/text.h"
#include "draw/theme.h"

static const char sentence[] = "马上回来\n\nBack in a moment";

void closed_draw(struct draw_list *list, struct fonts *fonts, const struct screen *screen,
                 const char *mistake) {
    struct theme theme;
    struct diagnostics *nobody = NULL;
    (void)theme_read(&theme, NULL, nobody);
    struct palette palette = theme_palette(&theme, LIGHT_JADE, false);
    int width;
    int height;
    screen_size(screen, &width, &height);
    float scale = fonts_scale(fonts);
    float w = (float)width / scale;
    float h = (float)height / scale;
    float margin = 96;
    struct text_style title = {.face = FACE_BOLD,
                               .size = theme.type.title,
                               .line_height = 1.35F,
                               .colour = palette.text,
                               .emphasis = palette.light};
    struct text_style label = {.face = FACE_REGULAR,
                               .size = theme.type.label,
                               .line_height = 1.5F,
                               .colour = palette.soft,
                               .emphasis = palette.text,
                               .max_lines = 6};
    draw_list_clear(list);
    draw_fill(list, (struct rect){0, 0, w, h}, 0, palette.ground);
    float y = h * 0.3F;
    y += text_draw_at(list, fonts, &title, sentence, margin, y, w - 2 * margin);
    (void)text_draw_at(list, fonts, &label, mistake, margin, y + 64, w - 2 * margin);
}
