// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "fitconnect/detail/key_rules.hpp"
#include "fitconnect/key_files.hpp"

#include <algorithm>
#include <set>

namespace anb::fitconnect {

namespace {

constexpr std::size_t k_max_keys = 256;
constexpr std::uint64_t k_max_size = 1024 * 1024;

std::string value_of(const base::Error& error, std::string_view name)
{
    for (const auto& [key, value] : error.values()) {
        if (key == name) {
            return value;
        }
    }
    return "-";
}

/// Goes through one document and adds what it finds.
class Linter {
public:
    Linter(std::string_view origin, const KeyRules& rules) : m_origin(origin), m_rules(rules)
    {
        m_report.subject = "file:" + m_origin;
    }

    base::Report take() { return std::move(m_report); }

    void set(const json::Value& document)
    {
        const auto& keys = document["keys"];
        if (!keys.is_array() || keys.empty() || keys.size() > k_max_keys) {
            find("ANB-J527", "/keys", "keys",
                 keys.is_array() ? std::to_string(keys.size()) : keys.type_name(), "1–256");
            return;
        }
        m_report.facts = {{"kind", "set", false}, {"keys", std::to_string(keys.size()), true}};
        std::set<std::string> kids;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto where = "/keys/" + std::to_string(i);
            const auto& key = keys[i];
            if (!key.is_object()) {
                find("ANB-J525", where, "jwk", key.type_name(), "object");
                continue;
            }
            auto published = key;
            const json::Wiper wiper(published);
            private_members(published, where);
            public_key(published, where);
            const auto kid = key.find("kid");
            if (kid != key.end() && kid->is_string() && !kids.insert(*kid).second) {
                find("ANB-J518", where + "/kid", "kid", kid->get<std::string>(), "unique");
            }
        }
    }

    void key(const json::Value& document)
    {
        const bool is_private = document.contains("d");
        m_report.facts = {{"kind", is_private ? "private" : "public", false}};
        if (is_private) {
            private_key(document);
        } else {
            auto published = document;
            private_members(published, {});
            public_key(published, {});
        }
    }

    void refuse(const json::Value& document)
    {
        find("ANB-J525", "/", "jwk", document.type_name(), "object");
    }

private:
    void find(std::string_view code, const std::string& where, std::string_view element,
              const std::string& found, const std::string& expected)
    {
        const auto shown = base::printable(found, 80);
        m_report.findings.push_back(
            {.severity = base::Severity::error,
             .code = std::string(code),
             .values = {{"found", shown}, {"expected", expected}, {"pointer", where}},
             .where = where,
             .element = std::string(element),
             .found = shown,
             .expected = expected,
             .rule = "rfc7517:4"});
    }

    /// Reports members that betray a private key and takes them out.
    void private_members(json::Value& key, const std::string& where)
    {
        std::vector<std::string> names;
        for (const auto& member : key.items()) {
            if (jose::is_private_member(member.key())) {
                names.push_back(member.key());
            }
        }
        for (const auto& name : names) {
            {
                const json::Wiper wiper(key[name]);
            }
            key.erase(name);
        }
        if (!names.empty()) {
            find("ANB-J516", where, "jwk", base::join(names, ", "), "-");
        }
    }

    /// @return whether the rest can be judged
    bool outline(const json::Value& key, const std::string& where)
    {
        const auto kty = key.find("kty");
        if (kty == key.end() || *kty != "RSA") {
            find("ANB-J501", where + "/kty", "kty",
                 kty != key.end() && kty->is_string() ? kty->get<std::string>() : "-", "RSA");
            return false;
        }
        bool good = true;
        for (const auto* name : {"n", "e"}) {
            const auto member = key.find(name);
            const auto bytes = member != key.end() && member->is_string()
                                   ? base::from_base64url(member->get<std::string>())
                                   : std::nullopt;
            if (!bytes || bytes->empty()) {
                find("ANB-J517", where + "/" + name, name, member == key.end() ? "-" : "?",
                     "base64url");
                good = false;
            } else if (bytes->front() == std::byte(0)) {
                find("ANB-J517", where + "/" + name, name, "00…", "minimal");
            }
        }
        return good;
    }

    void not_read(const base::Error& error, const std::string& where)
    {
        if (error.code() == "ANB-J210") {
            const auto pointer = value_of(error, "pointer");
            const auto element = pointer.substr(where.size());
            find("ANB-J525", pointer, element.substr(element.find_first_not_of('/')), "?",
                 value_of(error, "expected"));
        } else if (error.code() == "ANB-J201" || error.code() == "ANB-J202") {
            find("ANB-J526", where.empty() ? "/" : where, "jwk", value_of(error, "reason"), "RSA");
        } else {
            throw;
        }
    }

    void public_key(json::Value& key, const std::string& where)
    {
        if (!outline(key, where)) {
            return;
        }
        bool with_certificates = true;
        for (;;) {
            try {
                judge(jose::parse_public_jwk(json::Reader(key, m_origin, where)), where,
                      with_certificates);
                return;
            } catch (const base::Error& error) {
                not_read(error, where);
                if (!value_of(error, "pointer").starts_with(where + "/x5c")) {
                    return;
                }
                key.erase("x5c");
                with_certificates = false;
            }
        }
    }

    void judge(const jose::PublicJwk& jwk, const std::string& where, bool with_certificates)
    {
        base::Report verdict;
        const detail::Members members{jwk.key, jwk.kid, jwk.alg, jwk.key_ops};
        const auto role = detail::role_of(members);
        detail::check_members(members, role, where, verdict);
        if (with_certificates) {
            detail::check_certificates(jwk, role, m_rules, where, verdict);
        }
        if (where.empty()) {
            m_report.facts.insert(m_report.facts.end(), verdict.facts.begin(), verdict.facts.end());
        }
        verdict.facts.clear();
        m_report.take(std::move(verdict));
    }

    void private_key(const json::Value& key)
    {
        if (!outline(key, {})) {
            return;
        }
        try {
            const auto jwk = jose::parse_private_jwk(json::Reader(key, m_origin));
            const auto public_key = jwk.key.public_key();
            const detail::Members members{public_key, jwk.kid, jwk.alg, jwk.key_ops, true};
            detail::check_members(members, detail::role_of(members), {}, m_report);
        } catch (const base::Error& error) {
            not_read(error, {});
        }
    }

    std::string m_origin;
    const KeyRules& m_rules;
    base::Report m_report;
};

} // namespace

base::Report lint(std::string_view text, std::string_view origin, const KeyRules& rules)
{
    auto document = json::parse(text, origin);
    const json::Wiper wiper(document);
    Linter linter(origin, rules);
    if (!document.is_object()) {
        linter.refuse(document);
    } else if (document.contains("keys")) {
        linter.set(document);
    } else {
        linter.key(document);
    }
    return linter.take();
}

base::Report lint_file(const std::string& path, const KeyRules& rules)
{
    const auto text = base::read_secret_file(path, k_max_size);
    auto report = lint(base::as_text(text.reveal()), path, rules);
    const bool is_private = std::ranges::any_of(report.facts, [](const base::Fact& fact) {
        return fact.name == "kind" && fact.value == "private";
    });
    if (is_private && path != "-" && base::readable_by_others(path)) {
        report.findings.push_back({.severity = base::Severity::warning,
                                   .code = "ANB-J528",
                                   .values = {{"file", path}},
                                   .where = {},
                                   .element = "mode",
                                   .found = {},
                                   .expected = "0600",
                                   .rule = {}});
    }
    return report;
}

} // namespace anb::fitconnect
