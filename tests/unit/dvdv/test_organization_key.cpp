// Tests of dvdv/organization_key.hpp. SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "dvdv/organization_key.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace anb;
using dvdv::OrganizationKey;

namespace {

std::string code_of(const std::string& text)
{
    try {
        return OrganizationKey::parse(text).str();
    } catch (const base::Error& error) {
        return error.code();
    }
}

} // namespace

TEST_CASE("dvdv::OrganizationKey: takes keys with a prefix of the code list")
{
    for (const std::string text : {"soa:05999000", "psb:04011300_00", "töj:123", "MELDID:0815",
                                   "azr:09_022100", "ags:05315000", "sop:a:b"}) {
        CHECK(code_of(text) == text);
    }
    const auto key = OrganizationKey::parse("soa:05999000");
    CHECK(key.prefix() == "soa");
    CHECK(key.category() == "Sozialamt");
}

TEST_CASE("dvdv::OrganizationKey: says what is wrong with others")
{
    struct Case {
        std::string text, code;
    };
    const Case cases[] = {
        {"05999000", "ANB-D301"},
        {"059990000000", "ANB-D301"},
        {"", "ANB-D301"},
        {":05999000", "ANB-D301"},
        {"SOA:05999000", "ANB-D302"},
        {"sao:05999000", "ANB-D302"},
        {"meldid:0815", "ANB-D302"},
        {"soa:", "ANB-D303"},
        {"soa:1", "ANB-D303"},
        {"soa:05 99", "ANB-D303"},
        {"soa:05999\n", "ANB-D303"},
        {"to\u0308j:123", "ANB-D303"},
        {"soa:\xff\xfe", "ANB-D303"},
        {"ags:059990000000", "ANB-D304"},
        {"soa:" + std::string(300, '1'), "ANB-D303"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(code_of(each.text) == each.code);
    }
    CHECK(dvdv::ags_of("059990000123") == "05999123");
}

TEST_CASE("dvdv::prefixes: are those of the official code list")
{
    CHECK(dvdv::prefixes().size() == 118);
    const std::filesystem::path file =
        std::filesystem::path(ANB_REFERENCE) / "dvdv/codelists/dvdv-praefixe-51.tsv";
    if (!std::filesystem::exists(file)) {
        MESSAGE("the reference is not here");
        return;
    }
    const auto bytes = base::read_file(file.string(), 1 << 20);
    std::size_t compared = 0;
    for (const auto line : base::split(base::as_text(bytes), '\n')) {
        const auto cells = base::split(line, '\t');
        if (cells.size() == 3 && cells[0] != "praefix") {
            const auto found = std::ranges::find(dvdv::prefixes(), cells[0], &dvdv::Prefix::prefix);
            REQUIRE(found != dvdv::prefixes().end());
            CHECK(found->category == cells[1]);
            ++compared;
        }
    }
    CHECK(compared == dvdv::prefixes().size());
}
