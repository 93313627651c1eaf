/* Messages: mails, texts, chats, notifications and pages, drawn so that they look like what they
   are. */
#include "scene/message.h"

#include <math.h>

static const float PADDING = 40;
static const float SPACE = 16;
static const float RING = 12;             /* between words and the ring about them */
static const float PICTURE_SHAPE = 0.27F; /* of its room's width: no picture is higher */
static const float BUBBLE = 26;           /* about the words of a text or a chat */

enum sender { NOBODY, PERSON, APP };

/* How a look sets its parts. */
static const struct message_style {
    enum type_role title, body;
    bool paper;         /* dark words on a light card */
    enum sender sender; /* the small picture before the sender */
    bool bubble;        /* title, body and link lie in a bubble */
    bool address;       /* the sender is a page's address, in its field */
} styles[] = {
    [MESSAGE_PLAIN] = {.title = TYPE_HEADING, .body = TYPE_LEAD},
    [MESSAGE_MAIL] = {.title = TYPE_LEAD, .body = TYPE_BODY, .paper = true, .sender = PERSON},
    [MESSAGE_TEXT] = {.title = TYPE_BODY, .body = TYPE_BODY, .paper = true, .bubble = true},
    [MESSAGE_CHAT] =
        {.title = TYPE_BODY, .body = TYPE_BODY, .paper = true, .sender = PERSON, .bubble = true},
    [MESSAGE_NOTIFICATION] = {.title = TYPE_BODY, .body = TYPE_BODY, .paper = true, .sender = APP},
    [MESSAGE_PAGE] = {.title = TYPE_HEADING, .body = TYPE_BODY, .paper = true, .address = true},
};

/* Where the parts lie, from the card's corner. */
struct layout {
    const struct text_block *blocks[MESSAGE_PARTS];
    struct point at[MESSAGE_PARTS];
    float avatar;       /* its radius, 0 for none */
    struct rect bubble; /* h 0 for none */
    struct rect address;
    struct rect picture; /* h 0 for none */
    float height;
};

/* One size more. */
static const enum type_role larger[TYPE_COUNT] = {
    [TYPE_FIGURE] = TYPE_FIGURE, [TYPE_TITLE] = TYPE_TITLE, [TYPE_HEADING] = TYPE_TITLE,
    [TYPE_LEAD] = TYPE_HEADING,  [TYPE_BODY] = TYPE_LEAD,   [TYPE_LABEL] = TYPE_BODY};

static struct colour ink(const struct scene *scene, const struct message_style *style) {
    return style->paper ? scene->env.palette.ground : scene->env.palette.text;
}

struct colour message_paper(const struct scene *scene, const struct message *message) {
    const struct palette *palette = &scene->env.palette;
    return styles[message->look].paper ? palette->text : palette->surface;
}

static const struct text_block *block_of(struct scene *scene, const struct message *message,
                                         enum message_part part, float width) {
    const struct message_style *style = &styles[message->look];
    enum type_role role = part == PART_TITLE  ? style->title
                          : part == PART_FROM ? TYPE_LABEL
                                              : style->body;
    role = message->large ? larger[role] : role;
    struct text_style text = piece_style(scene, role, ink(scene, style));
    text.emphasis = text.colour;
    text.line_height = 1.35F;
    text.face =
        part == PART_TITLE || (part == PART_FROM && !style->address) ? FACE_BOLD : FACE_REGULAR;
    return *message->parts[part] ? text_layout(scene->env.fonts, &text, message->parts[part], width)
                                 : NULL;
}

/* The sender: beside a round picture, in a page's address field, or alone. Returns the y below. */
static float lay_out_from(struct scene *scene, const struct message *message, float width,
                          struct layout *layout) {
    const struct message_style *style = &styles[message->look];
    float label = metrics_type(&scene->env.metrics, scene->env.theme, TYPE_LABEL);
    float x = PADDING;
    float y = PADDING;
    if (!*message->parts[PART_FROM]) {
        return y;
    }
    if (style->sender != NOBODY) {
        layout->avatar = label * 0.9F;
        x += 2 * layout->avatar + SPACE;
    }
    float inset = style->address ? label * 0.8F : 0;
    const struct text_block *block =
        block_of(scene, message, PART_FROM, width - x - PADDING - 2 * inset);
    float height = fmaxf(text_block_height(block) + inset, 2 * layout->avatar);
    layout->blocks[PART_FROM] = block;
    layout->at[PART_FROM] = (struct point){x + inset, y + (height - text_block_height(block)) / 2};
    if (style->address) {
        layout->address = (struct rect){PADDING, y, width - 2 * PADDING, height};
    }
    return y + height + SPACE;
}

/* A picture, as wide as the words or, if it is high, narrower, in their middle. Returns the y
 * below.
 */
static float lay_out_picture(const struct message *message, float x, float y, float width,
                             struct layout *layout) {
    const struct asset *picture = message->picture;
    if (!picture || !picture->path) {
        return y;
    }
    struct point size =
        piece_fitted((float)picture->width, (float)picture->height, width, width * PICTURE_SHAPE);
    layout->picture = (struct rect){x + (width - size.x) / 2, y, size.x, size.y};
    return y + size.y + SPACE;
}

static struct layout lay_out(struct scene *scene, const struct message *message, float width) {
    const struct message_style *style = &styles[message->look];
    struct layout layout = {.avatar = 0};
    float y = lay_out_from(scene, message, width, &layout);
    float inset = style->bubble ? BUBBLE : 0;
    float x = PADDING + inset;
    layout.bubble = (struct rect){PADDING, y, width - 2 * PADDING, 0};
    y = lay_out_picture(message, x, y + inset, width - 2 * x, &layout);
    for (int part = PART_TITLE; part < MESSAGE_PARTS; part++) {
        const struct text_block *block =
            block_of(scene, message, (enum message_part)part, width - 2 * x);
        if (block) {
            layout.blocks[part] = block;
            layout.at[part] = (struct point){x, y};
            y += text_block_height(block) + SPACE;
        }
    }
    y += inset - SPACE;
    layout.bubble.h = style->bubble ? y - layout.bubble.y : 0;
    layout.height = y + PADDING;
    return layout;
}

float message_height(struct scene *scene, const struct message *message, float width) {
    return lay_out(scene, message, width).height;
}

static struct rect moved(struct rect rect, struct rect card) {
    return (struct rect){rect.x + card.x, rect.y + card.y, rect.w, rect.h};
}

void message_avatar(struct scene *scene, struct scene_frame *frame, struct point middle,
                    float radius) {
    const struct palette *palette = &scene->env.palette;
    draw_dot(frame->draw, middle.x, middle.y, radius, palette->light);
    draw_dot(frame->draw, middle.x, middle.y - radius * 0.25F, radius * 0.33F, palette->text);
    struct rect shoulders = {middle.x - radius * 0.55F, middle.y + radius * 0.2F, radius * 1.1F,
                             radius * 0.5F};
    draw_fill(frame->draw, shoulders, radius * 0.25F, palette->text);
}

/* An app's sign: a square with three dots that are joined. */
static void draw_app(struct scene *scene, struct scene_frame *frame, struct point middle,
                     float radius) {
    const struct palette *palette = &scene->env.palette;
    struct rect square = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    const struct point dots[] = {{-0.4F, 0.35F}, {0, -0.35F}, {0.4F, 0.35F}};
    draw_fill(frame->draw, square, radius * 0.45F, palette->light);
    for (int i = 0; i < 3; i++) {
        struct point at = {middle.x + dots[i].x * radius, middle.y + dots[i].y * radius};
        struct point next = {middle.x + dots[(i + 1) % 3].x * radius,
                             middle.y + dots[(i + 1) % 3].y * radius};
        draw_dot(frame->draw, at.x, at.y, radius * 0.17F, palette->on_light);
        draw_line(frame->draw, at.x, at.y, next.x, next.y, 3, palette->on_light);
    }
}

/* What is not words: address field, bubble, the sender's picture. */
static void draw_furniture(struct scene *scene, struct scene_frame *frame,
                           const struct layout *layout, enum sender sender, struct rect card) {
    struct colour shade = colour_mix(scene->env.palette.text, scene->env.palette.ground, 0.13F);
    if (layout->address.h > 0) {
        draw_fill(frame->draw, moved(layout->address, card), layout->address.h / 2, shade);
    }
    if (layout->bubble.h > 0) {
        draw_fill(frame->draw, moved(layout->bubble, card), BUBBLE, shade);
    }
    if (layout->avatar > 0) {
        struct point middle = {card.x + PADDING + layout->avatar,
                               card.y + layout->at[PART_FROM].y +
                                   text_block_height(layout->blocks[PART_FROM]) / 2};
        (sender == APP ? draw_app : message_avatar)(scene, frame, middle, layout->avatar);
    }
}

static void draw_ring(struct scene_frame *frame, const struct message *message,
                      const struct text_block *block, struct point at) {
    struct rect ring = {at.x - RING, at.y - RING / 2, text_block_width(block) + 2 * RING,
                        text_block_height(block) + RING};
    draw_stroke(frame->draw, ring, RING * 1.5F, 5, message->mark);
}

void message_draw(struct scene *scene, struct scene_frame *frame, const struct message *message,
                  struct rect card) {
    struct layout layout = lay_out(scene, message, card.w);
    card.y += (card.h - layout.height) / 2;
    draw_furniture(scene, frame, &layout, styles[message->look].sender, card);
    if (layout.picture.h > 0) {
        draw_image(frame->draw, message->picture->path, moved(layout.picture, card), FIT_STRETCH,
                   BUBBLE / 2, 1);
    }
    for (int part = 0; part < MESSAGE_PARTS; part++) {
        const struct text_block *block = layout.blocks[part];
        struct point at = {card.x + layout.at[part].x, card.y + layout.at[part].y};
        if (!block) {
            continue;
        }
        frame_reading(frame, message->parts[part]);
        text_draw(frame->draw, block, at.x, at.y);
        if (part == PART_LINK && text_block_lines(block) == 1) {
            float y = at.y + text_block_height(block) - 4;
            draw_line(frame->draw, at.x, y, at.x + text_block_width(block), y, 3,
                      ink(scene, &styles[message->look]));
        }
        if (part == message->marked) {
            draw_ring(frame, message, block, at);
        }
    }
}

const char *message_spoken(const struct scene *scene, const struct message *message) {
    return arena_printf(scene->env.frame, "%s %s %s %s", message->parts[PART_FROM],
                        message->parts[PART_TITLE], message->parts[PART_BODY],
                        message->parts[PART_LINK]);
}
