/* The witness: says in the log which scene is shown, and all that is on the screen when asked. */
#include "commands/witness.h"

#include "base/log.h"
#include "base/memory.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct witness {
    void (*wake)(void *self);
    void *self;
    int questions; /* signalfd */
    int stop;      /* eventfd */
    pthread_t thread;
    atomic_bool asked;
    char *scene; /* that was logged last */
};

static void *listen(void *argument) {
    struct witness *witness = argument;
    struct pollfd both[] = {{.fd = witness->questions, .events = POLLIN},
                            {.fd = witness->stop, .events = POLLIN}};
    for (;;) {
        (void)poll(both, 2, -1);
        if (both[1].revents) {
            return NULL;
        }
        struct signalfd_siginfo question;
        if (read(witness->questions, &question, sizeof question) == (ssize_t)sizeof question) {
            atomic_store(&witness->asked, true);
            witness->wake(witness->self);
        }
    }
}

static void release(struct witness *witness) {
    if (witness->questions >= 0) {
        (void)close(witness->questions);
    }
    if (witness->stop >= 0) {
        (void)close(witness->stop);
    }
    free(witness->scene);
    free(witness);
}

struct witness *witness_create(void (*wake)(void *self), void *self) {
    struct witness *witness = memory_alloc_zeroed(1, sizeof *witness);
    witness->wake = wake;
    witness->self = self;
    sigset_t question;
    sigemptyset(&question);
    sigaddset(&question, SIGUSR1);
    witness->questions = signalfd(-1, &question, SFD_CLOEXEC | SFD_NONBLOCK);
    witness->stop = eventfd(0, EFD_CLOEXEC);
    int error = errno;
    if (witness->questions >= 0 && witness->stop >= 0) {
        error = pthread_create(&witness->thread, NULL, listen, witness);
    }
    if (error != 0) {
        log_warning("SIGUSR1 will not be answered: %s", strerror(error));
        release(witness);
        return NULL;
    }
    return witness;
}

void witness_destroy(struct witness *witness) {
    if (!witness) {
        return;
    }
    uint64_t one = 1;
    (void)!write(witness->stop, &one, sizeof one);
    (void)pthread_join(witness->thread, NULL);
    release(witness);
}

static const char *const roles[] = {
    [ROLE_BUTTON] = "button", [ROLE_LINK] = "link",       [ROLE_CHOICE] = "choice",
    [ROLE_SLIDER] = "slider", [ROLE_PICTURE] = "picture", [ROLE_PAGES] = "pages",
};

static const struct {
    enum element_flag flag;
    const char *name;
} flags[] = {
    {ELEMENT_TAP, "tap"},           {ELEMENT_DRAG_X, "drag-x"},
    {ELEMENT_DRAG_Y, "drag-y"},     {ELEMENT_PINCH, "pinch"},
    {ELEMENT_CHECKED, "checked"},   {ELEMENT_LONG_PRESS, "long-press"},
    {ELEMENT_DISABLED, "disabled"}, {ELEMENT_NO_FOCUS, "no-focus"},
    {ELEMENT_MODAL, "modal"},       {ELEMENT_PRIMARY, "primary"},
};

static void add_flags(struct buffer *line, unsigned set) {
    const char *before = "";
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (set & flags[i].flag) {
            buffer_printf(line, "%s%s", before, flags[i].name);
            before = ",";
        }
    }
    buffer_add(line, *before ? " " : "- ");
}

/* A label of several lines stays one line of the log. */
static void add_label(struct buffer *line, const char *label) {
    for (const char *at = label ? label : ""; *at; at++) {
        buffer_add_bytes(line, *at == '\n' ? " " : at, 1);
    }
}

static void log_elements(const struct elements *elements) {
    struct buffer line = {0};
    for (size_t i = 0; i < elements->list.count; i++) {
        const struct element *element = &elements->list.items[i];
        buffer_clear(&line);
        buffer_printf(&line, "element %s.%d %s %.0f %.0f %.0f %.0f ", element->id.name,
                      element->id.index, roles[element->role], (double)element->rect.x,
                      (double)element->rect.y, (double)element->rect.w, (double)element->rect.h);
        add_flags(&line, element->flags);
        add_label(&line, element->label);
        log_info("%s", buffer_text(&line));
    }
    log_info("shown %zu elements", elements->list.count);
    buffer_finish(&line);
}

/* What follows the random numbers is a kind's own bytes: nothing to read. */
static void log_dump(const struct stage *stage) {
    struct buffer dump = {0};
    stage_dump(stage, &dump);
    const char *line = buffer_text(&dump);
    while (*line && strncmp(line, "random ", 7) != 0) {
        size_t length = strcspn(line, "\n");
        log_info("%.*s", (int)length, line);
        line += length + (line[length] == '\n');
    }
    buffer_finish(&dump);
}

void witness_see(struct witness *witness, const struct stage *stage) {
    if (!witness) {
        return;
    }
    const char *scene = stage ? stage_scene(stage) : "none";
    if (!witness->scene || strcmp(witness->scene, scene) != 0) {
        free(witness->scene);
        witness->scene = memory_strdup(scene);
        log_info("scene %s", scene);
    }
    if (atomic_exchange(&witness->asked, false)) {
        if (stage) {
            log_dump(stage);
        }
        static const struct elements none;
        log_elements(stage ? stage_elements(stage) : &none);
    }
}
