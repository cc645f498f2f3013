// Looks at a compact JWE that arrives in pieces without decrypting it: what the delivery service
// can see and checks (fit-connect.md §5, §8). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/store.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace anb::sandbox {

class JweScan {
public:
    void update(std::string_view piece);
    std::uint64_t size() const { return m_size; }

    /// Judges what came.
    ///
    /// @param api_version  2 forbids `zip` altogether, 1 allows "DEF"
    /// @param typed        true for metadata and data: API v2 demands a `cty` of JSON or XML
    /// @param what         names the part in the refusal: "encryptedMetadata"
    /// @return the tag: the fifth segment, verbatim
    /// @throws Refusal 400 for characters that no JWE has, 422 for everything else
    std::string finish(const Destination& destination, int api_version, bool typed,
                       std::string_view what) const;

private:
    static constexpr std::size_t k_segments = 5;

    std::uint64_t m_size = 0;
    std::size_t m_segment = 0; ///< index of the present one
    std::array<std::uint64_t, k_segments> m_lengths{};
    std::string m_header, m_tag; ///< as far as they are not too long
    bool m_foreign = false;      ///< a character outside the pattern of the OpenAPI document
    bool m_padded = false;
};

} // namespace anb::sandbox
