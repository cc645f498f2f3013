// Cuts XPath into words.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anb::schematron::detail {

struct Token {
    enum class Kind { name, literal, number, symbol, end } kind = Kind::end;
    std::string
        text; ///< of a literal without quotes; of a name with its prefix: "xsb:person", "*:code"
};

/// @throws Error{input} ANB-V183 {found} for a character that begins nothing
std::vector<Token> tokenize(std::string_view text);

/// Error{input} ANB-V182: this is not known here.
[[noreturn]] void unsupported(std::string_view construct);
/// Error{input} ANB-V183: this is wrong.
[[noreturn]] void malformed(std::string_view found);

} // namespace anb::schematron::detail
