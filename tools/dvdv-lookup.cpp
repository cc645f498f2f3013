// Shows and checks what the DVDV says about an authority.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"
#include "cli_dvdv/options.hpp"

using namespace anb;

namespace {

using cli_dvdv::Options;

void declare(CLI::App& app, Options& options, cli::Say say)
{
    cli_dvdv::declare(app, options, say);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    return options.command(options.call, io);
}

constexpr cli::Example k_examples[] = {
    {"dvdv-lookup --env test check hzl",
     {"Steht im Test-DVDV, was im Profil steht?", "Does the test DVDV say what the profile says?"}},
    {"dvdv-lookup --env test show hzl --print recipient-cert",
     {"Das eingetragene Zertifikat, für cert-check", "The registered certificate, for cert-check"}},
    {"dvdv-lookup --env test uses-cert musterstadt-alt.cer",
     {"Wer benutzt dieses Zertifikat noch?", "Who still uses this certificate?"}},
    {"dvdv-lookup --env test check --all --format nagios",
     {"Alle Leistungen des Profils, für die Überwachung",
      "Every service of the profile, for monitoring"}},
};

constexpr cli::ToolInfo k_tool{
    .name = "dvdv-lookup",
    .summary = {"Zeigt und prüft, was das DVDV über eine Behörde sagt.",
                "Shows and checks what the DVDV says about an authority."},
    .examples = k_examples,
    .formats = "tsv nagios checkmk prometheus junit html md ics",
    .monitoring_name = "DVDV",
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
