// Reads any bytes as an OCSP answer about a certificate.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "pki/ocsp.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

using namespace anb;

namespace {

pki::Facts facts(const char* file)
{
    const auto certificates = pki::load_certificates(base::read_file(file, 1 << 20), file);
    return pki::read_facts(certificates.front().to_der()).value();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto leaf = facts(ANB_TESTDATA "/fuzz/ocsp.leaf.pem");
    static const auto issuer = facts(ANB_TESTDATA "/fuzz/ocsp.issuer.pem");
    pki::read_ocsp(std::as_bytes(std::span(data, size)), leaf, issuer,
                   base::from_unix(1'795'600'000));
    return 0;
}
