// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/directory.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::dvdv {

namespace {

using base::Error;
using base::ErrorKind;
using json::Value;

constexpr std::size_t k_longest_reason = 400;
constexpr std::uint64_t k_largest_answer = 32 * 1024 * 1024;

struct Problem {
    std::string type, detail;
};

std::string text_of(const Value& value, const char* name)
{
    const auto found = value.find(name);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Problem problem_of(const http::Response& response)
{
    try {
        const auto body = json::parse(response.body, "problem+json");
        if (body.is_object()) {
            return {text_of(body, "type"), text_of(body, "detail")};
        }
    } catch (const Error&) {
        return {};
    }
    return {};
}

bool is_not_found(const Problem& problem)
{
    return problem.type.ends_with("ENTITY_NOT_FOUND") || problem.detail.starts_with("5005") ||
           problem.detail.starts_with("5009");
}

[[noreturn]] void refuse(const http::Response& response, const std::string& server)
{
    const auto problem = problem_of(response);
    const auto reason = base::printable(
        problem.detail.empty() ? "status " + std::to_string(response.status) : problem.detail,
        k_longest_reason);
    const base::Values values{{"url", server},
                              {"status", std::to_string(response.status)},
                              {"reason", reason},
                              {"fingerprint", "-"},
                              {"expected", "2xx"}};
    switch (response.status) {
    case 400:
        throw Error(ErrorKind::usage, "ANB-D209", values);
    case 403:
        throw Error(ErrorKind::credentials, "ANB-D205", values);
    case 408:
    case 429:
        throw Error(ErrorKind::try_later, "ANB-D208", values);
    default:
        throw Error(ErrorKind::input, "ANB-D207", values);
    }
}

Value parse_body(const http::Response& response, const std::string& server)
{
    try {
        return json::parse(response.body, "DVDV");
    } catch (const Error& error) {
        throw Error(ErrorKind::input, "ANB-D207",
                    {{"url", server}, {"expected", "JSON"}, {"reason", error.code()}},
                    error.what());
    }
}

const Value& demand_list(const Value& value)
{
    if (!value.is_array()) {
        throw Error(ErrorKind::input, "ANB-D207", {{"expected", "[…]"}});
    }
    return value;
}

std::vector<std::string> texts(const Value& value)
{
    std::vector<std::string> result;
    for (const auto& each : demand_list(value)) {
        if (each.is_string()) {
            result.push_back(each.get<std::string>());
        }
    }
    return result;
}

std::vector<Organization> organizations(const Value& value)
{
    std::vector<Organization> result;
    if (value.is_object()) {
        result.push_back(read_organization(value));
    } else if (!value.is_null()) {
        for (const auto& each : demand_list(value)) {
            result.push_back(read_organization(each));
        }
    }
    return result;
}

ServiceAnswer read_answer(const http::Response& response, const std::string& server)
{
    ServiceAnswer answer;
    if (response.status == 204) {
        answer.presence = Presence::not_valid;
        answer.reason = base::printable(decode_header_words(response.header("dvdv-warning-msg")),
                                        k_longest_reason);
        return answer;
    }
    if (response.status == 404) {
        const auto problem = problem_of(response);
        if (!is_not_found(problem)) {
            refuse(response, server);
        }
        answer.presence =
            problem.detail.starts_with("5009") ? Presence::no_organization : Presence::no_service;
        return answer;
    }
    if (!response.ok()) {
        refuse(response, server);
    }
    const auto body = parse_body(response, server);
    if (body.is_null()) {
        return answer;
    }
    answer.presence = Presence::found;
    answer.service = read_service(body);
    return answer;
}

Value to_question(const ServiceQuestion& question)
{
    return {{"organizationKey", question.organization_key},
            {"serviceSpecificationUri", question.specification_uri}};
}

Value to_question(const ElementQuestion& question)
{
    return {{"serviceElementType", question.element_type},
            {"parameterType", question.parameter_type},
            {"parameterValue", question.value}};
}

/// Elements `from` up to `most` further ones.
template <typename T>
std::span<const T> piece(std::span<const T> all, std::size_t from, std::size_t most)
{
    return all.subspan(from, std::min(most, all.size() - from));
}

/// Batch answers stand for their questions by position.
const Value& demand_answers(const Value& value, std::size_t count)
{
    if (!value.is_array() || value.size() != count) {
        throw Error(ErrorKind::input, "ANB-D207",
                    {{"expected", "[" + std::to_string(count) + "]"}});
    }
    return value;
}

} // namespace

const Dialect& dialect_v2()
{
    static constexpr Dialect k_v2{
        .version = "v2",
        .service = "findservicedescription",
        .description = "findauthoritydescription",
        .descriptions = "findauthoritydescriptions",
        .categories_of = "findcategories",
        .certificate = "findCertificateByFingerprint",
        .organizations_by_element = "findOrganizationsByServiceElement",
        .uris_by_category = "findServiceSpecificationUrisByCategory",
        .verify_category = "verifycategory",
        .all_categories = "categories",
        .intermediaries = "intermediaries",
        .server_version = "version",
        .most_in_batch = 200,
    };
    return k_v2;
}

Directory::Directory(Servers& servers, std::optional<std::size_t> only, const Dialect& dialect)
    : m_servers(servers), m_only(only), m_dialect(dialect)
{
}

const std::string& Directory::server() const
{
    return m_only ? m_servers.address(*m_only) : m_servers.current();
}

http::Response Directory::send(http::Request request, const std::string& path)
{
    request.max_response = k_largest_answer;
    return m_only ? m_servers.send_to(*m_only, std::move(request), path)
                  : m_servers.send(std::move(request), path);
}

std::string Directory::path(std::string_view function, const Value& question) const
{
    auto path = "/" + std::string(m_dialect.version) + "/" + std::string(function);
    if (!question.is_null()) {
        path += "?request_json=" + base::percent_encode(json::dump(question));
    }
    return path;
}

http::Response Directory::get(std::string_view function, const Value& question)
{
    http::Request request;
    request.headers = {{"Accept", "application/json, application/problem+json"}};
    return send(std::move(request), path(function, question));
}

Value Directory::ask(std::string_view function, const Value& question)
{
    const auto response = get(function, question);
    if (response.status == 204 || (response.status == 404 && is_not_found(problem_of(response)))) {
        return nullptr;
    }
    if (!response.ok()) {
        refuse(response, server());
    }
    return parse_body(response, server());
}

Value Directory::ask_batch(std::string_view function, const Value& questions)
{
    http::Request request;
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json; charset=utf-8"},
                       {"Accept", "application/json, application/problem+json"}};
    request.body = json::dump(questions);
    const auto response = send(std::move(request), path("batch/" + std::string(function), nullptr));
    if (!response.ok()) {
        refuse(response, server());
    }
    return parse_body(response, server());
}

ServiceAnswer Directory::find_service(const ServiceQuestion& question)
{
    const auto response = get(m_dialect.service, to_question(question));
    return read_answer(response, server());
}

void Directory::find_chunk(std::span<const ServiceQuestion> questions, std::size_t offset,
                           const std::function<void(std::size_t, ServiceAnswer)>& take)
{
    auto asked = Value::array();
    for (const auto& question : questions) {
        asked.push_back(to_question(question));
    }
    Value answers;
    try {
        answers = ask_batch(m_dialect.service, asked);
    } catch (const Error& error) {
        if (error.code() != "ANB-N307" || questions.size() < 2) {
            throw;
        }
        const auto half = questions.size() / 2;
        find_chunk(questions.first(half), offset, take);
        find_chunk(questions.subspan(half), offset + half, take);
        return;
    }
    demand_answers(answers, questions.size());
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (answers[i].is_null()) {
            take(offset + i, find_service(questions[i]));
        } else {
            take(offset + i, {Presence::found, read_service(answers[i]), {}});
        }
        answers[i] = nullptr;
    }
}

void Directory::find_services(
    std::span<const ServiceQuestion> questions,
    const std::function<void(std::size_t index, ServiceAnswer answer)>& take)
{
    if (questions.size() == 1) {
        take(0, find_service(questions.front()));
        return;
    }
    for (std::size_t i = 0; i < questions.size(); i += m_dialect.most_in_batch) {
        find_chunk(piece(questions, i, m_dialect.most_in_batch), i, take);
    }
}

std::vector<OrganizationDescription> Directory::find_organizations(std::string_view key)
{
    const auto answer = ask(m_dialect.descriptions, {{"organizationKey", std::string(key)}});
    std::vector<OrganizationDescription> found;
    if (answer.is_object()) {
        found.push_back(read_description(answer));
    } else if (!answer.is_null()) {
        for (const auto& each : demand_list(answer)) {
            found.push_back(read_description(each));
        }
    }
    return found;
}

std::optional<OrganizationDescription> Directory::find_organization(std::string_view category,
                                                                    std::string_view key)
{
    const auto answer = ask(m_dialect.description, {{"category", std::string(category)},
                                                    {"organizationKey", std::string(key)}});
    return answer.is_null() ? std::nullopt : std::optional(read_description(answer));
}

std::vector<std::optional<OrganizationDescription>>
Directory::find_organizations(std::string_view category, std::span<const std::string> keys)
{
    std::vector<std::optional<OrganizationDescription>> found;
    for (std::size_t i = 0; i < keys.size(); i += m_dialect.most_in_batch) {
        const auto part = piece(keys, i, m_dialect.most_in_batch);
        auto asked = Value::array();
        for (const auto& key : part) {
            asked.push_back({{"category", std::string(category)}, {"organizationKey", key}});
        }
        const auto answers = ask_batch(m_dialect.description, asked);
        for (const auto& answer : demand_answers(answers, part.size())) {
            found.push_back(answer.is_null() ? std::nullopt
                                             : std::optional(read_description(answer)));
        }
    }
    return found;
}

std::vector<std::string> Directory::find_categories(std::string_view fingerprint,
                                                    std::string_view key)
{
    const auto answer = ask(m_dialect.categories_of, {{"fingerPrint", std::string(fingerprint)},
                                                      {"organizationKey", std::string(key)}});
    return answer.is_null() ? std::vector<std::string>() : texts(answer);
}

bool Directory::verify_category(std::string_view fingerprint, std::string_view category)
{
    const auto answer = ask(m_dialect.verify_category, {{"fingerPrint", std::string(fingerprint)},
                                                        {"category", std::string(category)}});
    return answer.is_object() && answer.value("verifyCategory", Value()) == true;
}

std::optional<Certificate> Directory::find_certificate(std::string_view fingerprint)
{
    const auto answer = ask(m_dialect.certificate, {{"fingerPrint", std::string(fingerprint)}});
    return answer.is_null() ? std::nullopt : std::optional(read_certificate(answer));
}

std::vector<Organization> Directory::find_by_element(const ElementQuestion& question)
{
    return organizations(ask(m_dialect.organizations_by_element, to_question(question)));
}

std::vector<std::vector<Organization>>
Directory::find_by_element(std::span<const ElementQuestion> questions)
{
    std::vector<std::vector<Organization>> found;
    for (std::size_t i = 0; i < questions.size(); i += m_dialect.most_in_batch) {
        const auto part = piece(questions, i, m_dialect.most_in_batch);
        auto asked = Value::array();
        for (const auto& question : part) {
            asked.push_back(to_question(question));
        }
        const auto answers = ask_batch(m_dialect.organizations_by_element, asked);
        for (const auto& answer : demand_answers(answers, part.size())) {
            found.push_back(organizations(answer));
        }
    }
    return found;
}

std::vector<std::string> Directory::uris_of_category(std::string_view category)
{
    const auto answer = ask(m_dialect.uris_by_category, {{"category", std::string(category)}});
    return answer.is_null() ? std::vector<std::string>() : texts(answer);
}

std::vector<Category> Directory::categories()
{
    return read_categories(ask(m_dialect.all_categories, nullptr));
}

Value Directory::intermediaries()
{
    return demand_list(ask(m_dialect.intermediaries, nullptr));
}

std::string Directory::server_version()
{
    const auto answer = ask(m_dialect.server_version, nullptr);
    if (answer.is_string()) {
        return answer.get<std::string>();
    }
    const auto text = answer.is_object() ? text_of(answer, "version") : std::string();
    return text.empty() ? "-" : text;
}

Service demand_service(Directory& directory, const ServiceQuestion& question)
{
    auto answer = directory.find_service(question);
    if (answer.presence != Presence::found) {
        refuse_absent(directory, question, answer);
    }
    return std::move(answer.service);
}

void refuse_absent(Directory& directory, const ServiceQuestion& question,
                   const ServiceAnswer& answer)
{
    const base::Values values{{"key", question.organization_key},
                              {"uri", question.specification_uri},
                              {"reason", answer.reason.empty() ? "-" : answer.reason}};
    switch (answer.presence) {
    case Presence::not_valid:
        throw Error(ErrorKind::missing, "ANB-D202", values);
    case Presence::no_organization:
        throw Error(ErrorKind::missing, "ANB-D201", values);
    case Presence::no_service:
    case Presence::found:
        break;
    }
    // The directory names the service as missing when it is the organisation that is.
    const bool known = !directory.find_organizations(question.organization_key).empty();
    throw Error(ErrorKind::missing, known ? "ANB-D203" : "ANB-D201", values);
}

} // namespace anb::dvdv
