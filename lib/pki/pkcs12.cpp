// SPDX-License-Identifier: EUPL-1.2

#include "pki/pkcs12.hpp"

#include "base/text.hpp"
#include "pki/detail/container.hpp"
#include "pki/detail/store.hpp"
#include "pki/pem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anb::pki {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t k_largest = std::size_t{1} << 20;
constexpr std::string_view k_name = "PKCS#12";

std::string file(std::string_view origin)
{
    return std::string(origin);
}

/// The store without PEM armour, base64 and byte order mark.
base::SecretBytes without_armour(base::ByteView bytes, std::string_view origin)
{
    if (bytes.size() > k_largest) {
        throw Error(ErrorKind::input, "ANB-J107",
                    {{"file", file(origin)},
                     {"name", "size"},
                     {"n", std::to_string(bytes.size())},
                     {"limit", std::to_string(k_largest)}});
    }
    const auto format = detect_format(bytes);
    if (format == k_name) {
        return base::SecretBytes(bytes);
    }
    const auto plain = detail::to_plain_text(bytes);
    const auto text = base::as_text(plain.reveal());
    auto armoured = format == "PKCS#12 (base64)" ? detail::decode_base64(text) : std::nullopt;
    for (const auto& block : read_pem(text)) {
        auto decoded = detail::decode_base64(block.body);
        if (!armoured && decoded && detect_format(decoded->reveal()) == k_name) {
            armoured = std::move(decoded);
        }
    }
    if (armoured) {
        return std::move(*armoured);
    }
    if (format.starts_with(k_name)) {
        throw Error(ErrorKind::input, "ANB-J102", {{"file", file(origin)}, {"reason", "PEM"}});
    }
    if (format.starts_with("certificate (")) {
        throw Error(ErrorKind::input, "ANB-J104", {{"file", file(origin)}});
    }
    throw Error(ErrorKind::input, "ANB-J103", {{"file", file(origin)}, {"type", format}});
}

/// One key of a store with everything that names it.
struct Candidate {
    detail::StoredKey* stored = nullptr;
    std::vector<const detail::StoredCertificate*> certificates; ///< of this key, the best first
    std::size_t number = 0;

    std::string alias() const
    {
        const auto named = std::ranges::find_if(certificates, [](const auto* stored_certificate) {
            return !stored_certificate->alias.empty();
        });
        return stored->alias.empty() && named != certificates.end() ? (*named)->alias
                                                                    : stored->alias;
    }

    std::string describe() const
    {
        const auto name = alias();
        auto text = fmt::format("{}", number);
        if (!name.empty()) {
            text += fmt::format(" \"{}\"", name);
        }
        if (!certificates.empty()) {
            const auto& certificate = certificates.front()->certificate;
            text += fmt::format(" {} ({} – {})", certificate.subject(),
                                base::format_date(certificate.not_before()),
                                base::format_date(certificate.not_after()));
        }
        return text;
    }

    bool has_fingerprint(base::ByteView wanted) const
    {
        return std::ranges::any_of(certificates, [&](const auto* stored_certificate) {
            using enum crypto::DigestAlgorithm;
            return std::ranges::any_of(std::array{sha256, sha1}, [&](auto algorithm) {
                return std::ranges::equal(stored_certificate->certificate.fingerprint(algorithm),
                                          wanted);
            });
        });
    }
};

/// A foreign certificate beside the key may have any key, even an undecodable one.
bool holds_key(const Certificate& certificate, const crypto::PublicKey& key)
{
    try {
        return certificate.public_key() == key;
    } catch (const Error&) {
        return false;
    }
}

std::vector<Candidate> to_candidates(detail::StoreContents& contents, base::UtcTime at)
{
    std::vector<Candidate> candidates;
    for (auto& stored : contents.keys) {
        Candidate candidate{&stored, {}, candidates.size() + 1};
        const auto key = stored.key.public_key();
        for (const auto& other : contents.certificates) {
            const auto same = [&](const auto* known) {
                return known->certificate == other.certificate;
            };
            if (holds_key(other.certificate, key) &&
                std::ranges::none_of(candidate.certificates, same)) {
                candidate.certificates.push_back(&other);
            }
        }
        std::ranges::stable_sort(candidate.certificates, [&](const auto* a, const auto* b) {
            const auto rank = [&](const Certificate& certificate) {
                return std::pair(certificate.valid_at(at), certificate.not_after());
            };
            return rank(a->certificate) > rank(b->certificate);
        });
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

std::string list(const std::vector<Candidate>& candidates)
{
    std::vector<std::string> lines;
    std::ranges::transform(candidates, std::back_inserter(lines), &Candidate::describe);
    return base::join(lines, "; ");
}

/// Keys that `alias` means: by name, else by fingerprint, else by number.
std::vector<const Candidate*> matching(const std::vector<Candidate>& candidates,
                                       const std::string& alias)
{
    std::vector<const Candidate*> found;
    const auto collect = [&](auto&& fits) {
        for (const auto& candidate : candidates) {
            if (found.size() < candidates.size() && fits(candidate)) {
                found.push_back(&candidate);
            }
        }
        return !found.empty();
    };
    const auto name = base::printable(alias);
    const auto fingerprint = base::from_hex(alias);
    collect([&](const Candidate& candidate) { return candidate.alias() == name; }) ||
        (fingerprint && collect([&](const Candidate& candidate) {
             return candidate.has_fingerprint(*fingerprint);
         })) ||
        collect(
            [&](const Candidate& candidate) { return std::to_string(candidate.number) == alias; });
    return found;
}

const Candidate& choose(const std::vector<Candidate>& candidates,
                        const std::optional<std::string>& alias, std::string_view origin)
{
    std::vector<const Candidate*> found;
    if (alias) {
        found = matching(candidates, *alias);
        if (found.empty()) {
            throw Error(ErrorKind::usage, "ANB-J109",
                        {{"file", file(origin)}, {"alias", *alias}, {"list", list(candidates)}});
        }
    } else {
        std::ranges::transform(candidates, std::back_inserter(found),
                               [](const Candidate& candidate) { return &candidate; });
    }
    if (found.size() > 1) {
        throw Error(ErrorKind::usage, "ANB-J105",
                    {{"file", file(origin)},
                     {"n", std::to_string(found.size())},
                     {"list", list(candidates)}});
    }
    return *found.front();
}

base::Finding several_certificates(const Candidate& chosen, std::string_view origin)
{
    const auto& taken = chosen.certificates.front()->certificate;
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.code = "ANB-J115";
    finding.values = {{"file", file(origin)},
                      {"n", std::to_string(chosen.certificates.size())},
                      {"serial", taken.serial()},
                      {"date", base::format_date(taken.not_after())}};
    finding.where = origin;
    finding.element = "certificates";
    return finding;
}

} // namespace

void require_pkcs12(base::ByteView bytes, std::string_view origin)
{
    (void)without_armour(bytes, origin);
}

Pkcs12 load_pkcs12(base::ByteView bytes, const base::SecretString& password,
                   std::string_view origin, const Pkcs12Options& options)
{
    const auto der = without_armour(bytes, origin);
    auto contents = detail::read_store(der.reveal(), password, origin, options.max_iterations);
    if (contents.keys.empty()) {
        throw Error(ErrorKind::input, "ANB-J104", {{"file", file(origin)}});
    }
    const auto candidates = to_candidates(contents, options.at);
    const auto& chosen = choose(candidates, options.alias, origin);
    if (chosen.certificates.empty()) {
        throw Error(ErrorKind::input, "ANB-J106", {{"file", file(origin)}});
    }
    if (chosen.certificates.size() > 1) {
        contents.findings.push_back(several_certificates(chosen, origin));
    }
    std::vector<Certificate> certificates;
    std::ranges::transform(contents.certificates, std::back_inserter(certificates),
                           &detail::StoredCertificate::certificate);
    auto chain = build_chain(chosen.certificates.front()->certificate, certificates);
    auto alias = chosen.alias();
    std::ranges::sort(contents.findings, {}, &base::Finding::code);
    return {{std::move(chosen.stored->key), std::move(chain), std::move(alias)},
            std::move(contents.findings)};
}

} // namespace anb::pki
