// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/submission_access.hpp"

#include "sandbox/problem.hpp"

namespace anb::sandbox {

namespace {

Refusal not_found()
{
    return Refusal(problem(404, "submission-not-found", "no such submission to be had"));
}

Submission& find(Environment& environment, const Request& request)
{
    const auto found = environment.store.submissions.find(request.uuid("submissionId"));
    if (found == environment.store.submissions.end()) {
        throw not_found();
    }
    return found->second;
}

} // namespace

Submission& open_for_sender(Environment& environment, const Request& request, const Client& client)
{
    auto& submission = find(environment, request);
    if (submission.sender != client.id) {
        throw Refusal(403, "this submission belongs to another client");
    }
    if (submission.state == SubmissionState::deleted) {
        throw not_found();
    }
    if (submission.state != SubmissionState::incomplete) {
        throw Refusal(422, "this submission is " + to_string(submission.state) + " already");
    }
    return submission;
}

Submission& ready_for_subscriber(Environment& environment, const Request& request,
                                 const Client& client)
{
    auto& submission = find(environment, request);
    const auto destination = environment.store.destinations.find(submission.destination);
    if (destination == environment.store.destinations.end() ||
        destination->second.owner != client.id) {
        throw Refusal(403, "this submission is for another client's destination");
    }
    if (submission.state != SubmissionState::submitted &&
        submission.state != SubmissionState::forwarded) {
        throw not_found();
    }
    return submission;
}

const Destination& destination_of(Environment& environment, const Submission& submission)
{
    const auto found = environment.store.destinations.find(submission.destination);
    if (found == environment.store.destinations.end()) {
        throw Refusal(problem(404, "destination-not-found", "the destination was removed"));
    }
    return found->second;
}

} // namespace anb::sandbox
