// Content that no scanner can read, because it is encrypted.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "scan/detail/pdf.hpp"

#include <array>
#include <string>
#include <string_view>

namespace anb::scan::detail {

/// Looks at the bytes of one file as they pass by, for what Scanner says about PDF and Office.
class ProtectionReader {
public:
    void update(base::ByteView bytes);
    /// Says that nothing follows.
    void finish();
    /// "encrypted_pdf", "encrypted_office"; empty when nothing was found.
    std::string_view reason() const;

private:
    void begin();
    void read_entries(base::ByteView bytes);

    enum class Kind { unknown, pdf, compound, other };
    Kind m_kind = Kind::unknown;
    base::Bytes m_head; ///< until the kind is known
    PdfReader m_pdf;
    std::array<std::byte, 128> m_entry{};
    std::size_t m_filled = 0;
    bool m_encrypted_office = false;
};

/// The reasons of Scanner about archives: "encrypted_entry", "damaged_archive"; empty for archives
/// that are open and for what is none.
std::string_view archive_protection(const std::string& path, base::ByteView head);

} // namespace anb::scan::detail
