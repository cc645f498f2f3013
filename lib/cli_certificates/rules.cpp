// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/view.hpp"
#include "messages/message.hpp"

#include <algorithm>

namespace anb::cli_certificates {

namespace {

std::string_view key(pki::Level level)
{
    switch (level) {
    case pki::Level::off:
        return "off";
    case pki::Level::note:
        return "note";
    case pki::Level::warning:
        return "warning";
    case pki::Level::error:
        return "error";
    }
    return {};
}

std::vector<const pki::Rule*> collect(std::optional<pki::Use> use)
{
    std::vector<const pki::Rule*> rules;
    const auto take = [&](std::span<const pki::Rule> some) {
        for (const auto& rule : some) {
            const bool known = std::ranges::any_of(
                rules, [&](const pki::Rule* other) { return other->code == rule.code; });
            if (!known) {
                rules.push_back(&rule);
            }
        }
    };
    if (use) {
        take(pki::rules_of(*use));
    }
    take(pki::general_rules());
    std::ranges::sort(rules, {}, [](const pki::Rule* rule) { return rule->code; });
    return rules;
}

} // namespace

void show_rules(std::optional<pki::Use> use, cli::Io& io)
{
    cli::Table table;
    table.indent = 0;
    table.header = {io.say("Regel", "Rule"),
                    "TEST",
                    io.say("PRODUKTION", "PRODUCTION"),
                    io.say("Geprüft", "Judged"),
                    io.say("Erwartet", "Expected"),
                    io.say("Quelle", "Source")};
    auto listed = json::Value::array();
    for (const auto* rule : collect(use)) {
        const auto word = [&](pki::Level level) {
            return messages::word(key(level), io.common().language);
        };
        table.rows.push_back({std::string(rule->code), word(rule->test), word(rule->production),
                              std::string(rule->element), std::string(rule->expected),
                              std::string(rule->source)});
        listed.push_back({{"code", rule->code},
                          {"element", rule->element},
                          {"expected", rule->expected},
                          {"test", key(rule->test)},
                          {"production", key(rule->production)},
                          {"source", rule->source}});
    }
    io.table(table);
    io.document()["use"] = use ? json::Value(pki::key(*use)) : json::Value();
    io.document()["rules"] = std::move(listed);
}

} // namespace anb::cli_certificates
