// Walks the bags of a PKCS#12 store (RFC 7292 §4) and opens them, without judging what belongs to
// what. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/secret.hpp"
#include "crypto/key.hpp"
#include "pki/certificate.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anb::pki::detail {

struct StoredKey {
    crypto::PrivateKey key;
    std::string alias; ///< friendlyName, safe to show; may be empty
};

struct StoredCertificate {
    Certificate certificate;
    std::string alias;
};

struct StoreContents {
    std::vector<StoredKey> keys; ///< each key once, in the order of the bags
    std::vector<StoredCertificate> certificates;
    std::vector<base::Finding> findings; ///< what load_pkcs12() tells of encryption and MAC
};

/// @param der  DER or BER
/// @throws as load_pkcs12(), as far as it is about opening the store
StoreContents read_store(base::ByteView der, const base::SecretString& password,
                         std::string_view origin, std::uint64_t max_iterations);

} // namespace anb::pki::detail
