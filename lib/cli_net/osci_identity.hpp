// Our own keys for OSCI: one that deciphers answers, and one that signs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "cli/io.hpp"
#include "config/config.hpp"
#include "dvdv/check.hpp"
#include "pki/pkcs12.hpp"

#include <optional>
#include <string_view>

namespace anb::cli_net {

struct OsciOwn {
    pki::Identity cipher;
    std::optional<pki::Identity> signature; ///< nothing: the same signs

    const pki::Identity& signer() const { return signature ? *signature : cipher; }
    const pki::Certificate& cipher_certificate() const { return cipher.chain.front(); }
    const pki::Certificate& signer_certificate() const { return signer().chain.front(); }
};

/// Reads the stores that the settings osci_p12 and osci_signature_p12 name. Without osci_p12 the
/// store in recipient_certificate counts, where that is one: an authority that sends to itself.
///
/// @param password  of the first store, before the setting osci_password_file
/// @throws Error{configuration} ANB-O601 without a store, ANB-G101 a store that production shares
///         with another environment, ANB-O602 a key that is not RSA; otherwise as
///         pki::load_pkcs12() and store_password()
OsciOwn load_osci_own(const config::Configuration& configuration, std::string_view env, cli::Io& io,
                      const cli::SecretSource& password);

/// The same for the owner of a postbox: the store in recipient_certificate counts first, where it
/// is one. @throws as load_osci_own()
OsciOwn load_osci_recipient(const config::Configuration& configuration, std::string_view env,
                            cli::Io& io, const cli::SecretSource& password);

/// Judges our own certificates as those of others: valid, fit for their roles, no test certificate
/// in production. Points: own_certificate, own_signature.
/// Findings: ANB-O606 and those of pki::check().
base::Report check_osci_own(const OsciOwn& own, const dvdv::CheckRules& rules);

/// The same for one certificate.
/// @param point  stable English name of its place
void check_osci_certificate(const pki::Certificate& certificate, std::string_view point,
                            pki::Use use, const dvdv::CheckRules& rules, base::Report& report);

} // namespace anb::cli_net
