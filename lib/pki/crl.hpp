// Revocation lists (RFC 5280 §5), read by our own reader: a serial number is looked up in one pass
// over the DER, without an object for each entry.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/facts.hpp"

#include <memory>
#include <optional>

namespace anb::pki {

struct Crl {
    std::shared_ptr<const base::Bytes> der; ///< what every view below points into
    Algorithm algorithm;
    Name issuer;
    std::optional<base::UtcTime> this_update, next_update;
    base::ByteView tbs; ///< the signed part, whole element
    base::ByteView signature;
    base::ByteView entries; ///< content of revokedCertificates; empty when there are none
    std::size_t entries_offset = 0;

    bool delta = false; ///< changes only: says nothing alone
    /// issuingDistributionPoint: what the list is about.
    bool only_holders = false, only_authorities = false, only_attributes = false;
    bool indirect = false; ///< entries may be of other issuers
    bool some_reasons_only = false;
    bool unknown_critical = false; ///< a critical extension that we do not know
};

/// Reads a list in DER, or PEM with the label X509 CRL.
/// @return nothing when it is damaged
std::optional<Crl> read_crl(base::ByteView bytes);

struct Revocation {
    std::optional<base::UtcTime> at;
    std::optional<int> reason; ///< CRLReason (RFC 5280 §5.3.1); nothing when not told

    bool on_hold() const { return reason == 6; }
};

/// What the list says of a certificate of its issuer.
struct Lookup {
    bool damaged = false; ///< an entry before a match could not be read: nothing is known
    std::optional<Revocation> revocation;
};

/// @param serial  as Facts::serial
Lookup look_up(const Crl& crl, base::ByteView serial);

/// "keyCompromise"; "" without a reason.
std::string_view reason_name(const Revocation& revocation);

} // namespace anb::pki
