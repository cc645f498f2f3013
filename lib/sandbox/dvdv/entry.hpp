// One organization of a directory (Behörde) with everything that is registered at it, read from
// the text of a file.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "json/json.hpp"
#include "pki/certificate.hpp"
#include "sandbox/dvdv/certificate.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::sandbox {

/// Dienstelement, as far as searches look at it.
struct DvdvElement {
    std::string type, custom_type, uri;
    DvdvCertificate cipher, signature;
    json::Value value; ///< ServiceElementInfo
};

/// Dienst.
struct DvdvService {
    std::string name, uri;
    std::optional<base::UtcTime> valid_from, valid_to; ///< nothing: unbounded
    std::vector<DvdvElement> elements;
    json::Value value; ///< Service

    bool valid_at(base::UtcTime at) const
    {
        return (!valid_from || *valid_from <= at) && (!valid_to || at <= *valid_to);
    }
};

struct DvdvEntry {
    std::string category;
    std::vector<std::string> keys; ///< Behördenschlüssel
    std::string postal_address;
    std::vector<DvdvCertificate> clients;
    std::vector<DvdvService> services;
    std::optional<base::UtcTime> entered_at;
    json::Value description; ///< OrganizationDescription
    json::Value light;       ///< the organization without certificates and services
    std::vector<std::filesystem::path> files; ///< read besides the text itself
};

/// Reads an object OrganizationDescription, or an Organization alone, whose `services` are complete
/// objects Service. A certificate may be {"file": …}, as may serviceSpecificationDocument, relative
/// to `folder`. What is absent is null in the answers, except ids and the names of organization and
/// provider, which are made up from what is there. Members that the interface description does not
/// name are passed on.
///
/// @param origin  the file's name in messages; ids depend on its last part
/// @throws Error{input} ANB-G301, ANB-G302, ANB-G303 with the place of the fault; as
///         load_dvdv_certificate()
DvdvEntry parse_entry(std::string_view text, const std::string& origin,
                      const std::filesystem::path& folder);

} // namespace anb::sandbox
