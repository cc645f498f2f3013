// PKCS#12 stores of every origin (RFC 7292): walks the bags itself, because the usual one-call
// reader picks the first of several keys and refuses what old software wrote.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/secret.hpp"
#include "crypto/key.hpp"
#include "pki/certificate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::pki {

/// A private key and the certificates that belong to it.
struct Identity {
    crypto::PrivateKey key;
    std::vector<Certificate> chain; ///< the key's own certificate first, then in issuing order
    std::string alias;              ///< friendlyName as UTF-8, safe to show; may be empty
};

struct Pkcs12Options {
    /// Which key, when there are several: friendlyName, SHA-256 or SHA-1 fingerprint of its
    /// certificate in hexadecimal, or its number in the store counted from 1.
    std::optional<std::string> alias;
    std::uint64_t max_iterations = 10'000'000; ///< of MAC and bags together; more is refused
    base::UtcTime
        at; ///< which of two certificates of one key is taken: the longest valid at this time
};

struct Pkcs12 {
    Identity identity;
    /// Notes: ANB-J110 outdated cipher, ANB-J112 password fits as Windows-1252 only, ANB-J116 bytes
    /// behind the store, ANB-J118 password fits only as old OpenSSL versions encoded it.
    /// Warnings: ANB-J111 no MAC, ANB-J113 key not encrypted, ANB-J114 one iteration, ANB-J115
    /// several certificates for the key. Ordered by code.
    std::vector<base::Finding> findings;
};

/// Reads a store.
///
/// @param bytes     DER or BER, PEM-armoured or bare base64; at most 1 MiB
/// @param password  UTF-8; empty is a valid password and stands for "no password" too
/// @param origin    name used in messages, such as the path or "-"
/// @throws Error{credentials} ANB-J101 password wrong, or damaged where that cannot be told apart
/// @throws Error{input} ANB-J102 damaged, ANB-J103 not a PKCS#12 file (names what it is), ANB-J104
///         no private key (a store without one, or a certificate instead of a store), ANB-J106 key
///         without certificate, ANB-J107 too many iterations or other excessive parameters,
///         ANB-J108 needs the legacy provider, which is not installed, ANB-J117 unknown cipher or
///         digest
/// @throws Error{usage} ANB-J105 several keys and no alias; ANB-J109 alias unknown
///
/// Source: RFC 7292 §4, App. B; certificates.md §11
Pkcs12 load_pkcs12(base::ByteView bytes, const base::SecretString& password,
                   std::string_view origin, const Pkcs12Options& options);

/// Throws what load_pkcs12() throws for a file that is no store, before anybody is asked for a
/// password.
///
/// @throws Error{input} ANB-J102, ANB-J103, ANB-J104, ANB-J107
void require_pkcs12(base::ByteView bytes, std::string_view origin);

/// Names the format of a file by its content: "PKCS#12", "certificate (PEM)", "JKS", "PDF" …
/// Source: certificates.md §6
std::string detect_format(base::ByteView bytes);

} // namespace anb::pki
