// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/receive.hpp"

#include "base/error.hpp"
#include "base/folder.hpp"
#include "base/text.hpp"
#include "fitconnect/destination.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace anb::testantrag {

namespace {

using base::Error;
using base::ErrorKind;
using fitconnect::Pickup;

constexpr std::size_t k_min_id = 8;

/// What is wrong with the event log is a verdict over this submission, not the end of the run.
Fetched untrusted(const Pickup& pickup, const Error& error)
{
    Fetched fetched;
    fetched.trusted = false;
    fetched.manifest.submission = pickup.submission;
    fetched.manifest.case_id = pickup.case_id;
    fetched.manifest.destination = pickup.destination;
    fetched.report.subject = "submission:" + pickup.submission.str();
    fetched.report.findings.push_back({.severity = base::Severity::error,
                                       .code = error.code(),
                                       .values = error.values(),
                                       .where = {},
                                       .element = "event_log",
                                       .found = {},
                                       .expected = {},
                                       .rule = "fit-connect:events"});
    return fetched;
}

Fetched stored(Manifest manifest, base::fs::path folder)
{
    Fetched fetched;
    for (const auto& file : manifest.files) {
        if (!file.attachment.empty()) {
            fetched.attachments.push_back(file.attachment);
        }
    }
    fetched.report.subject = "submission:" + manifest.submission.str();
    fetched.report.unchecked = manifest.unchecked;
    fetched.manifest = std::move(manifest);
    fetched.folder = std::move(folder);
    fetched.stored_before = true;
    return fetched;
}

bool is_named(const Pickup& pickup, std::string_view id)
{
    return pickup.submission.str().starts_with(id) || pickup.case_id.str().starts_with(id);
}

/// An attachment has to be named by its id, and to be one of the submission.
void expect_instance(const Fetched& fetched, const fitconnect::EventProblem& problem)
{
    if (!problem.instance.starts_with("attachment")) {
        return;
    }
    const auto named = fitconnect::attachment_of(problem.instance);
    const auto& ids = fetched.attachments;
    if (named && std::find(ids.begin(), ids.end(), *named) != ids.end()) {
        return;
    }
    std::vector<std::string> names;
    for (const auto& id : ids) {
        names.push_back(id.str());
    }
    throw Error(ErrorKind::usage, "ANB-S644",
                {{"instance", problem.instance}, {"list", base::join(names, ", ")}});
}

} // namespace

Receiver::Receiver(fitconnect::Api& api, const KeyRing& keys, const DataChecker* rules,
                   base::fs::path output, std::function<bool()> cancelled)
    : m_api(api), m_keys(keys), m_rules(rules), m_output(std::move(output)),
      m_cancelled(std::move(cancelled))
{
    base::sweep_folder(m_output);
}

Pickup Receiver::select(const std::vector<Pickup>& waiting, std::string_view id) const
{
    const auto wanted = base::to_lower_ascii(base::trim(id));
    std::vector<Pickup> found;
    std::copy_if(waiting.begin(), waiting.end(), std::back_inserter(found),
                 [&](const Pickup& pickup) { return is_named(pickup, wanted); });
    if (wanted.size() < k_min_id || found.size() > 1) {
        throw Error(ErrorKind::usage, "ANB-S302",
                    {{"id", wanted}, {"count", std::to_string(found.size())}});
    }
    if (found.size() == 1) {
        return found.front();
    }
    const auto before = find_stored(m_output, wanted);
    if (!before) {
        throw Error(ErrorKind::missing, "ANB-S631", {{"id", wanted}});
    }
    return {.submission = before->submission,
            .case_id = before->case_id,
            .destination = before->destination};
}

DownloadedCase Receiver::download(const Pickup& pickup, const fitconnect::Log& log,
                                  const base::fs::path& folder)
{
    DownloadedCase downloaded{.submission = fitconnect::fetch_submission(m_api, pickup.submission),
                              .attachments = {},
                              .log = log};
    for (const auto& id : downloaded.submission.attachments) {
        if (m_cancelled()) {
            throw Error(ErrorKind::try_later, "ANB-N308", {{"host", "-"}});
        }
        const auto path = folder / (id.str() + ".jwe");
        base::AtomicFile file(path, base::Access::owner_only);
        try {
            fitconnect::download_attachment(m_api, pickup.submission, id,
                                            [&](base::ByteView piece) { file.write(piece); });
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::missing) {
                throw;
            }
            continue;
        }
        file.commit();
        downloaded.attachments[id] = path;
    }
    return downloaded;
}

Fetched Receiver::fetch(const Pickup& pickup)
{
    const auto folder = folder_for(m_output, pickup.case_id, pickup.submission);
    if (auto manifest = read_manifest(folder)) {
        return stored(std::move(*manifest), folder);
    }
    fitconnect::EventVerifier verifier(m_api, pickup.destination);
    fitconnect::Log log;
    try {
        log = fitconnect::read_log(m_api, verifier, pickup.case_id, pickup.submission);
    } catch (const Error& error) {
        if (error.code() != "ANB-S401" && error.code() != "ANB-S404") {
            throw;
        }
        return untrusted(pickup, error);
    }
    base::AtomicFolder place(folder);
    base::AtomicFolder encrypted(base::fs::path(folder) += "-jwe");
    const auto downloaded = download(pickup, log, encrypted.path());
    const auto destination = fitconnect::fetch_destination(m_api, pickup.destination);
    auto checked = check_case(downloaded, &destination, m_keys, m_rules, place.path());

    Fetched fetched;
    fetched.manifest = manifest_of(downloaded, checked, m_api.now());
    if (checked.report.accepted()) {
        write_documents(place.path(), fetched.manifest, checked, log);
        place.commit();
        fetched.folder = folder;
    }
    fetched.report = std::move(checked.report);
    fetched.problems = std::move(checked.problems);
    fetched.attachments = downloaded.submission.attachments;
    return fetched;
}

Answer Receiver::accept(const Fetched& fetched)
{
    return answer(fetched, "accept-submission",
                  {{"authenticationTags", fitconnect::to_json(fetched.manifest.tags)}},
                  fitconnect::State::accepted);
}

Answer Receiver::reject(const Fetched& fetched, const fitconnect::NamedProblem& problem)
{
    auto problems = json::Value::array();
    for (const auto& found : fetched.problems) {
        if (fitconnect::find_problem(found.type) == problem.type &&
            (problem.instance.empty() || found.instance == problem.instance)) {
            problems.push_back(fitconnect::to_json(found));
        }
    }
    if (problems.empty()) {
        const auto made = fitconnect::make_problem(*problem.type, problem.instance);
        expect_instance(fetched, made);
        problems.push_back(fitconnect::to_json(made));
    }
    return answer(fetched, "reject-submission", {{"problems", std::move(problems)}},
                  fitconnect::State::rejected);
}

Answer Receiver::answer(const Fetched& fetched, std::string_view event, const json::Value& payload,
                        fitconnect::State expected)
{
    if (!m_keys.signature) {
        throw Error(ErrorKind::configuration, "ANB-S635");
    }
    if (!fetched.trusted) {
        const auto& finding = fetched.report.findings.front();
        throw Error(ErrorKind::trust, finding.code, finding.values);
    }
    const auto& manifest = fetched.manifest;
    const auto token = fitconnect::sign_event(
        event, manifest.destination, manifest.case_id, manifest.submission, manifest.set_schema,
        payload, m_keys.signature->key, m_keys.signature->kid, m_api.now());
    if (!fetched.folder.empty()) {
        begin_answer(fetched.folder, event);
    }
    const auto posted = fitconnect::post_event(m_api, manifest.case_id, token);
    const auto log = log_of(manifest);
    if (!posted && log.state != expected) {
        throw Error(ErrorKind::exists, "ANB-S636",
                    {{"id", manifest.case_id.brief()},
                     {"state", std::string(fitconnect::name(log.state))}});
    }
    if (!fetched.folder.empty()) {
        const auto* said = log.find(event);
        write_answer(fetched.folder, event, said != nullptr ? said->compact : token, m_api.now());
    }
    return {.already = !posted, .state = log.state};
}

fitconnect::Log Receiver::log_of(const Manifest& manifest)
{
    fitconnect::EventVerifier verifier(m_api, manifest.destination);
    return fitconnect::read_log(m_api, verifier, manifest.case_id, manifest.submission);
}

std::optional<Answer> Receiver::complete(const BegunAnswer& begun)
{
    fitconnect::Log log;
    try {
        log = log_of(begun.manifest);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::missing) {
            throw;
        }
        return std::nullopt;
    }
    for (const auto* event : {"accept-submission", "reject-submission"}) {
        if (const auto* said = log.find(event)) {
            write_answer(begun.folder, event, said->compact, m_api.now());
            return Answer{.already = true, .state = log.state};
        }
    }
    return std::nullopt;
}

std::vector<std::pair<Fetched, Answer>> Receiver::complete_answers()
{
    std::vector<std::pair<Fetched, Answer>> completed;
    for (auto& begun : find_begun_answers(m_output)) {
        if (const auto answer = complete(begun)) {
            completed.emplace_back(stored(std::move(begun.manifest), begun.folder), *answer);
        }
    }
    return completed;
}

} // namespace anb::testantrag
