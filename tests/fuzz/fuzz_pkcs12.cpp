// Opens any bytes as a PKCS#12 store; only the library's own error may come out.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "pki/pkcs12.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace anb;
    const auto bytes = std::as_bytes(std::span(data, size));
    static const base::SecretString k_password("insecure-demo");
    pki::Pkcs12Options options;
    options.max_iterations = 5000;
    options.at = base::from_unix(1'790'000'000);
    pki::detect_format(bytes);
    try {
        const auto loaded = pki::load_pkcs12(bytes, k_password, "fuzz", options);
        loaded.identity.key.public_key();
    } catch (const base::Error&) {
    }
    return 0;
}
