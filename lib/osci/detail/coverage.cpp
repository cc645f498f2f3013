// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/coverage.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci::detail {

namespace {

using base::Error;
using base::ErrorKind;

crypto::PublicKey key_of(const RoledCertificate& certificate)
{
    const auto usage = certificate.certificate.key_usage();
    if (usage && (*usage & (pki::digital_signature | pki::non_repudiation)) == 0) {
        throw Error(ErrorKind::trust, "ANB-O308", {{"id", certificate.id}});
    }
    try {
        return certificate.certificate.public_key();
    } catch (const Error&) {
        throw Error(ErrorKind::trust, "ANB-O308", {{"id", certificate.id}});
    }
}

} // namespace

VerifiedSignature verify_value(const xmldsig::Signature& signature,
                               const std::vector<RoledCertificate>& certificates,
                               std::initializer_list<CertificateRole> roles)
{
    const auto& id = signature.certificate_id;
    const auto signer = std::ranges::find(certificates, id, &RoledCertificate::id);
    if (signer == certificates.end() || std::ranges::find(roles, signer->role) == roles.end()) {
        throw Error(ErrorKind::trust, "ANB-O308", {{"id", base::printable(id, 100)}});
    }
    if (!xmldsig::verify_value(signature, key_of(*signer))) {
        throw Error(ErrorKind::trust, "ANB-O301", {{"signer", signer->certificate.subject()}});
    }
    VerifiedSignature verified{.certificate = signer->certificate,
                               .certificate_id = id,
                               .method = std::string(signature.method->name),
                               .covered = {}};
    for (const auto& reference : signature.references) {
        verified.covered.push_back(reference.uri);
    }
    return verified;
}

void require_digest(const xmldsig::Reference& reference, base::ByteView digest)
{
    if (!crypto::equal_constant_time(reference.digest, digest)) {
        throw Error(ErrorKind::trust, "ANB-O302", {{"part", reference.target()}});
    }
}

void verify_element(const xmldsig::Reference& reference, const xmldsig::IdTable& ids,
                    xmldsig::Transform expected)
{
    const auto element = ids.find(reference.target());
    if (!element) {
        throw Error(ErrorKind::trust, "ANB-O305", {{"part", reference.uri}});
    }
    if (reference.transform != expected) {
        throw Error(ErrorKind::trust, "ANB-O307",
                    {{"reason", fmt::format("Transform, {}", reference.uri)}});
    }
    require_digest(reference, xmldsig::digest_of(reference, *element));
}

} // namespace anb::osci::detail
