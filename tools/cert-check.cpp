// Is this certificate fit for this use, on this day, in this environment?
// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"
#include "cli_registry/registry.hpp"

using namespace anb;

namespace {

constexpr cli::Example k_examples[] = {
    {"cert-check stadt.pem",
     {"Was ist das, und wie lange gilt es?", "What is it, how long valid?"}},
    {"cert-check --for fitconnect --env prod musterstadt-prod.p12",
     {"Taugt das Zertifikat für die Produktion?", "Is the certificate fit for production?"}},
    {"cert-check --for osci musterstadt.p12 --pair musterstadt.cer",
     {"Gehören .p12 und .cer zusammen?", "Do .p12 and .cer belong together?"}},
    {"cert-check --warn 90 zertifikate/ --json"},
    {"cert-check --format nagios /etc/ssl/stadt.pem"},
    {"cert-check --ics zertifikate/ > ablauf.ics"},
    {"cert-check --list-rules --for osci"},
};

constexpr cli::ToolInfo k_tool{
    .name = "cert-check",
    .summary = {"Prüft, ob ein Zertifikat für einen Zweck taugt und wann es ersetzt werden muss.",
                "Checks whether a certificate is fit for a use and when it must be replaced."},
    .examples = k_examples,
    .formats = "tsv nagios checkmk prometheus junit html md ics",
    .monitoring_name = "CERT",
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<cli_certificates::Options>(k_tool, argc, argv, cli_certificates::declare,
                                                     cli_registry::run);
}
