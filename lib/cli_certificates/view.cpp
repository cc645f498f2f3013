// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/view.hpp"

#include "base/text.hpp"
#include "messages/message.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_certificates {

namespace {

using base::Severity;

std::string use_name(pki::Use use, const cli::Io& io)
{
    switch (use) {
    case pki::Use::fitconnect:
        return "FIT-Connect";
    case pki::Use::fitconnect_enc:
        return io.say("FIT-Connect, Verschlüsselung", "FIT-Connect, encryption");
    case pki::Use::fitconnect_sig:
        return io.say("FIT-Connect, Signatur", "FIT-Connect, signature");
    case pki::Use::osci:
        return "OSCI";
    case pki::Use::osci_enc:
        return io.say("OSCI, Verschlüsselung", "OSCI, encryption");
    case pki::Use::osci_sig:
        return io.say("OSCI, Signatur", "OSCI, signature");
    case pki::Use::dvdv_client:
        return io.say("den DVDV-Zugang", "the DVDV client");
    case pki::Use::tls:
        return io.say("TLS-Server", "TLS servers");
    case pki::Use::general:
        break;
    }
    return {};
}

std::string environment_name(pki::Environment environment, const cli::Io& io)
{
    return environment == pki::Environment::production ? io.say(" (PRODUKTION)", " (PRODUCTION)")
           : environment == pki::Environment::test     ? " (TEST)"
                                                       : "";
}

std::string days_text(std::int64_t days, const cli::Io& io)
{
    return days == 1 || days == -1 ? fmt::format("{} {}", days, io.say("Tag", "day"))
                                   : fmt::format("{} {}", days, io.say("Tage", "days"));
}

std::string common_name(const pki::Name& name)
{
    const auto last = name.last("CN");
    return base::printable(last.empty() ? name.to_text() : last);
}

std::string key_text(const pki::KeyFacts& key)
{
    return key.bits > 0 ? fmt::format("{} {}", key.type, key.bits) : key.type;
}

std::string usage_words(const pki::Facts& facts, const cli::Io& io)
{
    if (!facts.key_usage) {
        return io.say("nicht festgelegt", "not settled");
    }
    const auto usage = pki::usage_text(*facts.key_usage);
    std::vector<std::string> words;
    for (const auto name : base::split(usage, ',')) {
        words.push_back(messages::word(base::trim(name), io.common().language));
    }
    return base::join(words, ", ");
}

std::string chain_text(const pki::Path& path, const cli::Io& io)
{
    const auto count = path.certificates.size();
    const auto number = count == 1
                            ? io.say("1 Zertifikat", "1 certificate")
                            : fmt::format("{} {}", count, io.say("Zertifikate", "certificates"));
    if (path.self_signed) {
        return io.say("selbst signiert", "self-signed");
    }
    if (path.anchor_set == "production") {
        return number + io.say(", vollständig bis zur Wurzel (Produktion)",
                               ", complete to the root (production)");
    }
    if (path.anchor_set == "test") {
        return number +
               io.say(", vollständig bis zur Wurzel (Test)", ", complete to the root (test)");
    }
    if (!path.anchor_set.empty()) {
        return number +
               io.say(", vollständig bis zum angegebenen Anker", ", complete to the anchor given");
    }
    return number + (path.complete ? io.say(" bis zu einer Wurzel, die kein Anker ist",
                                            " to a root that is no anchor")
                                   : io.say(", Aussteller fehlt", ", issuer missing"));
}

std::string revocation_text(const base::Report& report, const cli::Io& io)
{
    const auto fact = [&](std::string_view name) {
        const auto found = std::ranges::find(report.facts, name, &base::Fact::name);
        return found == report.facts.end() ? std::string() : found->value;
    };
    const auto status = fact("revocation");
    if (status.empty()) {
        return io.say("nicht geprüft", "not checked");
    }
    const auto source = fact("revocation_source");
    const auto text = status == "good"      ? io.say("nicht gesperrt", "not revoked")
                      : status == "revoked" ? io.say("GESPERRT", "REVOKED")
                      : status == "on_hold" ? io.say("VORLÄUFIG GESPERRT", "ON HOLD")
                                            : io.say("unbekannt", "unknown");
    return source.empty()
               ? text
               : fmt::format("{} ({}, {} {})", text, source.substr(0, source.find(' ')),
                             io.say("Stand", "as of"), fact("revocation_time").substr(0, 10));
}

std::string in_groups(const std::string& hex)
{
    std::string text;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        text += (i == 0 ? "" : ":") + hex.substr(i, 2);
    }
    return text;
}

std::string date_or_question(const std::optional<base::UtcTime>& time)
{
    return time ? base::format_date(*time) : "?";
}

std::vector<std::vector<std::string>> rows(const inventory::Judged& judged,
                                           const Question& question, const cli::Io& io)
{
    const auto& facts = *judged.path.certificates.front();
    const auto hex = [&](crypto::DigestAlgorithm algorithm) {
        return base::to_hex(facts.fingerprint(algorithm));
    };
    auto validity = fmt::format("{} {} {}", date_or_question(facts.not_before.value),
                                io.say("bis", "to"), date_or_question(facts.not_after.value));
    if (facts.not_after.value) {
        const auto days = base::days_between(question.options.at, *facts.not_after.value);
        validity += days >= 0 ? io.say(", noch ", ", ") + days_text(days, io) + io.say("", " left")
                              : io.say(", abgelaufen", ", expired");
    }
    return {{io.say("Inhaber", "Holder"), common_name(facts.subject)},
            {io.say("Aussteller", "Issuer"), common_name(facts.issuer)},
            {io.say("Seriennummer", "Serial number"), facts.serial_text()},
            {io.say("Gültig", "Valid"), validity},
            {io.say("Schlüssel", "Key"), key_text(facts.key)},
            {io.say("Verwendung", "Usage"), usage_words(facts, io)},
            {io.say("Kette", "Chain"), chain_text(judged.path, io)},
            {io.say("Sperrstatus", "Revocation"), revocation_text(judged.report, io)},
            {"SHA-256", in_groups(hex(crypto::DigestAlgorithm::sha256))},
            {"SHA-1 (DVDV)", hex(crypto::DigestAlgorithm::sha1)}};
}

/// Programs that read JSON get every fact, the other formats what they show.
void add_facts(inventory::Judged& judged, const Question& question, bool every)
{
    auto& facts = judged.report.facts;
    const auto status = std::move(facts);
    facts.clear();
    if (every) {
        facts = pki::describe(*judged.path.certificates.front());
        facts.insert(facts.begin(), {"kind", "certificate"});
    }
    std::ranges::move(pki::describe(judged.path, question.options.at), std::back_inserter(facts));
    facts.insert(facts.end(), status.begin(), status.end());
}

void keep(const std::vector<base::Unchecked>& points, std::vector<base::Unchecked>& kept)
{
    for (const auto& point : points) {
        const bool known = std::ranges::any_of(kept, [&](const base::Unchecked& other) {
            return other.element == point.element && other.reason == point.reason;
        });
        if (!known) {
            kept.push_back(point);
        }
    }
}

bool about_time(const base::Finding& finding)
{
    return finding.severity == Severity::error &&
           (finding.code == "ANB-C101" || finding.code == "ANB-C121");
}

void show_text(const inventory::Judged& judged, const Question& question, cli::Io& io)
{
    io.line(headline(judged, question, io));
    if (question.brief || judged.path.certificates.empty()) {
        return;
    }
    io.line();
    io.table({.header = {}, .rows = rows(judged, question, io)});
    const auto ends = pki::expiry(judged.path).at;
    if (!ends || !judged.report.accepted()) {
        return;
    }
    constexpr std::int64_t k_day = 86'400;
    const auto order = *ends - base::Seconds(question.options.warn_days * k_day);
    io.line();
    io.line(fmt::format("{} {} ({} {}).", io.say("Ersatz bestellen ab", "Order a replacement from"),
                        base::format_date(order), days_text(question.options.warn_days, io),
                        io.say("vor Ablauf", "before it expires")));
}

} // namespace

pki::Environment to_environment(std::string_view env)
{
    return env.empty()     ? pki::Environment::unknown
           : env == "test" ? pki::Environment::test
                           : pki::Environment::production;
}

std::string shown_name(const std::string& subject, const cli::Io& /*io*/)
{
    constexpr std::string_view k_file = "file:";
    auto name = subject.starts_with(k_file) ? subject.substr(k_file.size()) : subject;
    if (name == "-" || name.starts_with("-#") || name.starts_with("-!")) {
        name.replace(0, 1, "(stdin)");
    }
    return base::printable(name);
}

std::string headline(const inventory::Judged& judged, const Question& question, const cli::Io& io)
{
    const auto& report = judged.report;
    auto text = shown_name(report.subject, io) + ": ";
    if (judged.path.certificates.empty()) {
        return text + io.say("nicht lesbar", "not readable");
    }
    const auto ends = pki::expiry(judged.path).at;
    const auto days = ends ? base::days_between(question.options.at, *ends) : 0;
    if (question.options.use != pki::Use::general) {
        const auto use =
            use_name(question.options.use, io) + environment_name(question.options.environment, io);
        if (!report.accepted()) {
            return text + io.say("nicht geeignet für ", "not fit for ") + use;
        }
        text += io.say("geeignet für ", "fit for ") + use;
    } else if (!report.accepted()) {
        const bool time = std::ranges::any_of(report.findings, about_time);
        return text +
               (time ? io.say("nicht gültig", "not valid") : io.say("mit Fehlern", "with errors")) +
               fmt::format(" ({} {})", io.say("bis", "until"),
                           date_or_question(judged.path.certificates.front()->not_after.value));
    } else {
        text += io.say("gültig", "valid");
    }
    if (question.brief && question.days && ends) {
        text += fmt::format("{}{} ({})", io.say(", noch ", ", "),
                            days_text(days, io) + io.say("", " left"), base::format_date(*ends));
    }
    return text;
}

void show(inventory::Judged& judged, const Question& question, cli::Io& io)
{
    if (question.revocation && !judged.path.certificates.empty()) {
        question.revocation->check(judged.path, judged.report);
    }
    if (question.seen) {
        question.seen(judged);
    } else if (io.common().format == "text") {
        show_text(judged, question, io);
    }
    if (io.common().format == "text") {
        judged.report.facts.clear();
    } else if (!judged.path.certificates.empty()) {
        add_facts(judged, question, io.common().format.starts_with("json"));
    }
    auto& report = judged.report;
    report.facts.insert(report.facts.end(), question.names.begin(), question.names.end());
    const auto name = shown_name(report.subject, io);
    for (auto& finding : report.findings) {
        finding.where = finding.where.empty() ? name : name + "!" + finding.where;
    }
    if (question.options.use == pki::Use::general) {
        report.unchecked.push_back({"use", "not_asked"});
    }
    if (question.unchecked) {
        keep(report.unchecked, *question.unchecked);
        report.unchecked.clear();
    }
    io.add(std::move(report));
}

void show_unchecked(const Question& question, cli::Io& io)
{
    if (question.unchecked && !question.unchecked->empty()) {
        base::Report report;
        report.unchecked = *question.unchecked;
        io.add(std::move(report));
    }
}

} // namespace anb::cli_certificates
