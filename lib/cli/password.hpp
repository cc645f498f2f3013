// The options by which every tool takes a password.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "cli/tool.hpp"

namespace anb::cli {

/// Declares --password-file, --password-fd and --password-env, which fill `source`.
void declare_password(CLI::App& app, SecretSource& source, Say say);

} // namespace anb::cli
