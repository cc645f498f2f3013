// The test bench: every remote service on loopback, in one process, for the environments test and
// prod side by side.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/time.hpp"
#include "sandbox/environment.hpp"
#include "sandbox/faults.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace anb::sandbox {

struct Options {
    std::string listen = "127.0.0.1"; ///< a loopback address, or "localhost"
    int port = 0; ///< 0: any free one, or the one that stands in a kept state's documents
    std::filesystem::path state;       ///< empty: a private folder that is removed at the end
    std::filesystem::path pki;         ///< keys and certificates; empty: "pki" in the state
    std::filesystem::path record;      ///< folder for exchanges.jsonl; empty: not recorded
    std::string faults;                ///< text of a fault script
    std::string faults_origin;         ///< its name in messages
    std::filesystem::path callback_ca; ///< PEM; trusted for callbacks besides the sandbox's root
    /// Before the repetitions of a callback; nothing: as CallbackSettings has it.
    std::optional<std::vector<std::chrono::milliseconds>> callback_pauses;
    std::filesystem::path directory; ///< entries of the DVDV servers; empty: the built-in ones
    base::Seconds replica_lag{0};    ///< how old an entry is before the replica shows it
    std::optional<base::UtcTime>
        clock; ///< where the sandbox's clock starts; nothing: the real time
    Limits limits;
};

class Sandbox {
public:
    /// Reads or makes the state, binds the address and serves at once. The first start of a state
    /// that is kept takes some seconds, because its keys are made; those of the built-in directory
    /// follow while it serves, or before when `directory` may name them. A private state makes the
    /// keys that are needed when they are needed.
    ///
    /// @throws Error{usage} ANB-G600 when `listen` is no loopback address
    /// @throws Error{unavailable} ANB-G601 when the address cannot be had
    /// @throws Error{configuration} ANB-G602 for the fault script, ANB-G603 when the state was made
    ///         for another address: its signed events name that one
    /// @throws Error{input} ANB-G604 when a file of the state is damaged
    /// @throws Error{missing} ANB-G606 when there is no folder `directory`
    /// @throws Error{input} ANB-G607 when one of its files cannot be used from the beginning
    explicit Sandbox(const Options& options);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    /// "https://127.0.0.1:4711"
    const std::string& address() const;
    const std::filesystem::path& state_folder() const;
    /// What a file environments.toml needs to reach the sandbox: tables [test] and [prod].
    std::string environments_toml() const;
    const Environment& environment(const std::string& name) const;
    std::filesystem::path ca_file() const;

    /// Files of the directory that could not be used since the last call: a warning ANB-G607 each.
    /// They are also written to directory.jsonl in the state.
    std::vector<base::Report> complaints();

    /// Serves until `ended` says so; asks ten times a second.
    void run(const std::function<bool()>& ended);
    void stop();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// From now on this process ends with SIGTERM when its parent does.
void stop_with_parent();

} // namespace anb::sandbox
