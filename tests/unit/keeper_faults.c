/* The keeper with screen and player: what dies or hangs comes back, and everything ends together.
 */
#include "keeper/keeper.h"
#include "player_rig.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

#include <cmocka.h>

/* What test, keeper and screens share; mapped before the keeper is forked. */
struct board {
    _Atomic int screens; /* started so far */
    _Atomic int failed;  /* line of the first check that failed in a screen */
};

/* What a screen of the test does: returns its exit code. */
typedef int (*screen_play)(struct rig *rig, struct board *board);

struct play {
    screen_play play;
    struct board *board;
    const char *player;
};

#define CHECK(board, condition)                                                                    \
    do {                                                                                           \
        if (!(condition) && (board)->failed == 0) {                                                \
            (board)->failed = __LINE__;                                                            \
        }                                                                                          \
    } while (0)

static int run_screen(void *self, int control) {
    const struct play *play = self;
    struct rig rig;
    rig_init_control(&rig, control);
    play->board->screens++;
    keeper_pulse_beat(&(struct keeper_pulse){.control = control});
    keeper_want_player(&(struct keeper_pulse){.control = control});
    int code = play->play(&rig, play->board);
    rig_finish(&rig);
    return code;
}

/* Runs the keeper in a process of its own; returns its pid. */
static pid_t start_keeper(struct play *play) {
    pid_t pid = fork();
    if (pid == 0) {
        char player[4200];
        snprintf(player, sizeof player, "%s/kiosk-player", rig_build());
        struct keeper_setup setup = {
            .screen = run_screen, .self = play, .player = play->player ? play->player : player};
        _exit(keeper_run(&setup));
    }
    return pid;
}

static struct board *new_board(void) {
    void *memory =
        mmap(NULL, sizeof(struct board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(memory != MAP_FAILED);
    return memory;
}

/* The first process whose parent is `parent` and whose name begins so, or 0. */
static pid_t child_named(pid_t parent, const char *name) {
    DIR *processes = opendir("/proc");
    pid_t found = 0;
    for (struct dirent *entry; found == 0 && (entry = readdir(processes));) {
        char path[300];
        char comm[64] = "";
        int pid = 0;
        int its_parent = 0;
        snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
        FILE *file = fopen(path, "r");
        if (file && fscanf(file, "%d (%63[^)]) %*c %d", &pid, comm, &its_parent) == 3 &&
            its_parent == parent && strncmp(comm, name, strlen(name)) == 0) {
            found = pid;
        }
        if (file) {
            fclose(file);
        }
    }
    closedir(processes);
    return found;
}

static int run_play(screen_play play_function, const char *player, struct board *board) {
    struct play play = {.play = play_function, .board = board, .player = player};
    pid_t keeper = start_keeper(&play);
    int status = 0;
    waitpid(keeper, &status, 0);
    if (board->failed) {
        print_message("a check failed in the screen, line %d\n", board->failed);
    }
    assert_int_equal(board->failed, 0);
    assert_int_equal(child_named(keeper, ""), 0);
    return status;
}

/* Beats while it waits, as a screen does. */
static bool until_picture(struct rig *rig, bool wanted, millis patience) {
    for (millis end = clock_now() + patience; clock_now() < end;) {
        keeper_pulse_beat(&(struct keeper_pulse){.control = rig->control[1]});
        if (rig_until_picture(rig, wanted, end - clock_now() < 500 ? end - clock_now() : 500)) {
            return true;
        }
    }
    return rig_facts(rig).has_picture == wanted;
}

static bool plays_on(struct rig *rig, millis time) {
    uint64_t before = rig_facts(rig).frames;
    for (millis end = clock_now() + time; clock_now() < end;) {
        keeper_pulse_beat(&(struct keeper_pulse){.control = rig->control[1]});
        rig_pass(rig, 250);
    }
    return rig_facts(rig).frames > before + 5 && rig_facts(rig).status == PLAYER_PLAYING;
}

static void open_long(struct rig *rig, struct board *board) {
    rig->player.open(rig->player.self, rig_clip("long.mp4"), true);
    CHECK(board, until_picture(rig, true, 5000));
    CHECK(board, plays_on(rig, 1500));
}

static int killed_player(struct rig *rig, struct board *board) {
    open_long(rig, board);
    millis position = rig_facts(rig).position;
    millis begun = clock_now();
    kill(child_named(getppid(), "kiosk-player"), SIGKILL);
    CHECK(board, until_picture(rig, false, 1000));
    CHECK(board, clock_now() - begun <= rig_limit(100));
    CHECK(board,
          rig_facts(rig).status == PLAYER_WAITING || rig_facts(rig).status == PLAYER_OPENING);
    CHECK(board, until_picture(rig, true, 5000));
    CHECK(board, clock_now() - begun <= rig_limit(2000));
    CHECK(board, rig_facts(rig).position >= position - 100);
    CHECK(board, plays_on(rig, 1000));
    return 0;
}

static void a_killed_player_is_replaced_within_two_seconds(void **state) {
    (void)state;
    assert_int_equal(run_play(killed_player, NULL, new_board()), 0);
}

static int stopped_player(struct rig *rig, struct board *board) {
    open_long(rig, board);
    rig->player.pause(rig->player.self, true);
    CHECK(board, rig_until(rig, PLAYER_PAUSED, 3000));
    millis position = rig_facts(rig).position;
    millis begun = clock_now();
    kill(child_named(getppid(), "kiosk-player"), SIGSTOP);
    CHECK(board, until_picture(rig, false, 3000));
    CHECK(board, clock_now() - begun >= 700);
    CHECK(board, clock_now() - begun <= rig_limit(1400));
    CHECK(board, until_picture(rig, true, 5000));
    CHECK(board, clock_now() - begun <= rig_limit(2000));
    CHECK(board, rig_until(rig, PLAYER_PAUSED, 3000));
    rig_pass(rig, 300);
    CHECK(board, rig_facts(rig).position == position);
    return 0;
}

static void a_stopped_player_is_replaced_where_it_was_and_as_it_was(void **state) {
    (void)state;
    assert_int_equal(run_play(stopped_player, NULL, new_board()), 0);
}

/* The first screen crashes while a film plays; the second one finds a player that plays. */
static int crashing_screen(struct rig *rig, struct board *board) {
    open_long(rig, board);
    if (board->screens == 1) {
        raise(SIGKILL);
    }
    return 0;
}

static void a_crashed_screen_is_started_again_with_a_player(void **state) {
    (void)state;
    struct board *board = new_board();
    assert_int_equal(run_play(crashing_screen, NULL, board), 0);
    assert_int_equal(board->screens, 2);
}

/* The first screen stops beating. */
static int silent_screen(struct rig *rig, struct board *board) {
    (void)rig;
    if (board->screens == 1) {
        sleep(30);
        board->failed = __LINE__;
    }
    return 0;
}

static void a_screen_that_hangs_is_started_again(void **state) {
    (void)state;
    struct board *board = new_board();
    millis begun = clock_now();
    assert_int_equal(run_play(silent_screen, NULL, board), 0);
    assert_int_equal(board->screens, 2);
    assert_true(clock_now() - begun < KEEPER_SCREEN_PATIENCE + rig_limit(3000));
}

static int closing_screen(struct rig *rig, struct board *board) {
    (void)rig;
    (void)board;
    return 2;
}

static void a_screen_that_ends_by_itself_ends_all(void **state) {
    (void)state;
    struct board *board = new_board();
    int status = run_play(closing_screen, NULL, board);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    assert_int_equal(board->screens, 1);
}

/* Waits, beating, until its film has failed. */
static int failing_screen(struct rig *rig, struct board *board) {
    rig->player.open(rig->player.self, rig_clip("h264.mp4"), false);
    for (millis end = clock_now() + rig_limit(4000); clock_now() < end;) {
        keeper_pulse_beat(&(struct keeper_pulse){.control = rig->control[1]});
        if (rig_until(rig, PLAYER_FAILED, 500)) {
            return 0;
        }
    }
    CHECK(board, false);
    return 0;
}

static void without_a_player_films_fail_and_the_rest_lives(void **state) {
    (void)state;
    assert_int_equal(run_play(failing_screen, "/nowhere/kiosk-player", new_board()), 0);
}

/* A player that dies as soon as it is given something. */
static void a_film_that_players_die_of_is_given_up(void **state) {
    (void)state;
    assert_int_equal(run_play(failing_screen, "/bin/false", new_board()), 0);
}

static int lasting_screen(struct rig *rig, struct board *board) {
    open_long(rig, board);
    for (int beat = 0; beat < 60; beat++) {
        keeper_pulse_beat(&(struct keeper_pulse){.control = rig->control[1]});
        rig_pass(rig, 500);
    }
    return 1;
}

/* A process whose parent is gone may stay a zombie until init has looked. */
static bool is_running(pid_t pid) {
    char path[64];
    char state = 'Z';
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "r");
    if (file) {
        if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1) {
            state = 'Z';
        }
        fclose(file);
    }
    return state != 'Z' && state != 'X';
}

static void end_keeper(int signal) {
    struct board *board = new_board();
    struct play play = {.play = lasting_screen, .board = board};
    pid_t keeper = start_keeper(&play);
    pid_t player = 0;
    for (millis end = clock_now() + 5000; player == 0 && clock_now() < end;) {
        player = child_named(keeper, "kiosk-player");
        usleep(20000);
    }
    pid_t screen = child_named(keeper, "keeper_faults");
    assert_true(player > 0 && screen > 0);
    usleep(300000);
    kill(keeper, signal);
    int status = 0;
    waitpid(keeper, &status, 0);
    assert_true(signal == SIGKILL ? WIFSIGNALED(status) : status == 0);
    usleep(200000);
    assert_false(is_running(player));
    assert_false(is_running(screen));
}

static void sigterm_ends_all(void **state) {
    (void)state;
    end_keeper(SIGTERM);
}

static void without_the_keeper_nothing_is_left(void **state) {
    (void)state;
    end_keeper(SIGKILL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_player_is_replaced_within_two_seconds),
        cmocka_unit_test(a_stopped_player_is_replaced_where_it_was_and_as_it_was),
        cmocka_unit_test(a_crashed_screen_is_started_again_with_a_player),
        cmocka_unit_test(a_screen_that_hangs_is_started_again),
        cmocka_unit_test(a_screen_that_ends_by_itself_ends_all),
        cmocka_unit_test(without_a_player_films_fail_and_the_rest_lives),
        cmocka_unit_test(a_film_that_players_die_of_is_given_up),
        cmocka_unit_test(sigterm_ends_all),
        cmocka_unit_test(without_the_keeper_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, rig_make_clips, NULL);
}
