// SPDX-License-Identifier: EUPL-1.2

#include "jose/jwk.hpp"

#include "crypto/key.hpp"
#include "inventory/detail/opener.hpp"
#include "json/json.hpp"

#include <algorithm>

namespace anb::inventory::detail {

namespace {

bool is_private(const json::Reader& key)
{
    return std::ranges::any_of(
        key.members(), [](const auto& member) { return jose::is_private_member(member.first); });
}

/// SubjectPublicKeyInfo of an RSA key; empty when the members form none.
base::Bytes spki(const json::Reader& key)
{
    const auto number = [&](std::string_view name) {
        const auto text = key.find_string(name);
        return text ? base::from_base64url(*text) : std::nullopt;
    };
    auto n = number("n"), e = number("e");
    if (!n || !e) {
        return {};
    }
    try {
        return crypto::PublicKey::from_numbers({std::move(*n), std::move(*e)}).to_der();
    } catch (const base::Error&) {
        return {};
    }
}

} // namespace

void Opener::read_json(std::string_view text)
{
    auto document = json::parse(text, m_origin);
    const json::Wiper wiper(document);
    const json::Reader root(document, m_origin);
    if (!document.is_object() || (!root.has("keys") && !root.has("kty"))) {
        refuse("ANB-C404", "kind", "JSON");
    }
    m_contents.ordered = false;
    const auto outer = m_place;
    for (const auto& key :
         root.has("keys") ? root.at("keys").elements() : std::vector<json::Reader>{root}) {
        m_place = outer + key.pointer();
        if (is_private(key)) {
            add({.kind = Kind::private_key, .spki = spki(key)});
        } else {
            add({.kind = Kind::public_key, .spki = spki(key)});
        }
        if (key.has("x5c")) {
            for (const auto& element : key.at("x5c").elements()) {
                m_place = outer + element.pointer();
                auto der = base::from_base64(element.string());
                if (!der) {
                    element.fail("base64");
                }
                read_certificates(std::move(*der));
            }
        }
    }
    m_place = outer;
}

} // namespace anb::inventory::detail
