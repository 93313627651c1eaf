/* Leaks of a library's, which the leak sanitizer shall not report. */
#ifndef TESTS_LEAKS_H
#define TESTS_LEAKS_H

#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__)
#define LEAKS_ARE_REPORTED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LEAKS_ARE_REPORTED
#endif
#endif

#ifdef LEAKS_ARE_REPORTED
#include <sanitizer/lsan_interface.h>
#endif

/* What this thread allocates while `ignored` may stay. */
static inline void leaks_ignored(bool ignored) {
#ifdef LEAKS_ARE_REPORTED
    if (ignored) {
        __lsan_disable();
    } else {
        __lsan_enable();
    }
#else
    (void)ignored;
#endif
}

#endif
