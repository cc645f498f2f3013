// Tests of xoev/tracker.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "xoev/tracker.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("xoev::Tracker: each document is followed or lost on its own")
{
    const std::string_view text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                                  "<xs:element name='a'><xs:complexType><xs:sequence>"
                                  "<xs:element name='b' type='xs:ID'/></xs:sequence>"
                                  "</xs:complexType></xs:element></xs:schema>";
    const auto file = xml::read_schema_file(base::as_bytes(text), "a.xsd");
    const xml::SchemaFile* files[] = {&file};
    const auto built = xoev::TypeTable::build(files);
    xoev::TypeTable types(built), others(built);
    xoev::Tracker tracker;
    const auto start = [&](std::string_view name, std::size_t number) {
        return tracker.start({{{}, name, number}, {}, {}, {}, {}});
    };
    const auto is_lost = [&](xoev::TypeTable& table, std::string_view child, std::size_t number) {
        tracker.begin(nullptr);
        tracker.begin(&table);
        REQUIRE(start("a", 0) != nullptr);
        const auto* type = start(child, number);
        CHECK((type != nullptr) == !tracker.is_lost());
        tracker.end();
        tracker.end();
        return tracker.is_lost();
    };
    for (auto* table : {&types, &types, &others}) {
        CHECK_FALSE(is_lost(*table, "b", 1));
        CHECK(is_lost(*table, "c", 2));
    }
}
