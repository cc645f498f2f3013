// What a process that holds keys does first.
// SPDX-License-Identifier: EUPL-1.2

#include "base/process.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace anb;

namespace {

/// Runs `check` in a process of its own. @return whether it was true
template <typename Check>
bool in_child(Check check)
{
    const int child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::_exit(check() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("base::harden_process: forbids core dumps")
{
    CHECK(in_child([] {
        base::harden_process();
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        return limit.rlim_cur == 0 && limit.rlim_max == 0;
    }));
}

TEST_CASE("base::harden_process: closed standard descriptors are taken by nobody else")
{
    CHECK(in_child([] {
        for (const int descriptor : {0, 1, 2}) {
            ::close(descriptor);
        }
        base::harden_process();
        const int next = ::dup(0);
        return next > 2 && ::write(1, "x", 1) < 0 && ::write(2, "x", 1) == 1;
    }));
}
