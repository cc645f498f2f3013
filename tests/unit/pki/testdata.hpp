// Where the tests of this room find their certificates.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "pki/certificate.hpp"

#include <string>

namespace anb::pki::test {

inline base::Bytes read(const std::string& name)
{
    return base::read_file(std::string(ANB_TESTDATA "/") + name, 1 << 20);
}

inline Certificate certificate(const std::string& name)
{
    return load_certificates(read("pki/" + name + ".pem"), name).front();
}

inline base::UtcTime time(std::string_view text)
{
    return base::parse_time(text).value();
}

} // namespace anb::pki::test
