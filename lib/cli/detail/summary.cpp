// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/summary.hpp"

#include "base/text.hpp"
#include "cli/detail/render_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace anb::cli::detail {

namespace {

using base::Severity;
using messages::Text;

std::string fact(const base::Report& report, std::string_view name)
{
    const auto found = std::ranges::find(report.facts, name, &base::Fact::name);
    return found == report.facts.end() ? "" : base::printable(found->value);
}

std::string first_of(std::string first, std::string second)
{
    return first.empty() ? std::move(second) : std::move(first);
}

std::string name_of(std::string_view id)
{
    constexpr std::string_view k_file = "file:";
    const auto name = id.starts_with(k_file) ? id.substr(k_file.size()) : id;
    return base::printable(name);
}

State state_of(const base::Report& report)
{
    switch (report.worst()) {
    case Severity::error:
        return report.answered ? 2 : k_unknown;
    case Severity::warning:
        return 1;
    case Severity::note:
        return 0;
    }
    return k_unknown;
}

const base::Finding* worst_finding(const base::Report& report)
{
    const auto found = std::ranges::max_element(report.findings, {}, &base::Finding::severity);
    return found == report.findings.end() || found->severity == Severity::note ? nullptr : &*found;
}

/// Findings about the end of validity are told by the date itself.
bool is_expiry(const base::Finding& finding)
{
    return finding.element == "not_after" || finding.element == "expires_at";
}

std::string expiry_text(const Summary& summary, Language language)
{
    const auto date = base::format_date(*summary.expires);
    if (summary.days && *summary.days < 0) {
        return fmt::format("{} {}", Text{"abgelaufen seit", "expired since"}.in(language), date);
    }
    if (summary.state == 0 || !summary.days) {
        return fmt::format("{} {}", Text{"gültig bis", "valid until"}.in(language), date);
    }
    const auto form = *summary.days == 1
                          ? Text{"läuft in 1 Tag ab ({1})", "expires in 1 day ({1})"}
                          : Text{"läuft in {0} Tagen ab ({1})", "expires in {0} days ({1})"};
    return fmt::format(fmt::runtime(form.in(language)), *summary.days, date);
}

/// The name, or the first of "name 2", "name 3" that is not among `used`; it is added there.
std::string numbered(const std::string& name, std::string_view separator,
                     std::set<std::string>& used)
{
    auto candidate = name;
    for (int number = 2; !used.insert(candidate).second; ++number) {
        candidate = fmt::format("{}{}{}", name, separator, number);
    }
    return candidate;
}

} // namespace

Limits limits(const json::Value& document)
{
    const auto number = [&](const char* name) {
        const auto found = document.find(name);
        return found != document.end() && found->is_number_integer()
                   ? std::optional(found->get<std::int64_t>())
                   : std::nullopt;
    };
    return {number("warn_days"), number("crit_days")};
}

std::string_view state_name(State state)
{
    constexpr std::string_view k_names[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
    return k_names[std::clamp(state, 0, k_unknown)];
}

State to_state(Exit exit)
{
    if (exit < Exit::usage) {
        return static_cast<State>(exit);
    }
    return exit == Exit::not_trusted ? 2 : k_unknown;
}

bool is_worse(State left, State right)
{
    constexpr int k_weight[] = {0, 1, 3, 2};
    return k_weight[left] > k_weight[right];
}

Summary summarize(const base::Report& report, Language language)
{
    Summary summary;
    summary.id = base::printable(report.subject);
    summary.label = first_of(fact(report, "label"), name_of(report.subject));
    summary.location = fact(report, "location");
    summary.metric = first_of(fact(report, "metric"), summary.label);
    summary.environment = fact(report, "environment");
    summary.expires =
        base::parse_time(first_of(fact(report, "expires_at"), fact(report, "not_after")));
    const auto days = fact(report, "days_left");
    std::int64_t number = 0;
    if (std::from_chars(days.data(), days.data() + days.size(), number).ptr != days.data()) {
        summary.days = number;
    }
    summary.state = state_of(report);
    for (const auto& finding : report.findings) {
        if (finding.severity != Severity::note &&
            summary.codes.find(finding.code) == std::string::npos) {
            summary.codes += (summary.codes.empty() ? "" : " ") + finding.code;
        }
    }
    const auto* worst = worst_finding(report);
    if (worst != nullptr && (!is_expiry(*worst) || !summary.expires)) {
        summary.text = plain_sentence(*worst, language);
    } else if (summary.expires) {
        summary.text = expiry_text(summary, language);
        summary.is_clause = true;
    } else if (!report.findings.empty()) {
        summary.text = plain_sentence(report.findings.front(), language);
    } else {
        summary.text = "ok";
    }
    return summary;
}

void DistinctNames::apply(Summary& summary)
{
    const bool one_name = summary.metric == summary.label;
    const auto name = name_of(summary.id);
    if (m_labels.contains(summary.label) && summary.label != name && !name.empty()) {
        summary.label += " (" + name + ")";
    }
    summary.label = numbered(summary.label, " ", m_labels);
    summary.metric = one_name ? summary.label : numbered(summary.metric, "_", m_metrics);
}

std::string plain_sentence(const base::Finding& finding, Language language)
{
    auto placeless = finding;
    placeless.where.clear();
    return base::printable(sentence(placeless, language));
}

std::string without_mail_names(std::string_view text)
{
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               static_cast<unsigned char>(c) >= 0x80 ||
               std::string_view("._%+-").find(c) != std::string_view::npos;
    };
    std::string shortened;
    for (const char c : text) {
        if (c == '@') {
            auto begin = shortened.size();
            while (begin > 0 && belongs(shortened[begin - 1])) {
                --begin;
            }
            auto first = begin + 1;
            while (first < shortened.size() &&
                   (static_cast<unsigned char>(shortened[first]) & 0xc0U) == 0x80) {
                ++first;
            }
            if (begin < shortened.size()) {
                shortened.replace(first, std::string::npos, "…");
            }
        }
        shortened += c;
    }
    return shortened;
}

std::string escape_markup(std::string_view text)
{
    std::string escaped;
    for (const char c : base::printable(text)) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

} // namespace anb::cli::detail
