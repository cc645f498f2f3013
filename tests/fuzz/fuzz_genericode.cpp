// Feeds arbitrary bytes to the reader of code lists.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "xoev/library.hpp"

#include <cstdint>
#include <cstdlib>
#include <span>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = std::as_bytes(std::span(data, size));
    try {
        if (auto list = xoev::read_code_list(document, "fuzz")) {
            const auto codes = list->columns.front().codes;
            const xoev::CodeTable table(std::move(*list));
            for (const auto& code : codes) {
                if (!code.empty() && !table.contains(code, "")) {
                    std::abort();
                }
            }
        } else {
            xoev::read_unavailable(document, "fuzz");
        }
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
    }
    return 0;
}
