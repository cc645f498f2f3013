// What cert-check shows to people.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_certificates/options.hpp"
#include "inventory/check.hpp"
#include "revocation/checker.hpp"

#include <functional>
#include <memory>
#include <string>

namespace anb::cli_certificates {

/// What is asked of every certificate of a call.
struct Question {
    pki::CheckOptions options;
    bool brief = false; ///< one line for each certificate, also when there is only one
    bool days = true;   ///< that line says how many are left
    /// Facts that name the certificates of an inventory's entry for monitoring: label, location,
    /// metric, environment.
    std::vector<base::Fact> names{};
    std::shared_ptr<revocation::Checker> revocation{}; ///< asked about every certificate shown
    /// For people, what was not checked of several certificates is said once, at the end.
    std::shared_ptr<std::vector<base::Unchecked>> unchecked{};
    /// Called in place of showing text for people.
    std::function<void(const inventory::Judged&)> seen{};
};

/// "test" is test, every other name production, an empty one unknown.
pki::Environment to_environment(std::string_view env);

/// "stadt.pem", "(stdin)", "bundle.pem#2": the subject of a report as people see it.
std::string shown_name(const std::string& subject, const cli::Io& io);

/// "stadt.pem: geeignet für OSCI (TEST)": one line, with the days left where they matter.
std::string headline(const inventory::Judged& judged, const Question& question, const cli::Io& io);

/// The headline, the facts as a table, from when a replacement should be ordered; then the report,
/// with every fact where programs read it. Takes the report away.
void show(inventory::Judged& judged, const Question& question, cli::Io& io);

/// Shows what show() kept back in question.unchecked.
void show_unchecked(const Question& question, cli::Io& io);

/// Every rule of a use, or of all, as a table and as the member `rules`.
void show_rules(std::optional<pki::Use> use, cli::Io& io);

} // namespace anb::cli_certificates
