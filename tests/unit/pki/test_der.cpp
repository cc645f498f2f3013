// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "pki/der.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;
using namespace anb::pki::der;
using pki::test::time;

namespace {

base::Bytes hex(std::string_view text)
{
    return *base::from_hex(text);
}

/// What reading the first element says: "ok", or the reason and the offset.
template <typename Read>
std::string outcome(const base::Bytes& bytes, Read read)
{
    try {
        read(Cursor(bytes).next());
        return "ok";
    } catch (const Malformed& malformed) {
        return std::string(key(malformed.reason)) + " @ " + std::to_string(malformed.offset);
    }
}

std::string outcome(std::string_view text)
{
    return outcome(hex(text), [](const Element&) {});
}

Time time_of(std::uint8_t tag, std::string_view text)
{
    base::Bytes bytes{std::byte{tag}, static_cast<std::byte>(text.size())};
    const auto content = base::as_bytes(text);
    bytes.insert(bytes.end(), content.begin(), content.end());
    return to_time(Cursor(bytes).next());
}

} // namespace

TEST_CASE("pki::der: lengths are definite, minimal and within the input")
{
    CHECK(outcome("0400") == "ok");
    CHECK(outcome("04810180") == "long_length @ 0");
    CHECK(outcome("0480") == "indefinite_length @ 0");
    CHECK(outcome("0402ff") == "truncated @ 0");
    CHECK(outcome("04820080") == "long_length @ 0");
    CHECK(outcome("0485000000000000") == "long_length @ 0");
    CHECK(outcome("0484ffffffff") == "truncated @ 0");
    CHECK(outcome("04") == "truncated @ 0");
    CHECK(outcome("1f8101") == "high_tag @ 0");
}

TEST_CASE("pki::der: a cursor keeps the offset within the whole input")
{
    const auto bytes = hex("3007020105300204000500");
    Cursor outer(bytes);
    Cursor inner(outer.expect(sequence));
    CHECK(to_number(inner.expect(integer)) == 5);
    CHECK_FALSE(inner.maybe(boolean).has_value());
    Cursor innermost(inner.expect(sequence));
    CHECK(innermost.offset() == 7);
    CHECK(innermost.expect(octet_string).content.empty());
    inner.finish();
    CHECK(outer.at(null));
    try {
        outer.finish();
        FAIL("something is left");
    } catch (const Malformed& malformed) {
        CHECK(malformed.reason == Reason::trailing);
        CHECK(malformed.offset == 9);
    }
}

TEST_CASE("pki::der: booleans and integers have one form")
{
    const auto boolean_of = [](std::string_view text) {
        return outcome(hex(text), [](const Element& element) { to_boolean(element); });
    };
    CHECK(boolean_of("0101ff") == "ok");
    CHECK(boolean_of("010101") == "bad_boolean @ 0");
    CHECK(boolean_of("0100") == "bad_boolean @ 0");
    const auto integer_of = [](std::string_view text) {
        return outcome(hex(text), [](const Element& element) { to_integer(element); });
    };
    CHECK(integer_of("02020080") == "ok");
    CHECK(integer_of("0202007f") == "bad_integer @ 0");
    CHECK(integer_of("0202ff80") == "bad_integer @ 0");
    CHECK(integer_of("0200") == "bad_integer @ 0");
    CHECK(to_number(Cursor(hex("02087fffffffffffffff")).next()) == INT64_MAX);
    CHECK_FALSE(to_number(Cursor(hex("0209008000000000000000")).next()).has_value());
    CHECK_FALSE(to_number(Cursor(hex("0201ff")).next()).has_value());
}

TEST_CASE("pki::der: object identifiers")
{
    CHECK(to_oid(Cursor(hex("06092a864886f70d01010b")).next()) == "1.2.840.113549.1.1.11");
    CHECK(to_oid(Cursor(hex("0603883703")).next()) == "2.999.3");
    const auto oid_of = [](std::string_view text) {
        return outcome(hex(text), [](const Element& element) { to_oid(element); });
    };
    CHECK(oid_of("0600") == "bad_oid @ 0");
    CHECK(oid_of("06022a86") == "bad_oid @ 0");
    CHECK(oid_of("06032a8001") == "bad_oid @ 0");
}

TEST_CASE("pki::der: bit strings")
{
    CHECK(to_flags(Cursor(hex("030205a0")).next()).bits == 0b101);
    CHECK_FALSE(to_flags(Cursor(hex("030200a0")).next()).minimal);
    CHECK(to_octets(Cursor(hex("030200a0")).next()).size() == 1);
    const auto flags_of = [](std::string_view text) {
        return outcome(hex(text), [](const Element& element) { to_flags(element); });
    };
    CHECK(flags_of("0300") == "bad_bits @ 0");
    CHECK(flags_of("030208a0") == "bad_bits @ 0");
    CHECK(flags_of("030400a0a0a0") == "bad_bits @ 0");
    CHECK(outcome(hex("030205a0"), [](const Element& element) { to_octets(element); }) ==
          "bad_bits @ 0");
}

TEST_CASE("pki::der: times are never normalised and known to be strict or not")
{
    CHECK(time_of(utc_time, "260101000000Z").value == time("2026-01-01T00:00:00Z"));
    CHECK(time_of(utc_time, "260101000000Z").strict);
    CHECK(time_of(utc_time, "500101000000Z").value == time("1950-01-01T00:00:00Z"));
    CHECK(time_of(utc_time, "491231235959Z").value == time("2049-12-31T23:59:59Z"));
    CHECK(time_of(generalized_time, "20500101000000Z").strict);
    CHECK_FALSE(time_of(generalized_time, "20490101000000Z").strict);
    CHECK(time_of(utc_time, "2601010000Z").value == time("2026-01-01T00:00:00Z"));
    CHECK_FALSE(time_of(utc_time, "2601010000Z").strict);
    CHECK(time_of(utc_time, "260101020000+0200").value == time("2026-01-01T00:00:00Z"));
    CHECK(time_of(generalized_time, "20600101000000.5Z").value == time("2060-01-01T00:00:00Z"));
    CHECK_FALSE(time_of(generalized_time, "20600101000000.5Z").strict);
    for (const auto* text : {"260230000000Z", "261301000000Z", "260101240000Z", "260101006000Z",
                             "26010100000aZ", "", "Z", "260101000000"}) {
        CAPTURE(text);
        CHECK_FALSE(time_of(utc_time, text).value.has_value());
    }
}
