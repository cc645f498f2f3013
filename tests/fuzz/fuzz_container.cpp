// Opens any bytes as a file of certificates, judges what lies in it, and looks for private keys.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "inventory/check.hpp"
#include "inventory/public_only.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    inventory::find_private(bytes);
    inventory::Opening opening;
    opening.at = base::from_unix(1'795'000'000);
    opening.password = [](std::string_view) { return base::SecretString("x"); };
    try {
        const auto contents = inventory::open(bytes, "x", opening);
        pki::CheckOptions options;
        options.use = pki::Use::osci;
        options.at = opening.at;
        if (inventory::check(contents, "x", {}, options).empty()) {
            std::abort();
        }
    } catch (const base::Error&) {
    }
    return 0;
}
