// SPDX-License-Identifier: EUPL-1.2

#include "archive/detail/zip_directory.hpp"

#include <algorithm>
#include <optional>

namespace anb::archive::detail {

namespace {

using namespace std::string_view_literals;

// Signatures and offsets: APPNOTE.TXT 6.3.9, §4.3.
constexpr auto k_end = "PK\x05\x06"sv, k_entry = "PK\x01\x02"sv, k_local = "PK\x03\x04"sv,
               k_locator = "PK\x06\x07"sv;
constexpr std::size_t k_end_size = 22, k_longest_comment = 65'535, k_entry_size = 46;
constexpr std::size_t k_local_size = 30, k_locator_size = 20;
constexpr unsigned k_stored = 0, k_deflated = 8;

class Directory {
public:
    explicit Directory(std::string_view zip) : m_zip(zip) {}

    std::optional<std::size_t> plain_entries() const
    {
        const auto end = find_end();
        if (!end || number(*end + 4, 4) != 0 || number(*end + 8, 2) != number(*end + 10, 2)) {
            return std::nullopt;
        }
        const auto count = number(*end + 10, 2);
        auto at = number(*end + 16, 4);
        if (at + number(*end + 12, 4) != *end || names_another_directory(*end)) {
            return std::nullopt;
        }
        for (auto left = count; left > 0; --left) {
            if (!starts_with(at, k_entry, k_entry_size) || !is_plain_method(number(at + 10, 2))) {
                return std::nullopt;
            }
            const auto local = number(at + 42, 4);
            if (!starts_with(local, k_local, k_local_size) ||
                !is_plain_method(number(local + 8, 2))) {
                return std::nullopt;
            }
            at += k_entry_size + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
        }
        return at == *end ? std::optional(count) : std::nullopt;
    }

private:
    std::optional<std::size_t> find_end() const
    {
        const auto least = m_zip.size() - std::min(m_zip.size(), k_end_size + k_longest_comment);
        const auto at = m_zip.rfind(k_end);
        return at == std::string_view::npos || at < least || at + k_end_size > m_zip.size()
                   ? std::nullopt
                   : std::optional(at);
    }

    /// That of the 64 bit form, which would be read in its place.
    bool names_another_directory(std::size_t end) const
    {
        return end >= k_locator_size && m_zip.substr(end - k_locator_size).starts_with(k_locator);
    }

    static bool is_plain_method(std::size_t method)
    {
        return method == k_stored || method == k_deflated;
    }

    bool starts_with(std::size_t at, std::string_view signature, std::size_t size) const
    {
        return at <= m_zip.size() && m_zip.size() - at >= size &&
               m_zip.substr(at).starts_with(signature);
    }

    std::size_t number(std::size_t at, std::size_t bytes) const
    {
        std::size_t value = 0;
        for (std::size_t i = bytes; i > 0; --i) {
            value = (value << 8U) | static_cast<unsigned char>(m_zip[at + i - 1]);
        }
        return value;
    }

    std::string_view m_zip;
};

} // namespace

std::optional<std::size_t> plain_zip_entries(std::string_view zip)
{
    return Directory(zip).plain_entries();
}

} // namespace anb::archive::detail
