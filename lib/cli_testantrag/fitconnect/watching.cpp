// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/fitconnect/watching.hpp"

#include "cli_testantrag/fitconnect/fetching_view.hpp"

#include <fmt/format.h>

#include <thread>

namespace anb::cli_testantrag {

namespace {

using base::ErrorKind;

constexpr std::uint64_t k_max_secret_file = 4096;

base::SecretString read_secret(const std::string& file)
{
    if (base::readable_by_others(file)) {
        throw base::Error(ErrorKind::credentials, "ANB-G407", {{"file", file}});
    }
    return base::without_line_break(base::read_secret_file(file, k_max_secret_file));
}

void require_pair(const std::string& given, const std::string& other, const char* option)
{
    if (!given.empty() && other.empty()) {
        throw base::Error(ErrorKind::usage, "ANB-G107", {{"option", option}});
    }
}

} // namespace

Watcher::Watcher(const ReceivingOptions& options, cli_net::Connection& connection,
                 testantrag::Receiver& receiver, cli::Io& io)
    : m_options(options), m_connection(connection), m_receiver(receiver), m_io(io),
      m_pace(options.interval, io)
{
    require_pair(options.callback_address, options.callback_secret, "--callback-secret-file");
    require_pair(options.callback_secret, options.callback_address, "--callback-listen");
    confirm_production();
    if (!options.callback_address.empty()) {
        listen();
    }
}

void Watcher::listen()
{
    const auto address = callback::parse_address(m_options.callback_address);
    if (!address) {
        throw base::Error(ErrorKind::usage, "ANB-G110",
                          {{"option", "--callback-listen"},
                           {"value", m_options.callback_address},
                           {"expected", "127.0.0.1:8081"}});
    }
    m_listener = std::make_unique<callback::Listener>(
        *address, read_secret(m_options.callback_secret), base::now);
    m_io.status(fmt::format("{} {}",
                            m_io.say("Callbacks werden angenommen auf", "Taking callbacks on"),
                            m_listener->url()));
    m_io.event({{"event", "listening"}, {"url", m_listener->url()}});
}

/// Confirmed once, for the one destination that is watched.
void Watcher::confirm_production()
{
    if (!m_connection.environment().is_production() || !is_answering(m_options, m_io)) {
        return;
    }
    if (m_options.destination.empty()) {
        throw base::Error(ErrorKind::usage, "ANB-S654");
    }
    m_io.confirm(m_options.destination,
                 m_io.say("alle Vorgänge dieses Zustellpunkts der Produktion annehmen",
                          "accept all cases of this destination of production"));
}

cli::Exit Watcher::run()
{
    while (!m_io.cancelled()) {
        look();
        rest();
    }
    return cli::Exit::ok;
}

void Watcher::look()
{
    std::vector<fitconnect::Pickup> found;
    try {
        for (auto& sheet : complete_answers(m_receiver, m_io)) {
            settle(Id::parse(sheet.at("submission_id").get<std::string>()));
            tell(std::move(sheet));
        }
        found = waiting(m_options, m_connection);
    } catch (const base::Error& error) {
        m_pace.failed("submissions", error);
        return;
    }
    m_pace.succeeded();
    std::set<Id> listed;
    for (const auto& pickup : found) {
        listed.insert(pickup.submission);
        if (!m_settled.contains(pickup.submission)) {
            m_begun.insert_or_assign(pickup.submission, pickup);
        }
    }
    std::erase_if(m_settled, [&](const Id& id) { return !listed.contains(id); });
    const auto begun = m_begun;
    for (const auto& [id, pickup] : begun) {
        if (m_io.cancelled()) {
            break;
        }
        take_one(pickup);
    }
}

void Watcher::take_one(const fitconnect::Pickup& pickup)
{
    json::Value sheet;
    try {
        take(
            m_options, m_receiver, pickup, [](const testantrag::Fetched&) {}, m_io, sheet);
    } catch (const base::Error& error) {
        fail(pickup, error);
        return;
    }
    if (!sheet.is_null()) {
        tell(std::move(sheet));
    }
    settle(pickup.submission);
}

void Watcher::tell(json::Value sheet)
{
    sheet["event"] = "case";
    m_io.event(sheet);
}

void Watcher::settle(const Id& submission)
{
    m_settled.insert(submission);
    m_begun.erase(submission);
    m_failures.erase(submission);
}

/// What is gone, or decided by somebody else, needs no other look.
void Watcher::fail(const fitconnect::Pickup& pickup, const base::Error& error)
{
    if (m_io.cancelled()) {
        return;
    }
    if (!may_pass(error)) {
        throw base::Error(error);
    }
    auto& said = m_failures[pickup.submission];
    if (said != error.code()) {
        said = error.code();
        m_io.add_failure("submission:" + pickup.submission.str(), error);
    }
    if (error.code() == "ANB-F403" || error.code() == "ANB-S636") {
        settle(pickup.submission);
    }
}

void Watcher::say_refused()
{
    if (!m_listener) {
        return;
    }
    base::Report report;
    for (const auto& [verdict, count] : m_listener->take_refused()) {
        const auto why = messages::word(callback::name(verdict), m_io.common().language);
        report.findings.push_back({.severity = base::Severity::warning,
                                   .code = "ANB-S653",
                                   .values = {{"count", std::to_string(count)}, {"reason", why}},
                                   .element = "callback",
                                   .found = std::string(callback::name(verdict)),
                                   .rule = "fit-connect:callbacks"});
    }
    if (!report.findings.empty()) {
        m_io.add(std::move(report));
    }
}

void Watcher::rest()
{
    m_pace.rest([this](std::chrono::milliseconds time) {
        bool is_called = false;
        if (!m_listener) {
            std::this_thread::sleep_for(time);
        } else {
            is_called = m_listener->wait(time);
        }
        if (!is_called) {
            say_refused();
        }
        return is_called;
    });
}

} // namespace anb::cli_testantrag
