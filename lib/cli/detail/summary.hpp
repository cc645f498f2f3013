// One report in a line: what formats for monitoring, tables and calendars show of a subject.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "cli/io.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace anb::cli::detail {

/// Days below which a date is a warning or an error; from the members warn_days and crit_days of
/// the tool's document.
struct Limits {
    std::optional<std::int64_t> warn, crit;
};
Limits limits(const json::Value& document);

/// As monitoring counts: 0 ok, 1 warning, 2 critical, 3 unknown (user-journeys §7.3).
using State = int;
inline constexpr State k_unknown = 3;
/// "OK", "WARNING", "CRITICAL", "UNKNOWN"
std::string_view state_name(State state);
/// The third column of the table of exit codes.
State to_state(Exit exit);
/// Unknown weighs more than a warning and less than critical.
bool is_worse(State left, State right);

struct Summary {
    std::string id;                       ///< of the subject: "file:stadt.pem"
    std::string label;                    ///< fact `label`, or the id without "file:"
    std::string location;                 ///< fact `location`
    std::string metric;                   ///< fact `metric`, or the label
    std::string environment;              ///< fact `environment`
    std::optional<base::UtcTime> expires; ///< fact `expires_at`, else `not_after`
    std::optional<std::int64_t> days;     ///< fact `days_left`
    State state = 0;
    std::string codes;      ///< of warnings and errors, "ANB-C101 ANB-C142"
    std::string text;       ///< one line: the gravest finding, or until when it is valid
    bool is_clause = false; ///< `text` goes on behind the label: "läuft in 18 Tagen ab"
};

/// Everything safe to show: no control characters, no line breaks.
Summary summarize(const base::Report& report, Language language);

/// Gives what already bears the name of another a name of its own, since readers of JUnit, Checkmk
/// and Prometheus drop or refuse repeated ones: "Stadt (beide.pem#2)", "Stadt 2". The first keeps
/// its name, so names are the same every day as long as the order is.
class DistinctNames {
public:
    void apply(Summary& summary);

private:
    std::set<std::string> m_labels, m_metrics;
};

/// The finding's sentence without the place in front.
std::string plain_sentence(const base::Finding& finding, Language language);

/// Shortens mail addresses to "h…@musterstadt.example" (user-journeys §7.13).
std::string without_mail_names(std::string_view text);

/// Text for XML and HTML: five characters escaped, those that XML 1.0 does not know left out.
std::string escape_markup(std::string_view text);

} // namespace anb::cli::detail
