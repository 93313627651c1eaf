/* Confinement of the player: Landlock for files, seccomp for system calls. */
#include "player/confine.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <seccomp.h>

#define READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITE (READ | LANDLOCK_ACCESS_FS_WRITE_FILE)
/* Of a sound server's shared memory. */
#define SHARE (WRITE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE)
/* Every right that Landlock's first version knows; a later kernel's further ones stay allowed. */
#define ALL_RIGHTS ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

/* Films come as open files: the exhibition itself is not among these. */
static const struct {
    const char *path;
    uint64_t rights;
} places[] = {
    {"/usr/lib", READ | LANDLOCK_ACCESS_FS_EXECUTE},
    {"/lib", READ | LANDLOCK_ACCESS_FS_EXECUTE},
    {"/usr/share", READ},
    {"/etc", READ},
    {"/proc", READ},
    {"/sys/devices/system/cpu", READ},
    {"/sys/devices/system/node", READ},
    {"/dev/null", WRITE},
    {"/dev/urandom", READ},
    {"/dev/snd", WRITE},
    {"/dev/shm", SHARE},
};

static void allow_place(int rules, const char *path, uint64_t rights) {
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place < 0) {
        return; /* what is not there need not be allowed */
    }
    struct stat info;
    if (fstat(place, &info) == 0 && !S_ISDIR(info.st_mode)) {
        rights &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                  LANDLOCK_ACCESS_FS_EXECUTE;
    }
    struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = place};
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
        log_warning("the player may not use %s: %s", path, strerror(errno));
    }
    close(place);
}

/* The sound server's sockets are in the user's own runtime directory, its secret at home. */
static void allow_sound_server(int rules) {
    static const struct {
        const char *variable, *below;
    } servers[] = {{"XDG_RUNTIME_DIR", "/pulse"},
                   {"XDG_RUNTIME_DIR", "/pipewire-0"},
                   {"HOME", "/.config/pulse"}};
    for (size_t i = 0; i < sizeof servers / sizeof servers[0]; i++) {
        const char *base = getenv(servers[i].variable);
        char path[512];
        if (base && snprintf(path, sizeof path, "%s%s", base, servers[i].below) < 512) {
            allow_place(rules, path, WRITE);
        }
    }
}

static void confine_files(void) {
    struct landlock_ruleset_attr attributes = {.handled_access_fs = ALL_RIGHTS};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes,
                             sizeof attributes.handled_access_fs, 0);
    if (rules < 0) {
        log_warning("this kernel has no Landlock: the player can read files as the kiosk can");
        return;
    }
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        allow_place(rules, places[i].path, places[i].rights);
    }
    allow_sound_server(rules);
    if (syscall(SYS_landlock_restrict_self, rules, 0) != 0) {
        log_warning("the player's files are not confined: %s", strerror(errno));
    }
    close(rules);
}

/* What libvlc, its decoders and a sound server's client need. */
static const int allowed_calls[] = {
    /* memory */
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(memfd_create),
    SCMP_SYS(ftruncate),
    SCMP_SYS(get_mempolicy),
    SCMP_SYS(set_mempolicy),
    SCMP_SYS(mlock),
    SCMP_SYS(munlock),
    /* threads and time */

    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(futex),
    SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_setaffinity),
    SCMP_SYS(sched_getparam),
    SCMP_SYS(sched_getscheduler),
    SCMP_SYS(sched_setscheduler),
    SCMP_SYS(sched_get_priority_max),
    SCMP_SYS(sched_get_priority_min),
    SCMP_SYS(setpriority),
    SCMP_SYS(getpriority),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(arch_prctl),
    /* signals */
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigtimedwait),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigpending),
    /* files */
    SCMP_SYS(openat),
    SCMP_SYS(open),
    SCMP_SYS(close),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(fstatfs),
    SCMP_SYS(statfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(getdents64),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(fcntl),
    SCMP_SYS(flock),
    SCMP_SYS(fadvise64),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(umask),
    SCMP_SYS(close_range),
    /* waiting and messages */
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(pipe),
    SCMP_SYS(pipe2),
    SCMP_SYS(eventfd2),
    SCMP_SYS(epoll_create1),
    SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(timerfd_create),
    SCMP_SYS(timerfd_settime),
    SCMP_SYS(connect),
    SCMP_SYS(sendmsg),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendto),
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendmmsg),
    SCMP_SYS(shutdown),
    SCMP_SYS(getsockname),
    SCMP_SYS(getpeername),
    SCMP_SYS(getsockopt),
    SCMP_SYS(setsockopt),
    /* who and where we are */
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getresuid),
    SCMP_SYS(getresgid),
    SCMP_SYS(getgroups),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getcpu),
    SCMP_SYS(getrusage),
    SCMP_SYS(prlimit64),
    SCMP_SYS(getrandom),
    SCMP_SYS(prctl),
    SCMP_SYS(ioctl),
};

/* The registers of a call that was refused: its answer is written where the caller looks. */
static void set_answer(ucontext_t *context, long answer) {
#if defined(__x86_64__)
    context->uc_mcontext.gregs[REG_RAX] = answer;
#elif defined(__aarch64__)
    context->uc_mcontext.regs[0] = (unsigned long long)answer;
#else
#error "say here where this processor keeps a system call's result"
#endif
}

/* An unexpected call: one line in the log each, and EPERM for whoever made it. Runs in a signal
   handler, where snprintf of an int and write are all it uses. */
static void refuse(int signal, siginfo_t *info, void *context) {
    (void)signal;
    char line[96];
    int length =
        snprintf(line, sizeof line, "<4>the player was refused system call %d\n", info->si_syscall);
    ssize_t written = write(STDERR_FILENO, line, (size_t)length);
    (void)written;
    set_answer(context, -EPERM);
}

/* Sockets of the machine itself only. */
static int allow_sockets(scmp_filter_ctx filter) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1,
                            SCMP_A0(SCMP_CMP_EQ, AF_UNIX, 0)) |
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socketpair), 1,
                            SCMP_A0(SCMP_CMP_EQ, AF_UNIX, 0)) |
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
                            SCMP_A0(SCMP_CMP_NE, AF_UNIX, 0));
}

/* Threads, but no processes; signals to itself alone. The C library goes from clone3, whose flags
   no filter can see, to clone. */
static int allow_threads(scmp_filter_ctx filter) {
    enum { CLONE_THREAD_FLAG = 0x00010000 };
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) |
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0)) |
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                            SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD_FLAG, CLONE_THREAD_FLAG));
}

static bool load_filter(scmp_filter_ctx filter) {
    int wrong = allow_sockets(filter) | allow_threads(filter);
    for (size_t i = 0; i < sizeof allowed_calls / sizeof allowed_calls[0]; i++) {
        wrong |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed_calls[i], 0);
    }
    return wrong == 0 && seccomp_load(filter) == 0;
}

static void confine_calls(void) {
    struct sigaction action = {.sa_sigaction = refuse, .sa_flags = SA_SIGINFO | SA_NODEFER};
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_TRAP);
    if (!filter || sigaction(SIGSYS, &action, NULL) != 0 || !load_filter(filter)) {
        log_warning("the player's system calls are not confined");
    }
    if (filter) {
        seccomp_release(filter);
    }
}

void confine(void) {
    (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    confine_files();
    confine_calls();
}
