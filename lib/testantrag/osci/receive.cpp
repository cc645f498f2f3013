// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/receive.hpp"

#include "base/error.hpp"
#include "base/folder.hpp"
#include "crypto/random.hpp"
#include "testantrag/osci/detail/dialog.hpp"

#include <algorithm>
#include <fcntl.h>
#include <memory>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace anb::testantrag {

namespace {

using base::Error;
using base::ErrorKind;
using detail::end;
using osci::Order;

constexpr std::string_view k_nothing = "9803", k_more_deliveries = "3800";

base::fs::path incoming_folder(const base::fs::path& output)
{
    return output / ".incoming";
}

base::fs::path quarantine_file(const base::fs::path& output, const std::string& name)
{
    return output / "quarantine" / (name + ".mime");
}

bool is_there(const base::fs::path& path)
{
    std::error_code failed;
    return base::fs::exists(path, failed);
}

void remove_file(const base::fs::path& file)
{
    std::error_code ignored;
    base::fs::remove(file, ignored);
}

/// Lasts as long as the descriptor: a killed process leaves no lock behind.
int lock_folder(const base::fs::path& folder)
{
    const auto descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        return descriptor;
    }
    const auto is_taken = descriptor >= 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    if (is_taken) {
        throw Error(ErrorKind::try_later, "ANB-O715", {{"file", folder.parent_path().string()}});
    }
    throw Error(ErrorKind::io, "ANB-G206", {{"file", folder.string()}, {"reason", "flock"}});
}

std::vector<base::fs::path> leftovers(const base::fs::path& folder)
{
    std::vector<base::fs::path> files;
    std::error_code failed;
    base::fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != base::fs::directory_iterator(); entry.increment(failed)) {
        if (entry->path().extension() == ".mime") {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files, {}, [](const base::fs::path& file) {
        std::error_code ignored;
        return std::pair(base::fs::last_write_time(file, ignored), file);
    });
    return files;
}

/// The answer was none that could hold a delivery: what was kept of it is of no use.
bool holds_nothing(const Error& error)
{
    return error.code() == "ANB-O404" || error.code() == "ANB-O501" || error.code() == "ANB-O502" ||
           error.code() == "ANB-O504";
}

void say_open_acknowledgement(OsciFetched& fetched, const Error& error)
{
    fetched.report.findings.push_back(
        {.severity = base::Severity::warning,
         .code = "ANB-O708",
         .values = {{"id", fetched.manifest.message_id}, {"reason", error.code()}},
         .element = "acknowledgement",
         .found = error.code(),
         .rule = "osci:9"});
}

void say_quarantine(OsciFetched& fetched)
{
    fetched.report.findings.push_back({.severity = base::Severity::warning,
                                       .code = "ANB-O707",
                                       .values = {{"file", fetched.quarantine.string()}},
                                       .element = "quarantine",
                                       .rule = "osci:9"});
}

osci::Message order_for(const std::string& message_id)
{
    osci::Message order;
    order.order = Order::fetch_delivery;
    if (!message_id.empty()) {
        order.selection.message_ids = {message_id};
    }
    return order;
}

std::string id_of(const osci::Message& message)
{
    return message.cards.empty() ? "" : message.cards.front().message_id;
}

} // namespace

http::Response KeepingTransport::send(const http::Request& request)
{
    if (m_file.empty()) {
        return m_below.send(request);
    }
    base::AtomicFile file(std::exchange(m_file, {}), base::Access::owner_only);
    auto kept = request;
    if (request.sink) {
        kept.sink = [&](base::ByteView piece) {
            file.write(piece);
            request.sink(piece);
        };
    }
    auto response = m_below.send(kept);
    if (response.ok()) {
        file.write(request.sink ? std::string_view() : std::string_view(response.body));
        file.commit();
    }
    return response;
}

OsciReceiver::OsciReceiver(OsciPostbox postbox, const DeliveryRules& rules, base::fs::path output,
                           std::function<bool()> cancelled, std::function<base::UtcTime()> clock)
    : m_postbox(std::move(postbox)), m_rules(rules), m_output(std::move(output)),
      m_cancelled(std::move(cancelled)), m_clock(std::move(clock)),
      m_transport(m_postbox.transport),
      m_client(m_transport, m_postbox.intermediary,
               {m_postbox.cipher, m_postbox.signature, m_postbox.method}, m_postbox.languages),
      m_ring{&m_postbox.cipher}
{
    m_ring.insert(m_ring.end(), m_postbox.older.begin(), m_postbox.older.end());
    const auto incoming = incoming_folder(m_output);
    base::make_folder(incoming);
    m_lock = lock_folder(incoming);
    base::sweep_folder(m_output);
    base::sweep_folder(incoming);
}

OsciReceiver::~OsciReceiver()
{
    ::close(m_lock);
}

void OsciReceiver::fetch(const std::string& message_id, const Take& take)
{
    finish_leftovers(take);
    while (fetch_dialog(message_id, take)) {
    }
}

void OsciReceiver::finish_leftovers(const Take& take)
{
    for (const auto& file : leftovers(incoming_folder(m_output))) {
        std::optional<osci::Incoming> incoming;
        OsciFetched fetched;
        try {
            incoming = osci::read_message(osci::open_message(base::source_of_file(file.string()),
                                                             file.filename().string(), m_ring));
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::io || error.kind() == ErrorKind::internal) {
                throw;
            }
            fetched = refuse(error, file);
        }
        if (incoming) {
            if (incoming->fault() != nullptr || incoming->message().cards.empty()) {
                remove_file(file);
                continue;
            }
            fetched = settle(*incoming, file);
            m_settled.insert(fetched.manifest.message_id);
        }
        take(std::move(fetched));
    }
}

/// @return true when others wait that need a dialog of their own
bool OsciReceiver::fetch_dialog(const std::string& message_id, const Take& take)
{
    auto dialog = m_client.open_dialog();
    std::set<std::string> handed_out;
    std::optional<OsciFetched> last;
    bool more = false, is_fresh = false;
    const auto hand_over = [&] {
        if (last) {
            take(*std::exchange(last, std::nullopt));
        }
    };
    try {
        do {
            auto next = fetch_one(dialog, message_id);
            more = next && next->more && message_id.empty() && dialog.is_open();
            if (!next || !handed_out.insert(next->manifest.message_id).second) {
                break;
            }
            if (m_settled.insert(next->manifest.message_id).second) {
                is_fresh = true;
                hand_over();
                last = std::move(next);
            }
        } while (more && !m_cancelled());
    } catch (const Error&) {
        hand_over();
        end(dialog);
        throw;
    }
    const auto failure = end(dialog);
    if (failure && last) {
        say_open_acknowledgement(*last, *failure);
    }
    hand_over();
    return more && is_fresh && !failure && !m_cancelled();
}

std::optional<OsciFetched> OsciReceiver::fetch_one(osci::Client::Dialog& dialog,
                                                   const std::string& message_id)
{
    const auto file = incoming_folder(m_output) / (crypto::random_uuid() + ".mime");
    m_transport.keep_next(file);
    std::optional<osci::Answer> answer;
    try {
        answer = dialog.send(order_for(message_id));
    } catch (const Error& error) {
        if (holds_nothing(error)) {
            remove_file(file);
        }
        if (!is_there(file)) {
            throw;
        }
        return refuse(error, file);
    }
    const auto& feedback = answer->message().feedback;
    if (osci::has(feedback, k_nothing)) {
        remove_file(file);
        return message_id.empty() ? std::nullopt : std::optional(fetched_before(message_id));
    }
    if (osci::classify(answer->code()) == osci::FeedbackClass::failed) {
        remove_file(file);
        answer->require_done();
    }
    auto fetched = settle(answer->incoming, file);
    fetched.more = osci::has(feedback, k_more_deliveries);
    return fetched;
}

/// Stored or in quarantine since an earlier run. @throws Error{missing} ANB-O702
OsciFetched OsciReceiver::fetched_before(const std::string& message_id)
{
    const auto name = folder_name(message_id);
    if (auto before = stored(message_id)) {
        return std::move(*before);
    }
    OsciFetched fetched;
    fetched.quarantine = quarantine_file(m_output, name);
    if (!is_there(fetched.quarantine)) {
        throw Error(ErrorKind::missing, "ANB-O702", {{"id", message_id}});
    }
    fetched.manifest.message_id = message_id;
    fetched.report.subject = "message:" + message_id;
    say_quarantine(fetched);
    return fetched;
}

std::optional<OsciFetched> OsciReceiver::stored(const std::string& message_id) const
{
    const auto folder = m_output / folder_name(message_id);
    auto manifest = read_osci_manifest(folder);
    if (!manifest || manifest->message_id != message_id) {
        return std::nullopt;
    }
    OsciFetched fetched;
    fetched.report.subject = "message:" + message_id;
    fetched.report.unchecked = manifest->unchecked;
    fetched.manifest = std::move(*manifest);
    fetched.folder = folder;
    fetched.stored_before = true;
    return fetched;
}

/// Stores a delivery or puts it into quarantine; then its file is no longer among the incoming.
OsciFetched OsciReceiver::settle(const osci::Incoming& incoming, const base::fs::path& file)
{
    const auto message_id = id_of(incoming.message());
    if (message_id.empty()) {
        return refuse(Error(ErrorKind::trust, "ANB-O719"), file);
    }
    if (auto before = stored(message_id)) {
        remove_file(file);
        return std::move(*before);
    }
    const auto name = folder_name(message_id);
    base::AtomicFolder place(m_output / name);
    auto checked = check_delivery(incoming, m_ring, m_rules, place.path());
    OsciFetched fetched;
    fetched.manifest = manifest_of(checked, m_clock());
    if (checked.report.accepted()) {
        write_documents(place.path(), fetched.manifest, checked, incoming);
        place.commit();
        fetched.folder = m_output / name;
        remove_file(file);
        remove_file(quarantine_file(m_output, name));
    }
    fetched.report = std::move(checked.report);
    if (fetched.folder.empty()) {
        move_to_quarantine(fetched, file, name);
    }
    return fetched;
}

/// The answer itself is not to be believed; its bytes are kept all the same.
OsciFetched OsciReceiver::refuse(const Error& error, const base::fs::path& file)
{
    OsciFetched fetched;
    fetched.report.subject = "file:" + file.filename().string();
    fetched.report.findings.push_back({.severity = base::Severity::error,
                                       .code = error.code(),
                                       .values = error.values(),
                                       .element = "answer",
                                       .rule = "osci:8"});
    move_to_quarantine(fetched, file, file.stem().string());
    return fetched;
}

void OsciReceiver::move_to_quarantine(OsciFetched& fetched, const base::fs::path& file,
                                      const std::string& name)
{
    fetched.quarantine = quarantine_file(m_output, name);
    base::make_folder(fetched.quarantine.parent_path());
    std::error_code failed;
    base::fs::rename(file, fetched.quarantine, failed);
    if (failed) {
        throw Error(ErrorKind::io, "ANB-G206",
                    {{"file", fetched.quarantine.string()}, {"reason", failed.message()}});
    }
    base::sync_folder(fetched.quarantine.parent_path());
    base::sync_folder(file.parent_path());
    say_quarantine(fetched);
}

} // namespace anb::testantrag
