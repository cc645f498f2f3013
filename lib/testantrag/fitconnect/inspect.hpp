// What a JWE or a SET says of itself, without any key.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"

#include <string>
#include <string_view>

namespace anb::testantrag {

/// Facts of a compact JWE (header, sizes of the segments, authentication tag) or of a JWS (header;
/// for a Security Event Token event, issuer, case, tags, problems). Nothing is verified, and the
/// report says so in `unchecked`.
/// @throws Error{input} ANB-S640 when the text is neither; ANB-J310, ANB-J401 when it is damaged
base::Report inspect_token(std::string_view compact, const std::string& origin);

} // namespace anb::testantrag
