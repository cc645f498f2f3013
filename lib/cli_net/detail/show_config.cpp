// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/detail/show_config.hpp"

#include "base/text.hpp"
#include "cli_net/detail/environment.hpp"

namespace anb::cli_net::detail {

cli::Exit show_config(const config::Configuration& configuration, cli::Io& io)
{
    const auto built_in = io.say("eingebaut", "built in");
    const auto env = choose_environment(io.common(), configuration, Purpose::reading);
    const auto environment = resolve_environment(env.value, configuration);

    auto settings = configuration.effective();
    std::erase_if(settings, [](const auto& entry) { return entry.first == "env"; });
    settings.insert(settings.begin(), {"env", env});
    const auto add_address = [&](const std::string& key, const std::string& value) {
        if (!configuration.get(env.value, key)) {
            settings.push_back({"env." + env.value + "." + key, {value, ""}});
        }
    };
    add_address("token_url", environment.token_url);
    add_address("submission_url", environment.submission_url);
    add_address("submission_v1_url", environment.submission_v1_url);
    add_address("destination_url", environment.destination_url);
    add_address("routing_url", environment.routing_url);
    add_address("portal_url", environment.portal_url);

    cli::Table table;
    table.header = {io.say("Einstellung", "Setting"), io.say("Wert", "Value"),
                    io.say("Herkunft", "Source")};
    auto members = json::Value::array();
    for (const auto& [key, setting] : settings) {
        const auto source = setting.source.empty() ? built_in : setting.source;
        table.rows.push_back({key, base::printable(setting.value), base::printable(source)});
        members.push_back({{"key", key}, {"value", setting.value}, {"source", source}});
    }
    io.table(table);
    io.document()["settings"] = std::move(members);
    return cli::Exit::ok;
}

} // namespace anb::cli_net::detail
