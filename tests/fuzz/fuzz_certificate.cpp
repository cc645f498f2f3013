// Reads any bytes as certificates, asks for every fact and builds a chain; only the library's own
// error may come out.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "pki/certificate.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace anb;
    try {
        const auto found = pki::load_certificates(std::as_bytes(std::span(data, size)), "fuzz");
        for (const auto& certificate : found) {
            certificate.subject();
            certificate.issuer();
            certificate.common_name();
            certificate.serial();
            certificate.valid_at(certificate.not_after());
            certificate.key_usage();
            certificate.signature_algorithm();
            certificate.to_pem();
        }
        pki::ends_in(pki::build_chain(found.front(), found), {found.back()});
        found.front().public_key().numbers();
    } catch (const base::Error&) {
    }
    return 0;
}
