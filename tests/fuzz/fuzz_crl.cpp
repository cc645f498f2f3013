// Reads any bytes as a revocation list and looks a serial number up in it.
// SPDX-License-Identifier: EUPL-1.2

#include "pki/crl.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto crl = pki::read_crl(std::as_bytes(std::span(data, size)));
    if (crl) {
        crl->issuer.folded();
        const std::byte serial[] = {std::byte{0x11}};
        const auto found = pki::look_up(*crl, serial);
        if (found.revocation) {
            pki::reason_name(*found.revocation);
        }
    }
    return 0;
}
