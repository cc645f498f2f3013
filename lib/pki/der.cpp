// SPDX-License-Identifier: EUPL-1.2

#include "pki/der.hpp"

#include <charconv>

namespace anb::pki::der {

namespace {

constexpr std::size_t k_longest_length = 4;

std::uint8_t octet(base::ByteView bytes, std::size_t at)
{
    return std::to_integer<std::uint8_t>(bytes[at]);
}

/// Digits in front of a text, taken off one group at a time.
class Digits {
public:
    explicit Digits(std::string_view text) : m_text(text) {}

    int take(std::size_t count)
    {
        int number = 0;
        if (m_text.size() < count) {
            m_good = false;
            return 0;
        }
        for (const char c : m_text.substr(0, count)) {
            m_good = m_good && c >= '0' && c <= '9';
            number = number * 10 + (c - '0');
        }
        m_text.remove_prefix(count);
        return number;
    }
    bool at_digit() const { return !m_text.empty() && m_text[0] >= '0' && m_text[0] <= '9'; }
    bool skip(char c)
    {
        if (!m_text.starts_with(c)) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }
    bool finished() const { return m_good && m_text.empty(); }

private:
    std::string_view m_text;
    bool m_good = true;
};

std::optional<base::UtcTime> compose(int year, int month, int day, base::Seconds of_day)
{
    using namespace std::chrono;
    const auto date = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::day(static_cast<unsigned>(day));
    if (!date.ok()) {
        return std::nullopt;
    }
    return base::UtcTime(sys_days(date).time_since_epoch() + of_day);
}

} // namespace

std::string_view key(Reason reason)
{
    switch (reason) {
    case Reason::truncated:
        return "truncated";
    case Reason::indefinite_length:
        return "indefinite_length";
    case Reason::long_length:
        return "long_length";
    case Reason::high_tag:
        return "high_tag";
    case Reason::unexpected:
        return "unexpected_element";
    case Reason::trailing:
        return "trailing_bytes";
    case Reason::bad_boolean:
        return "bad_boolean";
    case Reason::bad_integer:
        return "bad_integer";
    case Reason::bad_bits:
        return "bad_bits";
    case Reason::bad_oid:
        return "bad_oid";
    case Reason::bad_time:
        return "bad_time";
    case Reason::bad_text:
        return "bad_text";
    case Reason::bad_value:
        return "bad_value";
    }
    return {};
}

bool Cursor::at(std::uint8_t identifier) const
{
    return !m_rest.empty() && octet(m_rest, 0) == identifier;
}

Element Cursor::next()
{
    constexpr unsigned k_high_tag = 0x1f, k_long_form = 0x80;
    const auto refuse = [this](Reason reason) { return Malformed{reason, m_offset}; };
    if (m_rest.empty()) {
        throw refuse(Reason::unexpected);
    }
    Element element;
    element.tag = octet(m_rest, 0);
    element.offset = m_offset;
    if ((element.tag & k_high_tag) == k_high_tag) {
        throw refuse(Reason::high_tag);
    }
    if (m_rest.size() < 2) {
        throw refuse(Reason::truncated);
    }
    std::size_t head = 2;
    std::size_t length = octet(m_rest, 1);
    if (length == k_long_form) {
        throw refuse(Reason::indefinite_length);
    }
    if (length > k_long_form) {
        const auto octets = length - k_long_form;
        if (octets > k_longest_length) {
            throw refuse(Reason::long_length);
        }
        head += octets;
        if (m_rest.size() < head) {
            throw refuse(Reason::truncated);
        }
        length = 0;
        for (std::size_t i = 2; i < head; ++i) {
            length = length << 8 | octet(m_rest, i);
        }
        if (length < k_long_form || (octets > 1 && length >> (8 * (octets - 1)) == 0)) {
            throw refuse(Reason::long_length);
        }
    }
    if (m_rest.size() - head < length) {
        throw refuse(Reason::truncated);
    }
    element.whole = m_rest.first(head + length);
    element.content = element.whole.subspan(head);
    m_rest = m_rest.subspan(head + length);
    m_offset += head + length;
    return element;
}

Element Cursor::expect(std::uint8_t identifier)
{
    if (!at(identifier)) {
        throw Malformed{Reason::unexpected, m_offset};
    }
    return next();
}

std::optional<Element> Cursor::maybe(std::uint8_t identifier)
{
    return at(identifier) ? std::optional(next()) : std::nullopt;
}

void Cursor::finish() const
{
    if (!m_rest.empty()) {
        throw Malformed{Reason::trailing, m_offset};
    }
}

bool to_boolean(const Element& element)
{
    if (element.content.size() != 1 ||
        (octet(element.content, 0) != 0 && octet(element.content, 0) != 0xff)) {
        throw Malformed{Reason::bad_boolean, element.offset};
    }
    return octet(element.content, 0) != 0;
}

base::ByteView to_integer(const Element& element)
{
    const auto bytes = element.content;
    const bool wasteful =
        bytes.size() > 1 && ((octet(bytes, 0) == 0 && octet(bytes, 1) < 0x80) ||
                             (octet(bytes, 0) == 0xff && octet(bytes, 1) >= 0x80));
    if (bytes.empty() || wasteful) {
        throw Malformed{Reason::bad_integer, element.offset};
    }
    return bytes;
}

std::optional<std::int64_t> to_number(const Element& element)
{
    const auto bytes = to_integer(element);
    if (octet(bytes, 0) >= 0x80 || bytes.size() > sizeof(std::int64_t)) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    for (const auto byte : bytes) {
        number = number << 8 | std::to_integer<std::uint8_t>(byte);
    }
    return number;
}

std::string to_oid(const Element& element)
{
    const auto bytes = element.content;
    constexpr std::uint64_t k_most = std::uint64_t{1} << 56;
    if (bytes.empty() || octet(bytes, bytes.size() - 1) >= 0x80) {
        throw Malformed{Reason::bad_oid, element.offset};
    }
    std::string text;
    std::uint64_t arc = 0;
    bool begins = true;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto value = octet(bytes, i);
        if ((begins && value == 0x80) || arc >= k_most) {
            throw Malformed{Reason::bad_oid, element.offset};
        }
        arc = arc << 7 | (value & 0x7fU);
        begins = value < 0x80;
        if (!begins) {
            continue;
        }
        if (text.empty()) {
            const auto first = arc < 80 ? arc / 40 : 2;
            text = std::to_string(first) + "." + std::to_string(arc - 40 * first);
        } else {
            text += "." + std::to_string(arc);
        }
        arc = 0;
    }
    return text;
}

base::ByteView to_octets(const Element& element)
{
    if (element.content.empty() || octet(element.content, 0) != 0) {
        throw Malformed{Reason::bad_bits, element.offset};
    }
    return element.content.subspan(1);
}

Flags to_flags(const Element& element)
{
    const auto bytes = element.content;
    const auto unused = bytes.empty() ? 8U : octet(bytes, 0);
    const auto count = bytes.empty() ? 0 : bytes.size() - 1;
    if (unused > 7 || (count == 0 && unused != 0) || count > 2) {
        throw Malformed{Reason::bad_bits, element.offset};
    }
    Flags flags;
    if (count > 0) {
        const auto last = octet(bytes, count);
        const auto lowest = 1U << unused;
        flags.minimal = (last & (lowest - 1)) == 0 && (last & lowest) != 0;
    }
    unsigned bits = 0;
    for (unsigned bit = 0; bit < count * 8 - unused; ++bit) {
        if ((octet(bytes, 1 + bit / 8) & (0x80U >> bit % 8)) != 0) {
            bits |= 1U << bit;
        }
    }
    flags.bits = static_cast<std::uint16_t>(bits);
    return flags;
}

Time to_time(const Element& element)
{
    constexpr std::size_t k_utc_strict = 13, k_generalized_strict = 15;
    const auto text = base::as_text(element.content);
    const bool utc = element.is(utc_time);
    Digits digits(text);
    int year = digits.take(utc ? 2 : 4);
    if (utc) {
        year += year >= 50 ? 1900 : 2000;
    }
    const auto month = digits.take(2), day = digits.take(2);
    const auto hour = digits.take(2), minute = digits.take(2);
    const auto second = digits.at_digit() ? digits.take(2) : 0;
    if (!utc && digits.skip('.')) {
        if (!digits.at_digit()) {
            return {};
        }
        while (digits.at_digit()) {
            digits.take(1);
        }
    }
    int offset = 0;
    if (!digits.skip('Z')) {
        const bool east = digits.skip('+');
        if (!east && !digits.skip('-')) {
            return {};
        }
        const auto hours = digits.take(2), minutes = digits.take(2);
        if (hours > 23 || minutes > 59) {
            return {};
        }
        offset = (hours * 60 + minutes) * (east ? -60 : 60);
    }
    if (!digits.finished() || hour > 23 || minute > 59 || second > 59) {
        return {};
    }
    Time time;
    time.value =
        compose(year, month, day, base::Seconds(hour * 3600 + minute * 60 + second + offset));
    const bool z_only = text.ends_with('Z');
    time.strict =
        z_only && time.value &&
        (utc ? text.size() == k_utc_strict : text.size() == k_generalized_strict && year >= 2050);
    return time;
}

} // namespace anb::pki::der
