// How far long work has come.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/progress.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace std::chrono_literals;

TEST_CASE("cli: progress without a terminal is lines at the quarters and every 30 seconds")
{
    std::string shown;
    std::chrono::steady_clock::time_point now{};
    const auto progress = cli::detail::appended_lines(
        "Anhang", [&](std::string_view text) { shown += text; }, [&] { return now; });
    for (std::uint64_t done = 0; done <= 40; ++done) {
        progress->update(done, 100);
    }
    CHECK(shown == "Anhang 25 %\n");
    now += 30s;
    progress->update(41, 100);
    progress->update(42, 100);
    CHECK(shown == "Anhang 25 %\nAnhang 41 %\n");
    progress->update(100, 100);
    progress->update(100, 100);
    CHECK(shown == "Anhang 25 %\nAnhang 41 %\nAnhang 100 %\n");
}

TEST_CASE("cli: progress on a terminal is one line, rewritten at most twice a second")
{
    std::string shown;
    std::chrono::steady_clock::time_point now{};
    auto progress = cli::detail::rewritten_line(
        "Anhang", [&](std::string_view text) { shown += text; }, [&] { return now; });
    progress->update(1, 100);
    now += 499ms;
    progress->update(2, 100);
    CHECK(shown == "\rAnhang   1 %");
    now += 1ms;
    progress->update(3, 100);
    progress->update(100, 100);
    progress.reset();
    CHECK(shown == "\rAnhang   1 %\rAnhang   3 %\rAnhang 100 %\n");
}

TEST_CASE("cli: progress of an unknown total says nothing wrong")
{
    std::string shown;
    const auto progress = cli::detail::appended_lines(
        "x", [&](std::string_view text) { shown += text; },
        [] { return std::chrono::steady_clock::time_point{}; });
    progress->update(5, 0);
    CHECK(shown.empty());
}
