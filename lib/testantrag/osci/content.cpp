// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/content.hpp"

#include "base/error.hpp"
#include "crypto/digest.hpp"
#include "testantrag/safe_name.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace anb::testantrag {

namespace {

using base::ErrorKind;
using osci::ContentPart;

/// Both digests and the size of what passes by, and a file when there is a folder for it.
class Target {
public:
    explicit Target(const base::fs::path& file)
    {
        if (!file.empty()) {
            m_file.emplace(file, base::Access::owner_only);
        }
    }

    void take(base::ByteView piece)
    {
        m_sha256.update(piece);
        m_sha512.update(piece);
        m_size += piece.size();
        if (m_file) {
            m_file->write(piece);
        }
    }

    void finish(OsciFile& described)
    {
        if (m_file) {
            m_file->commit();
        }
        described.sha256 = base::to_hex(m_sha256.finish());
        described.sha512 = base::to_hex(m_sha512.finish());
        described.size = m_size;
    }

private:
    std::optional<base::AtomicFile> m_file;
    crypto::Hasher m_sha256{crypto::DigestAlgorithm::sha256};
    crypto::Hasher m_sha512{crypto::DigestAlgorithm::sha512};
    std::uint64_t m_size = 0;
};

/// Ending and media type by the first character that is no blank.
std::pair<std::string, std::string> kind_of(base::ByteView bytes)
{
    auto text = base::as_text(bytes);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto c = first == text.npos ? '\0' : text[first];
    if (c == '<' || text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return {".xml", "application/xml"};
    }
    if (c == '{' || c == '[') {
        return {".json", "application/json"};
    }
    return {".bin", "application/octet-stream"};
}

class Writer {
public:
    Writer(const osci::Incoming& incoming, base::fs::path folder)
        : m_incoming(incoming), m_folder(std::move(folder))
    {
    }

    OsciContent run(const std::vector<osci::Container>& containers)
    {
        for (const auto& container : containers) {
            for (const auto& part : container.parts) {
                take(container, part);
            }
        }
        for (const auto& attachment : m_incoming.opened.attachments) {
            if (!m_seen.contains(attachment.head.id)) {
                find(base::Severity::warning, "ANB-O709", {{"part", attachment.head.id}},
                     attachment.head.id);
            }
        }
        std::stable_partition(m_content.files.begin(), m_content.files.end(),
                              [](const OsciFile& file) { return file.name.starts_with("data."); });
        return std::move(m_content);
    }

private:
    void take(const osci::Container& container, const ContentPart& part)
    {
        OsciFile file;
        file.container = container.id;
        if (part.kind == ContentPart::Kind::attachment) {
            take_attachment(container, part, std::move(file));
            return;
        }
        auto [ending, media_type] = kind_of(part.bytes);
        file.part = part.id;
        file.media_type = std::move(media_type);
        file.name = m_has_data ? attachment_name(part.id + ending) : "data" + ending;
        m_has_data = true;
        Target target(place(file.name));
        target.take(part.bytes);
        target.finish(file);
        m_content.files.push_back(std::move(file));
    }

    void take_attachment(const osci::Container& container, const ContentPart& part, OsciFile file)
    {
        const auto* found = m_incoming.opened.find(part.attachment);
        file.part = part.attachment;
        file.media_type = found == nullptr ? "" : found->head.media_type;
        m_seen.insert(part.attachment);
        file.name = attachment_name(part.attachment);
        Target target(place(file.name));
        try {
            osci::extract(m_incoming, container, part.attachment,
                          [&](base::ByteView piece) { target.take(piece); });
        } catch (const base::Error& error) {
            if (error.kind() != ErrorKind::trust && error.kind() != ErrorKind::input) {
                throw;
            }
            find(base::Severity::error, error.code(), error.values(), part.attachment);
            return;
        }
        target.finish(file);
        m_content.files.push_back(std::move(file));
    }

    std::string attachment_name(const std::string& wish)
    {
        return "attachments/" + m_names.take(wish, "teil");
    }

    base::fs::path place(const std::string& name) const
    {
        if (m_folder.empty()) {
            return {};
        }
        auto path = m_folder / name;
        base::make_folder(path.parent_path());
        return path;
    }

    void find(base::Severity severity, const std::string& code, const base::Values& values,
              const std::string& part)
    {
        m_content.findings.push_back({.severity = severity,
                                      .code = code,
                                      .values = values,
                                      .where = "cid:" + part,
                                      .element = "attachment",
                                      .rule = "osci:12.5"});
    }

    const osci::Incoming& m_incoming;
    base::fs::path m_folder;
    SafeNames m_names;
    std::set<std::string> m_seen;
    bool m_has_data = false;
    OsciContent m_content;
};

} // namespace

json::Value to_json(const OsciFile& file)
{
    return {{"name", file.name},           {"media_type", file.media_type},
            {"container", file.container}, {"part", file.part},
            {"size", file.size},           {"sha256", file.sha256},
            {"sha512", file.sha512}};
}

OsciContent write_content(const osci::Incoming& incoming,
                          const std::vector<osci::Container>& containers,
                          const base::fs::path& folder)
{
    return Writer(incoming, folder).run(containers);
}

} // namespace anb::testantrag
