// The characters that a pattern of a schema admits. Patterns of the DIN 91379 data types are
// repeated alternations of characters and fixed sequences, some led by any character of a class;
// other patterns are not read.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::xml {

/// The characters and sequences of such a pattern.
class Alphabet {
public:
    /// @param pattern  as in the schema, such as "([A-Z]|A\u030B)*"
    /// @return nothing when the pattern is of another form
    static std::optional<Alphabet> read(std::string_view pattern);

    /// Where a text leaves the alphabet.
    struct Stranger {
        std::size_t position = 0; ///< in characters, counted from 1
        char32_t character = 0;
        std::string text;       ///< the character itself
        bool combining = false; ///< a mark behind a base it is not listed for
    };
    std::optional<Stranger> find_stranger(std::string_view text) const;

    /// A pattern for the texts without a sequence, which are nearly all. Each character leads one
    /// way only in it, those of ASCII shortly; empty when the alphabet has no sequences.
    std::string pattern_without_sequences() const;

    /// A pattern for the same texts that is compiled in a fraction of the time: one class of
    /// characters, then one for each way a sequence goes on. The compiler compares each alternative
    /// with every other.
    std::string pattern() const;

private:
    std::vector<std::pair<char32_t, char32_t>> m_ranges; ///< sorted
    std::set<std::u32string> m_sequences;
    std::size_t m_longest = 1;
    char32_t m_repetition = U'*'; ///< or "+"
};

} // namespace anb::xml
