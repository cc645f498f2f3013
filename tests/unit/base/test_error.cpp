// Failures name their place, outermost first.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

TEST_CASE("base::Error: places pile up in front while it is rethrown")
{
    base::Error error(base::ErrorKind::input, "ANB-J103", {{"file", "a.p12"}}, "asn1");
    CHECK(std::string(error.what()) == "ANB-J103 file=a.p12: asn1");
    error.in("inner").in("outer");
    CHECK(error.where() == "outer: inner");
    CHECK(std::string(error.what()) == "ANB-J103 outer: inner file=a.p12: asn1");
    CHECK(error.kind() == base::ErrorKind::input);
}

TEST_CASE("base::fail_internal: is a bug of ours with a code")
{
    try {
        base::fail_internal("no row");
        FAIL("did not throw");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::internal);
        CHECK(error.code() == "ANB-G900");
        CHECK(error.values() == base::Values{{"what", "no row"}});
    }
}
