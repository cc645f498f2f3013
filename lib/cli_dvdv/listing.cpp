// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_dvdv/commands.hpp"
#include "cli_dvdv/connect.hpp"
#include "cli_dvdv/targets.hpp"
#include "cli_dvdv/view.hpp"
#include "crypto/digest.hpp"
#include "dvdv/organization_key.hpp"

#include <algorithm>

namespace anb::cli_dvdv {

namespace {

using base::Error;
using base::ErrorKind;

bool has_part(const dvdv::Organization& organization, const std::string& part)
{
    return base::to_lower_ascii(organization.name).find(base::to_lower_ascii(part)) !=
           std::string::npos;
}

/// Organisations with an element that holds this certificate or has this address.
std::vector<dvdv::Organization> by_element(const Call& call, cli::Io& io,
                                           dvdv::Directory& directory)
{
    dvdv::ElementQuestion question;
    question.element_type = call.element.empty() ? "OSCI_ADDRESSEE" : call.element;
    if (!call.uri.empty()) {
        question.parameter_type = "URI";
        question.value = call.uri;
        return directory.find_by_element(question);
    }
    const auto local = read_certificate_file(call.certificate, io.now(), [&] {
        auto source = call.password;
        source.prompt = io.say("Kennwort für ", "Password for ") + call.certificate + ": ";
        return io.secret(source);
    });
    question.parameter_type = question.element_type == "SIGNATURE_CERTIFICATE"
                                  ? "SIGNATURE_CERTIFICATE"
                                  : "CIPHER_CERTIFICATE";
    question.value = base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha1, local.der));
    return directory.find_by_element(question);
}

std::vector<dvdv::Organization> by_key(const Call& call, dvdv::Directory& directory,
                                       const std::string& key)
{
    std::vector<dvdv::Organization> found;
    if (!call.category.empty()) {
        if (auto one = directory.find_organization(call.category, key)) {
            found.push_back(std::move(one->organization));
        }
        return found;
    }
    for (auto& description : directory.find_organizations(key)) {
        found.push_back(std::move(description.organization));
    }
    return found;
}

} // namespace

cli::Exit categories(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io);
    connection.open();
    auto& directory = connection.directory();
    if (!call.category.empty()) {
        const auto uris = directory.uris_of_category(call.category);
        for (const auto& uri : uris) {
            io.line(base::printable(uri, 1000));
        }
        io.document()["uris"] = uris;
        if (uris.empty()) {
            throw Error(ErrorKind::missing, "ANB-D309", {{"category", call.category}});
        }
        return cli::Exit::ok;
    }
    const auto found = directory.categories();
    show_categories(io, found);
    auto members = json::Value::array();
    for (const auto& category : found) {
        members.push_back(dvdv::to_json(category));
    }
    io.document()["categories"] = std::move(members);
    return cli::Exit::ok;
}

cli::Exit organizations(const Call& call, cli::Io& io)
{
    const bool element_asked = !call.certificate.empty() || !call.uri.empty();
    auto connection = connect(call, io);
    const auto key =
        element_asked ? std::string() : organization_key(call, connection.configuration());
    connection.open();
    auto& directory = connection.directory();
    auto found = element_asked ? by_element(call, io, directory) : by_key(call, directory, key);
    std::erase_if(found, [&](const dvdv::Organization& organization) {
        return (!call.name.empty() && !has_part(organization, call.name)) ||
               (element_asked && !call.category.empty() && organization.category != call.category);
    });
    cli::Table table;
    table.header = {io.say("Organisation", "Organisation"), io.say("Schlüssel", "Keys"),
                    io.say("Kategorie", "Category")};
    auto members = json::Value::array();
    for (const auto& organization : found) {
        table.rows.push_back({base::printable(organization.name, 60),
                              base::printable(base::join(organization.organization_keys, ", "), 60),
                              base::printable(organization.category, 60)});
        members.push_back(dvdv::to_json(organization));
    }
    io.document()["organizations"] = std::move(members);
    if (found.empty()) {
        throw Error(ErrorKind::missing, "ANB-D310");
    }
    io.table(table);
    return cli::Exit::ok;
}

cli::Exit whoami(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io);
    const auto key = organization_key_or_none(call, connection.configuration());
    connection.open();
    auto& directory = connection.directory();
    const auto& client = connection.client();
    if (!client) {
        throw Error(ErrorKind::usage, "ANB-D311");
    }
    const auto& certificate = client->chain.front();
    const auto& fingerprint = connection.client_fingerprint();
    cli::Table table;
    const auto row = [&](std::string_view name, const std::string& value) {
        table.rows.push_back(
            {messages::word(name, io.common().language), base::printable(value, 100)});
    };
    row("certificate", certificate.common_name());
    row("fingerprint", fingerprint);
    row("not_after", base::format_date(certificate.not_after()));
    if (const auto until = connection.logged_in_until()) {
        row("login_until", base::format_time(*until));
    }
    json::Value members{{"subject", certificate.subject()},
                        {"fingerprint", fingerprint},
                        {"not_after", base::format_time(certificate.not_after())},
                        {"registered", true}};
    base::Report report;
    report.subject = "certificate:" + fingerprint;
    if (!key.empty()) {
        const auto categories = directory.find_categories(fingerprint, key);
        row("organization_keys", key);
        row("category", categories.empty() ? "-" : base::join(categories, ", "));
        members["organization_key"] = key;
        members["categories"] = categories;
        if (categories.empty()) {
            base::Finding finding;
            finding.severity = base::Severity::note;
            finding.code = "ANB-D243";
            finding.element = "client_certificates";
            finding.values = {{"key", key}};
            report.findings.push_back(std::move(finding));
        }
    } else {
        report.unchecked.push_back({"organization", "no_profile"});
    }
    io.table(table);
    io.document()["client"] = std::move(members);
    io.add(std::move(report));
    return io.verdict();
}

cli::Exit token(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io);
    connection.open();
    const auto until = connection.logged_in_until();
    auto& directory = connection.directory();
    io.document()["login"] = {
        {"server", directory.server()},
        {"version", directory.server_version()},
        {"fingerprint", connection.client_fingerprint()},
        {"valid_until", until ? json::Value(base::format_time(*until)) : json::Value()}};
    io.line(until ? io.say("Angemeldet bis ", "Logged in until ") + base::format_time(*until)
                  : io.say("Ohne Anmeldung zugänglich.", "Open without login."));
    return cli::Exit::ok;
}

} // namespace anb::cli_dvdv
