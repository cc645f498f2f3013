// What a sending tells while it goes on, and how it is asked to stop.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "fitconnect/event.hpp"

#include <cstdint>
#include <functional>

namespace anb::testantrag {

/// One step over FIT-Connect that is done.
struct Done {
    enum class What {
        created,    ///< a submission exists at the service
        attachment, ///< number `number` of `count`, `size` bytes, is uploaded
        submitted,
        confirmed,          ///< the service has it; event verified
        unconfirmed_before, ///< an earlier try had submitted already: nothing is repeated
        accepted,
        rejected,
        deleted,
        waiting, ///< for the receiver
    };
    What what;
    fitconnect::SubmissionId submission;
    fitconnect::CaseId case_id;
    std::size_t number = 0, count = 0;
    std::uint64_t size = 0;
    base::UtcTime at{}; ///< of the event; for `waiting` when it was submitted
    fitconnect::EventIssuer issuer = fitconnect::EventIssuer::delivery_service;
};

/// Every member must be set.
template <typename Step>
struct WatchOf {
    std::function<void(const Step& done)> done;
    /// Bytes of the attachments that travel, all together. Like `done` it may be called by another
    /// thread, but by one at a time.
    std::function<void(std::size_t count, std::uint64_t sent, std::uint64_t total)> progress;
    std::function<bool()> cancelled;
    /// Waits for at most this long, shorter when cancelled.
    std::function<void(base::Seconds duration)> pause;
};

using Watch = WatchOf<Done>;

/// Throws Error{try_later} ANB-N308 when the user asked to stop.
template <typename Step>
void stop_if_cancelled(const WatchOf<Step>& watch)
{
    if (watch.cancelled()) {
        throw base::Error(base::ErrorKind::try_later, "ANB-N308", {{"host", "-"}});
    }
}

} // namespace anb::testantrag
