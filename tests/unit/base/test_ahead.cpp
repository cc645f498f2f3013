// SPDX-License-Identifier: EUPL-1.2

#include "base/ahead.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace anb;

TEST_CASE("results come in their order, whatever the threads and chunks")
{
    for (const std::size_t threads : {1U, 2U, 5U}) {
        for (const std::size_t chunk : {1U, 3U, 16U}) {
            for (const std::size_t count : {0U, 1U, 16U, 1000U}) {
                base::Ahead<std::size_t> results(count, threads, chunk,
                                                 [](std::size_t i) { return i * i; });
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
    base::Ahead<int> results(2000, 3, 4, [&](std::size_t i) {
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
        base::Ahead<int> results(1'000'000, 2, 1, [&](std::size_t) { return ++computed; });
        results.next();
    }
    CHECK(computed < 1000);
}
