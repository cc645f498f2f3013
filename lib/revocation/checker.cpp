// SPDX-License-Identifier: EUPL-1.2

#include "revocation/checker.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "pki/ocsp.hpp"
#include "pki/pem.hpp"

#include <algorithm>

namespace anb::revocation {

namespace {

using base::Severity;
using pki::Facts;

/// Why a source said nothing.
struct Problem {
    std::string_view code;
    std::string source, found;
};

/// What is known of one certificate.
struct Answer {
    std::optional<pki::Revocation> revocation;
    bool good = false;
    std::string source;
    std::optional<base::UtcTime> as_of;
    std::vector<Problem> problems;
    bool asked = false;

    bool known() const { return good || revocation; }
};

std::string date(const std::optional<base::UtcTime>& time)
{
    return time ? base::format_date(*time) : "?";
}

/// A source is an address or the name of a file; a file may be about other certificates.
bool is_file(std::string_view source)
{
    return source.find("://") == std::string_view::npos;
}

/// Lists by LDAP arrive as text of the form "attribute:: base64".
base::Bytes from_ldif(const base::Bytes& body)
{
    const auto text = base::as_text(body);
    const auto lower = base::to_lower_ascii(text);
    const auto attribute = lower.find("certificaterevocationlist");
    const auto begin = attribute == std::string::npos ? attribute : lower.find(":: ", attribute);
    if (begin == std::string::npos) {
        return body;
    }
    const auto end = text.find('\n', begin);
    return pki::decode_pem(text.substr(begin + 3, end - begin - 3)).value_or(body);
}

bool may_sign_lists(const Facts& issuer)
{
    return !issuer.key_usage || (*issuer.key_usage & pki::crl_sign) != 0;
}

bool covers(const pki::Crl& crl, const Facts& certificate)
{
    return !crl.only_attributes && !crl.indirect && !(crl.only_authorities && !certificate.ca) &&
           !(crl.only_holders && certificate.ca);
}

} // namespace

class Checker::State {
public:
    explicit State(Options options) : m_options(std::move(options)) {}

    void check(const pki::Path& path, base::Report& report)
    {
        if (m_options.mode == Mode::off) {
            report.unchecked.push_back({"revocation", "off"});
            return;
        }
        const auto& chain = path.certificates;
        const auto last =
            path.complete || !path.anchor_set.empty() ? chain.size() - 1 : chain.size();
        if (path.self_signed) {
            report.unchecked.push_back({"revocation", "no_source"});
            return;
        }
        for (std::size_t i = 0; i < last; ++i) {
            if (i + 1 == chain.size()) {
                undecided(report, *chain[i], "no_issuer");
                break;
            }
            judge(*chain[i], *chain[i + 1], i == 0, report);
        }
    }

private:
    void judge(const Facts& certificate, const Facts& issuer, bool first, base::Report& report)
    {
        const auto answer = ask(certificate, issuer);
        if (first && answer.asked) {
            report.facts.push_back({"revocation", word(answer)});
            if (answer.known()) {
                report.facts.push_back({"revocation_source", answer.source});
                if (answer.as_of) {
                    report.facts.push_back({"revocation_time", base::format_time(*answer.as_of)});
                }
            }
        }
        if (answer.revocation) {
            return revoked(report, certificate, answer);
        }
        if (answer.good) {
            return;
        }
        if (!answer.asked) {
            const bool has_address =
                !certificate.ocsp_urls.empty() || !certificate.crl_urls.empty();
            return undecided(report, certificate, has_address ? "offline" : "no_source");
        }
        for (const auto& problem : answer.problems) {
            find(report, problem.code, doubt(), certificate,
                 {{"source", problem.source}, {"reason", problem.found}}, problem.found);
        }
        find(report, "ANB-C146", doubt(), certificate, {}, "unknown");
    }

    static std::string word(const Answer& answer)
    {
        if (answer.revocation) {
            return answer.revocation->on_hold() ? "on_hold" : "revoked";
        }
        return answer.good ? "good" : "unknown";
    }

    Severity doubt() const
    {
        return m_options.mode == Mode::required ? Severity::error : Severity::warning;
    }

    void undecided(base::Report& report, const Facts& certificate, std::string_view why) const
    {
        const bool known = std::ranges::any_of(report.unchecked, [&](const base::Unchecked& point) {
            return point.element == "revocation" && point.reason == why;
        });
        if (!known) {
            report.unchecked.push_back({"revocation", std::string(why)});
        }
        if (m_options.mode == Mode::required) {
            find(report, "ANB-C146", Severity::error, certificate, {}, std::string(why));
        }
    }

    static void find(base::Report& report, std::string_view code, Severity severity,
                     const Facts& certificate, base::Values values, std::string found)
    {
        base::Finding finding;
        finding.severity = severity;
        finding.code = code;
        finding.element = "revocation";
        finding.found = std::move(found);
        finding.rule = "rfc5280:6.3";
        finding.values = std::move(values);
        finding.values.emplace_back("subject", certificate.subject.to_text());
        report.findings.push_back(std::move(finding));
    }

    static void revoked(base::Report& report, const Facts& certificate, const Answer& answer)
    {
        const auto& revocation = *answer.revocation;
        const auto reason = std::string(pki::reason_name(revocation));
        find(report, revocation.on_hold() ? "ANB-C185" : "ANB-C145", Severity::error, certificate,
             {{"date", date(revocation.at)},
              {"cause", reason.empty() ? "-" : reason},
              {"source", answer.source}},
             date(revocation.at) + (reason.empty() ? "" : " " + reason));
    }

    Answer ask(const Facts& certificate, const Facts& issuer)
    {
        Answer answer;
        for (const auto& file : m_options.lists) {
            take_list(file.content, file.name, certificate, issuer, answer);
        }
        for (const auto& file : m_options.answers) {
            take_ocsp(file.content, file.name, certificate, issuer, answer);
        }
        for (const auto& url : certificate.crl_urls) {
            if (const auto kept = from_cache(url); kept && !answer.known()) {
                Answer trial;
                take_list(*kept, url, certificate, issuer, trial);
                if (trial.known()) {
                    trial.problems = answer.problems;
                    answer = std::move(trial);
                }
            }
        }
        if (m_options.fetch && !answer.known()) {
            ask_network(certificate, issuer, answer);
        }
        return answer;
    }

    void ask_network(const Facts& certificate, const Facts& issuer, Answer& answer)
    {
        for (const auto& url : certificate.ocsp_urls) {
            if (answer.known()) {
                return;
            }
            const auto request = pki::ocsp_request(certificate, issuer);
            if (const auto body = fetch(url, request, answer)) {
                take_ocsp(*body, url, certificate, issuer, answer);
            }
        }
        auto urls = certificate.crl_urls;
        std::stable_partition(urls.begin(), urls.end(),
                              [](const std::string& url) { return url.starts_with("http"); });
        for (const auto& url : urls) {
            if (answer.known()) {
                return;
            }
            if (const auto body = fetch(url, {}, answer)) {
                const auto list = from_ldif(*body);
                take_list(list, url, certificate, issuer, answer);
                if (answer.known()) {
                    keep(url, list);
                }
            }
        }
    }

    const base::Bytes* fetch(const std::string& url, base::ByteView body, Answer& answer)
    {
        const auto key = url + '\n' + base::to_hex(body);
        auto known = m_fetched.find(key);
        if (known == m_fetched.end()) {
            known = m_fetched.emplace(key, m_options.fetch(url, body)).first;
        }
        answer.asked = true;
        if (!known->second.failure.empty()) {
            answer.problems.push_back({"ANB-C192", url, known->second.failure});
            return nullptr;
        }
        return &known->second.body;
    }

    void take_ocsp(base::ByteView content, const std::string& source, const Facts& certificate,
                   const Facts& issuer, Answer& answer)
    {
        using Status = pki::OcspAnswer::Status;
        if (answer.known()) {
            return;
        }
        const auto read = pki::read_ocsp(content, certificate, issuer, m_options.at);
        if (is_file(source) && read.status == Status::other) {
            return;
        }
        answer.asked = true;
        const auto problem = [&](std::string_view code, std::string found) {
            answer.problems.push_back({code, source, std::move(found)});
        };
        switch (read.status) {
        case Status::good:
            answer.good = true;
            break;
        case Status::revoked:
            answer.revocation = read.revocation;
            break;
        case Status::unknown:
            return problem("ANB-C192", "unknown_to_responder");
        case Status::unusable:
            return problem("ANB-C192", "no_ocsp_answer");
        case Status::other:
            return problem("ANB-C189", "other_certificate");
        case Status::untrusted:
            return problem("ANB-C188", "wrong_signature");
        case Status::stale:
            return problem("ANB-C186", date(read.next_update));
        case Status::not_yet_valid:
            return problem("ANB-C187", date(read.this_update));
        }
        answer.source = "OCSP " + source;
        answer.as_of = read.this_update;
    }

    void take_list(base::ByteView content, const std::string& source, const Facts& certificate,
                   const Facts& issuer, Answer& answer)
    {
        if (answer.known()) {
            return;
        }
        const auto problem = [&](std::string_view code, std::string found) {
            answer.asked = true;
            answer.problems.push_back({code, source, std::move(found)});
        };
        const auto* crl = read(content);
        if (crl == nullptr) {
            return problem("ANB-C192", "no_list");
        }
        if (crl->issuer.folded() != certificate.issuer.folded()) {
            return is_file(source) ? void() : problem("ANB-C189", crl->issuer.to_text());
        }
        answer.asked = true;
        if (!is_signed(*crl, issuer)) {
            return problem("ANB-C188", "wrong_signature");
        }
        const auto entry = pki::look_up(*crl, certificate.serial);
        if (entry.revocation && entry.revocation->reason != 8) {
            answer.revocation = entry.revocation;
        } else if (crl->delta) {
            return problem("ANB-C190", "delta");
        } else if (crl->unknown_critical || entry.damaged) {
            return problem("ANB-C192", "unreadable_list");
        } else if (!covers(*crl, certificate) || crl->some_reasons_only) {
            return problem("ANB-C191", "scope");
        } else if (*crl->this_update > m_options.at) {
            return problem("ANB-C187", date(crl->this_update));
        } else if (!crl->next_update || *crl->next_update < m_options.at) {
            return problem("ANB-C186", date(crl->next_update));
        } else {
            answer.good = true;
        }
        answer.source = "CRL " + source;
        answer.as_of = crl->this_update;
    }

    /// Reads a list once, however often it is asked.
    const pki::Crl* read(base::ByteView content)
    {
        const auto key = crypto::digest(crypto::DigestAlgorithm::sha256, content);
        auto known = m_lists.find(key);
        if (known == m_lists.end()) {
            known = m_lists.emplace(key, pki::read_crl(content)).first;
        }
        return known->second ? &*known->second : nullptr;
    }

    bool is_signed(const pki::Crl& crl, const Facts& issuer)
    {
        const auto key = std::pair(crl.der.get(), base::to_bytes(base::as_text(issuer.key.spki)));
        auto known = m_signed.find(key);
        if (known == m_signed.end()) {
            const auto public_key = pki::to_public_key(issuer.key.spki);
            const bool good =
                public_key && may_sign_lists(issuer) &&
                pki::verify_signature(crl.algorithm, crl.tbs, crl.signature, *public_key);
            known = m_signed.emplace(key, good).first;
        }
        return known->second;
    }

    std::filesystem::path cached(const std::string& url) const
    {
        return m_options.cache /
               (base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha256, base::as_bytes(url))) +
                ".crl");
    }

    /// A list fetched before, whatever its age: its own dates decide.
    const base::Bytes* from_cache(const std::string& url)
    {
        if (m_options.cache.empty()) {
            return nullptr;
        }
        const auto known = m_cached.find(url);
        if (known != m_cached.end()) {
            return known->second.empty() ? nullptr : &known->second;
        }
        auto& content = m_cached[url];
        try {
            constexpr std::uint64_t k_most = 32 * 1024 * 1024;
            content = base::read_file(cached(url).string(), k_most);
        } catch (const base::Error&) {
            return nullptr;
        }
        return &content;
    }

    void keep(const std::string& url, base::ByteView list)
    {
        if (m_options.cache.empty()) {
            return;
        }
        try {
            base::make_folder(m_options.cache);
            base::write_file(cached(url), list, base::Access::everyone);
        } catch (const base::Error&) {
            return; // a cache that cannot be written is no reason to fail
        }
    }

    Options m_options;
    std::map<std::string, Fetched> m_fetched;
    std::map<std::string, base::Bytes> m_cached;
    std::map<base::Bytes, std::optional<pki::Crl>> m_lists;
    std::map<std::pair<const base::Bytes*, base::Bytes>, bool> m_signed;
};

Checker::Checker(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
Checker::~Checker() = default;

void Checker::check(const pki::Path& path, base::Report& report)
{
    m_state->check(path, report);
}

} // namespace anb::revocation
