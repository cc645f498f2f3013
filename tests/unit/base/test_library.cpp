// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/library.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace anb;

TEST_CASE("a library is loaded, and its functions answer")
{
    const base::Library library("libm.so.6");
    double (*cosine)(double) = nullptr;
    library.bind(cosine, "cos");
    CHECK(cosine(0.0) == 1.0);
}

TEST_CASE("what is missing is said by its name")
{
    const auto code = [](const auto& call) {
        try {
            call();
        } catch (const base::Error& error) {
            return error.code() + " " + error.values().front().second;
        }
        return std::string();
    };
    CHECK(code([] { base::Library("libanbindung-nirgends.so.1"); }) ==
          "ANB-G902 libanbindung-nirgends.so.1");
    double (*nothing)(double) = nullptr;
    CHECK(code([&] { base::Library("libm.so.6").bind(nothing, "anb_no_such"); }) ==
          "ANB-G902 libm.so.6");
    CHECK(!nothing);
}
