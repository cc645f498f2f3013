// SPDX-License-Identifier: EUPL-1.2

#include "jose/detail/header.hpp"

#include "base/error.hpp"

#include <array>

namespace anb::jose::detail {

namespace {

constexpr std::array<std::string_view, 6> k_texts = {"alg", "enc", "kid", "typ", "cty", "zip"};

std::optional<json::Value> parse_object(std::string_view text)
{
    try {
        auto value = json::parse(text, "header", {.bytes = k_max_header_size, .depth = 16});
        return value.is_object() ? std::optional(std::move(value)) : std::nullopt;
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            throw;
        }
        return std::nullopt;
    }
}

} // namespace

std::optional<json::Value> read_header(std::string_view segment)
{
    if (segment.size() > (k_max_header_size + 2) / 3 * 4) {
        return std::nullopt;
    }
    const auto bytes = base::from_base64url(segment);
    if (!bytes) {
        return std::nullopt;
    }
    auto header = parse_object(base::as_text(*bytes));
    if (!header || !header->contains("alg") || header->contains("crit")) {
        return std::nullopt;
    }
    for (const auto name : k_texts) {
        if (header->contains(name) && !header->at(std::string(name)).is_string()) {
            return std::nullopt;
        }
    }
    return header;
}

std::string text_member(const json::Value& header, std::string_view name)
{
    const auto member = header.find(name);
    return member == header.end() ? std::string() : member->get<std::string>();
}

} // namespace anb::jose::detail
