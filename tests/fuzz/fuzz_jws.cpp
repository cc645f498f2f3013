// Feeds arbitrary text to jose::parse_jws: what is accepted has the text as its signing input.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "jose/jws.hpp"

#include <cstdint>
#include <cstdlib>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const auto jws = jose::parse_jws(text, "fuzz");
        if (text != jws.signing_input + "." + base::to_base64url(jws.signature)) {
            std::abort();
        }
    } catch (const base::Error& error) {
        if (error.code() != "ANB-J401") {
            std::abort();
        }
    }
    return 0;
}
