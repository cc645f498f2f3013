// SPDX-License-Identifier: EUPL-1.2

#include "xoev/test_rules.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "xoev/detail/shipped_test_rules.hpp"

#include <algorithm>
#include <array>

namespace anb::xoev {

namespace {

constexpr std::size_t k_longest = 200; ///< longer texts are no single datum

std::string lower(std::string_view text)
{
    auto result = base::to_lower_ascii(text);
    for (const auto& [upper, small] :
         {std::pair("Ä", "ä"), std::pair("Ö", "ö"), std::pair("Ü", "ü")}) {
        for (auto at = result.find(upper); at != std::string::npos; at = result.find(upper, at)) {
            result.replace(at, std::string_view(upper).size(), small);
        }
    }
    return result;
}

/// Lower case without blanks, dashes, slashes, dots and brackets: how numbers are compared.
std::string squeezed(std::string_view text)
{
    auto result = lower(text);
    std::erase_if(result, [](char c) {
        return c == ' ' || c == '-' || c == '/' || c == '.' || c == '(' || c == ')' || c == '\t' ||
               c == '\n' || c == '\r';
    });
    return result;
}

/// ISO 13616: form and check digits.
bool is_iban(std::string_view text)
{
    constexpr std::size_t k_shortest = 15, k_longest_iban = 34;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (text.size() < k_shortest || text.size() > k_longest_iban || !letter(text[0]) ||
        !letter(text[1]) || !digit(text[2]) || !digit(text[3])) {
        return false;
    }
    constexpr unsigned k_modulus = 97;
    unsigned rest = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[(i + 4) % text.size()];
        if (digit(c)) {
            rest = (rest * 10 + static_cast<unsigned>(c - '0')) % k_modulus;
        } else if (letter(c)) {
            rest = (rest * 100 + static_cast<unsigned>(c - 'a') + 10) % k_modulus;
        } else {
            return false;
        }
    }
    return rest == 1;
}

std::string domain_of(std::string_view text)
{
    const auto at = text.find('@');
    const bool single =
        at != std::string_view::npos && at > 0 && text.find('@', at + 1) == text.npos;
    const auto domain = single ? text.substr(at + 1) : std::string_view();
    return domain.find('.') == std::string_view::npos || text.find(' ') != text.npos
               ? std::string()
               : std::string(domain);
}

bool ends_in(std::string_view domain, std::string_view suffix)
{
    return domain == suffix ||
           (domain.ends_with(suffix) && domain[domain.size() - suffix.size() - 1] == '.');
}

[[noreturn]] void refuse(const std::string& origin, const std::string& member)
{
    throw base::Error(base::ErrorKind::configuration, "ANB-V340",
                      {{"file", origin}, {"member", member}});
}

std::vector<std::string> texts(const json::Reader& reader, std::string_view name,
                               std::string (*form)(std::string_view))
{
    std::vector<std::string> result;
    if (reader.has(name)) {
        for (const auto& text : reader.strings(name)) {
            result.push_back(form(text));
        }
    }
    return result;
}

void expect_members(const json::Reader& reader, std::initializer_list<std::string_view> known)
{
    for (const auto& [name, value] : reader.members()) {
        if (std::ranges::find(known, name) == known.end()) {
            refuse(reader.origin(), value.pointer());
        }
    }
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_kinds = {{
    {"name", "ANB-V170"},
    {"address", "ANB-V171"},
    {"contact", "ANB-V173"},
    {"identity_number", "ANB-V174"},
}};

} // namespace

TestRules TestRules::shipped()
{
    return read(detail::k_shipped_test_rules, "testdata-rules.json");
}

TestRules TestRules::read(std::string_view text, const std::string& origin)
{
    const auto value = json::parse(text, origin);
    const json::Reader reader(value, origin);
    expect_members(reader, {"date", "marks", "ibans", "mail_domains", "rules"});
    TestRules rules;
    rules.m_date = reader.string("date");
    rules.m_marks = texts(reader, "marks", lower);
    rules.m_ibans = texts(reader, "ibans", squeezed);
    rules.m_domains = texts(reader, "mail_domains", lower);
    for (const auto& each : reader.at("rules").elements()) {
        expect_members(each, {"kind", "elements", "allowed", "starts", "marks"});
        const auto kind = each.string("kind");
        const auto known =
            std::ranges::find(k_kinds, kind, [](const auto& row) { return row.first; });
        if (known == k_kinds.end()) {
            refuse(origin, each.at("kind").pointer());
        }
        NamedRule rule{std::string(known->second), texts(each, "elements", lower),
                       texts(each, "allowed", squeezed), texts(each, "starts", squeezed), true};
        if (each.has("marks")) {
            rule.marks = each.at("marks").boolean();
        }
        rules.m_named.push_back(std::move(rule));
    }
    return rules;
}

bool TestRules::is_marked(std::string_view text) const
{
    return std::ranges::any_of(
        m_marks, [&](const std::string& mark) { return text.find(mark) != std::string::npos; });
}

std::string TestRules::judge(const std::vector<std::string_view>& names,
                             std::string_view value) const
{
    const auto text = base::trim(value);
    if (text.empty() || text.size() > k_longest) {
        return {};
    }
    const auto small = lower(text);
    const auto number = squeezed(text);
    if (is_iban(number)) {
        return std::ranges::find(m_ibans, number) == m_ibans.end() ? "ANB-V172" : "";
    }
    if (const auto domain = domain_of(small); !domain.empty()) {
        return std::ranges::any_of(m_domains,
                                   [&](const std::string& each) { return ends_in(domain, each); })
                   ? ""
                   : "ANB-V173";
    }
    const auto name = names.empty() ? std::string() : lower(names.back());
    const auto with_parent =
        names.size() < 2 ? std::string() : lower(names[names.size() - 2]) + "/" + name;
    for (const auto& rule : m_named) {
        const bool meant = std::ranges::any_of(rule.elements, [&](const std::string& each) {
            return each == name || each == with_parent;
        });
        if (!meant) {
            continue;
        }
        const bool allowed = (rule.marks && is_marked(small)) ||
                             std::ranges::find(rule.allowed, number) != rule.allowed.end() ||
                             std::ranges::any_of(rule.starts, [&](const std::string& start) {
                                 return number.starts_with(start);
                             });
        return allowed ? "" : rule.code;
    }
    return {};
}

} // namespace anb::xoev
