// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/send.hpp"

#include "base/error.hpp"
#include "fitconnect/submission.hpp"
#include "testantrag/detail/saved.hpp"
#include "testantrag/fitconnect/seal.hpp"
#include "testantrag/fitconnect/upload.hpp"

#include <memory>

namespace anb::testantrag {

namespace {

using base::Error;
using base::ErrorKind;
using detail::saved;

constexpr int k_submits = 2;
constexpr base::Seconds k_before_second_submit{3};

fitconnect::Upload upload_of(const Journal& journal, const EncryptedPart& part)
{
    const auto path = (journal.folder() / part.file).string();
    return {.open = [path] { return base::source_of_file(path); }, .size = part.size};
}

/// saved() for a call about the submission: an unknown number means that the service cleared the
/// incomplete submission away. @throws Error{missing} ANB-S405
template <typename Call>
void on_submission(const Journal& journal, const Call& call)
{
    try {
        saved(journal, call);
    } catch (const base::Error& error) {
        if (error.code() != "ANB-F403") {
            throw;
        }
        throw base::Error(base::ErrorKind::missing, "ANB-S405",
                          {{"id", journal.standing().submission.brief()}}, error.what());
    }
}

void require_parts(const Journal& journal)
{
    const auto& standing = journal.standing();
    if (standing.purged_at || standing.step == Step::discarded) {
        throw Error(ErrorKind::missing, "ANB-S308", {{"id", journal.entry().id().substr(0, 8)}});
    }
}

void create(fitconnect::Api& api, Journal& journal, const Watch& watch)
{
    stop_if_cancelled(watch);
    journal.creating();
    try {
        journal.created(saved(journal, [&] {
            return fitconnect::create_submission(api, journal.plan().announcement());
        }));
    } catch (const Error& error) {
        const auto answered = error.code().starts_with("ANB-F40") && error.code() != "ANB-F404";
        if (answered) {
            journal.refused();
        }
        throw;
    }
    Done done{.what = Done::What::created, .submission = {}, .case_id = {}};
    done.submission = journal.standing().submission;
    done.case_id = journal.standing().case_id;
    watch.done(done);
}

/// What became of a submit whose answer never came.
bool was_submitted(fitconnect::Api& api, const Journal& journal)
{
    const auto& standing = journal.standing();
    fitconnect::EventVerifier verifier(api, journal.plan().destination);
    const auto log = saved(journal, [&] {
        return fitconnect::read_log(api, verifier, standing.case_id, standing.submission);
    });
    return log.find("submit-submission") != nullptr;
}

/// Notes what an earlier try did. @return whether it had submitted
bool recognised(fitconnect::Api& api, Journal& journal, const Watch& watch)
{
    if (!was_submitted(api, journal)) {
        return false;
    }
    journal.submitted();
    watch.done({.what = Done::What::unconfirmed_before, .submission = {}, .case_id = {}});
    return true;
}

void submit_once(fitconnect::Api& api, Journal& journal)
{
    if (journal.standing().step != Step::submitting) {
        journal.submitting();
    }
    on_submission(journal, [&] {
        fitconnect::submit(api, journal.standing().submission,
                           upload_of(journal, journal.plan().metadata),
                           upload_of(journal, journal.plan().data));
    });
    journal.submitted();
}

/// An answer that never came is settled by the event log before anything is sent again.
void submit(fitconnect::Api& api, Journal& journal, const Watch& watch)
{
    for (int tried = 1;; ++tried) {
        stop_if_cancelled(watch);
        try {
            submit_once(api, journal);
            watch.done({.what = Done::What::submitted, .submission = {}, .case_id = {}});
            return;
        } catch (const Error& error) {
            if (error.code() != "ANB-S501" || tried == k_submits) {
                throw;
            }
        }
        watch.pause(k_before_second_submit);
        if (recognised(api, journal, watch)) {
            return;
        }
    }
}

} // namespace

void deliver(fitconnect::Api& api, Journal& journal, const jose::PublicJwk* recipient,
             const Watch& watch)
{
    const auto step = journal.standing().step;
    if (step == Step::submitted || step == Step::finished ||
        (step == Step::submitting && recognised(api, journal, watch))) {
        return;
    }
    require_parts(journal);
    if (journal.standing().submission.empty()) {
        create(api, journal, watch);
    }
    try {
        on_submission(journal, [&] { upload_attachments(api, journal, recipient, watch); });
        if (!journal.plan().metadata.is_there()) {
            seal_metadata(journal, *recipient);
        }
        submit(api, journal, watch);
    } catch (const Error& error) {
        const auto is_behind = error.code() == "ANB-F406" || error.code() == "ANB-S308";
        if (!is_behind || !recognised(api, journal, watch)) {
            throw;
        }
    }
}

} // namespace anb::testantrag
