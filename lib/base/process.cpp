// SPDX-License-Identifier: EUPL-1.2

#include "base/process.hpp"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ANB_ADDRESS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ANB_ADDRESS_SANITIZER
#endif

namespace anb::base {

void harden_process()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef ANB_ADDRESS_SANITIZER // the leak check needs to trace the process
    prctl(PR_SET_DUMPABLE, 0);
#endif
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
            // A closed stdout is opened for reading, so that writing results there fails.
            ::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

} // namespace anb::base
