// What the rooms that use OpenSSL share: owning pointers and the library's own words on failure.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <memory>
#include <string>

namespace anb::crypto {

/// An owning pointer named by its free function: `Owned<X509, X509_free>`.
template <auto free_function>
struct Freed {
    template <typename T>
    void operator()(T* object) const
    {
        free_function(object);
    }
};
template <typename T, auto free_function>
using Owned = std::unique_ptr<T, Freed<free_function>>;

/// The same memory as OpenSSL's functions want it.
inline const unsigned char* raw(base::ByteView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* raw_writable(std::span<std::byte> bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// Memory that OpenSSL wrote, seen as bytes.
inline base::ByteView view(const unsigned char* data, std::size_t size)
{
    return std::as_bytes(std::span(data, size));
}

/// Empties OpenSSL's error queue and returns its lines, the oldest first, joined by "; ".
std::string drain_errors();

/// Sets OpenSSL up for a process that holds keys (secure heap). Called once from main; harmless
/// when repeated.
void start();

} // namespace anb::crypto
