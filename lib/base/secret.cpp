// SPDX-License-Identifier: EUPL-1.2

#include "base/secret.hpp"

#include <cstring>
#include <sys/mman.h>
#include <utility>

namespace anb::base {

SecretBytes SecretBytes::zeroed(std::size_t size)
{
    SecretBytes secret;
    if (size > 0) {
        secret.m_data = new std::byte[size]{};
        secret.m_size = size;
        mlock(secret.m_data, size);
    }
    return secret;
}

SecretBytes::SecretBytes(ByteView bytes) : SecretBytes(zeroed(bytes.size()))
{
    if (!bytes.empty()) {
        std::memcpy(m_data, bytes.data(), bytes.size());
    }
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    release();
}

void SecretBytes::release() noexcept
{
    if (m_data != nullptr) {
        wipe(m_data, m_size);
        delete[] m_data;
        m_data = nullptr;
        m_size = 0;
    }
}

SecretString without_line_break(const SecretBytes& bytes)
{
    auto text = as_text(bytes.reveal());
    if (text.ends_with('\n')) {
        text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
    }
    return SecretString(text);
}

void wipe(void* data, std::size_t size) noexcept
{
    if (size > 0) {
        explicit_bzero(data, size);
    }
}

void wipe(std::string& text) noexcept
{
    text.resize(text.capacity());
    wipe(text.data(), text.size());
    text.clear();
}

void wipe(Bytes& bytes) noexcept
{
    wipe(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace anb::base
