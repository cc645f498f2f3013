// SPDX-License-Identifier: EUPL-1.2

#include "cli/options.hpp"

namespace anb::cli {

CLI::Option* add_text(CLI::App& command, const char* name, std::string& value, const char* type,
                      std::string about)
{
    return command.add_option(name, value, std::move(about))->type_name(type);
}

CLI::Option* add_profiles(CLI::App& command, std::vector<std::string>& profiles, std::string about)
{
    return command.add_option("--profiles", profiles, std::move(about))->type_name("FILE|DIR");
}

void add_thresholds(CLI::App& command, int& warn_days, int& crit_days, Say say)
{
    command
        .add_option("--warn", warn_days,
                    say("Warnung bei weniger Tagen", "warn below this number of days"))
        ->type_name("DAYS");
    command
        .add_option("--crit", crit_days,
                    say("Fehler bei weniger Tagen", "error below this number of days"))
        ->type_name("DAYS");
}

} // namespace anb::cli
