// SPDX-License-Identifier: EUPL-1.2

#include "base/ahead.hpp"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <thread>

using namespace anb;

TEST_CASE("results come in their order, whatever the threads and chunks")
{
    for (const std::size_t threads : {1U, 2U, 5U}) {
        for (const std::size_t chunk : {1U, 3U, 16U}) {
            for (const std::size_t count : {0U, 1U, 16U, 1000U}) {
                base::Ahead<std::size_t> results(count, threads, chunk,
                                                 [](std::size_t i, std::size_t) { return i * i; });
                bool right = true;
                for (std::size_t i = 0; i < count; ++i) {
                    right = right && results.next() == i * i;
                }
                CHECK(right);
            }
        }
    }
}

TEST_CASE("the work stays a bounded number ahead of what is taken")
{
    constexpr std::size_t k_bound = 9 * 4;
    std::atomic<std::size_t> taken = 0;
    std::atomic<bool> too_far = false;
    base::Ahead<int> results(2000, 3, 4, [&](std::size_t i, std::size_t) {
        too_far = too_far || i >= taken + k_bound;
        return 0;
    });
    for (std::size_t i = 0; i < 2000; ++i) {
        results.next();
        ++taken;
    }
    CHECK(!too_far);
}

TEST_CASE("what is not taken is dropped without being computed")
{
    std::atomic<int> computed = 0;
    {
        base::Ahead<int> results(1'000'000, 2, 1,
                                 [&](std::size_t, std::size_t) { return ++computed; });
        results.next();
    }
    CHECK(computed < 1000);
}

TEST_CASE("no number works twice at once")
{
    constexpr std::size_t k_threads = 4;
    std::array<std::atomic<int>, k_threads> at_work{};
    std::atomic<bool> twice = false;
    base::Ahead<int> results(2000, k_threads, 3, [&](std::size_t, std::size_t worker) {
        twice = twice || at_work.at(worker)++ > 0;
        std::this_thread::yield();
        --at_work.at(worker);
        return 0;
    });
    for (std::size_t i = 0; i < 2000; ++i) {
        results.next();
    }
    CHECK(!twice);
}
