// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/jwe_scan.hpp"

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "sandbox/fitconnect/destination_rules.hpp"
#include "sandbox/problem.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_smallest = 776;
constexpr std::size_t k_longest_header = 8192;
constexpr std::size_t k_iv_length = 16;
constexpr std::size_t k_tag_length = 22;

bool is_base64url(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

json::Value parse_header(const std::string& segment)
{
    const auto bytes = base::from_base64url(segment);
    if (!bytes) {
        return nullptr;
    }
    try {
        return json::parse(base::as_text(*bytes), "header");
    } catch (const base::Error&) {
        return nullptr;
    }
}

/// Text of a member, empty when it is absent or no text.
std::string member(const json::Value& header, const char* name)
{
    const auto found = header.find(name);
    return found != header.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

void JweScan::update(std::string_view piece)
{
    m_size += piece.size();
    while (!piece.empty()) {
        const auto dot = std::min(piece.find('.'), piece.size());
        const auto part = piece.substr(0, dot);
        m_foreign = m_foreign || std::any_of(part.begin(), part.end(),
                                             [](char c) { return !is_base64url(c) && c != '='; });
        m_padded = m_padded || part.find('=') != std::string_view::npos;
        if (m_segment < k_segments) {
            m_lengths.at(m_segment) += part.size();
        }
        if (m_segment == 0 && m_lengths[0] <= k_longest_header) {
            m_header.append(part);
        }
        if (m_segment + 1 == k_segments && m_lengths[4] <= k_tag_length) {
            m_tag.append(part);
        }
        if (dot == piece.size()) {
            break;
        }
        ++m_segment;
        piece.remove_prefix(dot + 1);
    }
}

std::string JweScan::finish(const Destination& destination, int api_version, bool typed,
                            std::string_view what) const
{
    const auto refuse = [&](const std::string& reason) {
        throw Refusal(422, "invalid JWE in " + std::string(what) + ": " + reason);
    };
    if (m_foreign || m_size == 0) {
        throw Refusal(400, std::string(what) + " is not a compact JWE");
    }
    if (m_segment + 1 != k_segments || m_padded) {
        refuse("five segments of base64url without padding are needed");
    }
    if (m_size < k_smallest) {
        refuse("too short");
    }
    if (m_lengths[0] > k_longest_header) {
        refuse("header too long");
    }
    const auto header = parse_header(m_header);
    if (!header.is_object()) {
        refuse("header is not JSON");
    }
    if (member(header, "alg") != "RSA-OAEP-256") {
        refuse("header alg");
    }
    if (member(header, "enc") != "A256GCM") {
        refuse("header enc");
    }
    if (header.contains("crit")) {
        refuse("header crit");
    }
    const auto kid = member(header, "kid");
    if (!has_encryption_key(destination, kid)) {
        refuse("header kid is no encryption key of the destination");
    }
    if (header.contains("zip") && (api_version != 1 || member(header, "zip") != "DEF")) {
        refuse("header zip");
    }
    const auto cty = member(header, "cty");
    if (typed && api_version != 1 && cty != "application/json" && cty != "application/xml") {
        refuse("header cty");
    }
    if (m_lengths[1] != destination.keys.at(kid).at("n").get<std::string>().size()) {
        refuse("length of the encrypted key");
    }
    if (m_lengths[2] != k_iv_length || m_lengths[4] != k_tag_length) {
        refuse("length of initialisation vector or tag");
    }
    return m_tag;
}

} // namespace anb::sandbox
