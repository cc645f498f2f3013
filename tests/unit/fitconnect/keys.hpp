// What the tests about keys share: the identities of testdata/pkcs12 and the codes of a report.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "fitconnect/key_profile.hpp"
#include "support/refusal.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace anb::test {

inline base::UtcTime day(std::string_view text)
{
    return base::parse_time(text).value();
}

inline pki::Pkcs12 store(const std::string& name)
{
    const auto path = std::string(ANB_TESTDATA "/pkcs12/INSECURE-") + name + ".p12";
    pki::Pkcs12Options options;
    options.at = day("2026-11-23");
    return pki::load_pkcs12(base::read_file(path, 1 << 20), base::SecretString("insecure-demo"),
                            path, options);
}

inline std::vector<pki::Certificate> certificates(const std::string& name)
{
    const auto path = std::string(ANB_TESTDATA "/pki/") + name + ".pem";
    return pki::load_certificates(base::read_file(path, 1 << 20), path);
}

/// Rules of the test environment on a day on which the test certificates are valid.
inline fitconnect::KeyRules rules()
{
    fitconnect::KeyRules rules;
    rules.at = day("2026-11-23");
    return rules;
}

/// Codes of errors and warnings, ordered; notes are left out.
inline std::vector<std::string> codes(const base::Report& report)
{
    std::vector<std::string> codes;
    for (const auto& finding : report.findings) {
        if (finding.severity != base::Severity::note) {
            codes.push_back(finding.code);
        }
    }
    std::ranges::sort(codes);
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace anb::test
