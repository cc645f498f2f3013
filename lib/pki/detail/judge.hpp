// The rules on one certificate, group by group.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/check.hpp"

namespace anb::pki::detail {

/// Adds findings with the severity that the rules of the use give them.
class Judge {
public:
    Judge(const CheckOptions& options, base::Report& report) : m_options(options), m_report(report)
    {
    }

    const CheckOptions& options() const { return m_options; }

    /// Adds a finding unless its rule is off. `expected` is the rule's when empty.
    void find(std::string_view code, std::string found, std::string expected, base::Values values);
    void find(std::string_view code, std::string found, base::Values values)
    {
        find(code, std::move(found), {}, std::move(values));
    }
    /// The same with a severity of its own.
    void find_as(base::Severity severity, std::string_view code, std::string found,
                 std::string expected, base::Values values);

    /// The limit of a rule; nothing when the use has no such rule.
    std::optional<int> limit(std::string_view code) const;
    /// The gravest severity found so far under a code.
    std::optional<base::Severity> worst(std::string_view code) const;

private:
    const CheckOptions& m_options;
    base::Report& m_report;
};

/// Damage, version, serial number: C149, C174–C176, C402.
void judge_encoding(Judge& judge, const Facts& facts);
/// What makes a key unusable whatever the use: C149.
void judge_key(Judge& judge, const Facts& facts);
/// Weak or contradictory algorithms: C160, C162. @param own  signed by its own key
void judge_algorithm(Judge& judge, const Facts& facts, bool own);
/// C180–C183
void judge_names(Judge& judge, const Facts& facts);
/// C172, C173
void judge_extensions(Judge& judge, const Facts& facts);
/// Key strength, usages, group name: C140, C141, C143, C144, C147, C148, C152–C157, C163, C184.
void judge_use(Judge& judge, const Facts& facts);

} // namespace anb::pki::detail
