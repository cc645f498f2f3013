// SPDX-License-Identifier: EUPL-1.2

#include "scan/scanner.hpp"

#include "base/file.hpp"
#include "scan/detail/connection.hpp"
#include "scan/detail/protection.hpp"

#include <array>
#include <optional>

namespace anb::scan {

namespace {

using namespace std::string_view_literals;
using detail::Connection;

constexpr std::size_t k_piece = 64 * 1024;
constexpr auto k_ask_version = "zVERSION\0"sv, k_ask_stream = "zINSTREAM\0"sv;
constexpr auto k_product = "ClamAV "sv;
constexpr auto k_good = "stream: OK"sv, k_prefix = "stream: "sv;
constexpr auto k_found = " FOUND"sv, k_error = " ERROR"sv;
constexpr auto k_above_limit = "INSTREAM size limit exceeded. ERROR"sv;

struct Version {
    std::string engine, database;
};

Version ask_version(const Address& address, const Limits& limits)
{
    Connection connection(address, limits);
    connection.send(k_ask_version);
    const auto answer = connection.receive();
    if (!answer.starts_with(k_product) || answer.size() == k_product.size()) {
        throw detail::Failure{"bad_answer"};
    }
    const auto slash = answer.find('/');
    return {.engine = answer.substr(0, slash),
            .database = slash == std::string::npos ? "" : answer.substr(slash + 1)};
}

/// A name that stands for content or limits, not for malware.
std::optional<std::string> reason_of(std::string_view name)
{
    if (name.starts_with("Heuristics.Encrypted.")) {
        return "encrypted_content";
    }
    if (name.starts_with("Heuristics.Limits.Exceeded")) {
        return "above_scan_limits";
    }
    return std::nullopt;
}

Result judge(std::string_view answer, bool asked_for)
{
    if (answer == k_above_limit) {
        return {State::not_scannable, "above_scan_limits", {}, {}};
    }
    if (answer.ends_with(k_error)) {
        return {State::not_scanned, "scanner_fault", {}, {}};
    }
    if (asked_for && answer == k_good) {
        return {State::clean, {}, {}, {}};
    }
    if (asked_for && answer.starts_with(k_prefix) && answer.ends_with(k_found) &&
        answer.size() > k_prefix.size() + k_found.size()) {
        answer.remove_prefix(k_prefix.size());
        answer.remove_suffix(k_found.size());
        const auto reason = reason_of(answer);
        return {reason ? State::not_scannable : State::infected,
                reason.value_or(std::string(answer)),
                {},
                {}};
    }
    throw detail::Failure{"bad_answer"};
}

/// Sends one piece with its length in front of it; an empty one is the end.
bool send_piece(Connection& connection, base::ByteView piece)
{
    const auto size = piece.size();
    const std::array<std::byte, 4> length = {
        static_cast<std::byte>(size >> 24U), static_cast<std::byte>(size >> 16U),
        static_cast<std::byte>(size >> 8U), static_cast<std::byte>(size)};
    return connection.send(length) && connection.send(piece);
}

Result stream(Connection& connection, base::FileReader& file, detail::ProtectionReader& protection)
{
    std::array<std::byte, k_piece> buffer{};
    bool listening = connection.send(k_ask_stream);
    while (const auto count = file.read(buffer)) {
        const auto piece = base::ByteView(buffer).first(count);
        protection.update(piece);
        listening = listening && !connection.has_spoken() && send_piece(connection, piece);
        if (!listening) {
            break;
        }
    }
    protection.finish();
    listening = listening && !connection.has_spoken() && send_piece(connection, {});
    if (!listening) {
        connection.stop_sending();
    }
    return judge(connection.receive(), listening);
}

std::string_view protection_of_archive(const std::string& path)
{
    std::array<std::byte, 8> head{};
    base::FileReader file(path);
    const auto count = file.read(head);
    return detail::archive_protection(path, base::ByteView(head).first(count));
}

base::Finding finding(const char* code, base::Values values, const std::string& found)
{
    base::Finding finding;
    finding.code = code;
    finding.values = std::move(values);
    finding.element = "attachment";
    finding.found = found;
    return finding;
}

} // namespace

std::string_view name(State state)
{
    switch (state) {
    case State::clean:
        return "clean";
    case State::infected:
        return "infected";
    case State::not_scannable:
        return "not_scannable";
    case State::not_scanned:
        return "not_scanned";
    }
    base::fail_internal("state of a scan");
}

Scanner::Scanner(std::string_view address, Limits limits)
    : m_shown_address(address), m_address(parse_address(address)), m_limits(limits)
{
}

Result Scanner::scan(const std::string& path) const
{
    base::FileReader file(path);
    Result result;
    try {
        const auto version = ask_version(m_address, m_limits);
        detail::ProtectionReader protection;
        Connection connection(m_address, m_limits);
        result = stream(connection, file, protection);
        if (result.state == State::clean) {
            const auto archived = protection_of_archive(path);
            const auto reason = archived.empty() ? protection.reason() : archived;
            if (!reason.empty()) {
                result = {State::not_scannable, std::string(reason), {}, {}};
            }
        }
        result.engine = version.engine;
        result.database = version.database;
    } catch (const detail::Failure& failure) {
        result = {State::not_scanned, failure.reason, {}, {}};
    }
    return result;
}

base::Report Scanner::check(const std::string& path, const std::string& shown_name) const
{
    const auto result = scan(path);
    base::Report report;
    report.subject = "file:" + shown_name;
    report.facts.push_back({"scan_result", std::string(name(result.state)), false});
    if (!result.engine.empty()) {
        report.facts.push_back({"scan_engine", result.engine, false});
        report.facts.push_back({"scan_database", result.database, false});
    }
    switch (result.state) {
    case State::clean:
        break;
    case State::infected:
        report.findings.push_back(
            finding("ANB-S202", {{"file", shown_name}, {"name", result.detail}}, result.detail));
        break;
    case State::not_scannable:
        report.findings.push_back(
            finding("ANB-S201", {{"file", shown_name}, {"reason", result.detail}}, {}));
        break;
    case State::not_scanned:
        report.findings.push_back(finding(
            "ANB-S203",
            {{"address", m_shown_address}, {"reason", result.detail}, {"file", shown_name}}, {}));
        report.unchecked.push_back({"malware", result.detail});
        break;
    }
    return report;
}

} // namespace anb::scan
