// Feeds arbitrary text to json::parse: what is accepted survives being written and read again.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "json/json.hpp"

#include <cstdint>
#include <cstdlib>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    json::Value value;
    try {
        value = json::parse(text, "fuzz", {.bytes = 65536, .depth = 32, .members = 128});
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
        return 0;
    }
    const auto written = json::dump(value);
    if (!base::is_utf8(written) || json::parse(written, "again") != value) {
        std::abort();
    }
    return 0;
}
