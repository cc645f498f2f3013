// Makes certificates for tests and rehearsals: self-signed keys for the FIT-Connect test
// environment and the test PKI of the sandbox.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "crypto/key.hpp"
#include "pki/certificate.hpp"

#include <string>
#include <vector>

namespace anb::pki {

struct CertificateRequest {
    std::string common_name;
    std::string organization;   ///< left out when empty
    std::string country = "DE"; ///< left out when empty
    base::UtcTime not_before;
    base::UtcTime not_after;
    bool ca = false;
    std::uint16_t key_usage = 0;
    std::vector<std::string> dns_names;
    std::vector<std::string> ip_addresses;
    bool server_auth = false;
};

/// A certificate signed with its own key, RSASSA-PSS with SHA-512.
Certificate self_sign(const crypto::PrivateKey& key, const CertificateRequest& request);

/// A certificate for `subject_key`, signed by a CA of ours with SHA-256 and PKCS#1 v1.5 as the
/// Verwaltungs-PKI does.
Certificate issue(const crypto::PublicKey& subject_key, const CertificateRequest& request,
                  const Certificate& issuer, const crypto::PrivateKey& issuer_key);

/// Writes key and chain as PKCS#12: PBES2 with AES-256-CBC, MAC with SHA-256.
/// @param chain  leaf first
base::SecretBytes to_pkcs12(const crypto::PrivateKey& key, const std::vector<Certificate>& chain,
                            const base::SecretString& password, const std::string& friendly_name);

} // namespace anb::pki
