/* The player: from the order to the picture, round a loop, and every picture of a film. */
#include "bench.h"
#include "player_rig.h"

enum { PATIENCE = 10000, ROUNDS = 9, LONG_FILM = 360, LOOP_LAST = 29 };
static const double PERIOD = 1000.0 / 30;

static void begin(struct rig *rig) {
    rig_init(rig);
    rig_start_player(rig);
}

/* A film made ready is there before its first frame is over. */
static void bench_preroll(void) {
    struct rig rig;
    begin(&rig);
    rig.player.open(rig.player.self, rig_clip("long.mp4"), false);
    (void)rig_until_picture(&rig, true, PATIENCE);
    for (int i = 0; i < ROUNDS; i++) {
        const char *name = i % 2 == 0 ? "h264.mp4" : "long.mp4";
        rig.player.preroll(rig.player.self, rig_clip(name));
        rig_pass(&rig, 700);
        int64_t begun = bench_now();
        rig.player.open(rig.player.self, rig_clip(name), false);
        (void)rig_until_picture(&rig, true, PATIENCE);
        bench_tell("preroll", bench_ms(bench_now() - begun), PERIOD);
    }
    rig_finish(&rig);
}

/* From the last picture of a round to the first of the next. */
static void bench_loop(void) {
    struct rig rig;
    begin(&rig);
    rig.player.open(rig.player.self, rig_clip("silent.mp4"), true);
    int64_t last_at = 0;
    int last = -1;
    for (int rounds = 0; rounds < ROUNDS;) {
        (void)rig_hear(&rig, PATIENCE);
        int number = rig_number(&rig);
        int64_t now = bench_now();
        if (number == last) {
            continue;
        }
        if (number == 0 && last == LOOP_LAST) {
            bench_tell("loop", bench_ms(now - last_at), PERIOD);
        }
        rounds += number < last;
        last = number;
        last_at = now;
    }
    rig_finish(&rig);
}

/* How many of a film's pictures come through. */
static void bench_pictures(void) {
    struct rig rig;
    begin(&rig);
    rig.player.open(rig.player.self, rig_clip("long.mp4"), false);
    (void)rig_until(&rig, PLAYER_ENDED, 2 * PATIENCE);
    bench_tell("pictures", (double)rig_facts(&rig).frames, LONG_FILM);
    rig_finish(&rig);
}

int main(void) {
    if (rig_make_clips(NULL) != 0) {
        (void)fprintf(stderr, "the films could not be made\n");
        return 1;
    }
    bench_preroll();
    bench_loop();
    bench_pictures();
    return 0;
}
