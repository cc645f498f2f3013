// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/detail/event_rules.hpp"
#include "fitconnect/event.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace anb::fitconnect {

namespace detail {

const EventRule* find_rule(std::string_view name)
{
    using enum State;
    static const std::array<EventRule, 7> k_rules{{
        {"create-submission", true, false, {none}, incomplete},
        {"submit-submission", true, false, {incomplete}, submitted},
        {"notify-submission", true, false, {submitted, forwarded}, submitted},
        {"forward-submission", true, false, {submitted}, forwarded},
        {"accept-submission", false, true, {submitted, forwarded}, accepted},
        {"reject-submission", true, true, {submitted, forwarded}, rejected},
        {"delete-submission",
         true,
         false,
         {incomplete, submitted, forwarded, accepted, rejected},
         deleted},
    }};
    const auto found = std::find_if(k_rules.begin(), k_rules.end(),
                                    [&](const EventRule& rule) { return rule.name == name; });
    return found == k_rules.end() ? nullptr : &*found;
}

} // namespace detail

namespace {

Event parse_logged(const std::string& token)
{
    try {
        return parse_event(token);
    } catch (const base::Error& error) {
        throw base::Error(base::ErrorKind::trust, "ANB-S401",
                          {{"event", "?"}, {"reason", error.code()}}, error.what());
    }
}

State advance(State state, const Event& event)
{
    const auto& rule = *detail::find_rule(event.name);
    if (std::find(rule.from.begin(), rule.from.end(), state) == rule.from.end()) {
        throw base::Error(base::ErrorKind::trust, "ANB-S404",
                          {{"event", event.name}, {"state", std::string(name(state))}});
    }
    const auto decided = state == State::accepted || state == State::rejected;
    const auto stays = decided || (state == State::forwarded && rule.after == State::submitted);
    return stays ? state : rule.after;
}

} // namespace

const Event* Log::find(std::string_view name) const
{
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const Event& event) { return event.name == name; });
    return found == events.end() ? nullptr : &*found;
}

std::string_view name(State state)
{
    switch (state) {
    case State::none:
        return "none";
    case State::incomplete:
        return "incomplete";
    case State::submitted:
        return "submitted";
    case State::forwarded:
        return "forwarded";
    case State::accepted:
        return "accepted";
    case State::rejected:
        return "rejected";
    case State::deleted:
        return "deleted";
    }
    base::fail_internal("state of a submission");
}

Log verify_log(const std::vector<std::string>& tokens, EventVerifier& verifier,
               const CaseId& case_id, const SubmissionId& submission)
{
    Log log;
    for (const auto& token : tokens) {
        auto event = parse_logged(token);
        if (event.case_id == case_id && event.submission != submission) {
            continue;
        }
        if (event.case_id == case_id && detail::find_rule(event.name) == nullptr) {
            log.unknown.push_back(event.name);
            continue;
        }
        verifier.verify(event, case_id, submission);
        log.state = advance(log.state, event);
        log.events.push_back(std::move(event));
    }
    return log;
}

Log read_log(Api& api, EventVerifier& verifier, const CaseId& case_id,
             const SubmissionId& submission)
{
    const auto url = api.submission_url("/cases/" + case_id.str() + "/events");
    std::vector<std::string> tokens;
    for (const auto& token : api.get_all(url, "eventLog")) {
        tokens.push_back(json::Reader(token, url, "/eventLog").string());
    }
    return verify_log(tokens, verifier, case_id, submission);
}

} // namespace anb::fitconnect
