// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"

#include "archive/detail/functions.hpp"
#include "archive/detail/zip_directory.hpp"

#include <algorithm>
#include <array>
#include <locale.h>
#include <string_view>

namespace anb::archive {

namespace {

using detail::lib;
using detail::Reader;

constexpr std::size_t k_piece = 64 * 1024;
constexpr std::size_t k_tar_magic = 257;

bool starts_with(base::ByteView bytes, std::string_view magic, std::size_t offset = 0)
{
    return base::as_text(bytes).substr(std::min(offset, bytes.size())).starts_with(magic);
}

Reader any_kind()
{
    Reader reader(lib().read_new());
    lib().support_zip(reader.get());
    lib().support_7zip(reader.get());
    lib().support_tar(reader.get());
    lib().support_gzip(reader.get());
    lib().support_bzip2(reader.get());
    lib().support_xz(reader.get());
    return reader;
}

/// libarchive gives names in the thread's encoding, and drops those that it cannot express there.
class NamesInUtf8 {
public:
    NamesInUtf8() : m_before(::uselocale(utf8())) {}
    ~NamesInUtf8() { ::uselocale(m_before); }
    NamesInUtf8(const NamesInUtf8&) = delete;
    NamesInUtf8& operator=(const NamesInUtf8&) = delete;

private:
    static locale_t utf8()
    {
        static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return locale;
    }

    locale_t m_before;
};

std::string name_of(::archive_entry* entry)
{
    const auto* name = lib().pathname(entry);
    if (name == nullptr) {
        name = lib().pathname_utf8(entry);
    }
    return name == nullptr ? "" : name;
}

/// The header of the next entry and its name.
int next(const Reader& reader, ::archive_entry*& header, std::string& name)
{
    const NamesInUtf8 guard;
    const auto result = lib().next_header(reader.get(), &header);
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN) {
        name = name_of(header);
    }
    return result;
}

/// What is unpacked, until a limit stops it.
class Unpacking {
public:
    Unpacking(const Limits& limits, std::uint64_t& left) : m_limits(limits), m_left(left) {}
    ~Unpacking() { base::wipe(m_bytes); }
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;

    State read(::archive* reader)
    {
        std::array<std::byte, k_piece> piece{};
        while (true) {
            const auto count = lib().read_data(reader, piece.data(), piece.size());
            if (count == 0) {
                return State::read;
            }
            if (count < 0) {
                return State::damaged;
            }
            const auto size = static_cast<std::uint64_t>(count);
            if (size > m_left || m_bytes.size() + size > m_limits.entry) {
                m_left -= std::min(size, m_left);
                return State::too_large;
            }
            m_left -= size;
            m_bytes.insert(m_bytes.end(), piece.begin(), piece.begin() + count);
        }
    }

    base::SecretBytes take() const { return base::SecretBytes(m_bytes); }

private:
    const Limits& m_limits;
    std::uint64_t& m_left;
    base::Bytes m_bytes;
};

bool walk_with(const Reader& reader, base::ByteView bytes, const Limits& limits,
               const std::function<void(Entry&&)>& visit)
{
    if (lib().open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        return false;
    }
    auto left = limits.total;
    for (std::size_t count = 0;; ++count) {
        ::archive_entry* header = nullptr;
        std::string name;
        const auto result = next(reader, header, name);
        if (result == ARCHIVE_EOF) {
            return true;
        }
        if (count == limits.entries || (result != ARCHIVE_OK && result != ARCHIVE_WARN)) {
            return false;
        }
        Entry entry{std::move(name), State::not_regular, {}};
        if (lib().is_encrypted(header) != 0) {
            entry.state = State::encrypted;
        } else if (lib().filetype(header) == AE_IFREG && lib().hardlink(header) == nullptr) {
            Unpacking unpacking(limits, left);
            entry.state = unpacking.read(reader.get());
            if (entry.state == State::read) {
                entry.content = unpacking.take();
            }
        }
        visit(std::move(entry));
        if (left == 0) {
            return false;
        }
    }
}

} // namespace

bool is_archive(base::ByteView bytes)
{
    using namespace std::string_view_literals;
    constexpr std::string_view k_magics[] = {
        "PK\x03\x04"sv, "PK\x05\x06"sv,    "7z\xbc\xaf\x27\x1c"sv, "\x1f\x8b"sv,
        "BZh"sv,        "\xfd\x37zXZ\0"sv, "Rar!\x1a\x07"sv,
    };
    return std::ranges::any_of(k_magics,
                               [&](std::string_view magic) { return starts_with(bytes, magic); }) ||
           starts_with(bytes, "ustar", k_tar_magic);
}

bool walk(base::ByteView bytes, const Limits& limits, const std::function<void(Entry&&)>& visit)
{
    return walk_with(any_kind(), bytes, limits, visit);
}

bool walk_plain_zip(base::ByteView bytes, const Limits& limits,
                    const std::function<void(Entry&&)>& visit)
{
    const auto entries = detail::plain_zip_entries(base::as_text(bytes));
    if (entries.value_or(0) == 0) {
        return entries.has_value();
    }
    const Reader reader(lib().read_new());
    lib().support_zip_directory(reader.get());
    return walk_with(reader, bytes, limits, visit);
}

} // namespace anb::archive
