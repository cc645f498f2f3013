// The members that the answers of a DVDV server have, with the limits of its interface description.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace anb::sandbox {

struct DvdvField {
    enum class Kind {
        text,
        number,
        flag,
        time,  ///< RFC 3339 or a date; answered as yyyy-MM-ddTHH:mm:ss.SSSZ
        texts, ///< an array of texts
        other, ///< looked at by the caller
    };
    std::string_view name;
    Kind kind = Kind::text;
    std::size_t most = 255; ///< characters of a text, or the largest number; 0: no limit
    std::span<const std::string_view> choices = {};
    std::size_t least = 0; ///< the smallest number
};

std::span<const DvdvField> organization_fields();
std::span<const DvdvField> service_fields();
std::span<const DvdvField> element_fields();
std::span<const DvdvField> certificate_fields();

/// The fields of a service that an organization's list of services shows.
bool in_service_list(std::string_view name);
/// The fields of an organization that a search by service element shows.
bool in_light_organization(std::string_view name);

/// The object with all its fields in the document's order: what is absent is null, as real servers
/// answer, and members without a field follow as they are.
/// @throws Error{input} ANB-G302 for a member of another type or beyond its limits; null always
/// fits
json::Value shaped(const json::Reader& object, std::span<const DvdvField> fields);

/// "2026-11-23T08:14:05.000Z" of "2026-11-23T08:14:05Z"
std::string with_milliseconds(std::string time);

} // namespace anb::sandbox
