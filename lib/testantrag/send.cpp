// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/send.hpp"

#include "base/error.hpp"
#include "fitconnect/submission.hpp"
#include "testantrag/detail/saved.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace anb::testantrag {

namespace {

using base::Error;
using base::ErrorKind;
using detail::is_temporary;
using detail::saved;

constexpr base::Seconds k_longest_pause{60};

fitconnect::Upload upload_of(const Journal& journal, const EncryptedPart& part,
                             std::function<void(std::uint64_t)> report)
{
    const auto path = (journal.folder() / part.file).string();
    return {.open =
                [path, report = std::move(report)] {
                    auto reader = std::make_shared<base::FileReader>(path);
                    return [reader, report,
                            sent = std::uint64_t{0}](std::span<std::byte> buffer) mutable {
                        const auto count = reader->read(buffer);
                        report(sent += count);
                        return count;
                    };
                },
            .size = part.size};
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

/// An unknown number means that the service cleared the incomplete submission away.
template <typename Call>
void on_submission(const Journal& journal, const Call& call)
{
    try {
        saved(journal, call);
    } catch (const Error& error) {
        if (error.code() != "ANB-F403") {
            throw;
        }
        throw Error(ErrorKind::missing, "ANB-S405", {{"id", journal.standing().submission.brief()}},
                    error.what());
    }
}

void upload_once(fitconnect::Api& api, const Journal& journal,
                 const EncryptedAttachment& attachment, std::size_t number, const Watch& watch)
{
    const auto count = journal.plan().attachments.size();
    const auto total = attachment.part.size;
    const auto report = [&](std::uint64_t sent) { watch.progress(number, count, sent, total); };
    fitconnect::upload_attachment(api, journal.standing().submission, attachment.id,
                                  upload_of(journal, attachment.part, report));
}

void upload(fitconnect::Api& api, Journal& journal, const EncryptedAttachment& attachment,
            std::size_t number, int attempts, const Watch& watch)
{
    base::Seconds pause{1};
    for (int attempt = 1;; ++attempt) {
        stop_if_cancelled(watch);
        try {
            upload_once(api, journal, attachment, number, watch);
            break;
        } catch (const Error& error) {
            if (!is_temporary(error) || attempt >= attempts) {
                throw;
            }
        }
        watch.pause(pause);
        pause = std::min(pause * 2, k_longest_pause);
    }
    journal.stored(attachment.id);
}

void upload_missing(fitconnect::Api& api, Journal& journal, int attempts, const Watch& watch)
{
    const auto& attachments = journal.plan().attachments;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        if (journal.standing().stored.contains(attachments[i].id)) {
            continue;
        }
        on_submission(journal,
                      [&] { upload(api, journal, attachments[i], i + 1, attempts, watch); });
        Done done{.what = Done::What::attachment, .submission = {}, .case_id = {}};
        done.number = i + 1;
        done.count = attachments.size();
        done.size = attachments[i].part.size;
        watch.done(done);
    }
}

void submit(fitconnect::Api& api, Journal& journal, const Watch& watch)
{
    stop_if_cancelled(watch);
    journal.submitting();
    const auto silent = [](std::uint64_t) {};
    on_submission(journal, [&] {
        fitconnect::submit(api, journal.standing().submission,
                           upload_of(journal, journal.plan().metadata, silent),
                           upload_of(journal, journal.plan().data, silent));
    });
    journal.submitted();
    watch.done({.what = Done::What::submitted, .submission = {}, .case_id = {}});
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

} // namespace

void deliver(fitconnect::Api& api, Journal& journal, int upload_attempts, const Watch& watch)
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
        upload_missing(api, journal, upload_attempts, watch);
        submit(api, journal, watch);
    } catch (const Error& error) {
        if (error.code() != "ANB-F406" || !recognised(api, journal, watch)) {
            throw;
        }
    }
}

} // namespace anb::testantrag
