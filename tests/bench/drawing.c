/* Drawing into a window without a GPU: frames, a button, a film's picture, a visit. */
#include "base/directories.h"
#include "base/memory.h"
#include "bench.h"
#include "canvas.h"
#include "commands/exhibit.h"
#include "commands/rehearser.h"
#include "commands/replay.h"

#include <glob.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 41, SEED = 11, LINES = 24, TRANSITIONS = 10000, MANY = 40 };
static const double PERIOD = 1000.0 / 60;

struct size {
    int width, height;
    const char *name; /* the end of a row's name */
};

static const struct size sizes[] = {{1920, 1080, "1080"}, {3840, 2160, "2160"}};

/* The exhibition as shipped. */
struct shown {
    struct place place;
    struct exhibition *exhibition;
};

/* A visit with a made-up clock. `watch` sees its frames, which then move; NULL: nobody does. */
static struct replay *visit_create(const struct shown *shown, const struct size *size,
                                   const struct replay_watch *watch, struct fonts *fonts) {
    return replay_create(&(struct replay_setup){.exhibition = shown->exhibition,
                                                .settings = &shown->place.settings,
                                                .language = "zh",
                                                .width = size->width,
                                                .height = size->height,
                                                .seed = SEED,
                                                .moving = watch != NULL,
                                                .watch = watch,
                                                .fonts = fonts});
}

/* What a copy of the frame takes. */
static int64_t copy_frame(const SDL_Surface *surface, void *to) {
    int64_t begun = bench_now();
    memcpy(to, surface->pixels, (size_t)surface->pitch * (size_t)surface->h);
    __asm__ volatile("" : : "r"(to) : "memory"); /* it is not left out because nobody reads it */
    return bench_now() - begun;
}

static int64_t draw_whole(struct canvas *canvas, const struct draw_list *list) {
    SDL_Rect rects[CANVAS_RECTS];
    executor_invalidate(canvas->executor);
    int64_t begun = bench_now();
    (void)canvas_draw(canvas, list, rects);
    int64_t taken = bench_now() - begun;
    images_frame_end(canvas->images);
    fonts_frame_end(canvas->fonts);
    return taken;
}

static void repaint(struct canvas *canvas, const struct draw_list *list, const char *row,
                    const char *size) {
    char name[64];
    (void)snprintf(name, sizeof name, "%s-%s", row, size);
    void *copy = malloc((size_t)canvas->surface->pitch * (size_t)canvas->surface->h);
    canvas_settle(canvas, list);
    (void)copy_frame(canvas->surface, copy);
    for (int i = 0; i < ROUNDS; i++) {
        int64_t ours = draw_whole(canvas, list);
        bench_tell(name, bench_ms(ours), bench_ms(copy_frame(canvas->surface, copy)));
    }
    free(copy);
}

/* A page that the executor keeps as one picture: what moves when pages are turned. */
static void make_kept_page(struct draw_list *list, float width, float height) {
    static const struct colour ground = {11, 18, 32, 255};
    static const struct colour paper = {244, 241, 234, 255};
    struct rect all = {0, 0, width, height};
    draw_layer(list, all, (struct point){0, 0});
    draw_fill(list, all, 0, ground);
    for (int i = 0; i < LINES; i++) {
        draw_text_run(list, 96, 96 + 40 * (float)i, FACE_REGULAR, 34, paper,
                      "一秒钟，六个字符就没了 Gone in a second");
    }
    draw_layer_end(list);
}

static void play(struct replay *replay, const char *script) {
    char error[256];
    if (!replay_script(replay, script, NULL, NULL, error, sizeof error)) {
        (void)fprintf(stderr, "%s in\n%s", error, script);
        exit(1);
    }
}

static void bench_repaint(const struct shown *shown, const struct size *size) {
    struct canvas canvas = {0};
    struct draw_list kept = {0};
    canvas_open(&canvas, size->width, size->height, NULL);
    make_kept_page(&kept, 1920, 1080);
    repaint(&canvas, &kept, "repaint-kept", size->name);
    struct replay *replay = visit_create(shown, size, NULL, NULL);
    play(replay, "tap 960 300\nwait 1000\n");
    repaint(&canvas, replay_list(replay), "repaint-parts", size->name);
    replay_destroy(replay);
    draw_list_finish(&kept);
    canvas_close(&canvas);
}

/* A finger on the button "next", or off it. */
static void put_finger(struct replay *replay, enum touch_phase phase) {
    const struct elements *elements = stage_elements(replay_stage(replay));
    for (size_t i = 0; i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        if (strcmp(element->id.name, "next") == 0) {
            struct point middle = rect_centre(element->rect);
            float away = phase == TOUCH_DOWN ? 0 : 4 * element->rect.h;
            struct touch touch = {1, phase, middle.x, middle.y - away, replay_now(replay)};
            stage_touch(replay_stage(replay), &touch);
            return;
        }
    }
}

static int64_t present_next(struct canvas *canvas, struct replay *replay) {
    millis wake;
    const struct draw_list *list = stage_frame(replay_stage(replay), replay_now(replay), &wake);
    int64_t begun = bench_now();
    canvas_present(canvas, list);
    return bench_now() - begun;
}

/* Pressing a button draws the button again, and nothing else. */
static void bench_press(const struct shown *shown) {
    struct canvas canvas = {0};
    canvas_open(&canvas, sizes[0].width, sizes[0].height, NULL);
    struct replay *replay = visit_create(shown, &sizes[0], NULL, NULL);
    play(replay, "tap 960 300\nwait 1000\ngo personal/password-that-lasts\n");
    canvas_settle(&canvas, replay_list(replay));
    for (int i = 0; i < ROUNDS; i++) {
        executor_invalidate(canvas.executor);
        int64_t whole = present_next(&canvas, replay);
        put_finger(replay, TOUCH_DOWN);
        bench_tell("press-1080", bench_ms(present_next(&canvas, replay)), bench_ms(whole));
        put_finger(replay, TOUCH_MOVE);
        put_finger(replay, TOUCH_UP);
        play(replay, "wait 400\n");
        (void)present_next(&canvas, replay);
    }
    replay_destroy(replay);
    canvas_close(&canvas);
}

/* A film's pictures in shared memory, every one a new one. */
struct film {
    struct video_picture picture;
};

static bool take(void *self, struct video_picture *picture) {
    struct film *film = self;
    film->picture.serial++;
    *picture = film->picture;
    return true;
}

static void release(void *self) {
    (void)self;
}

static void bench_video(const struct size *size) {
    char row[64];
    (void)snprintf(row, sizeof row, "video-%s", size->name);
    size_t pixels = (size_t)size->width * (size_t)size->height;
    uint8_t *planes = malloc(pixels * 3 / 2);
    for (size_t i = 0; i < pixels * 3 / 2; i++) {
        planes[i] = (uint8_t)(i * 31 >> 3);
    }
    struct film film = {{.planes = {planes, planes + pixels, planes + pixels * 5 / 4},
                         .pitches = {size->width, size->width / 2, size->width / 2},
                         .width = size->width,
                         .height = size->height,
                         .shown_width = size->width,
                         .shown_height = size->height,
                         .bt709 = true}};
    struct video_source source = {take, release, &film};
    struct canvas canvas = {0};
    struct draw_list list = {0};
    canvas_open(&canvas, size->width, size->height, &source);
    draw_video(&list, (struct rect){0, 0, 1920, 1080});
    void *copy = malloc(pixels * 4);
    SDL_Rect rects[CANVAS_RECTS];
    for (int i = 0; i < ROUNDS + 4; i++) {
        int64_t begun = bench_now();
        (void)canvas_draw(&canvas, &list, rects);
        int64_t ours = bench_now() - begun;
        int64_t theirs = copy_frame(canvas.surface, copy);
        if (i >= 4) {
            bench_tell(row, bench_ms(ours), bench_ms(theirs));
        }
    }
    free(copy);
    free(planes);
    draw_list_finish(&list);
    canvas_close(&canvas);
}

/* A visit through every scene, every frame of it drawn and presented. */
struct visit {
    struct canvas canvas;
    const char *row; /* of the frames that come now; NULL: they are not measured */
    const char *scene;
    int64_t begun;
    struct rehearser *rehearser;
};

static void woken(void *self) {
    (void)self;
}

static void begin(void *self) {
    ((struct visit *)self)->begun = bench_now();
}

static void present(void *self, const struct draw_list *list) {
    struct visit *visit = self;
    uint64_t unchanged = executor_counts(visit->canvas.executor).unchanged;
    canvas_present(&visit->canvas, list);
    bool drawn = executor_counts(visit->canvas.executor).unchanged == unchanged;
    if (visit->row) {
        bench_tell_about(drawn ? visit->row : "unchanged", bench_ms(bench_now() - visit->begun),
                         PERIOD, visit->scene);
    }
}

static struct replay *open_visit(struct visit *visit, const struct shown *shown,
                                 const struct size *size, const struct replay_watch *watch) {
    canvas_open(&visit->canvas, size->width, size->height, NULL);
    executor_expect(visit->canvas.executor);
    visit->rehearser = rehearser_create(visit->canvas.fonts, woken, NULL);
    return visit_create(shown, size, watch, visit->canvas.fonts);
}

static void close_visit(struct visit *visit, struct replay *replay) {
    rehearser_destroy(visit->rehearser);
    replay_destroy(replay);
    canvas_close(&visit->canvas);
}

/* While a visitor looks, what may come next is rehearsed, and what is seen gets its pictures. Here
   time is made up, so that is waited for. */
static void look(struct replay *replay, const struct visit *visit) {
    bool more;
    do {
        more = rehearser_step(visit->rehearser, replay_stage(replay), true);
        if (more) {
            play(replay, "wait 16\n");
        }
    } while (rehearser_wait(visit->rehearser) || more);
    images_settle(visit->canvas.images);
}

/* Touches everything that can be touched in the scene that is shown, one after the other, and
   leaves again. What is timed is the frame that answers the finger. */
static void touch_everything(struct replay *replay, struct visit *visit, const char *scene) {
    const struct elements *elements = stage_elements(replay_stage(replay));
    size_t count = elements->list.count;
    struct element *all = malloc(count * sizeof *all);
    memcpy(all, elements->list.items, count * sizeof *all);
    for (size_t i = 0; i < count; i++) {
        char script[256];
        visit->row = NULL;
        (void)snprintf(script, sizeof script, "go %s\nwait 600\n", scene);
        play(replay, script);
        look(replay, visit);
        if (!(all[i].flags & ELEMENT_TAP) || (all[i].flags & ELEMENT_DISABLED)) {
            continue;
        }
        visit->row = "touch";
        struct point middle = rect_centre(all[i].rect);
        (void)snprintf(script, sizeof script, "tap %.0f %.0f\n", (double)middle.x,
                       (double)middle.y);
        play(replay, script);
    }
    free(all);
    visit->row = NULL;
}

static bool begins(const char *line, const char *word) {
    return strncmp(line, word, strlen(word)) == 0;
}

/* At each picture that the script would take, unless a finger is down, a visitor looks. */
static void play_looking(struct replay *replay, const struct visit *visit, const char *script) {
    struct buffer part = {0};
    int down = 0;
    while (*script) {
        size_t length = strcspn(script, "\n");
        length += script[length] == '\n';
        buffer_add_bytes(&part, script, length);
        down += begins(script, "press") - begins(script, "release");
        if (begins(script, "shot") && down == 0) {
            play(replay, buffer_text(&part));
            look(replay, visit);
            buffer_clear(&part);
        }
        script += length;
    }
    play(replay, buffer_text(&part));
    buffer_finish(&part);
}

/* From where one would come to it. */
static void walk_scene(struct replay *replay, struct visit *visit, const char *scene,
                       const char *row) {
    char go[256];
    const char *slash = strchr(scene, '/');
    (void)snprintf(go, sizeof go, "go %.*s\nwait 600\n", slash ? (int)(slash - scene) : 4,
                   slash ? scene : "hall");
    play(replay, go);
    look(replay, visit);
    (void)snprintf(go, sizeof go, "go %s\n", scene);
    visit->row = row;
    play(replay, go);
    play(replay, "wait 600\n");
    struct buffer walk = {0};
    stage_walk(replay_stage(replay), &walk);
    play_looking(replay, visit, buffer_text(&walk));
    buffer_finish(&walk);
    visit->row = NULL;
}

static void bench_visit(const struct shown *shown) {
    struct visit visit = {.row = NULL};
    const struct replay_watch watch = {begin, present, &visit};
    struct replay *replay = open_visit(&visit, shown, &sizes[0], &watch);
    play(replay, "tap 960 300\nwait 1000\n");
    const struct hall *hall = shown->exhibition->hall;
    for (size_t i = 0; i < hall->scene_count; i++) {
        const char *id = hall_scene_at(hall, i)->id;
        visit.scene = id;
        if (strcmp(id, hall->document.attract) != 0) {
            walk_scene(replay, &visit, id, "frame");
            play(replay, "language zh\n");
            touch_everything(replay, &visit, id);
            play(replay, "language zh\n");
        }
    }
    close_visit(&visit, replay);
}

static void go_anywhere(struct replay *replay, const struct hall *hall, struct random *random,
                        int times) {
    for (int i = 0; i < times; i++) {
        char script[256];
        size_t scene = random_below(random, (uint32_t)hall->scene_count);
        (void)snprintf(script, sizeof script, "go %s\nwait 32\n", hall_scene_at(hall, scene)->id);
        play(replay, script);
    }
}

/* From scene to scene at random, every one drawn: what is held then, beside what was held after a
   tenth of the way. Small, so that ten thousand are soon done. */
static void bench_transitions(const struct shown *shown) {
    static const struct size small = {640, 360, "360"};
    struct visit visit = {.row = NULL};
    const struct replay_watch watch = {begin, present, &visit};
    struct replay *replay = open_visit(&visit, shown, &small, &watch);
    struct random random;
    random_init(&random, SEED);
    go_anywhere(replay, shown->exhibition->hall, &random, TRANSITIONS / 10);
    double before = bench_held();
    go_anywhere(replay, shown->exhibition->hall, &random, TRANSITIONS - TRANSITIONS / 10);
    bench_tell("transitions", bench_held(), before);
    close_visit(&visit, replay);
}

/* A gallery of many pictures, of those that are shipped, in an exhibition of its own. */
struct many {
    char directory[64];
    struct buffer scene;
    int count;
};

/* Takes the pictures of one folder in, as many as are still wanted. */
static void take_pictures(struct many *many, const char *folder) {
    glob_t found;
    char path[256];
    (void)snprintf(path, sizeof path, "assets/pictures/%s/*.svg", folder);
    for (size_t i = 0; glob(path, 0, NULL, &found) == 0 && i < found.gl_pathc; i++) {
        char to[256];
        (void)snprintf(to, sizeof to, "%s/assets/%d.svg", many->directory, many->count);
        if (many->count < MANY && link(found.gl_pathv[i], to) == 0) {
            buffer_printf(
                &many->scene,
                "  - picture: assets/%d.svg\n"
                "    title: {zh: 第 %d 张图讲的是什么, en: What picture %d is about}\n"
                "    caption: {zh: 一句话说明这张图里发生了什么，为什么和你有关，下次该怎么做。, "
                "en: \"One sentence on what happens in it, why it matters, and what to do.\"}\n",
                many->count, many->count, many->count);
            many->count++;
        }
    }
    globfree(&found);
}

static void make_many(struct many *many) {
    char path[256];
    (void)snprintf(many->directory, sizeof many->directory, "build/bench/many-XXXXXX");
    if (!mkdtemp(many->directory)) {
        perror(many->directory);
        exit(1);
    }
    (void)snprintf(path, sizeof path, "%s/scenes/only", many->directory);
    (void)directories_make(path);
    (void)snprintf(path, sizeof path, "%s/assets", many->directory);
    (void)directories_make(path);
    bench_write(
        many->directory, "scenes/hall.yaml",
        "format: 1\nname: {zh: 馆, en: Museum}\ntitle: {zh: 从哪里, en: Where}\nlanguages:\n"
        "  - {code: zh, name: 中文}\n  - {code: en, name: English}\n"
        "zones: [only]\nattract: attract\n");
    bench_write(many->directory, "scenes/attract.yaml",
                "kind: attract\ntitle: {zh: 碰, en: Touch}\ninvitation: {zh: 碰, en: Touch}\n"
                "name: {zh: 馆, en: Museum}\n");
    bench_write(
        many->directory, "scenes/only/zone.yaml",
        "name: {zh: 区, en: Zone}\ntitle: {zh: 一个, en: One}\nlight: jade\nscenes: [many]\n");
    buffer_add(&many->scene,
               "kind: gallery\ntitle: {zh: 很多张图, en: Many pictures}\npictures:\n");
    static const char *const folders[] = {"society", "personal", "enterprise", "arena"};
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        take_pictures(many, folders[i]);
    }
    bench_write(many->directory, "scenes/only/many.yaml", buffer_text(&many->scene));
}

static void bench_many(const struct shown *shown, struct prober *prober) {
    struct many many = {.count = 0};
    make_many(&many);
    struct shown gallery = {.place = shown->place,
                            .exhibition = exhibition_create(many.directory, prober, NULL)};
    if (many.count < MANY || !exhibition_is_good(gallery.exhibition)) {
        (void)fprintf(stderr, "the gallery of %d pictures has mistakes\n", many.count);
        exit(1);
    }
    struct visit visit = {.scene = "only/many"};
    const struct replay_watch watch = {begin, present, &visit};
    struct replay *replay = open_visit(&visit, &gallery, &sizes[0], &watch);
    play(replay, "tap 960 300\nwait 1000\n");
    walk_scene(replay, &visit, visit.scene, "gallery");
    close_visit(&visit, replay);
    exhibition_destroy(gallery.exhibition);
    bench_remove(many.directory);
    buffer_finish(&many.scene);
}

int main(void) {
    struct shown shown;
    memory_keep_freed();
    if (!place_init(&shown.place, "kiosk.conf", NULL)) {
        return 1;
    }
    struct prober *prober = prober_create("");
    shown.exhibition = exhibition_create(shown.place.directory, prober, NULL);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        bench_repaint(&shown, &sizes[i]);
        bench_video(&sizes[i]);
    }
    bench_press(&shown);
    bench_visit(&shown);
    bench_many(&shown, prober);
    bench_transitions(&shown);
    prober_destroy(prober);
    exhibition_destroy(shown.exhibition);
    place_finish(&shown.place);
    return 0;
}
