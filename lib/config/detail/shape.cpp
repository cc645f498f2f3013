// SPDX-License-Identifier: EUPL-1.2

#include "config/detail/shape.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace anb::config::detail {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::string_view k_general[] = {"env", "proxy", "proxy_secret_file", "ca_file"};
constexpr std::string_view k_mandant[] = {"name",  "ars",          "mail",    "address",
                                          "phone", "organisation", "category"};
constexpr std::string_view k_leistung[] = {"leika",
                                           "schema_uri",
                                           "destination_test",
                                           "destination_stage",
                                           "destination_prod",
                                           "dvdv_uri",
                                           "recipient_certificate_test",
                                           "recipient_certificate_stage",
                                           "recipient_certificate_prod"};
constexpr std::string_view k_environment[] = {"fitconnect_client_id",
                                              "fitconnect_secret_file",
                                              "fitconnect_sender_client_id",
                                              "fitconnect_sender_secret_file",
                                              "keys",
                                              "token_url",
                                              "submission_url",
                                              "submission_v1_url",
                                              "destination_url",
                                              "routing_url",
                                              "portal_url",
                                              "ca_file",
                                              "trust",
                                              "trust_sha256",
                                              "dvdv_servers",
                                              "dvdv_access",
                                              "dvdv_token_url",
                                              "dvdv_client_p12",
                                              "dvdv_client_password_file",
                                              "recipient_certificate",
                                              "recipient_password_file",
                                              "content_certificate",
                                              "intermediary_url",
                                              "intermediary_cipher_certificate",
                                              "intermediary_signature_certificate",
                                              "osci_p12",
                                              "osci_password_file",
                                              "osci_signature_p12",
                                              "osci_signature_password_file",
                                              "osci_network"};
/// Keys that may hold a list of texts in place of one.
constexpr std::string_view k_lists[] = {"dvdv_servers"};
constexpr std::string_view k_environments[] = {"test", "stage", "prod"};
constexpr std::string_view k_any = "*";
constexpr std::string_view k_env = "@env";

bool is_environment(std::string_view name)
{
    return std::ranges::find(k_environments, name) != std::end(k_environments);
}

/// True when the first `count` names of `path` fit the front of the shape's table.
bool fits(const Shape& shape, const std::vector<std::string>& path, std::size_t count)
{
    if (count > shape.table.size()) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto expected = shape.table[i];
        if (expected != k_any && expected != k_env && expected != path[i]) {
            return false;
        }
    }
    return true;
}

void check_environment(const Shape& shape, const Entry& entry)
{
    for (std::size_t i = 0; i < std::min(shape.table.size(), entry.path.size()); ++i) {
        if (shape.table[i] == k_env && !is_environment(entry.path[i])) {
            throw Error(ErrorKind::configuration, "ANB-G408",
                        {{"file", entry.file},
                         {"line", std::to_string(entry.line)},
                         {"env", entry.path[i]}});
        }
    }
}

/// What may stand where the entry stands.
std::vector<std::string> known_beside(const Entry& entry, const std::vector<Shape>& shapes)
{
    const auto depth = entry.path.size() - 1;
    std::vector<std::string> known;
    for (const auto& shape : shapes) {
        if (!fits(shape, entry.path, depth)) {
            continue;
        }
        if (shape.table.size() == depth) {
            known.insert(known.end(), shape.keys.begin(), shape.keys.end());
        } else if (shape.table[depth] != k_any) {
            known.emplace_back(shape.table[depth]);
        }
    }
    return known;
}

[[noreturn]] void refuse_unknown(const Entry& entry, const std::vector<Shape>& shapes)
{
    auto known = known_beside(entry, shapes);
    const auto near = base::nearest(entry.key(), known);
    throw Error(ErrorKind::configuration, "ANB-G402",
                {{"file", entry.file},
                 {"line", std::to_string(entry.line)},
                 {"key", entry.name()},
                 {"known", near ? *near : base::join(known, ", ")}});
}

void check_table(const Entry& entry, const std::vector<Shape>& shapes)
{
    for (const auto& shape : shapes) {
        if (fits(shape, entry.path, entry.path.size())) {
            check_environment(shape, entry);
            return;
        }
    }
    refuse_unknown(entry, shapes);
}

void check_value(const Entry& entry, const std::vector<Shape>& shapes)
{
    const auto depth = entry.path.size() - 1;
    for (const auto& shape : shapes) {
        if (shape.table.size() != depth || !fits(shape, entry.path, depth)) {
            continue;
        }
        check_environment(shape, entry);
        if (std::ranges::find(shape.keys, entry.key()) != shape.keys.end()) {
            const bool may_be_list = std::ranges::find(k_lists, entry.key()) != std::end(k_lists);
            if (entry.kind != Kind::text && !(may_be_list && entry.kind == Kind::list)) {
                refuse_value(entry, may_be_list ? "[\"…\", \"…\"]" : "\"…\"");
            }
            return;
        }
    }
    refuse_unknown(entry, shapes);
}

} // namespace

const std::vector<Shape>& profile_shape()
{
    static const std::vector<Shape> k_shape{{{}, k_general},
                                            {{"mandant"}, k_mandant},
                                            {{"leistung", k_any}, k_leistung},
                                            {{"env", k_env}, k_environment}};
    return k_shape;
}

const std::vector<Shape>& config_shape()
{
    static const std::vector<Shape> k_shape{{{}, k_general}};
    return k_shape;
}

const std::vector<Shape>& environments_shape()
{
    static const std::vector<Shape> k_shape{{{k_env}, k_environment}};
    return k_shape;
}

void check(std::span<const Entry> entries, const std::vector<Shape>& shapes)
{
    for (const auto& entry : entries) {
        if (entry.kind == Kind::table) {
            check_table(entry, shapes);
        } else {
            check_value(entry, shapes);
        }
    }
}

void refuse_value(const Entry& entry, std::string_view expected)
{
    throw Error(ErrorKind::configuration, "ANB-G403",
                {{"file", entry.file},
                 {"line", std::to_string(entry.line)},
                 {"key", entry.name()},
                 {"expected", std::string(expected)}});
}

} // namespace anb::config::detail
