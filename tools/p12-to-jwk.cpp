// Turns the .p12 of the Verwaltungs-PKI into the JWK files that FIT-Connect needs.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"
#include "cli_keys/commands.hpp"

using namespace anb;

namespace {

constexpr cli::Example k_examples[] = {
    {"p12-to-jwk --new-test-key --env test --out-dir keys/test",
     {"Schlüssel für die Testumgebung", "Keys for the test environment"}},
    {"p12-to-jwk musterstadt-prod.p12 --env prod --out-dir keys/prod",
     {"Das Zertifikat für die Produktion ist da", "The certificate for production has arrived"}},
    {"p12-to-jwk --lint keys/test/schluesselsatz.oeffentlich.jwks.json",
     {"Entspricht ein Schlüssel den Regeln?", "Does a key follow the rules?"}},
    {"p12-to-jwk musterstadt.p12 --public enc | jose jwk thp -a S256 -i -"},
    {"p12-to-jwk verschluesselung.p12 signatur.p12 --out-dir keys/zwei"},
};

constexpr cli::ToolInfo k_tool{
    .name = "p12-to-jwk",
    .summary = {"Macht aus der .p12 der Verwaltungs-PKI die JWK-Dateien, die FIT-Connect braucht.",
                "Turns the .p12 of the Verwaltungs-PKI into the JWK files that FIT-Connect needs."},
    .examples = k_examples,
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<cli_keys::Options>(k_tool, argc, argv, cli_keys::declare, cli_keys::run);
}
