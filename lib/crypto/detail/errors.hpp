// What OpenSSL says about a failure.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <openssl/err.h>

#include <array>
#include <string>

namespace anb::crypto::detail {

/// Empties this thread's queue of errors through the two functions, wherever they come from.
inline std::string drain(decltype(&::ERR_get_error) next, decltype(&::ERR_error_string_n) describe)
{
    std::string lines;
    std::array<char, 256> line{};
    while (const auto code = next()) {
        describe(code, line.data(), line.size());
        lines += lines.empty() ? "" : "; ";
        lines += line.data();
    }
    return lines;
}

} // namespace anb::crypto::detail
