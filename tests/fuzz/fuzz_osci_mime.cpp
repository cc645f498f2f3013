// Feeds arbitrary bytes to osci::MimeReader: in pieces and at once the verdict is the same.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "osci/mime.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace anb;

namespace {

std::string verdict(base::ByteView text, std::size_t piece)
{
    std::string seen;
    try {
        osci::MimeReader reader(
            [whole = base::source_of(text), piece](std::span<std::byte> buffer) {
                return whole(buffer.first(std::min(buffer.size(), piece)));
            },
            "fuzz");
        while (const auto head = reader.next()) {
            seen += head->id + "\n" + head->media_type + "\n" + head->encoding + "\n";
            const auto offset = reader.offset();
            const auto bytes = base::read_all(reader.source(), text.size());
            if (!bytes || !std::ranges::equal(*bytes, text.subspan(offset, bytes->size())) ||
                (head->length && *head->length != bytes->size())) {
                std::abort();
            }
            seen += base::to_hex(*bytes) + "\n";
            if (head->is_base64()) {
                base::read_all(osci::decoded_base64(base::source_of(*bytes), "fuzz"), text.size());
            }
        }
        return seen;
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
        return error.code();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = std::as_bytes(std::span(data, size));
    if (verdict(text, 3) != verdict(text, size + 1)) {
        std::abort();
    }
    return 0;
}
