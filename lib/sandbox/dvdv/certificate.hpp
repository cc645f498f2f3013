// A certificate as a DVDV server describes it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"
#include "pki/certificate.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace anb::sandbox {

struct DvdvCertificate {
    json::Value value;       ///< the object "Certificate"; null when there is none
    std::string fingerprint; ///< as the entry says it, which may be wrong; empty when it does not
    std::optional<pki::Certificate> certificate; ///< what `content` holds, if it can be read
};

/// Reads a certificate of an entry: null, {"file": "stadt.cer"} with PEM or DER, or an object with
/// "content". What can be computed from the certificate is filled in; members that are given win.
///
/// @param folder  what "file" is relative to
/// @param files   the file is added here
/// @throws Error{input} ANB-G302 for a member that does not fit, ANB-C401 when the file holds no
///         certificate; Error{missing} ANB-G201 when there is no such file
DvdvCertificate load_dvdv_certificate(const json::Reader& object,
                                      const std::filesystem::path& folder,
                                      std::vector<std::filesystem::path>& files);

/// All descriptive members, computed from the DER. x509KeyUsage has bit i of the extension keyUsage
/// as 1 << i and is null without the extension.
json::Value describe_certificate(const pki::Certificate& certificate);

/// Serial number as decimal digits, with "-" in front of a negative one.
std::string decimal_serial(const pki::Certificate& certificate);

} // namespace anb::sandbox
