// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/mime_window.hpp"

#include <algorithm>
#include <cstring>

namespace anb::osci::detail {

namespace {

constexpr std::size_t k_usual = std::size_t{64} * 1024;

} // namespace

bool MimeWindow::want(std::size_t count)
{
    if (count <= m_end - m_begin) {
        return true;
    }
    if (m_begin > 0) {
        std::memmove(m_bytes.data(), m_bytes.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    m_bytes.resize(std::max({m_bytes.size(), count, k_usual}));
    while (m_end < count && !m_source_ended) {
        const auto got = m_source(std::span(m_bytes).subspan(m_end));
        m_source_ended = got == 0;
        m_end += got;
    }
    return m_end >= count;
}

void MimeWindow::skip(std::size_t count)
{
    m_begin += count;
    m_offset += count;
}

void MimeWindow::take(std::span<std::byte> buffer)
{
    std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_begin), buffer.size(),
                buffer.begin());
    skip(buffer.size());
}

} // namespace anb::osci::detail
