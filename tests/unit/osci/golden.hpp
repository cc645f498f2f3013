// The golden messages of the reference and all keys for them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "osci/content.hpp"
#include "osci/incoming.hpp"
#include "pki/pkcs12.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace golden {

using namespace anb;

inline const std::filesystem::path k_folder = ANB_REFERENCE "/osci/samples";

inline constexpr std::array k_sets = {"plain", "signed", "signed-encrypted",
                                      "signed-encrypted-pss"};

inline bool missing()
{
    if (!std::filesystem::exists(k_folder)) {
        MESSAGE("the reference osci is not here");
        return true;
    }
    return false;
}

/// "client_cipher", "recipient_signature" …
inline const pki::Identity& identity(const std::string& name)
{
    static std::map<std::string, pki::Identity> all;
    auto found = all.find(name);
    if (found == all.end()) {
        const auto path = (k_folder / "pki" / (name + ".p12")).string();
        const auto bytes = base::read_file(path, 1 << 20);
        found =
            all.emplace(name,
                        pki::load_pkcs12(bytes, base::SecretString("123456"), path, {}).identity)
                .first;
    }
    return found->second;
}

inline osci::KeyRing ring()
{
    return {&identity("client_cipher"), &identity("intermed_cipher"),
            &identity("recipient_cipher")};
}

inline std::string text(const std::string& set, const std::string& file)
{
    return base::to_text(base::read_file((k_folder / set / file).string(), 1 << 20));
}

inline osci::Incoming read(const std::string& mime, const osci::KeyRing& keys)
{
    return osci::read_message(
        osci::open_message(base::source_of(base::as_bytes(mime)), "golden.mime", keys));
}

/// Everything is read and verified, down to the plaintext of the attachments.
inline std::map<std::string, std::string> read_all(const std::string& mime,
                                                   const osci::KeyRing& keys)
{
    const auto incoming = read(mime, keys);
    std::map<std::string, std::string> found;
    if (incoming.fault() != nullptr) {
        return found;
    }
    for (const auto& container : osci::open_content(incoming, keys).containers) {
        for (const auto& part : container.parts) {
            found[part.id] = base::to_text(part.bytes);
        }
        for (const auto& attachment : container.attachments) {
            auto& plain = found["cid:" + attachment.id];
            osci::extract(incoming, container, attachment.id,
                          [&](base::ByteView piece) { plain += base::as_text(piece); });
        }
    }
    return found;
}

} // namespace golden
