// The Routing API (fit-connect.md §7): routes to active destinations, a few invented areas, the
// limit of requests per minute.
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

#include <algorithm>
#include <array>
#include <fnmatch.h>
#include <memory>
#include <mutex>
#include <regex>

namespace anb::sandbox {

namespace {

constexpr std::int64_t k_requests_per_window = 600;
constexpr std::int64_t k_window = 60;
constexpr std::string_view k_leika_prefix = "urn:de:fim:leika:leistung:";
constexpr std::size_t k_most_expressions = 10;

struct Area {
    const char* id;
    const char* name;
    const char* type;
    const char* ars;
    const char* postal_code;
};

/// Invented, except for the land that Musterstadt lies in.
constexpr std::array k_areas = {
    Area{"1001", "Nordrhein-Westfalen", "Bundesland", "05", ""},
    Area{"1002", "Musterstadt", "Kreisfreie Stadt", "059990000000", "59990"},
    Area{"1003", "Beispielkreis", "Kreis", "05998", ""},
    Area{"1004", "Beispielstadt", "Stadt", "059980004004", "59980"},
    Area{"1005", "Beispieldorf", "Gemeinde", "059980008008", "59988"},
};

/// Counts the requests of one window of time.
class RateLimit {
public:
    /// Headers for the answer to this request. @throws Refusal 429 beyond the limit
    std::vector<std::pair<std::string, std::string>> count(std::int64_t now)
    {
        const std::lock_guard lock(m_mutex);
        if (now >= m_end || now < m_end - k_window) {
            m_end = now + k_window;
            m_count = 0;
        }
        m_count = std::min(m_count + 1, k_requests_per_window + 1);
        std::vector<std::pair<std::string, std::string>> headers = {
            {"RateLimit-Limit", std::to_string(k_requests_per_window)},
            {"RateLimit-Remaining",
             std::to_string(std::max<std::int64_t>(0, k_requests_per_window - m_count))},
            {"RateLimit-Reset", std::to_string(m_end - now)}};
        if (m_count > k_requests_per_window) {
            throw Refusal(Response{429, "application/json", "{}", headers, {}});
        }
        return headers;
    }

private:
    std::mutex m_mutex;
    std::int64_t m_end = 0;
    std::int64_t m_count = 0;
};

bool matches(const std::string& text, const char* pattern)
{
    constexpr std::size_t k_longest = 64;
    return text.size() <= k_longest && std::regex_match(text, std::regex(pattern));
}

/// True when a region of a destination ("DE05999…") covers a municipality given by its AGS, which
/// lacks the digits 6 to 9 of the ARS.
bool covers_ags(const std::string& region, const std::string& ags)
{
    constexpr std::size_t k_common = 5;
    constexpr std::size_t k_ars = 12;
    if (region.size() <= k_common) {
        return ags.starts_with(region);
    }
    return region.size() == k_ars && ags == region.substr(0, k_common) + region.substr(9);
}

/// The question of a request: which regions would cover it.
struct Question {
    std::string ars, ags;
    bool known = true; ///< false for an area that does not exist

    bool covered_by(const std::string& region) const
    {
        return known && (ags.empty() ? ars.starts_with(region) : covers_ags(region, ags));
    }
};

Question parse_question(const Request& request)
{
    Question question;
    const auto ars = request.parameter("ars");
    const auto ags = request.parameter("ags");
    const auto area_id = request.parameter("areaId");
    if (ars.has_value() + ags.has_value() + area_id.has_value() != 1) {
        throw Refusal(400, "exactly one of ars, ags and areaId is needed");
    }
    if (ars) {
        question.ars = *ars;
        if (!matches(question.ars, "([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{9}|[0-9]{12})")) {
            throw Refusal(400, "ars has 2, 3, 5, 9 or 12 digits");
        }
    } else if (ags) {
        question.ags = *ags;
        if (!matches(question.ags, "([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})")) {
            throw Refusal(400, "ags has 2, 3, 5 or 8 digits");
        }
    } else {
        if (!matches(*area_id, "[0-9]+")) {
            throw Refusal(400, "areaId is a number");
        }
        const auto* area = std::find_if(k_areas.begin(), k_areas.end(),
                                        [&](const Area& entry) { return entry.id == *area_id; });
        question.known = area != k_areas.end();
        question.ars = question.known ? area->ars : "";
    }
    return question;
}

bool serves(const Destination& destination, const std::string& leika, const Question& question)
{
    return std::any_of(
        destination.services.begin(), destination.services.end(), [&](const json::Value& service) {
            const auto& regions = service.at("regions");
            return service.at("identifier") == std::string(k_leika_prefix) + leika &&
                   std::any_of(regions.begin(), regions.end(), [&](const json::Value& region) {
                       return question.covered_by(region.get<std::string>().substr(2));
                   });
        });
}

json::Value route_to(const Destination& destination)
{
    const auto legal_name = destination.contact.at("legalName").get<std::string>();
    return {{"destinationId", destination.id},
            {"destinationSignature", destination.addressing},
            {"destinationName",
             destination.name.empty() ? legal_name : legal_name + " - " + destination.name},
            {"destinationShortName", legal_name},
            {"origin", "Zustelldienst"}};
}

Response routes(Environment& environment, const Request& request)
{
    const auto leika = request.parameter("leikaKey");
    if (!leika || !matches(*leika, "99[0-9]{12}")) {
        throw Refusal(400, "leikaKey has 14 digits and begins with 99");
    }
    const auto question = parse_question(request);
    const auto page = parse_page(request);
    const auto lock = environment.store.lock();
    std::vector<json::Value> found;
    for (const auto& [id, destination] : environment.store.destinations) {
        if (destination.status == "active" && !destination.addressing.empty() &&
            serves(destination, *leika, question)) {
            found.push_back(route_to(destination));
        }
    }
    return list_response("routes", found, page);
}

void check_expression(const std::string& expression)
{
    bool any = false;
    for (const auto part : base::split(expression, '*')) {
        if (part.size() == 1) {
            throw Refusal(400, "a search expression has two characters at least");
        }
        any = any || !part.empty();
    }
    if (!any) {
        throw Refusal(400, "a search expression is empty");
    }
}

/// Any name or postal code that the expression fits; "*" stands for any characters.
bool fits(const Area& area, const std::string& expression)
{
    std::string pattern;
    for (const char c : expression) {
        pattern += (c == '[' || c == '?' || c == '\\') ? std::string("\\") + c : std::string(1, c);
    }
    return fnmatch(pattern.c_str(), area.name, FNM_CASEFOLD) == 0 ||
           fnmatch(pattern.c_str(), area.postal_code, 0) == 0;
}

Response areas(const Request& request)
{
    const auto [begin, end] = request.query.equal_range("areaSearchexpression");
    const auto count = static_cast<std::size_t>(std::distance(begin, end));
    if (count < 1 || count > k_most_expressions) {
        throw Refusal(400, "one to ten search expressions are needed");
    }
    const auto page = parse_page(request);
    std::for_each(begin, end, [](const auto& entry) { check_expression(entry.second); });
    std::vector<json::Value> found;
    for (const auto& area : k_areas) {
        if (std::all_of(begin, end, [&](const auto& entry) { return fits(area, entry.second); })) {
            found.push_back({{"id", area.id}, {"name", area.name}, {"type", area.type}});
        }
    }
    auto response = list_response("areas", found, page);
    response.media_type = "application/problem+json";
    return response;
}

/// The front of the real service turns some clients away before it looks at anything.
void filter_user_agent(const Request& request)
{
    if (base::trim(request.header("user-agent")).empty()) {
        throw Refusal(
            Response{403, "text/html", "<html><body>403 Forbidden</body></html>", {}, {}});
    }
}

} // namespace

void register_routing_service(Router& router, Environment& environment)
{
    const auto limit = std::make_shared<RateLimit>();
    const auto limited = [limit, &environment](Handler handler) -> Handler {
        return [limit, &environment, handler = std::move(handler)](const Request& request) {
            filter_user_agent(request);
            const auto headers = limit->count(base::to_unix(environment.clock()));
            Response response;
            try {
                response = handler(request);
            } catch (const Refusal& refusal) {
                response = refusal.response();
            }
            response.headers.insert(response.headers.end(), headers.begin(), headers.end());
            return response;
        };
    };
    for (const auto* version : {"v1", "v2"}) {
        const auto base = "/" + environment.name + "/routing-api/" + version;
        router.add("GET", base + "/routes", limited([&environment](const Request& request) {
                       return routes(environment, request);
                   }));
        router.add("GET", base + "/areas", limited(areas));
        router.add("GET", base + "/info", [](const Request&) {
            return json_response({{"version", {{"major", 2}, {"minor", 0}, {"patch", 0}}}});
        });
    }
}

} // namespace anb::sandbox
