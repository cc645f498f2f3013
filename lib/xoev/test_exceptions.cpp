// SPDX-License-Identifier: EUPL-1.2

#include "xoev/test_exceptions.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::xoev {

namespace {

std::string form(std::string_view text)
{
    return base::to_lower_ascii(base::trim(text));
}

void require(bool good, const json::Reader& at)
{
    if (!good) {
        throw base::Error(base::ErrorKind::configuration, "ANB-V341",
                          {{"file", at.origin()}, {"member", at.pointer()}});
    }
}

void expect_members(const json::Reader& reader, std::initializer_list<std::string_view> known)
{
    for (const auto& [name, value] : reader.members()) {
        require(std::ranges::find(known, name) != known.end(), value);
    }
}

TestException read_one(const json::Reader& reader)
{
    expect_members(reader, {"element", "value", "reason"});
    TestException exception{.element = form(reader.string("element")),
                            .value = form(reader.find_string("value").value_or("")),
                            .reason = std::string(base::trim(reader.string("reason")))};
    require(!exception.element.empty(), reader.at("element"));
    require(!exception.reason.empty(), reader.at("reason"));
    return exception;
}

} // namespace

TestExceptions TestExceptions::read(std::string_view text, const std::string& origin)
{
    const auto value = json::parse(text, origin);
    const json::Reader reader(value, origin);
    expect_members(reader, {"exceptions"});
    TestExceptions exceptions;
    for (const auto& each : reader.at("exceptions").elements()) {
        exceptions.m_all.push_back(read_one(each));
    }
    return exceptions;
}

std::optional<std::size_t> TestExceptions::find(const std::vector<std::string_view>& names,
                                                std::string_view value) const
{
    if (names.empty() || m_all.empty()) {
        return std::nullopt;
    }
    const auto name = base::to_lower_ascii(names.back());
    const auto with_parent =
        names.size() < 2 ? name : base::to_lower_ascii(names[names.size() - 2]) + "/" + name;
    const auto text = form(value);
    const auto found = std::ranges::find_if(m_all, [&](const TestException& each) {
        return (each.element == name || each.element == with_parent) &&
               (each.value.empty() || each.value == text);
    });
    return found == m_all.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - m_all.begin()));
}

} // namespace anb::xoev
