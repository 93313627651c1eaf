/* The screen process: one loop that waits, hears, lets the stage draw, and presents. */
#include "commands/loop.h"

#include "base/log.h"
#include "base/memory.h"
#include "commands/closed.h"
#include "commands/prober.h"
#include "commands/rehearser.h"
#include "commands/reloader.h"
#include "commands/report.h"
#include "commands/witness.h"
#include "draw/text.h"
#include "keeper/keeper.h"
#include "media/client.h"
#include "sound/speaker.h"
#include "stage/stage.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { PICTURE_BUDGET = 192 << 20 };

/* A picture that stands so long leaves time to get ready what may come next. */
enum { RESTS_MILLIS = 100 };

struct loop {
    const struct loop_setup *setup;
    struct exhibition *exhibition; /* the one that is shown; NULL before there was a good one */
    struct reloader *reloader;
    struct witness *witness;
    struct images *images;
    struct screen *screen;
    struct media_client *client;
    struct player player;
    struct speaker *speaker; /* NULL: this machine makes no sounds of its own */
    struct sounds sounds;
    struct video_source video;
    struct theme theme;
    struct rehearser *rehearser; /* NULL: the stage has not rested yet */
    struct stage *stage;         /* NULL while the exhibition has mistakes from the start */
    struct draw_list closed;     /* what is shown then */
    struct buffer mistake;       /* and what is said below it */
    struct keeper_pulse pulse;
    bool wants_player; /* which the keeper was told */
    bool quiet;        /* the last wait lasted for a beat or longer */
    millis wake;
    atomic_bool due; /* a thread has something to show */
};

/* Makes the loop go round. Any thread. */
static void wake(void *self) {
    screen_wake(((struct loop *)self)->screen);
}

/* And show a frame. */
static void wake_to_show(void *self) {
    struct loop *loop = self;
    atomic_store(&loop->due, true);
    screen_wake(loop->screen);
}

static bool take_picture(void *self, struct video_picture *picture) {
    const struct loop *loop = self;
    struct media_picture newest;
    if (!loop->client || !media_client_take(loop->client, &newest)) {
        return false;
    }
    *picture =
        (struct video_picture){.pitches = {newest.pitches[0], newest.pitches[1], newest.pitches[2]},
                               .planes = {newest.planes[0], newest.planes[1], newest.planes[2]},
                               .width = newest.width,
                               .height = newest.height,
                               .shown_width = newest.shown_width,
                               .shown_height = newest.shown_height,
                               .full_range = newest.full_range,
                               .bt709 = newest.bt709,
                               .serial = newest.serial};
    return true;
}

static void release_picture(void *self) {
    media_client_release(((struct loop *)self)->client);
}

/* As loud as the visitor wants films. */
static void play(void *self, enum sound_cue cue) {
    const struct loop *loop = self;
    speaker_play(loop->speaker, cue, loop->player.facts(loop->player.self).volume);
}

static struct stage *open_stage(struct loop *loop) {
    const struct loop_setup *setup = loop->setup;
    struct stage_setup stage = {.settings = &setup->place->settings,
                                .theme = &loop->theme,
                                .fonts = screen_fonts(loop->screen),
                                .player = &loop->player,
                                .sounds = &loop->sounds,
                                .seed = (uint64_t)clock_now_micros(),
                                .language = setup->language,
                                .start = setup->scene,
                                .fluid = screen_is_fluid(loop->screen),
                                .moving = true};
    screen_size(loop->screen, &stage.width, &stage.height);
    return stage_create(&stage, loop->exhibition->hall, clock_now());
}

static void draw_closed(struct loop *loop) {
    closed_draw(&loop->closed, screen_fonts(loop->screen), loop->screen,
                buffer_text(&loop->mistake));
}

static void show_mistakes(struct loop *loop, const struct exhibition *exhibition) {
    report_log(&exhibition->diagnostics);
    bool noted = loop->setup->notices && exhibition->diagnostics.list.count > 0;
    if (noted) {
        buffer_clear(&loop->mistake);
        diagnostics_format(&exhibition->diagnostics.list.items[0], report_language(),
                           &loop->mistake);
    }
    if (!loop->stage) {
        draw_closed(loop);
    } else if (noted) {
        stage_notice(loop->stage, buffer_text(&loop->mistake));
    }
}

/* A machine that starts with a mistake in a scene shows the others; one that runs keeps what it
   has until everything is right. */
static bool is_acceptable(const struct loop *loop, const struct exhibition *fresh) {
    bool running = loop->exhibition && exhibition_is_good(loop->exhibition);
    return running ? exhibition_is_good(fresh) : exhibition_is_usable(fresh);
}

static void show(struct loop *loop) {
    const struct draw_list *list = &loop->closed;
    loop->wake = -1;
    if (loop->stage) {
        list = stage_frame(loop->stage, clock_now(), &loop->wake);
    }
    (void)screen_present(loop->screen, list);
    witness_see(loop->witness, loop->stage);
    images_frame_end(loop->images);
    fonts_frame_end(screen_fonts(loop->screen));
}

static void use_exhibition(struct loop *loop, struct exhibition *fresh) {
    struct exhibition *old = loop->exhibition;
    rehearser_drop(loop->rehearser);
    loop->exhibition = fresh;
    loop->theme = fresh->theme;
    if (loop->stage) {
        stage_hall(loop->stage, fresh->hall, clock_now());
        stage_notice(loop->stage, NULL);
    } else {
        loop->stage = open_stage(loop);
    }
    exhibition_destroy(old);
}

/* Shows a newly loaded exhibition, or keeps the last good one and says what is wrong. */
static void take_exhibition(struct loop *loop, struct exhibition *fresh) {
    if (is_acceptable(loop, fresh)) {
        images_forget(loop->images);
        if (loop->stage) {
            log_info("the saved files are taken up");
        }
        use_exhibition(loop, fresh);
        show_mistakes(loop, fresh);
    } else {
        show_mistakes(loop, fresh);
        exhibition_destroy(fresh);
    }
}

/* The attract loop is shown while the scenes behind it are still being read; who touches it
   meanwhile is heard then. */
static void open_exhibition(struct loop *loop) {
    struct exhibition *front = loop->setup->scene ? NULL : reloader_front(loop->reloader);
    if (front) {
        use_exhibition(loop, front);
        show(loop);
    }
    struct exhibition *whole = reloader_first(loop->reloader);
    if (front && exhibition_is_usable(whole)) {
        use_exhibition(loop, whole);
        show_mistakes(loop, whole);
        return;
    }
    stage_destroy(loop->stage);
    exhibition_destroy(loop->exhibition);
    loop->stage = NULL;
    loop->exhibition = NULL;
    take_exhibition(loop, whole);
}

static bool open_screen(struct loop *loop) {
    const struct loop_setup *setup = loop->setup;
    loop->images = images_create(PICTURE_BUDGET, false);
    loop->video = (struct video_source){take_picture, release_picture, loop};
    loop->screen = screen_create(&(struct screen_setup){.settings = &setup->place->settings,
                                                        .faces = prober_faces(setup->prober),
                                                        .images = loop->images,
                                                        .video = &loop->video,
                                                        .window_width = setup->window_width,
                                                        .window_height = setup->window_height});
    return loop->screen && screen_fonts(loop->screen);
}

static void open_player(struct loop *loop) {
    struct media_client_setup setup = {.control = loop->setup->control,
                                       .volume = loop->setup->place->settings.volume,
                                       .wake = wake,
                                       .self = loop};
    screen_size(loop->screen, &setup.panel_width, &setup.panel_height);
    loop->client = media_client_create(&setup);
    loop->player = media_client_player(loop->client);
}

static void open_speaker(struct loop *loop) {
    loop->sounds = (struct sounds){.play = play, .self = loop};
    if (loop->setup->place->settings.sounds) {
        loop->speaker = speaker_create(&speaker_usual_times);
    }
}

struct loop *loop_create(const struct loop_setup *setup) {
    struct loop *loop = memory_alloc_zeroed(1, sizeof *loop);
    loop->setup = setup;
    loop->pulse.control = setup->control;
    loop->reloader = reloader_create(setup->place->directory, setup->prober);
    if (!open_screen(loop)) {
        loop_destroy(loop);
        return NULL;
    }
    loop->witness = witness_create(wake_to_show, loop);
    open_player(loop);
    open_speaker(loop);
    images_on_ready(loop->images, wake_to_show, loop);
    open_exhibition(loop);
    reloader_on_ready(loop->reloader, wake, loop);
    return loop;
}

void loop_destroy(struct loop *loop) {
    if (!loop) {
        return;
    }
    reloader_destroy(loop->reloader);
    rehearser_destroy(loop->rehearser);
    witness_destroy(loop->witness);
    stage_destroy(loop->stage);
    speaker_destroy(loop->speaker);
    media_client_destroy(loop->client);
    screen_destroy(loop->screen);
    images_destroy(loop->images);
    exhibition_destroy(loop->exhibition);
    draw_list_finish(&loop->closed);
    buffer_finish(&loop->mistake);
    free(loop);
}

/* The window has another size: fonts, metrics and everything drawn with them are new. */
static void resize(struct loop *loop) {
    rehearser_destroy(loop->rehearser);
    loop->rehearser = NULL;
    if (loop->stage) {
        stage_destroy(loop->stage);
        loop->stage = open_stage(loop);
    } else {
        draw_closed(loop);
    }
}

static bool hear(struct loop *loop, const struct screen_event *event) {
    switch (event->type) {
    case SCREEN_TOUCH:
        screen_expect(loop->screen);
        if (loop->stage) {
            stage_touch(loop->stage, &event->touch);
        }
        break;
    case SCREEN_KEY:
        screen_expect(loop->screen);
        if (loop->stage) {
            stage_key(loop->stage, event->key, event->time);
        }
        break;
    case SCREEN_RESIZED:
        resize(loop);
        break;
    case SCREEN_QUIT:
        return false;
    case SCREEN_NOTHING:
    case SCREEN_WOKEN:
    case SCREEN_EXPOSED:
        break;
    }
    return true;
}

/* While nothing moves, what may come next is got ready. Something always does in the attract loop,
   which so needs no thread and no memory for this. */
static void rehearse(struct loop *loop) {
    bool rests = loop->wake < 0 || loop->wake - clock_now() > RESTS_MILLIS;
    if (loop->stage && rests && !loop->rehearser) {
        loop->rehearser = rehearser_create(screen_fonts(loop->screen), wake, loop);
    }
    if (loop->stage && rehearser_step(loop->rehearser, loop->stage, rests)) {
        wake_to_show(loop);
    }
}

/* Who touches the attract loop may come to a film: there is time to start its player until then,
   and it costs no memory as long as nobody does. */
static void want_player(struct loop *loop) {
    const char *attract = loop->stage ? loop->exhibition->hall->document.attract : NULL;
    bool visited = loop->stage && !(attract && strcmp(stage_scene(loop->stage), attract) == 0);
    if (visited && !loop->wants_player) {
        loop->wants_player = true;
        keeper_want_player(&loop->pulse);
    }
}

/* Waits, as long as that takes. A wait that may be long is slept through if the last one was: the
   keeper need not be told of every short one. */
static struct screen_event wait_for_event(struct loop *loop, millis deadline) {
    bool long_enough = deadline < 0 || deadline - clock_now() > KEEPER_SCREEN_BEAT;
    bool sleeps = long_enough && loop->quiet;
    if (sleeps) {
        keeper_pulse_sleep(&loop->pulse);
    }
    if (long_enough) {
        millis longest = sleeps ? KEEPER_SLEEP_LONGEST : KEEPER_SCREEN_BEAT;
        deadline = clock_earlier(deadline, clock_now() + longest);
    }
    millis begun = clock_now();
    struct screen_event event = screen_wait(loop->screen, deadline);
    loop->quiet = clock_now() - begun >= KEEPER_SCREEN_BEAT;
    if (sleeps) {
        keeper_pulse_beat(&loop->pulse);
    }
    return event;
}

/* Takes in everything that has come by now, for one frame: `*heard` if any of it is news, which
   being woken is not by itself. False when the window was closed. */
static bool hear_all(struct loop *loop, millis deadline, bool *heard) {
    struct screen_event event = wait_for_event(loop, deadline);
    bool open = hear(loop, &event);
    *heard = false;
    while (open && event.type != SCREEN_NOTHING) {
        *heard = *heard || event.type != SCREEN_WOKEN;
        event = screen_wait(loop->screen, 0);
        open = hear(loop, &event);
    }
    return open;
}

bool loop_step(struct loop *loop, millis deadline) {
    bool heard;
    bool open = hear_all(loop, clock_earlier(loop->wake, deadline), &heard);
    heard = media_client_hear(loop->client) || heard;
    struct exhibition *fresh = reloader_take(loop->reloader);
    if (fresh) {
        take_exhibition(loop, fresh);
    }
    bool due = atomic_exchange(&loop->due, false);
    if (heard || due || fresh || (loop->wake >= 0 && clock_now() >= loop->wake)) {
        show(loop);
    }
    rehearse(loop);
    want_player(loop);
    keeper_pulse_beat(&loop->pulse);
    return open;
}

void loop_wake(struct loop *loop) {
    wake_to_show(loop);
}

struct stage *loop_stage(struct loop *loop) {
    return loop->stage;
}

const struct hall *loop_hall(const struct loop *loop) {
    return loop->exhibition ? loop->exhibition->hall : NULL;
}

struct screen *loop_screen(struct loop *loop) {
    return loop->screen;
}
