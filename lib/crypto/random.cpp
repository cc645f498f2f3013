// SPDX-License-Identifier: EUPL-1.2

#include "crypto/random.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "crypto/openssl.hpp"

#include <climits>
#include <openssl/rand.h>

namespace anb::crypto {

namespace {

constexpr std::size_t k_uuid_size = 16;

/// Sets version and variant and spells the first 16 bytes (RFC 4122 §4.1).
std::string to_uuid(base::Bytes bytes, unsigned version)
{
    bytes.resize(k_uuid_size);
    bytes[6] = (bytes[6] & std::byte{0x0f}) | static_cast<std::byte>(version << 4);
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    auto text = base::to_hex(bytes);
    for (const std::size_t hyphen : {8U, 13U, 18U, 23U}) {
        text.insert(hyphen, 1, '-');
    }
    return text;
}

} // namespace

base::Bytes random_bytes(std::size_t count)
{
    base::Bytes bytes(count);
    if (count > INT_MAX || RAND_bytes(raw_writable(bytes), static_cast<int>(count)) != 1) {
        base::fail_internal("no randomness: " + drain_errors());
    }
    return bytes;
}

std::string random_uuid()
{
    return to_uuid(random_bytes(k_uuid_size), 4);
}

std::string name_uuid(std::string_view space, std::string_view name)
{
    auto hex = base::canonical_uuid(space);
    if (!hex) {
        base::fail_internal("name space is no UUID");
    }
    std::erase(*hex, '-');
    Hasher hasher(DigestAlgorithm::sha1);
    hasher.update(*base::from_hex(*hex));
    hasher.update(base::as_bytes(name));
    return to_uuid(hasher.finish(), 5);
}

} // namespace anb::crypto
