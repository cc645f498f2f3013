// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/upload.hpp"

#include "base/error.hpp"
#include "fitconnect/submission.hpp"
#include "testantrag/fitconnect/seal.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>

namespace anb::testantrag {

namespace {

/// What the threads share. Journal and Watch are used by one of them at a time.
class Uploader {
public:
    Uploader(fitconnect::Api& api, Journal& journal, const jose::PublicJwk* recipient,
             const Watch& watch)
        : m_api(api), m_journal(journal), m_recipient(recipient), m_watch(watch),
          m_attachments(journal.plan().attachments), m_sent(m_attachments.size())
    {
        for (std::size_t i = 0; i < m_attachments.size(); ++i) {
            if (!journal.standing().stored.contains(m_attachments[i].id)) {
                m_missing.push_back(i);
                m_total += m_attachments[i].part.size;
            }
        }
        const auto unread = [](const auto& attachment) { return !attachment.part.is_there(); };
        if (std::any_of(m_attachments.begin(), m_attachments.end(), unread)) {
            m_draft = load_draft(journal.folder());
        }
    }

    void run();

private:
    class Passage;

    void work();
    std::optional<std::size_t> next();
    void upload(std::size_t index);
    void note_sent(std::size_t index, std::uint64_t bytes);
    void note_encrypted(const fitconnect::AttachmentId& id, const EncryptedPart& part);
    void note_stored(std::size_t index);
    const Attachment& source_of(const fitconnect::AttachmentId& id) const;

    fitconnect::Api& m_api;
    Journal& m_journal;
    const jose::PublicJwk* m_recipient;
    const Watch& m_watch;
    const std::vector<EncryptedAttachment> m_attachments; ///< as they stood at the beginning
    Draft m_draft;

    std::mutex m_mutex;
    std::vector<std::size_t> m_missing;
    std::size_t m_begun = 0; ///< of m_missing
    std::vector<std::uint64_t> m_sent;
    std::uint64_t m_total = 0;
    std::exception_ptr m_failure;
};

/// One attachment under way. Its first try encrypts; every further one sends what was stored.
class Uploader::Passage {
public:
    Passage(Uploader& uploader, std::size_t index)
        : m_uploader(uploader), m_index(index), m_attachment(uploader.m_attachments[index]),
          m_path(uploader.m_journal.folder() / m_attachment.part.file)
    {
    }

    base::Source open()
    {
        if (!m_attachment.part.is_there() && !m_sealer) {
            const auto& source = m_uploader.source_of(m_attachment.id);
            m_sealer = std::make_unique<Sealer>(testantrag::source_of(source),
                                                *m_uploader.m_recipient, source.mime_type, m_path);
            return counted([this](std::span<std::byte> buffer) { return encrypt(buffer); });
        }
        settle();
        return counted(base::source_of_file(m_path.string()));
    }

    /// The attachment is encrypted to its end, stored and noted.
    void settle()
    {
        if (m_attachment.part.is_there()) {
            return;
        }
        m_attachment.part = m_sealer->finish();
        m_uploader.note_encrypted(m_attachment.id, m_attachment.part);
    }

private:
    /// The last bytes leave only when the attachment is noted as encrypted: a body that was sent
    /// to its end may take effect late, and must be the same as that of every later try.
    std::size_t encrypt(std::span<std::byte> buffer)
    {
        const auto count = m_sealer->read(buffer);
        if (m_sealer->ended()) {
            settle();
        }
        return count;
    }

    base::Source counted(base::Source source)
    {
        return [this, source = std::move(source),
                sent = std::uint64_t{0}](std::span<std::byte> buffer) mutable {
            const auto count = source(buffer);
            m_uploader.note_sent(m_index, sent += count);
            return count;
        };
    }

    Uploader& m_uploader;
    std::size_t m_index;
    EncryptedAttachment m_attachment;
    base::fs::path m_path;
    std::unique_ptr<Sealer> m_sealer;
};

const Attachment& Uploader::source_of(const fitconnect::AttachmentId& id) const
{
    const auto found = std::find_if(m_draft.sources.begin(), m_draft.sources.end(),
                                    [&](const Draft::Source& each) { return each.id == id; });
    if (found == m_draft.sources.end() || m_recipient == nullptr) {
        base::fail_internal("source of an attachment");
    }
    return found->attachment;
}

void Uploader::note_sent(std::size_t index, std::uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_sent[index] = bytes;
    m_watch.progress(m_attachments.size(),
                     std::accumulate(m_sent.begin(), m_sent.end(), std::uint64_t{0}), m_total);
}

void Uploader::note_encrypted(const fitconnect::AttachmentId& id, const EncryptedPart& part)
{
    const std::lock_guard lock(m_mutex);
    m_journal.encrypted(id, part);
}

void Uploader::note_stored(std::size_t index)
{
    const std::lock_guard lock(m_mutex);
    m_journal.stored(m_attachments[index].id);
    Done done{.what = Done::What::attachment, .submission = {}, .case_id = {}};
    done.number = index + 1;
    done.count = m_attachments.size();
    done.size = m_attachments[index].part.size;
    m_watch.done(done);
}

void Uploader::upload(std::size_t index)
{
    stop_if_cancelled(m_watch);
    Passage passage(*this, index);
    const auto& attachment = m_attachments[index];
    fitconnect::upload_attachment(
        m_api, m_journal.standing().submission, attachment.id,
        {.open = [&passage] { return passage.open(); }, .size = attachment.part.size});
    passage.settle();
    note_stored(index);
}

std::optional<std::size_t> Uploader::next()
{
    const std::lock_guard lock(m_mutex);
    if (m_failure || m_begun == m_missing.size()) {
        return std::nullopt;
    }
    return m_missing[m_begun++];
}

void Uploader::work()
{
    try {
        while (const auto index = next()) {
            upload(*index);
        }
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        if (!m_failure) {
            m_failure = std::current_exception();
        }
    }
}

void Uploader::run()
{
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < std::min(m_missing.size(), k_parallel_uploads); ++i) {
        helpers.emplace_back([this] { work(); });
    }
    work();
    for (auto& helper : helpers) {
        helper.join();
    }
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
}

} // namespace

void upload_attachments(fitconnect::Api& api, Journal& journal, const jose::PublicJwk* recipient,
                        const Watch& watch)
{
    Uploader(api, journal, recipient, watch).run();
}

} // namespace anb::testantrag
