// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/container.hpp"

#include "crypto/openssl.hpp"
#include "pki/pem.hpp"

#include <climits>
#include <openssl/asn1.h>

#include <algorithm>

namespace anb::pki::detail {

base::SecretBytes to_plain_text(base::ByteView bytes)
{
    constexpr std::string_view k_mark = "\xef\xbb\xbf";
    if (auto narrowed = from_utf16(bytes)) {
        base::SecretBytes text(base::as_bytes(*narrowed));
        base::wipe(*narrowed);
        return text;
    }
    return base::SecretBytes(base::as_text(bytes).starts_with(k_mark) ? bytes.subspan(k_mark.size())
                                                                      : bytes);
}

std::optional<base::SecretBytes> decode_base64(std::string_view body)
{
    auto bytes = decode_pem(body);
    if (!bytes) {
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
