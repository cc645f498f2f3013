// Reads DER element by element (X.690 §§ 8, 10): strict, without recursion and without copies.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anb::pki::der {

/// Identifier octets of the universal types that certificates use.
enum Tag : std::uint8_t {
    boolean = 0x01,
    integer = 0x02,
    bit_string = 0x03,
    octet_string = 0x04,
    null = 0x05,
    object_identifier = 0x06,
    enumerated = 0x0a,
    utf8_string = 0x0c,
    sequence = 0x30,
    set = 0x31,
    numeric_string = 0x12,
    printable_string = 0x13,
    t61_string = 0x14,
    ia5_string = 0x16,
    utc_time = 0x17,
    generalized_time = 0x18,
    visible_string = 0x1a,
    universal_string = 0x1c,
    bmp_string = 0x1e,
};

/// Identifier octets of context-specific elements: `context(0)` is [0] primitive,
/// `context(0, true)` is [0] constructed.
constexpr std::uint8_t context(unsigned number, bool constructed = false)
{
    return static_cast<std::uint8_t>((constructed ? 0xa0U : 0x80U) | number);
}

/// What is wrong with an encoding. reason_key() gives the stable English word.
enum class Reason {
    truncated,         ///< the input ends inside the element
    indefinite_length, ///< BER, not DER
    long_length,       ///< length in more octets than needed, or more than four
    high_tag,          ///< tag number above 30: no such element in our structures
    unexpected,        ///< another type than the structure demands, or an element is missing
    trailing,          ///< bytes behind the last element
    bad_boolean,
    bad_integer, ///< empty, or more octets than needed
    bad_bits,
    bad_oid,
    bad_time,
    bad_text,
    bad_value, ///< well-formed, but not allowed at its place
};

/// "truncated", "indefinite_length" …
std::string_view key(Reason reason);

/// A place where the encoding is wrong. Thrown by the functions below; never leaves the room.
struct Malformed {
    Reason reason;
    std::size_t offset; ///< of the element's identifier octet, from the front of the whole input
};

/// One element; views into the input.
struct Element {
    std::uint8_t tag = 0;   ///< the identifier octet as it stands
    std::size_t offset = 0; ///< of the identifier octet, from the front of the whole input
    base::ByteView whole;
    base::ByteView content;

    bool is(std::uint8_t identifier) const { return tag == identifier; }
    std::size_t content_offset() const { return offset + whole.size() - content.size(); }
};

/// Walks over elements that stand one after the other.
class Cursor {
public:
    /// @param offset  where `bytes` begins in the whole input
    explicit Cursor(base::ByteView bytes, std::size_t offset = 0) : m_rest(bytes), m_offset(offset)
    {
    }
    /// Walks over the children of an element.
    explicit Cursor(const Element& parent) : Cursor(parent.content, parent.content_offset()) {}

    bool at_end() const { return m_rest.empty(); }
    /// The next identifier octet is this one.
    bool at(std::uint8_t identifier) const;
    std::size_t offset() const { return m_offset; }
    base::ByteView rest() const { return m_rest; }

    /// @throws Malformed
    Element next();
    /// The next element, which has to be of this type. @throws Malformed
    Element expect(std::uint8_t identifier);
    /// The next element if it is of this type. @throws Malformed
    std::optional<Element> maybe(std::uint8_t identifier);
    /// @throws Malformed{trailing} when something is left
    void finish() const;

private:
    base::ByteView m_rest;
    std::size_t m_offset;
};

/// Values of primitive elements; the type is not looked at. @throws Malformed
bool to_boolean(const Element& element);
/// Two's complement, big-endian, as it stands; checked for minimal length.
base::ByteView to_integer(const Element& element);
/// @return nothing when negative or above 2^63 - 1
std::optional<std::int64_t> to_number(const Element& element);
/// "1.2.840.113549.1.1.11"
std::string to_oid(const Element& element);
/// The octets of a bit string. @throws Malformed also when unused bits are claimed
base::ByteView to_octets(const Element& element);

/// Named bits: bit i of the string as 1 << i.
struct Flags {
    std::uint16_t bits = 0;
    bool minimal = true; ///< without trailing zero bits, as DER demands
};

/// @throws Malformed also for more than 16 bits
Flags to_flags(const Element& element);

/// A time as it stands in a certificate (RFC 5280 §4.1.2.5).
struct Time {
    std::optional<base::UtcTime> value; ///< nothing when the text is no possible date
    bool strict = false;                ///< in the one form that DER and RFC 5280 allow
};

/// Reads UTCTime and GeneralizedTime, also forms that DER forbids but that have one meaning:
/// without seconds, with a zone offset, with a fraction. Dates are never normalised.
Time to_time(const Element& element);

} // namespace anb::pki::der
