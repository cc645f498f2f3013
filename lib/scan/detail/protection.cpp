// SPDX-License-Identifier: EUPL-1.2

#include "scan/detail/protection.hpp"

#include "archive/archive.hpp"
#include "base/error.hpp"

#include <algorithm>

namespace anb::scan::detail {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t k_head = 1024; ///< "%PDF-" may stand anywhere in it
constexpr auto k_compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
constexpr std::size_t k_name_size = 0x40, k_type = 0x42; // [MS-CFB] §2.6.1
constexpr std::byte k_stream{2};

/// An entry of a compound file's directory with this name. The entries lie at multiples of their
/// own size, for sectors begin at multiples of 512.
bool names(base::ByteView entry, std::string_view name)
{
    const auto size = 2 * (name.size() + 1);
    if (entry[k_name_size] != static_cast<std::byte>(size) ||
        entry[k_name_size + 1] != std::byte{0} || entry[k_type] != k_stream) {
        return false;
    }
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (entry[2 * i] != static_cast<std::byte>(name[i]) || entry[2 * i + 1] != std::byte{0}) {
            return false;
        }
    }
    return true;
}

} // namespace

void ProtectionReader::begin()
{
    const auto text = base::as_text(m_head);
    if (text.starts_with(k_compound)) {
        m_kind = Kind::compound;
        read_entries(m_head);
    } else if (text.substr(0, k_head).find("%PDF-") != std::string_view::npos) {
        m_kind = Kind::pdf;
        m_pdf.update(m_head);
    } else {
        m_kind = Kind::other;
    }
    m_head.clear();
}

void ProtectionReader::update(base::ByteView bytes)
{
    switch (m_kind) {
    case Kind::unknown:
        m_head.insert(m_head.end(), bytes.begin(), bytes.end());
        if (m_head.size() >= k_head) {
            begin();
        }
        return;
    case Kind::pdf:
        m_pdf.update(bytes);
        return;
    case Kind::compound:
        read_entries(bytes);
        return;
    case Kind::other:
        return;
    }
}

void ProtectionReader::finish()
{
    if (m_kind == Kind::unknown) {
        begin();
    }
}

void ProtectionReader::read_entries(base::ByteView bytes)
{
    while (!bytes.empty() && !m_encrypted_office) {
        const auto count = std::min(bytes.size(), m_entry.size() - m_filled);
        std::copy_n(bytes.begin(), count, m_entry.begin() + static_cast<std::ptrdiff_t>(m_filled));
        m_filled += count;
        bytes = bytes.subspan(count);
        if (m_filled == m_entry.size()) {
            m_filled = 0;
            m_encrypted_office =
                names(m_entry, "EncryptedPackage") || names(m_entry, "EncryptedSummary");
        }
    }
}

std::string_view ProtectionReader::reason() const
{
    return m_encrypted_office ? "encrypted_office" : m_pdf.is_encrypted() ? "encrypted_pdf" : "";
}

std::string_view archive_protection(const std::string& path, base::ByteView head)
{
    const auto text = base::as_text(head);
    if (!text.starts_with("PK\x03\x04"sv) && !text.starts_with("PK\x05\x06"sv) &&
        !text.starts_with("7z\xbc\xaf\x27\x1c"sv)) {
        return "";
    }
    switch (archive::find_lock(path)) {
    case archive::Lock::open:
        return "";
    case archive::Lock::locked:
        return "encrypted_entry";
    case archive::Lock::unknown:
        return "damaged_archive";
    }
    base::fail_internal("lock of an archive");
}

} // namespace anb::scan::detail
