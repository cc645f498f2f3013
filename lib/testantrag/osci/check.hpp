// The checks of a receiver over one delivery from a postbox. Needs no network: the answer of the
// Intermediär, whose own signature was checked when it was read, and the keys are given.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/incoming.hpp"
#include "pki/check.hpp"
#include "testantrag/data_check.hpp"
#include "testantrag/osci/content.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::testantrag {

/// What a delivery is held against; what is not known here is not judged, and said to be so.
struct DeliveryRules {
    const DataChecker* data = nullptr; ///< null: schema and test data are not looked at
    std::string schema_uri;            ///< of the profile's service
    std::string container;             ///< Ref-Id that the service's WSDL demands
    std::optional<pki::Certificate> intermediary_signature;
    const pki::Issuers* trust = nullptr;
    /// Environment, limits and the time that counts when the process card has none.
    pki::CheckOptions certificates;
};

struct CheckedDelivery {
    osci::ProcessCard card; ///< message id and subject too
    std::string sender;     ///< subject of the originator's or the author's certificate, may be ""
    base::Report report;    ///< subject "message:<id>"
    std::vector<osci::Container> containers;
    std::vector<OsciFile> files;
    std::vector<std::string> verified; ///< names of what was looked at: "author_signature" …
};

/// Signature of the Intermediär, its inspections, decryption, authors' signatures, tags and
/// digests, container, data, certificates. Findings: ANB-O201 to ANB-O309 as osci::open_content(),
/// osci::extract() and Client, ANB-O703 no data, ANB-O704 another container, ANB-O706 an inspection
/// speaks against a certificate, ANB-O709 (warning) an attachment of no container, ANB-O717 data
/// not well-formed, ANB-O718 data not valid, followed by what DataChecker says; and those of
/// pki::check() about the sender's certificates on the day on which the message was stored.
///
/// @param folder  exists, owner-only; files are to be thrown away unless the report is accepted
CheckedDelivery check_delivery(const osci::Incoming& incoming, const osci::KeyRing& ring,
                               const DeliveryRules& rules, const base::fs::path& folder);

/// True when something is forged or not what was signed, not merely wrong.
bool is_untrusted(const base::Report& report);

} // namespace anb::testantrag
