// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/receiving.hpp"

#include "cli_testantrag/osci/postbox_session.hpp"
#include "cli_testantrag/osci/postbox_view.hpp"
#include "cli_testantrag/pace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace anb::cli_testantrag {

namespace {

using base::ErrorKind;

void refuse(bool given, const char* option)
{
    if (given) {
        throw base::Error(ErrorKind::usage, "ANB-O711", {{"option", option}, {"way", "osci"}});
    }
}

void refuse_foreign_options(const ReceivingOptions& options)
{
    refuse(!options.destination.empty(), "--destination");
    refuse(!options.keys.empty(), "--keys");
    refuse(!options.callback_address.empty(), "--callback-listen");
    refuse(!options.callback_secret.empty(), "--callback-secret-file");
}

cli::Exit show_waiting(const PostboxSession& session, cli::Io& io)
{
    auto client = session.client();
    const auto& own = client.own();
    show_postbox(testantrag::list_postbox(client),
                 {own.cipher.chain.front(), own.signature.chain.front()}, io);
    return cli::Exit::ok;
}

/// Fetching is the acknowledgement: said before anything is done.
void announce(const ReceivingOptions& options, const PostboxSession& session, cli::Io& io)
{
    io.status(
        io.say("Abholen quittiert: Der Absender sieht im Laufzettel »abgeholt«, und eine "
               "abgeholte Nachricht lässt sich nicht noch einmal holen.",
               "Fetching acknowledges: the sender sees \"fetched\" in the process card, and a "
               "message that was fetched cannot be fetched again."));
    if (!session.is_production()) {
        return;
    }
    if (options.id.empty()) {
        const auto postbox = session.postbox_name();
        io.confirm(postbox, fmt::format("{} {}",
                                        io.say("alles abholen aus dem Postfach der "
                                               "Produktion mit dem Zertifikat",
                                               "fetch everything from the postbox of "
                                               "production with the certificate"),
                                        postbox));
    } else {
        io.confirm(options.id, io.say("eine Nachricht der Produktion abholen",
                                      "fetch a message of production"));
    }
}

class Fetching {
public:
    Fetching(const ReceivingOptions& options, const PostboxSession& session, cli::Io& io)
        : m_options(options), m_io(io), m_receiver(
                                            session.postbox(), session.rules(), io.common().output,
                                            [&io] { return io.cancelled(); }, base::now)
    {
    }

    cli::Exit run()
    {
        auto& cases = m_io.document()["cases"] = json::Value::array();
        m_receiver.fetch(m_options.id, [&](const testantrag::OsciFetched& fetched) {
            cases.push_back(take(fetched));
        });
        if (cases.empty()) {
            m_io.line(m_io.say("Nichts abholbereit.", "Nothing waits."));
        }
        return m_worst;
    }

    cli::Exit watch()
    {
        Pace pace(m_options.interval, m_io);
        while (!m_io.cancelled()) {
            try {
                m_receiver.fetch({},
                                 [&](const testantrag::OsciFetched& fetched) { take(fetched); });
                pace.succeeded();
            } catch (const base::Error& error) {
                pace.failed("postbox", error);
            }
            if (m_is_deceived) {
                break;
            }
            pace.rest([](std::chrono::milliseconds time) {
                std::this_thread::sleep_for(time);
                return false;
            });
        }
        return m_is_deceived ? cli::Exit::not_trusted : cli::Exit::ok;
    }

private:
    json::Value take(const testantrag::OsciFetched& fetched)
    {
        show_fetched(fetched, m_io);
        m_worst = std::max(m_worst, exit_of(fetched));
        m_is_deceived = m_is_deceived || fetched.manifest.message_id.empty();
        auto sheet = to_json(fetched);
        sheet["event"] = "case";
        m_io.event(sheet);
        sheet.erase("event");
        return sheet;
    }

    const ReceivingOptions& m_options;
    cli::Io& m_io;
    testantrag::OsciReceiver m_receiver;
    cli::Exit m_worst = cli::Exit::ok;
    bool m_is_deceived = false; ///< an answer was not to be believed: no later look cures that
};

} // namespace

cli::Exit list_postbox(const ReceivingOptions& options, cli::Io& io)
{
    refuse_foreign_options(options);
    const PostboxSession session(options, io, cli_net::Purpose::reading);
    return session.is_ready() ? show_waiting(session, io) : cli::Exit::failed;
}

cli::Exit fetch_postbox(const ReceivingOptions& options, cli::Io& io)
{
    if (options.accept || !options.reject.empty()) {
        throw base::Error(ErrorKind::usage, "ANB-O701",
                          {{"option", options.accept ? "--accept" : "--reject"}});
    }
    refuse_foreign_options(options);
    if (options.watch) {
        Pace(options.interval, io);
    }
    const PostboxSession session(options, io, cli_net::Purpose::changing);
    if (!session.is_ready()) {
        return cli::Exit::failed;
    }
    if (io.common().dry_run) {
        return show_waiting(session, io);
    }
    announce(options, session, io);
    Fetching fetching(options, session, io);
    return options.watch ? fetching.watch() : fetching.run();
}

} // namespace anb::cli_testantrag
