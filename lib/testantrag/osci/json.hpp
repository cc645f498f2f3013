// How what OSCI messages say stands in our JSON documents.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"
#include "osci/content.hpp"
#include "osci/message.hpp"

#include <vector>

namespace anb::testantrag {

/// Message id, subject, times and inspections; times that are not there are left out.
json::Value to_json(const osci::ProcessCard& card);
json::Value to_json(const std::vector<osci::FeedbackEntry>& feedback);
/// Role, Id, names, serial number, validity and SHA-256 fingerprint; "valid" at the given time.
json::Value to_json(const osci::RoledCertificate& certificate, base::UtcTime at);
json::Value to_json(const osci::EncryptionFacts& facts);
json::Value to_json(const osci::VerifiedSignature& signature);
json::Value to_json(const std::vector<osci::Feature>& features);
/// Id, encryption, signatures, and its parts by Id and kind, without their content.
json::Value to_json(const osci::Container& container);

/// SHA-256 of the DER, lower-case hexadecimal.
std::string fingerprint(const pki::Certificate& certificate);

} // namespace anb::testantrag
