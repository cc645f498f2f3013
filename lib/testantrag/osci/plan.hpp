// What one sending over OSCI is about: fixed and written down together with the message id.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "osci/client.hpp"
#include "testantrag/plan_head.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace anb::testantrag {

/// Everything by which a message finds its way; certificates as DER.
struct OsciWay {
    std::string url; ///< of the Intermediär
    base::Bytes intermediary_cipher;
    base::Bytes intermediary_signature; ///< empty: any that is in the answer's role
    base::Bytes recipient;              ///< names the postbox
    base::Bytes reader;
    std::string container; ///< Ref-Id

    osci::Intermediary intermediary() const;
    /// Name of the first member that differs, as reports call it; empty when none does.
    std::string difference(const OsciWay& other) const;
};

/// An encrypted attachment in the journal's folder, until the message is written.
struct OsciAttachment {
    std::string id;         ///< Content-ID: "nachweis.pdf"
    std::string media_type; ///< of the plaintext
    std::uint64_t size = 0; ///< encrypted
    std::string sha256;     ///< of the plaintext, lower-case hexadecimal

    /// Name of its file.
    std::string file() const { return id + ".sealed"; }
};

/// Holds identifiers, checksums and certificates, and the names of attachments, which are their
/// Content-IDs; no plain data, no keys that decrypt anything.
struct OsciPlan : PlanHead {
    std::string message_id;
    OsciWay way;
    std::string organization, organization_name; ///< empty without the DVDV
    std::string service;                         ///< Dienste-URI; empty without the DVDV
    std::string subject, schema_uri;
    std::string own_cipher, own_signer; ///< SHA-256 of our certificates
    std::string data_sha512;
    std::vector<OsciAttachment> attachments;

    /// What a final test is counted for.
    std::string target() const;
};

/// The encrypted container, until the message is written.
inline constexpr std::string_view k_osci_content_file = "content.xml";
/// The message as it is sent, kept unchanged until the end.
inline constexpr std::string_view k_osci_message_file = "message.mime";
/// Signed answers of the Intermediär, decrypted.
inline constexpr std::string_view k_osci_delivered_file = "delivered.mime";
inline constexpr std::string_view k_osci_card_file = "card.mime";

json::Value to_json(const OsciPlan& plan);
/// @throws Error{input} ANB-G302
OsciPlan parse_osci_plan(const json::Reader& reader);

} // namespace anb::testantrag
