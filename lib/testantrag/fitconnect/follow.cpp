// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "testantrag/detail/saved.hpp"
#include "testantrag/fitconnect/send.hpp"

#include <algorithm>

namespace anb::testantrag {

namespace {

using fitconnect::Event;
using fitconnect::Log;
using fitconnect::State;

constexpr base::Seconds k_first_pause{5};
constexpr base::Seconds k_longest_pause{300};
constexpr base::Seconds k_notice_after{3 * 24 * 3600};
constexpr base::Seconds k_rejected_after{14 * 24 * 3600};

/// Tells each event of the log once.
class Teller {
public:
    explicit Teller(const Watch& watch) : m_watch(watch) {}

    void tell(const Log& log)
    {
        for (; m_told < log.events.size(); ++m_told) {
            tell(log.events[m_told]);
        }
    }

private:
    void tell(const Event& event)
    {
        using enum Done::What;
        static const std::vector<std::pair<std::string_view, Done::What>> k_told = {
            {"submit-submission", confirmed},
            {"accept-submission", accepted},
            {"reject-submission", rejected},
            {"delete-submission", deleted},
        };
        const auto found = std::find_if(k_told.begin(), k_told.end(), [&](const auto& entry) {
            return entry.first == event.name;
        });
        if (found == k_told.end()) {
            return;
        }
        Done done{.what = found->second, .submission = event.submission, .case_id = event.case_id};
        done.at = event.issued_at;
        done.issuer = event.issuer.starts_with("http") ? fitconnect::EventIssuer::delivery_service
                                                       : fitconnect::EventIssuer::destination;
        m_watch.done(done);
    }

    const Watch& m_watch;
    std::size_t m_told = 0;
};

bool is_decided(const Log& log)
{
    return log.state == State::accepted || log.state == State::rejected ||
           log.state == State::deleted;
}

void add_finding(Outcome& outcome, base::Severity severity, const char* code, base::Values values,
                 std::string element)
{
    outcome.report.findings.push_back({.severity = severity,
                                       .code = code,
                                       .values = std::move(values),
                                       .where = {},
                                       .element = std::move(element),
                                       .found = {},
                                       .expected = {},
                                       .rule = "fit-connect:events"});
}

/// The tags of what was sent. Where the journal does not know one, as when it was put back from a
/// backup, the confirmed one stands for it; judge() says that it was not compared.
fitconnect::AuthenticationTags known_tags(const Plan& plan,
                                          const fitconnect::AuthenticationTags& confirmed)
{
    auto tags = plan.tags();
    const auto fill = [](std::string& tag, const std::string& from) {
        tag = tag.empty() ? from : tag;
    };
    fill(tags.metadata, confirmed.metadata);
    for (auto& [id, tag] : tags.attachments) {
        if (const auto found = confirmed.attachments.find(id);
            found != confirmed.attachments.end()) {
            fill(tag, found->second);
        }
    }
    return tags;
}

/// Compares what an event confirms with what was sent.
void compare_tags(const Plan& plan, const Event& event, Outcome& outcome)
{
    if (!event.tags) {
        return;
    }
    for (const auto& part : differing_parts(known_tags(plan, *event.tags), *event.tags)) {
        add_finding(outcome, base::Severity::error, "ANB-S403",
                    {{"part", part}, {"event", event.name}}, "authentication_tags");
    }
}

void compare_all_tags(const Plan& plan, const Log& log, Outcome& outcome)
{
    const auto* submitted = log.find("submit-submission");
    if (submitted == nullptr) {
        return;
    }
    if (!submitted->tags) {
        add_finding(outcome, base::Severity::error, "ANB-S406", {{"event", submitted->name}},
                    "authentication_tags");
    }
    for (const auto& event : log.events) {
        compare_tags(plan, event, outcome);
    }
    outcome.tags_match = outcome.report.findings.empty() && plan.metadata.is_there();
    if (!plan.metadata.is_there()) {
        outcome.report.unchecked.push_back(
            {.element = "authentication_tags", .reason = "journal_behind"});
    }
}

Ending ending_of(const Log& log)
{
    switch (log.state) {
    case State::accepted:
        return Ending::accepted;
    case State::rejected:
        return Ending::rejected;
    case State::deleted:
        return Ending::deleted;
    case State::none:
    case State::incomplete:
    case State::submitted:
    case State::forwarded:
        return Ending::waiting;
    }
    base::fail_internal("state of a submission");
}

std::string tail(const std::string& uri)
{
    const auto slash = uri.rfind('/');
    return slash == std::string::npos ? uri : uri.substr(slash + 1);
}

void report_rejection(Outcome& outcome)
{
    if (outcome.problems.empty()) {
        add_finding(outcome, base::Severity::error, "ANB-S402",
                    {{"problem", "-"}, {"instance", "-"}, {"detail", "-"}}, "rejection");
    }
    for (const auto& problem : outcome.problems) {
        add_finding(outcome, base::Severity::error, "ANB-S402",
                    {{"problem", tail(problem.type)},
                     {"instance", problem.instance},
                     {"detail", base::printable(problem.detail, 300)}},
                    "rejection");
    }
}

void report_ending(const Journal& journal, Outcome& outcome)
{
    const auto id = journal.standing().case_id.brief();
    switch (outcome.ending) {
    case Ending::waiting:
        add_finding(outcome, base::Severity::warning, "ANB-S310",
                    {{"id", id},
                     {"notice", base::format_date(outcome.submitted_at + k_notice_after)},
                     {"rejection", base::format_date(outcome.submitted_at + k_rejected_after)}},
                    "state");
        break;
    case Ending::rejected:
        report_rejection(outcome);
        break;
    case Ending::deleted:
        add_finding(outcome, base::Severity::error, "ANB-S405", {{"id", id}}, "state");
        break;
    case Ending::accepted:
    case Ending::untrusted:
        break;
    }
}

Outcome judge(const Journal& journal, const Log& log)
{
    Outcome outcome;
    outcome.report.subject = "submission:" + journal.standing().submission.str();
    outcome.events = log.events;
    outcome.ending = ending_of(log);
    outcome.submitted_at = journal.standing().submitted_at;
    if (const auto* submitted = log.find("submit-submission")) {
        outcome.submitted_at = submitted->issued_at;
    }
    if (const auto* rejected = log.find("reject-submission")) {
        outcome.problems = rejected->problems;
    }
    if (!log.events.empty()) {
        outcome.decided_at = log.events.back().issued_at;
    }
    for (const auto& name : log.unknown) {
        outcome.report.unchecked.push_back({.element = "event:" + name, .reason = "unknown_event"});
    }
    compare_all_tags(journal.plan(), log, outcome);
    if (!outcome.report.findings.empty()) {
        outcome.ending = Ending::untrusted;
    }
    report_ending(journal, outcome);
    return outcome;
}

Log read(fitconnect::Api& api, const Journal& journal, fitconnect::EventVerifier& verifier)
{
    const auto& standing = journal.standing();
    return detail::saved(journal, [&] {
        return fitconnect::read_log(api, verifier, standing.case_id, standing.submission);
    });
}

json::Value checksums(const Plan& plan)
{
    json::Value value = {
        {"metadata", {{"sha512", plan.metadata.sha512}, {"tag", plan.metadata.tag}}},
        {"data", {{"sha512", plan.data.sha512}, {"tag", plan.data.tag}}},
        {"attachments", json::Value::array()}};
    for (const auto& attachment : plan.attachments) {
        value["attachments"].push_back({{"id", attachment.id.str()},
                                        {"sha512", attachment.part.sha512},
                                        {"tag", attachment.part.tag}});
    }
    return value;
}

void write_json(const base::fs::path& path, const json::Value& value)
{
    base::write_file(path, base::as_bytes(json::dump_pretty(value)), base::Access::owner_only);
}

} // namespace

std::vector<std::string> differing_parts(const fitconnect::AuthenticationTags& sent,
                                         const fitconnect::AuthenticationTags& confirmed)
{
    std::vector<std::string> parts;
    if (sent.metadata != confirmed.metadata) {
        parts.emplace_back("metadata");
    }
    if (sent.data != confirmed.data) {
        parts.emplace_back("data");
    }
    for (const auto& [id, tag] : sent.attachments) {
        const auto found = confirmed.attachments.find(id);
        if (found == confirmed.attachments.end() || found->second != tag) {
            parts.push_back("attachment:" + id.str());
        }
    }
    for (const auto& [id, tag] : confirmed.attachments) {
        if (!sent.attachments.contains(id)) {
            parts.push_back("attachment:" + id.str());
        }
    }
    return parts;
}

Outcome follow(fitconnect::Api& api, Journal& journal, base::Seconds wait, const Watch& watch)
{
    fitconnect::EventVerifier verifier(api, journal.plan().destination);
    Teller teller(watch);
    const auto end = journal.now() + wait;
    auto pause = k_first_pause;
    auto log = read(api, journal, verifier);
    teller.tell(log);
    while (!is_decided(log) && journal.now() < end) {
        stop_if_cancelled(watch);
        watch.pause(std::min(pause, end - journal.now()));
        pause = std::min(pause * 3 / 2, k_longest_pause);
        log = read(api, journal, verifier);
        teller.tell(log);
    }
    auto outcome = judge(journal, log);
    if (outcome.ending == Ending::waiting) {
        watch.done({.what = Done::What::waiting,
                    .submission = {},
                    .case_id = {},
                    .at = outcome.submitted_at});
    }
    const auto step = journal.standing().step;
    if (is_decided(log) && outcome.ending != Ending::untrusted && step != Step::finished) {
        journal.finished(fitconnect::name(log.state), outcome.decided_at);
    }
    return outcome;
}

void store_evidence(const Journal& journal, const Outcome& outcome, const base::fs::path& folder,
                    std::string_view program)
{
    const auto& plan = journal.plan();
    const auto place = folder / journal.standing().case_id.str();
    base::make_folder(place);
    auto tokens = json::Value::array();
    for (const auto& event : outcome.events) {
        tokens.push_back(event.compact);
    }
    write_json(place / "events.json", {{"eventLog", std::move(tokens)}});
    write_json(place / "evidence.json", {{"program", program},
                                         {"written_at", base::format_time(journal.now())},
                                         {"environment", plan.environment},
                                         {"api_version", plan.api_version},
                                         {"metadata_version", plan.metadata_version},
                                         {"destination_id", plan.destination.str()},
                                         {"submission_id", journal.standing().submission.str()},
                                         {"case_id", journal.standing().case_id.str()},
                                         {"service", plan.service.identifier},
                                         {"schema_uri", plan.schema.schema_uri},
                                         {"tags_match", outcome.tags_match},
                                         {"unchecked", to_json(plan.unchecked)},
                                         {"checksums", checksums(plan)}});
}

} // namespace anb::testantrag
