// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/key_facts.hpp"

#include "crypto/openssl.hpp"
#include "pki/detail/oid.hpp"

#include <openssl/ec.h>
#include <openssl/objects.h>

#include <bit>

namespace anb::pki::detail {

namespace {

using der::Cursor;

/// Bits of a positive number in two's complement; 0 for zero and negative ones.
int bit_length(base::ByteView number)
{
    while (!number.empty() && number.front() == std::byte{0}) {
        number = number.subspan(1);
    }
    return number.empty() ? 0
                          : static_cast<int>(number.size() * 8) -
                                std::countl_zero(std::to_integer<std::uint8_t>(number.front()));
}

bool is_negative(base::ByteView number)
{
    return !number.empty() && number.front() >= std::byte{0x80};
}

void read_rsa(base::ByteView octets, std::size_t offset, KeyFacts& key)
{
    Cursor outer(octets, offset);
    Cursor numbers(outer.expect(der::sequence));
    key.modulus = der::to_integer(numbers.expect(der::integer));
    key.exponent = der::to_integer(numbers.expect(der::integer));
    numbers.finish();
    outer.finish();
    key.bits = is_negative(key.modulus) ? 0 : bit_length(key.modulus);
}

int curve_bits(base::ByteView curve)
{
    const auto nid = to_nid(curve);
    if (nid == NID_undef) {
        return 0;
    }
    const crypto::Owned<EC_GROUP, EC_GROUP_free> group(EC_GROUP_new_by_curve_name(nid));
    const auto bits = group == nullptr ? 0 : EC_GROUP_order_bits(group.get());
    crypto::drain_errors();
    return bits;
}

} // namespace

void read_key(const der::Element& sequence, KeyFacts& key)
{
    key.spki = sequence.whole;
    Cursor fields(sequence);
    Cursor algorithm(fields.expect(der::sequence));
    const auto oid = algorithm.expect(der::object_identifier);
    const auto string = fields.expect(der::bit_string);
    key.bits_octets = der::to_octets(string);
    const auto nid = to_nid(oid.content);
    switch (nid) {
    case NID_rsaEncryption:
    case NID_rsassaPss:
        key.type = nid == NID_rsassaPss ? "RSASSA-PSS" : "RSA";
        read_rsa(key.bits_octets, string.content_offset() + 1, key);
        break;
    case NID_X9_62_id_ecPublicKey:
        key.type = "EC";
        if (const auto curve = algorithm.maybe(der::object_identifier)) {
            key.bits = curve_bits(curve->content);
        }
        break;
    case NID_dsa:
        key.type = "DSA";
        if (const auto parameters = algorithm.maybe(der::sequence)) {
            key.bits = bit_length(Cursor(*parameters).expect(der::integer).content);
        }
        break;
    case NID_ED25519:
        key.type = "ED25519";
        key.bits = 256;
        break;
    case NID_ED448:
        key.type = "ED448";
        key.bits = 456;
        break;
    case NID_X25519:
        key.type = "X25519";
        key.bits = 253;
        break;
    case NID_X448:
        key.type = "X448";
        key.bits = 448;
        break;
    default:
        key.type = long_name(oid.content);
    }
    fields.finish();
}

} // namespace anb::pki::detail
