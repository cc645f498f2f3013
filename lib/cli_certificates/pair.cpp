// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_certificates/files.hpp"
#include "cli_certificates/opening.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_certificates {

namespace {

using inventory::Kind;

/// A key of a file: its own certificate's or a bare one.
struct Half {
    base::Bytes spki;
    Kind kind;
    std::string description; ///< fingerprint and end of validity
};

Half to_half(const inventory::Item& item)
{
    if (item.facts == nullptr) {
        return {item.spki, item.kind, std::string(key(item.kind))};
    }
    const auto& spki = item.facts->key.spki;
    const auto until = item.facts->not_after.value;
    return {{spki.begin(), spki.end()},
            item.kind,
            fmt::format("SHA-1 {} ({})",
                        base::to_hex(item.facts->fingerprint(crypto::DigestAlgorithm::sha1)),
                        until ? base::format_date(*until) : "?")};
}

/// Private keys first: they are what a certificate belongs to. CA certificates are left out where
/// something else is there.
std::vector<Half> halves(const inventory::Contents& contents)
{
    std::vector<Half> found, authorities;
    for (const auto& item : contents.items) {
        auto half = to_half(item);
        if (half.spki.empty()) {
            continue;
        }
        auto& list = item.facts != nullptr && item.facts->ca ? authorities : found;
        list.insert(item.kind == Kind::private_key ? list.begin() : list.end(), std::move(half));
    }
    return found.empty() ? authorities : found;
}

std::string relation(Kind kind, const cli::Io& io)
{
    switch (kind) {
    case Kind::private_key:
        return io.say("gehört zum privaten Schlüssel in ", "belongs to the private key in ");
    case Kind::request:
        return io.say("gehört zum Antrag in ", "belongs to the request in ");
    case Kind::public_key:
        return io.say("gehört zum öffentlichen Schlüssel in ", "belongs to the public key in ");
    default:
        return io.say("gehört zum selben Schlüssel wie das Zertifikat in ",
                      "belongs to the same key as the certificate in ");
    }
}

[[noreturn]] void refuse_keyless(const std::string& path)
{
    throw base::Error(base::ErrorKind::input, "ANB-C401", {{"file", path}, {"reason", "no_key"}});
}

base::Report mismatch(const std::string& other, const std::vector<Half>& ours,
                      const std::vector<Half>& theirs)
{
    const auto certificate = [](const std::vector<Half>& list) {
        const auto found = std::ranges::find(list, Kind::certificate, &Half::kind);
        return found == list.end() ? list.front().description : found->description;
    };
    base::Finding finding;
    finding.code = "ANB-C151";
    finding.values = {{"file", other}};
    finding.where = other;
    finding.element = "key";
    finding.found = certificate(theirs);
    finding.expected = certificate(ours);
    finding.rule = "leitfaden:3.3";
    base::Report report;
    report.subject = "file:" + other;
    report.findings.push_back(std::move(finding));
    return report;
}

} // namespace

cli::Exit check_pair(const std::string& path, const std::string& other, const Options& options,
                     const pki::Issuers& trust, const Question& question, cli::Io& io)
{
    FileOpener opener(options, io);
    const auto contents = opener.open(path, true);
    const auto ours = halves(contents);
    const auto theirs = halves(opener.open(other, true));
    if (ours.empty() || theirs.empty()) {
        refuse_keyless(ours.empty() ? path : other);
    }
    if (contents.has(Kind::certificate)) {
        for (auto& judged : inventory::check(contents, path, trust, question.options)) {
            show(judged, question, io);
        }
    }
    const auto match = std::ranges::find_first_of(ours, theirs, {}, &Half::spki, &Half::spki);
    const bool matches = match != ours.end();
    io.document()["pair"] = {{"file", other}, {"matches", matches}};
    if (matches) {
        io.line(base::printable(other) + ": " + relation(match->kind, io) + base::printable(path));
    } else {
        io.add(mismatch(other, ours, theirs));
    }
    return io.verdict();
}

} // namespace anb::cli_certificates
