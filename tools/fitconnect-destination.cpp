// Shows, checks, compares, prepares and changes a Zustellpunkt, and checks the routing to it.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"
#include "cli_destination/options.hpp"

using namespace anb;

namespace {

using cli_destination::Options;

void declare(CLI::App& app, Options& options, cli::Say say)
{
    cli_destination::declare(app, options, say);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return options.command(options.call, io);
}

constexpr cli::Example k_examples[] = {
    {"fitconnect-destination --env test check 3fa85f64-5717-4562-b3fc-2c963f66afa6",
     {"Ist der Zustellpunkt bereit?", "Is the Zustellpunkt ready?"}},
    {"fitconnect-destination --env test route --ars 059990000000 --leika 99123456760610",
     {"Wer nimmt in dieser Region Anträge auf diese Leistung entgegen?",
      "Who receives applications for this service in this region?"}},
    {"fitconnect-destination --env test create hzl --dry-run",
     {"Was würde angelegt?", "What would be created?"}},
    {"fitconnect-destination --env test check --all --format nagios",
     {"Alle Zustellpunkte des Profils, für die Überwachung",
      "Every destination of the profile, for monitoring"}},
};

constexpr cli::ToolInfo k_tool{
    .name = "fitconnect-destination",
    .summary = {"Zeigt, prüft, erstellt und ändert einen Zustellpunkt; prüft das Routing.",
                "Shows, checks, creates and changes a destination; checks the routing."},
    .examples = k_examples,
    .formats = "tsv nagios checkmk prometheus junit html md ics",
    .monitoring_name = "FITCONNECT",
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
