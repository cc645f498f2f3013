// The pace of a watch: how often it looks, and what it does about looks that fail.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "cli/io.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace anb::cli_testantrag {

/// True for what may be over at the next look.
bool may_pass(const base::Error& error);

class Pace {
public:
    /// @param interval  as typed after --watch; empty: a minute
    /// @throws Error{usage} ANB-G110 for a time that is none, ANB-G113 with a form of output that
    /// is
    ///         one document
    Pace(const std::string& interval, cli::Io& io);

    void succeeded();
    /// Says a failure that may pass, once until it changes or a look succeeds.
    /// @throws the same error when no later look can cure it
    void failed(std::string_view subject, const base::Error& error);

    /// Waits: the longer, the more looks failed, up to five minutes.
    /// @param glance  called all the time; waits for the time given, or returns true to look at
    /// once
    void rest(const std::function<bool(std::chrono::milliseconds)>& glance);

private:
    cli::Io& m_io;
    base::Seconds m_interval;
    std::string m_said; ///< code of the failure that was said last; empty when a look succeeded
    int m_failed = 0;
};

} // namespace anb::cli_testantrag
