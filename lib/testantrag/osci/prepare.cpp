// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "osci/content.hpp"
#include "testantrag/osci/detail/message.hpp"
#include "testantrag/osci/send.hpp"
#include "testantrag/safe_name.hpp"

#include <algorithm>
#include <numeric>

namespace anb::testantrag {

namespace {

using osci::CertificateRole;
using osci::with_role;

base::Finding finding(base::Severity severity, const char* code, std::uint64_t found,
                      std::uint64_t limit, const char* element)
{
    base::Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.element = element;
    finding.values = {{"found", std::to_string(found)}, {"limit", std::to_string(limit)}};
    return finding;
}

base::Bytes read_data(const Data& data)
{
    base::Bytes bytes;
    bytes.reserve(data.size);
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha512);
    base::copy(source_of(data), [&](base::ByteView piece) {
        hasher.update(piece);
        bytes.insert(bytes.end(), piece.begin(), piece.end());
    });
    if (base::to_hex(hasher.finish()) != data.sha512) {
        throw base::Error(base::ErrorKind::input, "ANB-S103", {{"file", data.path}});
    }
    return bytes;
}

/// Attachments are called by their Content-ID at the receiver, so it is the file's name in the
/// characters that an address and an Id may have.
std::string content_id(std::string_view filename, SafeNames& names)
{
    constexpr std::pair<std::string_view, std::string_view> k_letters[] = {
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"ß", "ss"}};
    std::string id;
    while (!filename.empty()) {
        const auto* letter = std::ranges::find_if(
            k_letters, [&](const auto& each) { return filename.starts_with(each.first); });
        if (letter != std::end(k_letters)) {
            id += letter->second;
            filename.remove_prefix(letter->first.size());
            continue;
        }
        const char each = filename.front();
        const bool plain = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') ||
                           (each >= '0' && each <= '9') || each == '.' || each == '-';
        id += plain ? each : '_';
        filename.remove_prefix(1);
    }
    return names.take(id, "anlage");
}

/// Seals the attachments one after the other.
class Sealing {
public:
    Sealing(const OsciJournal& journal, const osci::Client& client, const OsciWatch& watch)
        : m_journal(journal), m_watch(watch), m_digest(xmldsig::digest_of(client.own().method))
    {
    }

    std::vector<osci::SealedAttachment> run(const std::vector<Attachment>& attachments,
                                            OsciPlan& plan)
    {
        for (const auto& attachment : attachments) {
            m_total += attachment.size;
        }
        std::vector<osci::SealedAttachment> sealed;
        SafeNames names;
        for (const auto& attachment : attachments) {
            OsciAttachment described{.id = content_id(attachment.filename, names),
                                     .media_type = attachment.mime_type,
                                     .size = 0,
                                     .sha256 = {}};
            sealed.push_back(seal(attachment, described, attachments.size()));
            plan.attachments.push_back(std::move(described));
        }
        return sealed;
    }

private:
    osci::SealedAttachment seal(const Attachment& attachment, OsciAttachment& described,
                                std::size_t count)
    {
        base::AtomicFile file(m_journal.folder() / described.file(), base::Access::owner_only);
        crypto::Hasher hasher(crypto::DigestAlgorithm::sha256);
        const auto read = source_of(attachment);
        const base::Source plain = [&](std::span<std::byte> buffer) {
            stop_if_cancelled(m_watch);
            const auto got = read(buffer);
            hasher.update(buffer.first(got));
            m_watch.progress(count, m_done += got, m_total);
            return got;
        };
        auto sealed =
            osci::seal_attachment(described.id, plain, m_digest, [&](base::ByteView piece) {
                described.size += piece.size();
                file.write(piece);
            });
        file.commit();
        described.sha256 = base::to_hex(hasher.finish());
        return sealed;
    }

    const OsciJournal& m_journal;
    const OsciWatch& m_watch;
    const xmldsig::DigestMethod& m_digest;
    std::uint64_t m_done = 0, m_total = 0;
};

/// Container of data and attachments, signed by the author and encrypted for the reader, as the
/// message's content.
std::string write_content(const Package& package, const OsciPlan& plan,
                          std::vector<osci::SealedAttachment> sealed, const osci::Own& own)
{
    const auto data = read_data(package.data);
    const auto& certificate = own.signature.chain.front();
    const osci::Signer author{own.signature.key, certificate, own.method};
    const auto container = osci::write_container(
        {.id = plan.way.container, .data = data, .attachments = std::move(sealed)}, &author,
        with_role(CertificateRole::signature_originator, certificate).id);
    return osci::write_content_package(
        {osci::encrypt_container(container, {detail::reader_of(plan)}, 0)}, {});
}

std::string sha256(const pki::Identity& identity)
{
    return base::to_hex(identity.chain.front().fingerprint(crypto::DigestAlgorithm::sha256));
}

} // namespace

base::Report check_osci_limits(const Package& package)
{
    base::Report report;
    report.subject = "file:" + package.data.path;
    if (package.data.size > k_osci_max_data) {
        report.findings.push_back(
            finding(base::Severity::error, "ANB-O610", package.data.size, k_osci_max_data, "data"));
    }
    if (package.attachments.size() > k_osci_max_attachments) {
        report.findings.push_back(finding(base::Severity::error, "ANB-O612",
                                          package.attachments.size(), k_osci_max_attachments,
                                          "attachments"));
    }
    const auto total = std::accumulate(
        package.attachments.begin(), package.attachments.end(), package.data.size * 2,
        [](std::uint64_t sum, const Attachment& attachment) { return sum + attachment.size; });
    if (total > k_osci_usual_limit) {
        report.findings.push_back(
            finding(base::Severity::warning, "ANB-O611", total, k_osci_usual_limit, "size"));
    }
    return report;
}

void prepare_osci(OsciJournal& journal, const Package& package, OsciPlan plan, osci::Client& client,
                  const OsciWatch& watch)
{
    plan.environment = package.environment;
    plan.final_test = package.final_test;
    plan.reason = package.reason;
    plan.unchecked = package.unchecked;
    plan.data_sha512 = package.data.sha512;
    plan.own_cipher = sha256(client.own().cipher);
    plan.own_signer = sha256(client.own().signature);
    auto sealed = Sealing(journal, client, watch).run(package.attachments, plan);
    const auto content = write_content(package, plan, std::move(sealed), client.own());
    base::write_file(journal.folder() / k_osci_content_file, base::as_bytes(content),
                     base::Access::owner_only);
    stop_if_cancelled(watch);
    plan.message_id = client.get_message_id();
    journal.number(std::move(plan));
    watch.done({.what = OsciDone::What::number, .message_id = journal.plan().message_id});
}

} // namespace anb::testantrag
