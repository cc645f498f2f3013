// The receiver's side over OSCI: what waits in the own postbox, and fetching it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/client.hpp"
#include "testantrag/osci/case.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace anb::testantrag {

/// Passes requests on, and keeps the bytes of one answer in a file on the way.
class KeepingTransport : public http::Transport {
public:
    /// @param below  must outlive it
    explicit KeepingTransport(http::Transport& below) : m_below(below) {}

    /// The body of the next answer goes into this file as well. The file is complete and flushed
    /// before send() returns; when the answer fails, it does not exist.
    void keep_next(base::fs::path file) { m_file = std::move(file); }

    http::Response send(const http::Request& request) override;

private:
    http::Transport& m_below;
    base::fs::path m_file; ///< empty: nothing is kept
};

/// What became of one delivery.
struct OsciFetched {
    OsciManifest manifest;
    base::fs::path folder;     ///< empty when it was not stored because something is wrong
    base::fs::path quarantine; ///< where its encrypted bytes are then
    bool stored_before = false;
    bool more = false; ///< the Intermediär says that others wait
    base::Report report;
};

/// Whose postbox it is, and how to get at it. Everything referred to outlives the receiver.
struct OsciPostbox {
    http::Transport& transport;
    const pki::Identity& cipher; ///< deciphers; its certificate is the postbox
    const pki::Identity& signature;
    const xmldsig::SignatureMethod& method;
    osci::Intermediary intermediary;
    std::string languages;
    /// Other stores that may decipher content: of the time before a change of certificates.
    std::vector<const pki::Identity*> older;
};

class OsciReceiver {
public:
    using Take = std::function<void(OsciFetched)>;

    /// Removes what killed runs left half done below the output folder.
    /// @param rules  must outlive the receiver
    /// @throws Error{try_later} ANB-O715 when another process fetches into this folder
    OsciReceiver(OsciPostbox postbox, const DeliveryRules& rules, base::fs::path output,
                 std::function<bool()> cancelled, std::function<base::UtcTime()> clock);
    OsciReceiver(const OsciReceiver&) = delete;
    OsciReceiver& operator=(const OsciReceiver&) = delete;
    ~OsciReceiver();

    /// Fetches one message, or with an empty id everything that waits, the oldest first. The bytes
    /// of each delivery are on the disk before the next order, which acknowledges it, is sent;
    /// a check that fails does not lose them. What an earlier run left unfinished comes first.
    /// Then the dialog is ended properly; when that fails, the last report says so (ANB-O708).
    ///
    /// @param take  called for each, as soon as it is stored or in quarantine
    /// @throws Error{missing} ANB-O702 when no such message waits; as osci::Client; failures of our
    ///         own side. What was received until then is safe, and the next run goes on with it.
    void fetch(const std::string& message_id, const Take& take);

private:
    void finish_leftovers(const Take& take);
    bool fetch_dialog(const std::string& message_id, const Take& take);
    std::optional<OsciFetched> fetch_one(osci::Client::Dialog& dialog,
                                         const std::string& message_id);
    OsciFetched fetched_before(const std::string& message_id);
    std::optional<OsciFetched> stored(const std::string& message_id) const;
    OsciFetched settle(const osci::Incoming& incoming, const base::fs::path& file);
    OsciFetched refuse(const base::Error& error, const base::fs::path& file);
    void move_to_quarantine(OsciFetched& fetched, const base::fs::path& file,
                            const std::string& name);

    OsciPostbox m_postbox;
    const DeliveryRules& m_rules;
    base::fs::path m_output;
    std::function<bool()> m_cancelled;
    std::function<base::UtcTime()> m_clock;
    KeepingTransport m_transport;
    osci::Client m_client;
    osci::KeyRing m_ring;
    std::set<std::string> m_settled; ///< message ids of this run
    int m_lock = -1;
};

/// Process cards of what waits in the postbox, the oldest first; changes nothing.
/// @throws as osci::Client
std::vector<osci::ProcessCard> list_postbox(osci::Client& client);

} // namespace anb::testantrag
