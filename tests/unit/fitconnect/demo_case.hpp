// Reads the reference's test vectors, where the reference is at hand.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "fitconnect/event.hpp"
#include "fitconnect/submission.hpp"
#include "jose/jwk.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace demo {

/// The code of the Error that a call throws, or "nothing".
inline std::string code_of(const std::function<void()>& call)
{
    try {
        call();
    } catch (const anb::base::Error& error) {
        return error.code();
    }
    return "nothing";
}

/// The folder "fit-connect" of the reference, or nothing.
inline std::optional<std::filesystem::path> reference()
{
    const std::filesystem::path folder = std::string(ANB_REFERENCE) + "/fit-connect";
    return std::filesystem::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

inline std::string text(const std::filesystem::path& file)
{
    const auto bytes = anb::base::read_file(file.string(), 1 << 20);
    return std::string(anb::base::trim(anb::base::as_text(bytes)));
}

inline std::vector<anb::jose::PublicJwk> keys(const std::filesystem::path& file)
{
    return anb::jose::parse_jwk_set(text(file), file.string());
}

/// The self-made case of the reference.
struct Case {
    explicit Case(const std::filesystem::path& place) : folder(place)
    {
        const auto value = anb::json::parse(text(folder / "submission.json"), "submission.json");
        submission = anb::fitconnect::parse_submission(anb::json::Reader(value, "submission.json"));
        const auto log = anb::json::parse(text(folder / "event-log.json"), "event-log.json");
        for (const auto& token : log.at("eventLog")) {
            events.push_back(token.get<std::string>());
        }
    }

    anb::fitconnect::EventVerifier verifier() const
    {
        return anb::fitconnect::EventVerifier("https://test.fit-connect.fitko.dev/submission-api",
                                              keys(folder / "zustelldienst-jwks.json"),
                                              submission.destination,
                                              keys(folder / "keys/set-public-keys.json"));
    }

    std::filesystem::path folder;
    anb::fitconnect::Submission submission;
    std::vector<std::string> events;
};

} // namespace demo
