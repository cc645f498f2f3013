// SPDX-License-Identifier: EUPL-1.2

#include "xrepository/client.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "json/json.hpp"

#include <algorithm>
#include <utility>

namespace anb::xrepository {

namespace {

constexpr std::uint64_t k_most_data = std::uint64_t{8} << 20;
constexpr std::uint64_t k_most_file = std::uint64_t{64} << 20;

/// Colons stand in the path as they are.
std::string in_path(std::string_view urn)
{
    std::vector<std::string> parts;
    for (const auto part : base::split(urn, ':')) {
        parts.push_back(base::percent_encode(part));
    }
    return base::join(parts, ":");
}

/// {"fehler": "NICHT SICHTBAR", "meldung": …}
std::string reason_of(const std::string& body)
{
    try {
        const auto value = json::parse(body, "xrepository");
        const json::Reader reader(value, "xrepository");
        return reader.find_string("meldung").value_or(reader.find_string("fehler").value_or("–"));
    } catch (const base::Error&) {
        return "–";
    }
}

} // namespace

Client::Client(http::Transport& transport, std::string address)
    : m_transport(transport), m_address(std::move(address))
{
}

std::string Client::get(const std::string& path, const std::string& accept, const std::string& urn,
                        std::uint64_t most)
{
    http::Request request;
    request.url = m_address + path;
    request.headers = {{"Accept", accept}};
    request.repeatable = true;
    request.max_response = most;
    auto response = m_transport.send(request);
    constexpr int k_not_found = 404;
    if (response.status == k_not_found) {
        throw base::Error(base::ErrorKind::missing, "ANB-V330",
                          {{"urn", urn}, {"reason", reason_of(response.body)}});
    }
    if (!response.ok()) {
        throw base::Error(base::ErrorKind::unavailable, "ANB-V331",
                          {{"urn", urn}, {"status", std::to_string(response.status)}});
    }
    return std::move(response.body);
}

std::vector<std::string> Client::versions(const std::string& urn)
{
    const auto body =
        get("/xrepository/" + in_path(urn) + "/metadaten", "application/json", urn, k_most_data);
    const auto value = json::parse(body, urn);
    return json::Reader(value, urn).strings("alleVersionsKennungen");
}

base::Bytes Client::schemas(const std::string& version_urn)
{
    return base::to_bytes(get("/xrepository/" + in_path(version_urn) + ":xmlschema", "*/*",
                              version_urn, k_most_file));
}

base::Bytes Client::code_lists(const std::string& version_urn)
{
    return base::to_bytes(
        get("/version_standard/" + in_path(version_urn) + "/genutzteAktuelleCodelisten", "*/*",
            version_urn, k_most_file));
}

} // namespace anb::xrepository
