// What is looked at in the user's files before a sending's first request.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_testantrag/data_rules.hpp"
#include "testantrag/fitconnect/prepare.hpp"

#include <string>
#include <string_view>

namespace anb::cli_testantrag {

/// As typed.
struct ContentOptions {
    DataRuleOptions data;
    bool check_attachments = false;
    std::string scanner = "/run/clamav/clamd.ctl"; ///< address of the clamd
};

/// --schema-dir --testdata-exception --check-attachments --clamd
void declare_content(CLI::App& app, ContentOptions& options, cli::Say say);

/// Judges the data by the test-data rules (user-journeys §7.13) and, when `schema_uri` is known,
/// by their schema; with --check-attachments has every attachment scanned. What was not looked at
/// is unchecked: "schema", "testdata", "virus_scan" …
/// @throws as testantrag::DataChecker and scan::Scanner
base::Report check_content(const ContentOptions& options, const testantrag::Package& package,
                           std::string_view schema_uri, const cli::Io& io);

/// The schema alone, for a `schema_uri` that only the Zustellpunkt could tell.
base::Report check_schema(const ContentOptions& options, const testantrag::Package& package,
                          std::string_view schema_uri, const cli::Io& io);

} // namespace anb::cli_testantrag
