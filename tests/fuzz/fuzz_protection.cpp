// Looks for encrypted content in any bytes, at once and one by one; both must agree.
// SPDX-License-Identifier: EUPL-1.2

#include "scan/detail/protection.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using anb::scan::detail::ProtectionReader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    ProtectionReader whole, single;
    whole.update(bytes);
    whole.finish();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        single.update(bytes.subspan(i, 1));
    }
    single.finish();
    if (whole.reason() != single.reason()) {
        std::abort();
    }
    return 0;
}
