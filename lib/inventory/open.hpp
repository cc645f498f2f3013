// Opens a file that ought to hold certificates, by its content and down to what lies in it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/report.hpp"
#include "base/secret.hpp"
#include "base/time.hpp"
#include "pki/path.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace anb::inventory {

enum class Kind {
    certificate,
    crl,
    request, ///< PKCS#10
    public_key,
    private_key,
    encrypted_private_key, ///< and nobody has opened it
};

/// "certificate", "crl", "request", "public_key", "private_key", "encrypted_private_key"
std::string_view key(Kind kind);

/// One thing that lies in a file.
struct Item {
    Kind kind = Kind::certificate;
    /// Where: "" at the top of the file, "ordner/x.pem" in an archive, "/keys/0/x5c/1" in JSON.
    std::string place{};
    /// Certificates, lists and requests in DER; empty for keys.
    std::shared_ptr<const base::Bytes> der{};
    pki::FactsPtr facts{}; ///< of a certificate; null where it is damaged beyond reading
    base::Bytes spki{};    ///< of requests and keys: the SubjectPublicKeyInfo, where it is known
};

struct Contents {
    std::vector<Item> items; ///< in the order of the file
    /// ANB-C402, C405 to C409, C412 and what pki::load_pkcs12() notes; `where` names the place.
    std::vector<base::Finding> findings;
    /// The order of the certificates means something: PEM and DER. Stores and sets have none.
    bool ordered = true;

    bool has(Kind kind) const;
};

struct Opening {
    /// Asked at most once for each file that cannot be read without. Null: such files are refused
    /// with ANB-G120.
    std::function<base::SecretString(std::string_view file)> password{};
    bool keys_suffice = false; ///< a file with keys or requests only is no ANB-C410
    base::UtcTime at{};        ///< which of several certificates of a key in a PKCS#12 store counts
};

/// Most bytes of a file, and most certificates in it.
inline constexpr std::size_t k_most_bytes = 64 * 1024 * 1024;
inline constexpr std::size_t k_most_certificates = 10'000;

/// Opens PEM in every shape of certificates.md §6, DER, PKCS#7, PKCS#12, JWK and key sets, and
/// archives down to three within each other (room `archive`). What is damaged becomes a finding as
/// long as something of the file could be read. Several threads may call this at once.
///
/// @param origin  name used in messages, such as the path or "-"
/// @throws Error{input} ANB-C401 nothing readable, ANB-C403 Java key store, ANB-C404 another
///         format, ANB-C410 no certificate, only something else, ANB-C411 too large; otherwise as
///         pki::load_pkcs12()
/// Source: certificates.md §§ 5 (file), 6
Contents open(base::ByteView bytes, std::string_view origin, const Opening& opening);

} // namespace anb::inventory
