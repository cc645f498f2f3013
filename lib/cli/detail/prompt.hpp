// Where secrets and confirmations come from (user-journeys §7.4, §7.5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "cli/io.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace anb::cli::detail {

/// A secret and the file it came from, when others may read that file.
struct FoundSecret {
    base::SecretString secret;
    std::string exposed_file;
};

/// The first source present, apart from the terminal.
/// @throws base::Error as read_secret_file(); Error{usage} ANB-G125 for a variable that is not set
std::optional<FoundSecret> find_secret(const SecretSource& source);

/// True when a question may be asked: stdin and stderr are terminals.
bool can_ask();

/// Asks on the terminal device, with or without showing what is typed.
/// @return nothing when the terminal is gone or the input ended
std::optional<base::SecretString> ask(std::string_view question, bool hidden);

} // namespace anb::cli::detail
