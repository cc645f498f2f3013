// Collects the verdict on one entry. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dvdv/check.hpp"

#include <string>
#include <string_view>

namespace anb::dvdv::detail {

class EntryJudge {
public:
    EntryJudge(const CheckRules& rules, base::Report& report) : m_rules(rules), m_report(report) {}

    const CheckRules& rules() const { return m_rules; }

    void find(base::Severity severity, std::string_view code, std::string_view point,
              std::string found, std::string expected, base::Values values = {});
    /// Facts without a value are left out.
    void fact(std::string_view name, std::string value);
    /// Each point is listed once.
    void unchecked(std::string_view point, std::string_view reason);
    bool has(std::string_view code) const;
    /// Something of the entry ends then; the earliest end is told in the facts.
    void ends(base::UtcTime at, std::string_view what);

    /// The certificates of the way, each in its role and against the one at hand.
    void certificates(const Route& route, const Expectation& expectation);

    /// The facts that need all of the entry.
    void finish();

private:
    /// What is demanded of one place of the way.
    struct Place {
        std::string_view point;    ///< "recipient_certificate"
        std::string_view mismatch; ///< code when it is another one than expected
        pki::Use use;
    };

    void certificate(const Certificate* entered, const Place& place,
                     const std::optional<LocalCertificate>& expected);
    void compare(const Certificate& entered, const Place& place,
                 const std::optional<LocalCertificate>& expected);

    const CheckRules& m_rules;
    base::Report& m_report;
    std::optional<base::UtcTime> m_first_end;
    std::string m_first_what;
};

} // namespace anb::dvdv::detail
