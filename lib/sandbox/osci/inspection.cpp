// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/inspection.hpp"

#include "sandbox/dvdv/certificate.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

using osci::CertificateRole;

/// What is said when a certificate is out of date, cannot be judged, or is forged.
struct Codes {
    CertificateRole role;
    const char *expired, *incomplete, *forged;
};

constexpr Codes k_codes[] = {
    {CertificateRole::cipher_originator, "3500", "3501", "9501"},
    {CertificateRole::signature_originator, "3700", "3707", "9700"},
    {CertificateRole::cipher_other_author, "3704", "3707", "9704"},
    {CertificateRole::signature_other_author, "3701", "3707", "3702"},
    {CertificateRole::cipher_addressee, "3705", "3707", "9706"},
    {CertificateRole::signature_addressee, "3708", "3707", "9711"},
    {CertificateRole::cipher_other_reader, "3706", "3707", "9708"},
};

enum class Signed { by_authority, by_nobody_known, by_forger };

Signed signer_of(const pki::Certificate& certificate,
                 const std::vector<pki::Certificate>& authorities)
{
    const auto named =
        std::ranges::find(authorities, certificate.issuer(), &pki::Certificate::subject);
    if (named == authorities.end()) {
        return Signed::by_nobody_known;
    }
    const auto chain = pki::build_chain(certificate, authorities);
    return pki::ends_in(chain, authorities) ? Signed::by_authority : Signed::by_forger;
}

osci::Inspection inspect_one(const pki::Certificate& certificate,
                             const std::vector<pki::Certificate>& authorities, base::UtcTime at)
{
    osci::Inspection it;
    it.timestamp.at = at;
    it.subject = certificate.subject();
    it.issuer = certificate.issuer();
    it.serial = decimal_serial(certificate);
    const auto by = signer_of(certificate, authorities);
    it.math_result = by == Signed::by_authority      ? "ok"
                     : by == Signed::by_nobody_known ? "indeterminate"
                                                     : "corrupted";
    it.offline_result = !certificate.valid_at(at) || by == Signed::by_forger ? "invalid"
                        : by == Signed::by_nobody_known                      ? "indeterminate"
                                                                             : "valid";
    return it;
}

} // namespace

OsciInspections inspect(const std::vector<osci::RoledCertificate>& certificates,
                        const std::vector<pki::Certificate>& authorities, base::UtcTime at)
{
    OsciInspections found;
    std::vector<pki::Certificate> seen;
    const auto say = [&](const char* code) {
        if (std::ranges::find(found.codes, code) == found.codes.end()) {
            found.codes.emplace_back(code);
        }
    };
    for (const auto& [role, id, certificate] : certificates) {
        const auto* codes = std::ranges::find(k_codes, role, &Codes::role);
        if (codes == std::end(k_codes)) {
            continue;
        }
        auto result = inspect_one(certificate, authorities, at);
        if (!certificate.valid_at(at)) {
            say(codes->expired);
        }
        if (result.math_result == "indeterminate") {
            say(codes->incomplete);
        } else if (result.math_result == "corrupted") {
            say(codes->forged);
        }
        if (std::ranges::find(seen, certificate) == seen.end()) {
            seen.push_back(certificate);
            found.results.push_back(std::move(result));
        }
    }
    return found;
}

} // namespace anb::sandbox
