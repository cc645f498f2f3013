// SPDX-License-Identifier: EUPL-1.2

#include "pki/check.hpp"

#include "pki/detail/acceptance.hpp"
#include "pki/detail/judge.hpp"

#include <algorithm>

namespace anb::pki {

namespace {

using detail::Judge;

void judge_dates(Judge& judge, const Path& path)
{
    const auto& options = judge.options();
    const auto at = options.at;
    for (std::size_t i = 0; i < path.certificates.size(); ++i) {
        const auto& facts = *path.certificates[i];
        const bool leaf = i == 0;
        const auto subject = leaf ? std::string() : facts.subject.to_text();
        const auto& from = facts.not_before.value;
        const auto& until = facts.not_after.value;
        if (leaf) {
            for (const auto& time : {facts.not_before, facts.not_after}) {
                if (!time.value || !time.strict) {
                    judge.find(time.value ? "ANB-C126" : "ANB-C127", "", {});
                    break;
                }
            }
            if (from && until && *from > *until) {
                judge.find("ANB-C125", base::format_date(*from), {});
                continue;
            }
        }
        if (from && at < *from) {
            judge.find(leaf ? "ANB-C121" : "ANB-C128", base::format_date(*from),
                       {{"date", base::format_date(*from)}, {"subject", subject}});
        }
        if (!until) {
            continue;
        }
        const auto days = base::days_between(at, *until);
        const auto date = base::format_date(*until);
        const base::Values values{{"n", std::to_string(days)},
                                  {"ago", std::to_string(-days)},
                                  {"date", date},
                                  {"warn", std::to_string(options.warn_days)},
                                  {"crit", std::to_string(options.crit_days)},
                                  {"subject", subject}};
        if (at > *until) {
            judge.find(leaf ? "ANB-C101" : "ANB-C122", date, values);
        } else if (days < options.crit_days) {
            judge.find(leaf ? "ANB-C119" : "ANB-C123", date, values);
        } else if (days < options.warn_days) {
            judge.find(leaf ? "ANB-C120" : "ANB-C124", date, values);
        }
    }
}

/// Which class of anchors the path ends in, as far as it is known.
void judge_class(Judge& judge, const Path& path)
{
    const auto environment = judge.options().environment;
    if (environment == Environment::production && path.anchor_set == "test") {
        judge.find("ANB-C131", path.certificates.back()->subject.to_text(), {});
    }
    if (environment == Environment::test && path.anchor_set == "production") {
        judge.find("ANB-C132", path.certificates.back()->subject.to_text(), {});
    }
}

void judge_flaw(Judge& judge, const Path& path, const Flaw& flaw)
{
    const auto& subject = *path.certificates[flaw.index];
    const base::Values values{{"subject", subject.subject.to_text()},
                              {"issuer", flaw.expected},
                              {"found", flaw.found},
                              {"expected", flaw.expected}};
    if (flaw.code == "ANB-C142") {
        if (judge.options().anchors_given) {
            judge.find_as(base::Severity::error, flaw.code, flaw.found, flaw.expected, values);
        } else if (judge.options().use != Use::general) {
            judge.find(flaw.code, flaw.found, flaw.expected, values);
        }
        return;
    }
    judge.find(flaw.code, flaw.found, flaw.expected, values);
}

bool allows_self_signed(const CheckOptions& options)
{
    return options.environment == Environment::test &&
           (options.use == Use::fitconnect || options.use == Use::fitconnect_enc ||
            options.use == Use::fitconnect_sig);
}

void judge_chain(Judge& judge, const Path& path, base::Report& report)
{
    if (path.self_signed && path.anchor_set.empty()) {
        judge.find("ANB-C133", path.certificates.front()->issuer.to_text(), {});
    }
    for (const auto& flaw : path.flaws) {
        const bool settled = path.self_signed && flaw.code == "ANB-C130" &&
                             (judge.worst("ANB-C133") == base::Severity::error ||
                              allows_self_signed(judge.options()));
        if (!settled) {
            judge_flaw(judge, path, flaw);
        }
    }
    for (const auto& certificate : path.certificates) {
        const auto name = certificate->issuer.to_text();
        if (name.find("Governikus CA 8:PN") != std::string::npos ||
            name.find("Governikus Root") != std::string::npos) {
            judge.find("ANB-C135", name, {{"issuer", name}});
            break;
        }
    }
    for (std::size_t i = 1; i < path.certificates.size(); ++i) {
        const bool root = i + 1 == path.certificates.size();
        detail::judge_algorithm(judge, *path.certificates[i], root && path.complete);
    }
    judge_class(judge, path);
    if (!judge.options().anchors_given) {
        report.unchecked.push_back({"chain", "no_anchor"});
    }
}

} // namespace

Expiry expiry(const Path& path)
{
    Expiry found{path.certificates.front()->not_after.value, 0};
    for (std::size_t i = 1; i < path.certificates.size() && found.at; ++i) {
        const auto& until = path.certificates[i]->not_after.value;
        if (until && *until < *found.at) {
            found = {until, i};
        }
    }
    return found;
}

base::Report check(const Path& path, const CheckOptions& options)
{
    base::Report report;
    Judge judge(options, report);
    const auto& leaf = *path.certificates.front();
    detail::judge_encoding(judge, leaf);
    judge_dates(judge, path);
    detail::judge_key(judge, leaf);
    detail::judge_algorithm(judge, leaf, path.self_signed);
    detail::judge_names(judge, leaf);
    detail::judge_extensions(judge, leaf);
    judge_chain(judge, path, report);
    if (options.use != Use::general) {
        detail::judge_use(judge, leaf);
        if (report.accepted()) {
            if (const auto refusal = detail::refused_by_openssl(path)) {
                judge.find("ANB-C171", *refusal, {{"reason", *refusal}});
            }
        }
    }
    return report;
}

} // namespace anb::pki
