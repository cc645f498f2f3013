// SPDX-License-Identifier: EUPL-1.2

#include "xml/alphabet.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace anb::xml {

namespace {

using Range = std::pair<char32_t, char32_t>;

constexpr std::u32string_view k_marks = U"\\|.?*+(){}-[]^"; ///< may stand behind a backslash
constexpr std::size_t k_most_letters = 65'536; ///< of all sequences; DIN 91379 has some 400

bool is_combining(char32_t point)
{
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x1AB0 && point <= 0x1AFF) ||
           (point >= 0x1DC0 && point <= 0x1DFF) || (point >= 0x20D0 && point <= 0x20FF);
}

/// Reads the pattern character by character; stops at the first thing of another form.
class PatternReader {
public:
    explicit PatternReader(std::u32string pattern) : m_pattern(std::move(pattern)) {}

    bool at_end() const { return m_at >= m_pattern.size(); }
    bool skip(char32_t c)
    {
        if (at_end() || m_pattern[m_at] != c) {
            return false;
        }
        ++m_at;
        return true;
    }
    char32_t peek() const { return at_end() ? 0 : m_pattern[m_at]; }

    /// One character, escapes resolved; nothing for classes and operators.
    std::optional<char32_t> character() { return character_but(U"()[]|*+?{}.^"); }
    /// The same inside a class.
    std::optional<char32_t> member() { return character_but(U"[]^"); }

private:
    std::optional<char32_t> character_but(std::u32string_view operators)
    {
        if (at_end()) {
            return std::nullopt;
        }
        const auto c = m_pattern[m_at++];
        if (c != U'\\') {
            return operators.find(c) == std::u32string_view::npos ? std::optional(c) : std::nullopt;
        }
        if (at_end()) {
            return std::nullopt;
        }
        const auto escaped = m_pattern[m_at++];
        switch (escaped) {
        case U'n':
            return U'\n';
        case U'r':
            return U'\r';
        case U't':
            return U'\t';
        default:
            return k_marks.find(escaped) == std::u32string_view::npos ? std::nullopt
                                                                      : std::optional(escaped);
        }
    }

    std::u32string m_pattern;
    std::size_t m_at = 0;
};

/// Reads alternatives up to a closing bracket or the end: classes and characters go to the ranges,
/// sequences to the sequences, each behind `prefix`. False when the pattern is of another form or
/// has more than anybody would write.
class AlternativesReader {
public:
    AlternativesReader(PatternReader& in, std::vector<Range>& ranges,
                       std::set<std::u32string>& sequences)
        : m_in(in), m_ranges(ranges), m_sequences(sequences)
    {
    }

    bool read(const std::u32string& prefix, int depth)
    {
        do {
            if (!read_one(prefix, depth)) {
                return false;
            }
        } while (m_in.skip(U'|'));
        return true;
    }

    /// "[…]" on its own.
    bool read_only_class() { return m_in.skip(U'[') && read_class(m_ranges); }

private:
    bool read_one(std::u32string sequence, int depth)
    {
        constexpr int k_deepest = 8;
        bool grouped = false;
        while (!m_in.at_end() && m_in.peek() != U'|' && m_in.peek() != U')') {
            if (grouped) {
                return false;
            }
            if (m_in.skip(U'[')) {
                if (!sequence.empty() || !read_class_and_rest()) {
                    return false;
                }
                grouped = true;
            } else if (m_in.skip(U'(')) {
                if (depth == k_deepest || !read(sequence, depth + 1) || !m_in.skip(U')')) {
                    return false;
                }
                grouped = true;
            } else {
                const auto c = m_in.character();
                if (!c) {
                    return false;
                }
                sequence += *c;
            }
        }
        if (grouped) {
            return true;
        }
        if (sequence.size() == 1) {
            m_ranges.emplace_back(sequence[0], sequence[0]);
            return true;
        }
        return !sequence.empty() && add(sequence);
    }

    /// The characters of a class may lead sequences that go on alike.
    bool read_class_and_rest()
    {
        std::vector<Range> firsts;
        if (!read_class(firsts)) {
            return false;
        }
        std::u32string rest;
        while (!m_in.at_end() && m_in.peek() != U'|' && m_in.peek() != U')') {
            const auto c = m_in.character();
            if (!c) {
                return false;
            }
            rest += *c;
        }
        if (rest.empty()) {
            m_ranges.insert(m_ranges.end(), firsts.begin(), firsts.end());
            return true;
        }
        for (const auto& [first, last] : firsts) {
            for (auto c = first; c <= last; ++c) {
                if (!add(c + rest)) {
                    return false;
                }
            }
        }
        return true;
    }

    bool add(const std::u32string& sequence)
    {
        m_letters += sequence.size();
        m_sequences.insert(sequence);
        return m_letters <= k_most_letters;
    }

    bool read_class(std::vector<Range>& ranges)
    {
        bool begun = false;
        for (; !m_in.skip(U']'); begun = true) {
            // libxml2 passes over it amid a class, and behind what is escaped.
            const bool hyphen = m_in.peek() == U'-', escaped = m_in.peek() == U'\\';
            const auto first = m_in.member();
            if (!first || (hyphen && begun && m_in.peek() != U']') ||
                (escaped && m_in.peek() == U'-')) {
                return false;
            }
            const auto last = m_in.skip(U'-') ? m_in.member() : first;
            if (!last || *last < *first) {
                return false;
            }
            ranges.emplace_back(*first, *last);
        }
        return begun;
    }

    PatternReader& m_in;
    std::vector<Range>& m_ranges;
    std::set<std::u32string>& m_sequences;
    std::size_t m_letters = 0; ///< of the sequences, equal ones included
};

constexpr char32_t k_last_of_ascii = 0x7F;

/// Disjoint, in ascending order, none reaching from ASCII beyond.
std::vector<Range> disjoint(const std::vector<Range>& sorted)
{
    std::vector<Range> ranges;
    for (const auto& [first, last] : sorted) {
        const bool joined = !ranges.empty() && first <= ranges.back().second;
        const bool adjacent =
            !ranges.empty() && first == ranges.back().second + 1 && first != k_last_of_ascii + 1;
        if (joined || adjacent) {
            ranges.back().second = std::max(ranges.back().second, last);
        } else {
            ranges.emplace_back(first, last);
        }
        const auto end = ranges.back().second;
        if (ranges.back().first <= k_last_of_ascii && end > k_last_of_ascii) {
            ranges.back().second = k_last_of_ascii;
            ranges.emplace_back(k_last_of_ascii + 1, end);
        }
    }
    return ranges;
}

std::u32string escaped(char32_t c, std::u32string_view marks)
{
    switch (c) {
    case U'\n':
        return U"\\n";
    case U'\r':
        return U"\\r";
    case U'\t':
        return U"\\t";
    default:
        return (marks.find(c) == std::u32string_view::npos ? U"" : U"\\") + std::u32string(1, c);
    }
}

std::u32string in_sequence(char32_t c)
{
    return escaped(c, k_marks);
}

/// In a class no range may begin with what is escaped.
std::u32string in_class(Range range)
{
    constexpr std::u32string_view k_class_marks = U"\\[]-^";
    std::u32string text;
    auto first = escaped(range.first, k_class_marks);
    for (; first.size() > 1 && range.first < range.second;
         first = escaped(++range.first, k_class_marks)) {
        text += first;
    }
    text += first;
    return range.first == range.second ? text : text + U"-" + escaped(range.second, k_class_marks);
}

std::u32string to_class(const std::vector<Range>& sorted)
{
    std::u32string text = U"[";
    for (const auto& range : disjoint(sorted)) {
        text += in_class(range);
    }
    return text + U"]";
}

} // namespace

std::optional<Alphabet> Alphabet::read(std::string_view pattern)
{
    Alphabet alphabet;
    PatternReader in(base::to_code_points(pattern));
    AlternativesReader alternatives(in, alphabet.m_ranges, alphabet.m_sequences);
    const bool whole = in.skip(U'(') ? alternatives.read({}, 0) && in.skip(U')')
                                     : in.peek() == U'[' && alternatives.read_only_class();
    alphabet.m_repetition = in.peek();
    if (!whole || !(in.skip(U'*') || in.skip(U'+')) || !in.at_end()) {
        return std::nullopt;
    }
    for (const auto& sequence : alphabet.m_sequences) {
        alphabet.m_longest = std::max(alphabet.m_longest, sequence.size());
    }
    std::ranges::sort(alphabet.m_ranges);
    return alphabet;
}

std::optional<Alphabet::Stranger> Alphabet::find_stranger(std::string_view text) const
{
    const auto points = base::to_code_points(text);
    const auto listed = [&](char32_t point) {
        return std::ranges::any_of(m_ranges, [&](const auto& range) {
            return range.first <= point && point <= range.second;
        });
    };
    for (std::size_t at = 0; at < points.size();) {
        std::size_t taken = 0;
        for (auto size = std::min(m_longest, points.size() - at); size > 1 && taken == 0; --size) {
            taken = m_sequences.contains(points.substr(at, size)) ? size : 0;
        }
        if (taken == 0 && listed(points[at])) {
            taken = 1;
        }
        if (taken == 0) {
            return Stranger{at + 1, points[at], base::to_utf8({&points[at], 1}),
                            is_combining(points[at])};
        }
        at += taken;
    }
    return std::nullopt;
}

std::string Alphabet::pattern_without_sequences() const
{
    if (m_sequences.empty() || m_ranges.empty()) {
        return {};
    }
    auto ranges = disjoint(m_ranges);
    const auto others = std::ranges::partition_point(
        ranges, [](const Range& range) { return range.second <= k_last_of_ascii; });
    std::sort(ranges.begin(), others, [](const Range& left, const Range& right) {
        const auto rank = [](const Range& range) {
            const bool space = range.first <= U' ' && U' ' <= range.second;
            return std::tuple(range.second - range.first, space, range.first);
        };
        return rank(left) > rank(right);
    });
    std::u32string pattern;
    for (auto at = ranges.begin(); at != ranges.end(); ++at) {
        pattern += at > others ? U"" : at == ranges.begin() ? U"([" : U"]|[";
        pattern += in_class(*at);
    }
    return base::to_utf8(pattern + U"])" + m_repetition);
}

std::string Alphabet::pattern() const
{
    std::map<std::u32string, std::vector<Range>> by_rest;
    for (const auto& sequence : m_sequences) {
        by_rest[sequence.substr(1)].emplace_back(sequence[0], sequence[0]);
    }
    std::u32string alternatives = m_ranges.empty() ? U"" : to_class(m_ranges);
    for (const auto& [rest, firsts] : by_rest) {
        alternatives += (alternatives.empty() ? U"" : U"|") + to_class(firsts);
        for (const auto c : rest) {
            alternatives += in_sequence(c);
        }
    }
    return base::to_utf8(U"(" + alternatives + U")" + m_repetition);
}

} // namespace anb::xml
