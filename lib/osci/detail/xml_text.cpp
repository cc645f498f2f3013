// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/xml_text.hpp"

namespace anb::osci::detail {

namespace {

std::string_view spelling(char each, bool in_attribute)
{
    switch (each) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return in_attribute ? "" : "&gt;";
    case '"':
        return in_attribute ? "&quot;" : "";
    case '\r':
        return "&#xD;";
    case '\t':
        return in_attribute ? "&#x9;" : "";
    case '\n':
        return in_attribute ? "&#xA;" : "";
    default:
        return "";
    }
}

std::string spell(std::string_view raw, bool in_attribute)
{
    std::string out;
    out.reserve(raw.size());
    for (const char each : raw) {
        if (const auto other = spelling(each, in_attribute); !other.empty()) {
            out += other;
        } else {
            out += each;
        }
    }
    return out;
}

} // namespace

std::string text(std::string_view raw)
{
    return spell(raw, false);
}

std::string attribute(std::string_view raw)
{
    return spell(raw, true);
}

} // namespace anb::osci::detail
