// What a tool reads from and shows to the world: one object, handed to its run().
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "base/report.hpp"
#include "base/secret.hpp"
#include "base/time.hpp"
#include "cli/exit.hpp"
#include "json/json.hpp"
#include "messages/message.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::cli {

using messages::Language;

/// The options that every tool has (user-journeys §7.1), as parsed.
struct Common {
    int verbosity = 0; ///< -1 with -q, 1 with -v, 2 with -vv
    std::string env;   ///< "test", "stage", "prod"; empty when not given anywhere
    bool env_from_command_line = false;
    std::string profile;         ///< name or path; empty when none
    std::string format = "text"; ///< "text", "json", "jsonl", …
    std::string output = "-";
    bool dry_run = false;
    std::string confirm;
    bool no_input = false;
    std::optional<base::UtcTime> at;
    bool offline = false;
    Language language = Language::english;
    bool plain = false;
    std::string log_file;
    std::string fail_on = "warning"; ///< "warning", "error", "never"
};

/// A table for people: with --plain it becomes "Name: value" lines.
struct Table {
    std::vector<std::string> header; ///< may be empty: then no header line is shown
    std::vector<std::vector<std::string>> rows;
    int indent = 2;
};

/// Where a secret comes from (user-journeys §7.5). First source present wins.
struct SecretSource {
    std::string file{};       ///< --password-file
    int descriptor = -1;      ///< --password-fd
    std::string variable{};   ///< --password-env: removed from the environment at once
    std::string credential{}; ///< name below $CREDENTIALS_DIRECTORY, such as "p12-password"
    /// Environment variable holding a path, such as "ANB_P12_PASSWORD_FILE".
    std::string file_variable{};
    std::string prompt{}; ///< text of the question on the terminal; empty: never ask
};

/// Long work on one thing: a rewritten line on a terminal, lines at 25/50/75/100 % otherwise.
class Progress {
public:
    virtual ~Progress() = default;
    virtual void update(std::uint64_t done, std::uint64_t total) = 0;
};

class Io {
public:
    virtual ~Io() = default;

    virtual const Common& common() const = 0;
    /// One of two texts, by the user's language.
    virtual std::string say(std::string_view de, std::string_view en) const = 0;
    /// The clock, read once per run.
    virtual base::UtcTime now() const = 0;
    /// --at, or now().
    virtual base::UtcTime judged_at() const = 0;

    /// --- For people: stdout in format "text", nothing otherwise.
    virtual void line(std::string_view text = {}) = 0;
    virtual void table(const Table& table) = 0;

    /// --- For people and programs.
    /// Adds a verdict: its findings become messages on stderr (text) or members of the document
    /// (json), its unchecked points a line or members. Subjects keep the order of calls.
    virtual void add(base::Report report) = 0;
    /// One of several subjects gave no answer: shown like a failure, and the run goes on. It
    /// decides the exit code unless another subject's verdict is an error (user-journeys §7.3).
    /// @param names  facts by which monitoring knows the subject when it does answer: "label", …
    virtual void add_failure(std::string_view subject, const base::Error& error,
                             std::vector<base::Fact> names = {}) = 0;
    /// Members that this tool adds to its JSON document beside the common ones.
    virtual json::Value& document() = 0;
    /// With --jsonl one line at once; kept nowhere. It, status(), trace() and the updates of a
    /// Progress may be called from several threads.
    virtual void event(const json::Value& value) = 0;

    /// --- stdout as data (public keys, --raw): exactly these bytes, to -o or stdout. The tool then
    /// prints no document. Refuses to write secrets to a terminal is the caller's business.
    virtual void data(base::ByteView bytes) = 0;

    /// --- stderr.
    /// First line of every command that talks to a remote service: "Umgebung: TEST".
    virtual void environment(std::string_view name, std::string_view more = {}) = 0;
    /// A line for people on stderr (steps of a journey); silent with -q.
    virtual void status(std::string_view text) = 0;
    /// Shown with -v (level 1) or -vv (level 2) only.
    virtual void trace(int level, std::string_view text) = 0;
    virtual std::unique_ptr<Progress> progress(std::string_view label) = 0;

    /// --- Questions.
    /// @throws Error{usage} ANB-G120 when no source is present and asking is not allowed
    virtual base::SecretString secret(const SecretSource& source) = 0;
    /// Production changes: demands `target` (first 8 characters of an id) by --confirm or typed.
    /// @throws Error{usage} ANB-G121 when it was not given or differs
    virtual void confirm(std::string_view target, std::string_view what) = 0;

    /// True after Ctrl-C or SIGTERM; long work stops at its next safe point.
    virtual bool cancelled() const = 0;

    /// The exit code of the findings and failures added so far, by --fail-on.
    virtual Exit verdict() const = 0;
};

} // namespace anb::cli
