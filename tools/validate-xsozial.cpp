// Is this a valid message of this XSozial-basis version, with test data only?
// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"
#include "cli_validation/documents.hpp"

using namespace anb;

namespace {

constexpr cli::Example k_examples[] = {
    {"validate-xsozial package add xsozial-basis.zip",
     {"Die Schemas einmal installieren", "Install the schemas once"}},
    {"validate-xsozial --testdata testantrag-hzl.xml",
     {"Gültig, und nur Testdaten?", "Valid, and test data only?"}},
    {"validate-xsozial --schema-uri urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1 "
     "testantrag-hzl.xml",
     {"Gültig in der Version des Zustellpunkts?", "Valid in the version of the Zustellpunkt?"}},
    {"validate-xsozial --json eingang/"},
    {"validate-xsozial --filter --testdata testantrag-hzl.xml > geprueft.xml"},
    {"validate-xsozial package list"},
};

constexpr cli::ToolInfo k_tool{
    .name = "validate-xsozial",
    .summary = {"Prüft, ob XML eine gültige Nachricht ihres XÖV-Standards ist.",
                "Checks whether XML is a valid message of its XÖV standard."},
    .examples = k_examples,
    .formats = "junit html md gitlab",
    .uses_environment = false,
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<cli_validation::Options>(k_tool, argc, argv, cli_validation::declare,
                                                   cli_validation::run);
}
