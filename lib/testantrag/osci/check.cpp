// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/check.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "pki/path.hpp"
#include "xml/inspect.hpp"

#include <algorithm>
#include <set>

namespace anb::testantrag {

namespace {

using base::ErrorKind;
using base::Severity;
using osci::CertificateRole;

bool is_about_the_message(const base::Error& error)
{
    return error.kind() == ErrorKind::trust || error.kind() == ErrorKind::input ||
           error.kind() == ErrorKind::credentials;
}

/// "corrupted", "invalid", "revoked": the first of an inspection's results that is no good one.
std::string worst_of(const osci::Inspection& inspection)
{
    if (inspection.online_result == "revoked") {
        return "revoked";
    }
    return inspection.math_result != "ok" ? inspection.math_result : inspection.offline_result;
}

/// Code and place; the parser's words may hold content.
std::string place_of(const base::Error& error)
{
    auto text = error.code();
    for (const auto& [name, value] : error.values()) {
        if (name == "line" || name == "column") {
            text.append(" ").append(name).append(" ").append(value);
        }
    }
    return text;
}

class Checker {
public:
    Checker(const osci::Incoming& incoming, const osci::KeyRing& ring, const DeliveryRules& rules,
            const base::fs::path& folder)
        : m_incoming(incoming), m_message(incoming.message()), m_ring(ring), m_rules(rules),
          m_folder(folder)
    {
    }

    CheckedDelivery run()
    {
        if (!m_message.cards.empty()) {
            m_result.card = m_message.cards.front();
        }
        m_result.report.subject = "message:" + m_result.card.message_id;
        m_result.sender = sender();
        note_unchecked();
        check_intermediary();
        check_inspections();
        check_certificates();
        if (m_result.report.accepted() && open()) {
            check_containers();
            check_data();
        }
        return std::move(m_result);
    }

private:
    void leave(const char* element, const char* reason)
    {
        m_result.report.unchecked.push_back({.element = element, .reason = reason});
    }

    base::Finding& find(Severity severity, std::string code, const char* element,
                        base::Values values = {})
    {
        return m_result.report.findings.emplace_back(base::Finding{.severity = severity,
                                                                   .code = std::move(code),
                                                                   .values = std::move(values),
                                                                   .element = element,
                                                                   .rule = "osci:11"});
    }

    std::string sender() const
    {
        for (const auto role :
             {CertificateRole::signature_originator, CertificateRole::signature_other_author,
              CertificateRole::cipher_originator}) {
            if (const auto* found = m_message.find(role)) {
                return found->certificate.subject();
            }
        }
        return {};
    }

    void note_unchecked()
    {
        leave("virus_scan", "not_checked");
        leave("originator_signature", "seen_by_intermediary_only");
        if (m_rules.data == nullptr) {
            leave("schema", "not_requested");
            leave("testdata", "not_requested");
        }
    }

    void check_intermediary()
    {
        if (!m_incoming.opened.transport) {
            leave("transport_encryption", "not_encrypted");
        } else {
            m_result.verified.emplace_back("transport_encryption");
        }
        if (!m_incoming.signature) {
            leave("intermediary_signature", "not_signed");
        } else if (!m_rules.intermediary_signature) {
            leave("intermediary_signature", "no_certificate_known");
        } else if (m_incoming.signature->certificate == *m_rules.intermediary_signature) {
            m_result.verified.emplace_back("intermediary_signature");
        } else {
            auto& finding = find(Severity::error, "ANB-O309", "intermediary_signature");
            finding.found = m_incoming.signature->certificate.subject();
            finding.expected = m_rules.intermediary_signature->subject();
            finding.values = {{"found", finding.found}, {"expected", finding.expected}};
        }
    }

    void check_inspections()
    {
        if (m_result.card.inspections.empty()) {
            leave("inspections", "not_in_message");
        }
        for (const auto& inspection : m_result.card.inspections) {
            if (inspection.good()) {
                continue;
            }
            const auto result = worst_of(inspection);
            const auto bad = result == "corrupted" || result == "invalid" || result == "revoked";
            auto& finding =
                find(bad ? Severity::error : Severity::warning, "ANB-O706", "inspections",
                     {{"subject", inspection.subject}, {"result", result}});
            finding.found = result;
            finding.rule = "osci:13";
        }
        if (!m_result.card.inspections.empty()) {
            m_result.verified.emplace_back("inspections");
        }
    }

    bool open()
    {
        try {
            auto opened = osci::open_content(m_incoming, m_ring);
            m_result.containers = std::move(opened.containers);
            if (opened.locked > 0) {
                leave("content", "no_key");
            }
        } catch (const base::Error& error) {
            if (!is_about_the_message(error)) {
                throw;
            }
            find(Severity::error, error.code(), "content", error.values());
            return false;
        }
        std::stable_partition(
            m_result.containers.begin(), m_result.containers.end(),
            [&](const osci::Container& each) { return each.id == m_rules.container; });
        auto content = write_content(m_incoming, m_result.containers, m_folder);
        m_result.files = std::move(content.files);
        for (auto& finding : content.findings) {
            m_result.report.findings.push_back(std::move(finding));
        }
        if (m_result.report.accepted()) {
            m_result.verified.insert(m_result.verified.end(),
                                     {"content_decryption", "attachment_digests"});
        }
        return true;
    }

    void check_containers()
    {
        const auto& containers = m_result.containers;
        const auto is_signed = [](const osci::Container& each) { return !each.signatures.empty(); };
        if (!containers.empty() && std::ranges::all_of(containers, is_signed)) {
            m_result.verified.emplace_back("author_signature");
        } else {
            leave("author_signature", "not_signed");
        }
        const auto is_open = [](const osci::Container& each) { return !each.encryption; };
        if (std::ranges::any_of(containers, is_open)) {
            leave("content_encryption", "not_encrypted");
        }
        if (m_rules.container.empty()) {
            leave("container", "no_wsdl");
            return;
        }
        std::vector<std::string> names;
        for (const auto& container : containers) {
            names.push_back(container.id);
        }
        if (std::ranges::find(names, m_rules.container) == names.end()) {
            auto& finding = find(Severity::error, "ANB-O704", "container");
            finding.found = base::join(names, ", ");
            finding.expected = m_rules.container;
            finding.values = {{"found", finding.found}, {"expected", finding.expected}};
            finding.rule = "dvdv:8";
        } else {
            m_result.verified.emplace_back("container");
        }
    }

    void check_data()
    {
        const auto data = std::ranges::find_if(
            m_result.files, [](const OsciFile& file) { return file.name.starts_with("data."); });
        if (data == m_result.files.end()) {
            find(Severity::error, "ANB-O703", "data");
        } else if (data->name == "data.bin") {
            find(Severity::error, "ANB-O717", "data", {{"reason", "application/octet-stream"}});
        } else if (check_form(*data) && m_rules.data != nullptr) {
            check_schema(*data);
        }
    }

    bool check_form(const OsciFile& data)
    {
        try {
            const auto path = (m_folder / data.name).string();
            if (data.name == "data.xml") {
                base::FileReader reader(path);
                xml::inspect(reader, data.name);
            } else {
                json::parse(base::as_text(base::read_file(path, json::Limits().bytes)), data.name);
            }
        } catch (const base::Error& error) {
            if (error.kind() != ErrorKind::input) {
                throw;
            }
            find(Severity::error, "ANB-O717", "data", {{"reason", place_of(error)}});
            return false;
        }
        m_result.verified.emplace_back("well_formed");
        return true;
    }

    void check_schema(const OsciFile& data)
    {
        const auto form = data.name == "data.xml" ? Form::xml : Form::json;
        auto report =
            m_rules.data->check_file(m_folder / data.name, form, m_rules.schema_uri, data.name);
        const auto* valid = base::find_fact(report, "schema_valid");
        if (valid != nullptr && *valid != "true") {
            find(Severity::error, "ANB-O718", "data", {{"schema", m_rules.schema_uri}}).rule =
                "xoev";
        } else if (valid != nullptr) {
            m_result.verified.emplace_back("data_schema");
        }
        m_result.report.take(std::move(report));
    }

    /// Each certificate of sender and authors once, in its first role.
    void check_certificates()
    {
        std::set<base::Bytes> seen;
        for (const auto& each : m_message.certificates) {
            const auto signs = each.role == CertificateRole::signature_originator ||
                               each.role == CertificateRole::signature_other_author;
            const auto enciphers = each.role == CertificateRole::cipher_originator;
            if ((signs || enciphers) && seen.insert(each.certificate.to_der()).second) {
                judge(each, signs ? pki::Use::osci_sig : pki::Use::osci_enc);
            }
        }
        leave("revocation", "ask_cert_check");
        if (seen.empty()) {
            leave("sender_certificates", "not_in_message");
        } else {
            m_result.verified.emplace_back("sender_certificates");
        }
    }

    void judge(const osci::RoledCertificate& each, pki::Use use)
    {
        const auto facts = pki::read_facts(each.certificate.to_der());
        const pki::Issuers none;
        const auto* trust = m_rules.trust == nullptr ? &none : m_rules.trust;
        auto options = m_rules.certificates;
        options.use = use;
        options.anchors_given = trust->has_anchors();
        if (const auto& stored = m_result.card.creation; stored && stored->plain) {
            options.at = stored->at;
        }
        const auto path = pki::build_path(std::make_shared<pki::Facts>(facts.value()),
                                          std::span(&trust, 1), options.at);
        auto verdict = pki::check(path, options);
        for (auto& finding : verdict.findings) {
            // Only the certificate itself is in the message: without anchors nobody knows its
            // issuers.
            if (finding.code == "ANB-C142" && !options.anchors_given) {
                continue;
            }
            finding.where = osci::element_name(each.role);
            finding.responsible = "koordinierende_stelle";
            m_result.report.findings.push_back(std::move(finding));
        }
        for (auto& point : verdict.unchecked) {
            const auto known = [&](const base::Unchecked& other) {
                return other.element == point.element;
            };
            if (point.element != "revocation" &&
                std::ranges::none_of(m_result.report.unchecked, known)) {
                m_result.report.unchecked.push_back(std::move(point));
            }
        }
    }

    const osci::Incoming& m_incoming;
    const osci::Message& m_message;
    const osci::KeyRing& m_ring;
    const DeliveryRules& m_rules;
    base::fs::path m_folder;
    CheckedDelivery m_result;
};

} // namespace

CheckedDelivery check_delivery(const osci::Incoming& incoming, const osci::KeyRing& ring,
                               const DeliveryRules& rules, const base::fs::path& folder)
{
    return Checker(incoming, ring, rules, folder).run();
}

bool is_untrusted(const base::Report& report)
{
    return std::ranges::any_of(report.findings, [](const base::Finding& finding) {
        return finding.severity == Severity::error &&
               (finding.code.starts_with("ANB-O2") || finding.code.starts_with("ANB-O3") ||
                finding.code.starts_with("ANB-O4"));
    });
}

} // namespace anb::testantrag
