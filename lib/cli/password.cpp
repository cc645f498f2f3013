// SPDX-License-Identifier: EUPL-1.2

#include "cli/password.hpp"

namespace anb::cli {

void declare_password(CLI::App& app, SecretSource& source, Say say)
{
    app.add_option("--password-file", source.file,
                   say("Das Kennwort steht in dieser Datei.", "The password stands in this file."))
        ->type_name("FILE");
    app.add_option("--password-fd", source.descriptor,
                   say("Das Kennwort kommt über diesen Dateideskriptor.",
                       "The password comes through this descriptor."))
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--password-env", source.variable,
                   say("Das Kennwort steht in dieser Umgebungsvariable.",
                       "The password stands in this variable."))
        ->type_name("NAME");
}

} // namespace anb::cli
