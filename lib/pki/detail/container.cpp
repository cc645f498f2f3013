// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/container.hpp"

#include "base/text.hpp"
#include "crypto/openssl.hpp"

#include <climits>
#include <openssl/asn1.h>

#include <algorithm>

namespace anb::pki::detail {

namespace {

constexpr std::string_view k_begin = "-----BEGIN ";
constexpr std::string_view k_end = "-----END ";
constexpr std::string_view k_dashes = "-----";

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

/// PEM is ASCII: other code units become "?", which belongs to no block.
base::SecretBytes narrow(base::ByteView units, bool big_endian)
{
    auto text = base::SecretBytes::zeroed(units.size() / 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto high = units[2 * i + (big_endian ? 0 : 1)];
        const auto low = units[2 * i + (big_endian ? 1 : 0)];
        const auto ascii = high == std::byte{0} && low < std::byte{0x80};
        text.reveal_writable()[i] = ascii ? low : static_cast<std::byte>('?');
    }
    return text;
}

/// Cuts the lines "Name: value" and the blank line behind them (RFC 1421 §4.4).
std::string_view without_headers(std::string_view body)
{
    while (body.find(':') != std::string_view::npos) {
        const auto line_end = body.find_first_of("\r\n", body.find(':'));
        if (line_end == std::string_view::npos) {
            return body;
        }
        body.remove_prefix(line_end);
    }
    return body;
}

} // namespace

base::SecretBytes to_plain_text(base::ByteView bytes)
{
    const auto text = base::as_text(bytes);
    if (text.starts_with("\xef\xbb\xbf")) {
        return base::SecretBytes(bytes.subspan(3));
    }
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        return narrow(bytes.subspan(2), text.front() == '\xfe');
    }
    return base::SecretBytes(bytes);
}

std::vector<PemBlock> pem_blocks(std::string_view text)
{
    std::vector<PemBlock> blocks;
    for (auto at = text.find(k_begin); at != std::string_view::npos; at = text.find(k_begin)) {
        text.remove_prefix(at + k_begin.size());
        const auto label_end = text.find(k_dashes);
        if (label_end == std::string_view::npos) {
            break;
        }
        PemBlock block;
        block.label = text.substr(0, label_end);
        text.remove_prefix(label_end + k_dashes.size());
        const auto body_end = std::min(text.find(k_dashes), text.size());
        block.body = text.substr(0, body_end);
        text.remove_prefix(body_end);
        block.closed = text.starts_with(k_end) &&
                       text.substr(k_end.size()).starts_with(block.label) &&
                       text.substr(k_end.size() + block.label.size()).starts_with(k_dashes);
        blocks.push_back(block);
    }
    return blocks;
}

std::optional<base::SecretBytes> decode_base64(std::string_view body)
{
    body = without_headers(body);
    std::string packed;
    packed.reserve(body.size());
    std::ranges::copy_if(body, std::back_inserter(packed), [](char c) { return !is_space(c); });
    auto bytes = base::from_base64(packed);
    base::wipe(packed);
    if (!bytes || bytes->empty()) {
        return std::nullopt;
    }
    base::SecretBytes secret(*bytes);
    base::wipe(*bytes);
    return secret;
}

std::optional<Element> first_element(base::ByteView bytes)
{
    constexpr int k_broken = 0x80;
    const auto* at = crypto::raw(bytes);
    long length = 0;
    int tag = 0, tag_class = 0;
    if (bytes.empty() || bytes.size() > LONG_MAX) {
        return std::nullopt;
    }
    const auto flags =
        ASN1_get_object(&at, &length, &tag, &tag_class, static_cast<long>(bytes.size()));
    crypto::drain_errors();
    if ((flags & k_broken) != 0 && at == crypto::raw(bytes)) {
        return std::nullopt;
    }
    const auto head = static_cast<std::size_t>(at - crypto::raw(bytes));
    const auto indefinite = (flags & 1) != 0;
    const auto present = bytes.subspan(head);
    const auto size =
        indefinite ? present.size() : std::min(present.size(), static_cast<std::size_t>(length));
    return Element{tag, tag_class == V_ASN1_CONTEXT_SPECIFIC, (flags & V_ASN1_CONSTRUCTED) != 0,
                   present.first(size), present.subspan(size)};
}

std::vector<int> child_tags(base::ByteView content, std::size_t limit)
{
    std::vector<int> tags;
    while (tags.size() < limit) {
        const auto element = first_element(content);
        if (!element) {
            break;
        }
        tags.push_back(element->context ? k_context + element->tag : element->tag);
        content = element->rest;
    }
    return tags;
}

} // namespace anb::pki::detail
