// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/data_rules.hpp"

#include "config/config.hpp"

namespace anb::cli_testantrag {

void declare_schema_folders(CLI::App& app, DataRuleOptions& options, cli::Say say)
{
    app.add_option("--schema-dir", options.schema_folders,
                   say("Schemas und Codelisten von hier; mehrfach möglich",
                       "schemas and code lists from here; repeatable"))
        ->type_name("DIR")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void declare_exceptions(CLI::App& app, DataRuleOptions& options, cli::Say say)
{
    app.add_option("--testdata-exception", options.exceptions,
                   say("Ausnahmen von den Testdaten-Regeln, mit Begründung (JSON)",
                       "exceptions from the rules for test data, with reasons (JSON)"))
        ->type_name("FILE");
}

testantrag::DataRules data_rules(const DataRuleOptions& options, bool testdata, const cli::Io& io)
{
    return {.schema_folders = {options.schema_folders.begin(), options.schema_folders.end()},
            .own_schemas = config::data_folder() / "schemas",
            .testdata = testdata,
            .exceptions = options.exceptions,
            .at = io.judged_at()};
}

} // namespace anb::cli_testantrag
