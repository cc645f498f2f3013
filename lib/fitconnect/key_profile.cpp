// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/key_profile.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "fitconnect/detail/key_rules.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace anb::fitconnect {

namespace {

/// Name space of URLs (RFC 4122, appendix C).
constexpr std::string_view k_url_space = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

constexpr std::uint64_t k_max_anchors = 4 * 1024 * 1024;

crypto::PrivateKey copy_of(const crypto::PrivateKey& key)
{
    return crypto::PrivateKey::from_numbers(key.numbers());
}

std::vector<pki::Certificate> published_chain(std::vector<pki::Certificate> chain, bool with_root)
{
    if (!with_root && chain.size() > 1 && chain.back().is_self_signed()) {
        chain.pop_back();
    }
    return chain;
}

std::vector<std::string> certificate_files(const std::string& path)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) {
        return {path};
    }
    constexpr std::array<std::string_view, 4> k_endings = {".pem", ".crt", ".cer", ".der"};
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(path, ignored)) {
        const auto ending = base::to_lower_ascii(entry.path().extension().string());
        if (std::ranges::find(k_endings, ending) != k_endings.end()) {
            files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

std::vector<pki::Certificate> load_anchors(const std::vector<std::string>& paths)
{
    std::vector<pki::Certificate> anchors;
    for (const auto& path : paths) {
        for (const auto& file : certificate_files(path)) {
            for (auto& certificate :
                 pki::load_certificates(base::read_file(file, k_max_anchors), file)) {
                anchors.push_back(std::move(certificate));
            }
        }
    }
    return anchors;
}

std::string_view algorithm(KeyRole role)
{
    return role == KeyRole::encryption ? "RSA-OAEP-256" : "PS512";
}

std::string_view public_operation(KeyRole role)
{
    return role == KeyRole::encryption ? "wrapKey" : "verify";
}

std::string_view private_operation(KeyRole role)
{
    return role == KeyRole::encryption ? "unwrapKey" : "sign";
}

std::string derive_kid(const crypto::PublicKey& key, KeyRole role)
{
    return crypto::name_uuid(
        k_url_space, "urn:ietf:params:oauth:jwk-thumbprint:sha-256:" + jose::thumbprint(key) +
                         (role == KeyRole::encryption ? "#enc" : "#sig"));
}

base::Report check_key(const jose::PublicJwk& jwk, std::optional<KeyRole> role,
                       const KeyRules& rules, std::string subject)
{
    base::Report report;
    report.subject = std::move(subject);
    const detail::Members members{jwk.key, jwk.kid, jwk.alg, jwk.key_ops};
    if (!role) {
        role = detail::role_of(members);
    }
    detail::check_members(members, role, {}, report);
    detail::check_certificates(jwk, role, rules, {}, report);
    return report;
}

KeyPair make_pair(const pki::Identity& identity, KeyRole role, const std::string& kid,
                  bool with_root)
{
    const auto key = identity.key.public_key();
    const auto id = kid.empty() ? derive_kid(key, role) : kid;
    const std::string alg(algorithm(role));
    return {.public_key = {.key = key,
                           .kid = id,
                           .alg = alg,
                           .use = {},
                           .key_ops = {std::string(public_operation(role))},
                           .x5c = published_chain(identity.chain, with_root)},
            .private_key = {.key = copy_of(identity.key),
                            .kid = id,
                            .alg = alg,
                            .key_ops = {std::string(private_operation(role))}}};
}

} // namespace anb::fitconnect
