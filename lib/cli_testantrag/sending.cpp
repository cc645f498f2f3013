// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/sending.hpp"

#include "cli_testantrag/fitconnect/sending.hpp"
#include "cli_testantrag/osci/sending.hpp"
#include "cli_testantrag/sending_parts.hpp"
#include "cli_testantrag/sending_view.hpp"

#include <fmt/format.h>

namespace anb::cli_testantrag {

namespace {

cli::Exit go_on(const SendingOptions& options, cli::Io& io, bool may_send)
{
    const auto sending = shelf().find(named_environment(io), options.id);
    if (!may_send && !sending.maybe_submitted()) {
        return show_unsent(sending, io);
    }
    return sending.osci() != nullptr
               ? go_on_osci(options, *sending.osci(), io, may_send)
               : go_on_fitconnect(options, *sending.fitconnect(), io, may_send);
}

} // namespace

cli::Exit send(const SendingOptions& options, cli::Io& io)
{
    require(options.data, "--data");
    wait_time(options);
    return options.via == "osci" ? send_osci(options, io) : send_fitconnect(options, io);
}

cli::Exit resume(const SendingOptions& options, cli::Io& io)
{
    return go_on(options, io, true);
}

cli::Exit status(const SendingOptions& options, cli::Io& io)
{
    return go_on(options, io, false);
}

cli::Exit list(const SendingOptions&, cli::Io& io)
{
    show_list(shelf().list(named_environment(io)), io);
    return io.verdict();
}

cli::Exit discard(const SendingOptions& options, cli::Io& io)
{
    const auto sending = shelf().discard(shelf().find(named_environment(io), options.id));
    describe(sending, io);
    const auto rest =
        sending.osci() != nullptr
            ? io.say("Der Intermediär hat nichts davon.", "The Intermediär has nothing of it.")
            : io.say("Unvollständiges löscht der Zustelldienst nach 1 Tag.",
                     "The delivery service deletes what is incomplete after 1 day.");
    io.line(fmt::format("{} {}. {}", brief(sending), io.say("verworfen", "discarded"), rest));
    return cli::Exit::ok;
}

cli::Exit purge(const SendingOptions& options, cli::Io& io)
{
    const auto sending = shelf().purge(shelf().find(named_environment(io), options.id));
    describe(sending, io);
    io.line(fmt::format(
        "{} {}", brief(sending),
        io.say("bereinigt: verschlüsselte Teile gelöscht.", "purged: encrypted parts removed.")));
    return cli::Exit::ok;
}

} // namespace anb::cli_testantrag
