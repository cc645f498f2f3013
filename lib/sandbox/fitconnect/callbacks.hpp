// Calls back whoever wants to know of a submission (fit-connect.md §14): in the background, a few
// times when nobody answers, and never in the way of a request.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "json/json.hpp"
#include "sandbox/store.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace anb::sandbox {

enum class CallbackType { new_submissions, new_events };

struct CallbackSettings {
    std::vector<std::string> ca_files; ///< trusted besides the system's store; PEM
    std::filesystem::path log;         ///< JSON lines {time, url, type, caseId, attempt, status}
    /// Pauses before the repetitions; their number is that of the repetitions.
    std::vector<std::chrono::milliseconds> pauses = {
        std::chrono::seconds(1), std::chrono::seconds(2), std::chrono::seconds(4),
        std::chrono::seconds(8)};
};

class Callbacks {
public:
    explicit Callbacks(CallbackSettings settings);
    /// What was not delivered by now is not delivered.
    ~Callbacks();
    Callbacks(const Callbacks&) = delete;
    Callbacks& operator=(const Callbacks&) = delete;

    /// @param callback  {url, secret} as given by the one who is to be told; null: nobody is
    void send(const json::Value& callback, CallbackType type, const Submission& submission);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The member "callback" as it is shown: without the secret. @param callback  may be null
json::Value shown_callback(const json::Value& callback);

} // namespace anb::sandbox
