// Who signs, and what a verified signature says.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/key.hpp"
#include "pki/certificate.hpp"
#include "xmldsig/methods.hpp"

#include <string>
#include <vector>

namespace anb::osci {

struct Signer {
    const crypto::PrivateKey& key;
    const pki::Certificate& certificate;
    const xmldsig::SignatureMethod& method;
};

/// A signature that was checked and holds.
struct VerifiedSignature {
    pki::Certificate certificate;
    std::string certificate_id;
    std::string method;               ///< "rsa-sha256"
    std::vector<std::string> covered; ///< "#body", "cid:anlage.pdf" in the order of the signature
};

} // namespace anb::osci
