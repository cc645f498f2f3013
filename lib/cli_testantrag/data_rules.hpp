// The options by which the business data of a test application are checked, alike in both tools.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"
#include "testantrag/data_check.hpp"

#include <string>
#include <vector>

namespace anb::cli_testantrag {

/// As typed; empty members were not given.
struct DataRuleOptions {
    std::vector<std::string> schema_folders;
    std::string exceptions;
};

/// --schema-dir
void declare_schema_folders(CLI::App& app, DataRuleOptions& options, cli::Say say);
/// --testdata-exception
void declare_exceptions(CLI::App& app, DataRuleOptions& options, cli::Say say);

/// The folders named, then the packages that validate-xsozial installed.
testantrag::DataRules data_rules(const DataRuleOptions& options, bool testdata, const cli::Io& io);

} // namespace anb::cli_testantrag
