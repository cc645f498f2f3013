// What became of each of several Zustellpunkte: `result` of its subject, and the exit code of all.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_destination/targets.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::cli_destination {

/// "needs_login" or "failed"
std::string_view result_of(const base::Error& error);

class Results {
public:
    explicit Results(cli::Io& io) : m_io(io) {}

    /// A subject with this result, and further facts.
    void add(const Member& member, std::string_view result, std::vector<base::Fact> more = {});
    /// One that gave no answer. With --jsonl it is one line like the others.
    void fail(const Member& member, const base::Error& error);

    /// cli::Io::verdict() with the failures: one of them weighs more than a warning, less than an
    /// error (user-journeys §7.3).
    cli::Exit exit() const;

private:
    cli::Io& m_io;
    std::optional<cli::Exit> m_failure;
};

} // namespace anb::cli_destination
