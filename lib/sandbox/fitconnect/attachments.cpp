// Attachments: taken piece by piece into a file, checked on the way, sent from the file.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/text.hpp"
#include "sandbox/fitconnect/events.hpp"
#include "sandbox/fitconnect/jwe_scan.hpp"
#include "sandbox/fitconnect/submission_access.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

void require_announced(const Submission& submission, const std::string& attachment)
{
    if (std::find(submission.announced.begin(), submission.announced.end(), attachment) ==
        submission.announced.end()) {
        throw Refusal(422, "the attachment " + attachment + " was not announced");
    }
}

std::uint64_t size_of_others(const Submission& submission, const std::string& attachment)
{
    std::uint64_t size = 0;
    for (const auto& [id, stored] : submission.attachments) {
        size += id == attachment ? 0 : stored.size;
    }
    return size;
}

/// Writes the body to `file` and looks at it on the way.
JweScan receive(const Request& request, base::AtomicFile& file, std::uint64_t room)
{
    JweScan scan;
    bool too_large = false;
    const bool complete = request.read_body([&](std::string_view piece) {
        too_large = too_large || piece.size() > room - scan.size();
        if (!too_large) {
            scan.update(piece);
            file.write(piece);
        }
        return true;
    });
    if (too_large) {
        throw Refusal(413, "the attachment or the submission as a whole is too large");
    }
    if (!complete) {
        throw Refusal(400, "the body broke off");
    }
    return scan;
}

Response put(Environment& environment, int version, const Request& request)
{
    auto& store = environment.store;
    const auto& client = environment.require(request, Role::sender);
    const auto id = request.uuid("attachmentId");
    require_media_type(request, "application/jose");

    auto lock = store.lock();
    let_time_pass(environment);
    const auto& submission = open_for_sender(environment, request, client);
    require_announced(submission, id);
    const auto target = store.attachment_file(submission, id);
    const auto others = size_of_others(submission, id);
    const auto room = std::min(environment.limits.attachment_size,
                               environment.limits.submission_size -
                                   std::min(others, environment.limits.submission_size));
    lock.unlock();

    base::AtomicFile file(target, base::Access::owner_only);
    const auto scan = receive(request, file, room);

    lock.lock();
    auto& still_open = open_for_sender(environment, request, client);
    auto tag = scan.finish(destination_of(environment, still_open), version, false, "attachment");
    file.commit();
    still_open.attachments[id] = {scan.size(), std::move(tag)};
    store.save(still_open);
    Response response;
    response.status = 204;
    return response;
}

Response get(Environment& environment, const Request& request)
{
    const auto& client = environment.require(request, Role::subscriber);
    const auto id = request.uuid("attachmentId");
    const auto lock = environment.store.lock();
    let_time_pass(environment);
    const auto& submission = ready_for_subscriber(environment, request, client);
    if (!submission.attachments.contains(id)) {
        throw Refusal(404, "no such attachment");
    }
    Response response;
    response.media_type = "application/jose";
    response.file = environment.store.attachment_file(submission, id);
    return response;
}

void add_version(Router& router, Environment& environment, const std::string& base, int version)
{
    const auto path =
        "/" + environment.name + base + "/submissions/{submissionId}/attachments/{attachmentId}";
    router.add("PUT", path, [&environment, version](const Request& request) {
        return put(environment, version, request);
    });
    router.add("GET", path,
               [&environment](const Request& request) { return get(environment, request); });
}

} // namespace

void register_attachment_service(Router& router, Environment& environment)
{
    add_version(router, environment, "/submission-api-v1/v1", 1);
    add_version(router, environment, "/submission-api/v2", 2);
}

} // namespace anb::sandbox
