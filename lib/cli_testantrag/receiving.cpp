// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/receiving.hpp"

#include "cli_net/profile.hpp"
#include "cli_testantrag/fitconnect/fetching_view.hpp"
#include "cli_testantrag/fitconnect/taking.hpp"
#include "cli_testantrag/fitconnect/watching.hpp"
#include "cli_testantrag/osci/receiving.hpp"

#include <algorithm>

namespace anb::cli_testantrag {

namespace {

constexpr std::string_view k_name = "receive-testantrag", k_osci = "osci";
/// The transport counts the time of all requests together, and a watch goes on for weeks.
constexpr const char* k_watching_time = "20d";

void require(bool given, const char* option)
{
    if (!given) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", option}});
    }
}

void refuse(bool given, const char* option)
{
    if (given) {
        throw base::Error(base::ErrorKind::usage, "ANB-O711",
                          {{"option", option}, {"way", "fitconnect"}});
    }
}

void refuse_osci_options(const ReceivingOptions& options)
{
    refuse(!options.stores.files.empty(), "--p12");
    refuse(!options.service.empty(), "--service");
    refuse(!options.intermediary.empty(), "--intermediary");
    refuse(!options.trust.empty(), "--trust");
}

/// A failure of one case that says nothing about the others.
bool is_of_one_case(const base::Error& error)
{
    return error.kind() == base::ErrorKind::missing || error.kind() == base::ErrorKind::exists ||
           error.kind() == base::ErrorKind::input;
}

/// A failure beats everything but a verdict "failed" (user-journeys §7.3).
cli::Exit worse(cli::Exit one, cli::Exit other)
{
    const bool failed = one == cli::Exit::failed || other == cli::Exit::failed;
    const auto worst = std::max(one, other);
    return failed && worst != cli::Exit::not_trusted ? cli::Exit::failed : worst;
}

void tell(json::Value sheet, json::Value& cases, cli::Io& io)
{
    cases.push_back(sheet);
    sheet["event"] = "case";
    io.event(sheet);
}

cli::Exit fetch_all(const ReceivingOptions& options, cli_net::Connection& connection,
                    testantrag::Receiver& receiver, cli::Io& io)
{
    auto& cases = io.document()["cases"] = json::Value::array();
    if (options.all) {
        for (auto& sheet : complete_answers(receiver, io)) {
            tell(std::move(sheet), cases, io);
        }
    }
    auto found = waiting(options, connection);
    if (!options.all) {
        found = {receiver.select(found, options.id)};
    }
    const auto confirm = [&](const testantrag::Fetched& fetched) {
        if (connection.environment().is_production()) {
            io.confirm(fetched.manifest.case_id.str(),
                       io.say("einen Vorgang der Produktion annehmen oder zurückweisen",
                              "accept or reject a case of production"));
        }
    };
    auto worst = cli::Exit::ok;
    for (const auto& pickup : found) {
        json::Value sheet;
        try {
            worst = worse(worst, take(options, receiver, pickup, confirm, io, sheet));
        } catch (const base::Error& error) {
            if (!sheet.is_null()) {
                cases.push_back(sheet);
            }
            if (!options.all || !is_of_one_case(error)) {
                throw;
            }
            io.add_failure("submission:" + pickup.submission.str(), error);
            worst = worse(worst, cli::to_exit(error.kind()));
            continue;
        }
        tell(std::move(sheet), cases, io);
    }
    if (cases.empty() && found.empty()) {
        io.line(io.say("Nichts abholbereit.", "Nothing waits."));
    }
    return worst;
}

cli::Exit fetch_submissions(const ReceivingOptions& options, cli::Io& io)
{
    refuse_osci_options(options);
    rejection(options);
    const auto purpose =
        is_answering(options, io) ? cli_net::Purpose::changing : cli_net::Purpose::reading;
    cli_net::Connection connection(options.network, io, purpose, cli_net::Role::subscriber, k_name);
    const auto keys =
        testantrag::load_keys(cli_net::keys_folder(connection.session(), options.keys));
    const testantrag::DataChecker rules(data_rules(options.rules, false, io));
    testantrag::Receiver receiver(connection.api(), keys, &rules, io.common().output,
                                  [&io] { return io.cancelled(); });
    return options.watch ? Watcher(options, connection, receiver, io).run()
                         : fetch_all(options, connection, receiver, io);
}

} // namespace

cli::Exit list_waiting(const ReceivingOptions& options, cli::Io& io)
{
    if (options.via == k_osci) {
        return list_postbox(options, io);
    }
    refuse_osci_options(options);
    cli_net::Connection connection(options.network, io, cli_net::Purpose::reading,
                                   cli_net::Role::subscriber, k_name);
    show_waiting(waiting(options, connection), io);
    return cli::Exit::ok;
}

cli::Exit fetch(const ReceivingOptions& options, cli::Io& io)
{
    require(io.common().output != "-", "--output");
    if (options.watch ? !options.id.empty() : options.id.empty() != options.all) {
        throw base::Error(base::ErrorKind::usage, "ANB-S642");
    }
    if (!options.watch && !(options.callback_address.empty() && options.callback_secret.empty())) {
        require(false, "--watch");
    }
    auto adjusted = options;
    if (options.watch && options.network.timeout.empty()) {
        adjusted.network.timeout = k_watching_time;
    }
    return options.via == k_osci ? fetch_postbox(adjusted, io) : fetch_submissions(adjusted, io);
}

} // namespace anb::cli_testantrag
