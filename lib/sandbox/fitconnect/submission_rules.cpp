// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/submission_rules.hpp"

#include "base/text.hpp"
#include "sandbox/fitconnect/destination_fields.hpp"
#include "sandbox/problem.hpp"

#include <algorithm>
#include <set>

namespace anb::sandbox {

namespace {

std::string uuid_of(const json::Reader& text)
{
    const auto canonical = base::canonical_uuid(text.string());
    if (!canonical) {
        text.fail("a UUID");
    }
    return *canonical;
}

json::Value checked_service(const json::Reader& service)
{
    json::Value result = {{"identifier", service.string("identifier")},
                          {"name", service.string("name")}};
    if (!is_service_identifier(result.at("identifier"))) {
        service.at("identifier").fail("a URN in lower case");
    }
    if (const auto description = service.find_string("description")) {
        result["description"] = *description;
    }
    return result;
}

std::vector<std::string> checked_announcement(const json::Reader& list, const Limits& limits)
{
    std::vector<std::string> announced;
    for (const auto& element : list.elements()) {
        announced.push_back(uuid_of(element));
    }
    if (announced.size() > limits.attachments) {
        throw Refusal(413, "more than " + std::to_string(limits.attachments) + " attachments");
    }
    if (std::set<std::string>(announced.begin(), announced.end()).size() != announced.size()) {
        throw Refusal(422, "an attachment is announced twice");
    }
    return announced;
}

} // namespace

const char* service_member(int api_version)
{
    return api_version == 1 ? "serviceType" : "publicService";
}

Submission checked_submission(const json::Reader& document, int api_version, const Limits& limits)
{
    Submission it;
    it.api_version = api_version;
    it.destination = uuid_of(document.at("destinationId"));
    it.announced = checked_announcement(document.at("announcedAttachments"), limits);
    it.service = checked_service(document.at(service_member(api_version)));
    if (document.has("caseId")) {
        it.case_id = uuid_of(document.at("caseId"));
    }
    if (document.has("callback")) {
        it.callback = checked_callback(document.at("callback"));
    }
    if (api_version != 1 && document.has("region")) {
        it.region = document.string("region");
        if (!is_region(it.region)) {
            document.at("region").fail("DE and up to twelve digits");
        }
    }
    return it;
}

bool offers(const Destination& destination, const Submission& submission)
{
    const auto covers = [&](const json::Value& region) {
        return submission.region.starts_with(region.get<std::string>());
    };
    return std::any_of(destination.services.begin(), destination.services.end(),
                       [&](const json::Value& service) {
                           const auto& regions = service.at("regions");
                           return service.at("identifier") == submission.service.at("identifier") &&
                                  (submission.region.empty() ||
                                   std::any_of(regions.begin(), regions.end(), covers));
                       });
}

} // namespace anb::sandbox
