// Feeds arbitrary bytes to xml::Inspector: in pieces and at once the verdict is the same.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "xml/inspect.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace anb;

namespace {

bool accepted(base::ByteView document, std::size_t piece)
{
    try {
        xml::Inspector inspector("fuzz");
        while (!document.empty()) {
            const auto part = document.first(std::min(piece, document.size()));
            inspector.update(part);
            document = document.subspan(part.size());
        }
        inspector.finish();
        return true;
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
        return false;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = std::as_bytes(std::span(data, size));
    if (accepted(document, 1) != accepted(document, document.size() + 1)) {
        std::abort();
    }
    return 0;
}
