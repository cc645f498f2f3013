// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"
#include "fitconnect/key_files.hpp"
#include "fitconnect/local_keys.hpp"
#include "pki/issue.hpp"

#include <chrono>

namespace anb::fitconnect {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t k_max_size = 64 * 1024;
constexpr std::size_t k_max_common_name = 64;
constexpr std::string_view k_mark = "TEST";

std::string marked(const std::string& subject)
{
    auto name =
        subject.find(k_mark) == std::string::npos ? std::string(k_mark) + " " + subject : subject;
    if (base::display_width(name) > k_max_common_name || !base::is_utf8(name) ||
        base::printable(name) != name) {
        throw base::Error(base::ErrorKind::input, "ANB-J140",
                          {{"subject", name}, {"limit", std::to_string(k_max_common_name)}});
    }
    return name;
}

/// The key that a killed run left, or a new one.
crypto::PrivateKey key_for(const fs::path& folder, KeyRole role)
{
    const auto path = folder / private_file_name(role);
    if (!base::is_there(path)) {
        return crypto::PrivateKey::generate_rsa(k_min_modulus_bits);
    }
    const auto text = base::read_secret_file(path.string(), k_max_size);
    return jose::parse_private_jwk(base::as_text(text.reveal()), path.string()).key;
}

std::vector<pki::Certificate> chain_for(const fs::path& folder, KeyRole role,
                                        const crypto::PrivateKey& key,
                                        const TestKeyRequest& request)
{
    if (const auto left = find_local_key(folder, role)) {
        return left->jwk.x5c;
    }
    constexpr auto k_clock_skew = base::Seconds(std::chrono::hours(1));
    return {pki::self_sign(
        key, {.common_name = marked(request.subject),
              .organization = {},
              .not_before = request.now - k_clock_skew,
              .not_after = request.now + base::Seconds(std::chrono::hours(24)) * request.days,
              .key_usage = std::uint16_t(role == KeyRole::encryption ? pki::key_encipherment
                                                                     : pki::digital_signature),
              .dns_names = {},
              .ip_addresses = {}})};
}

} // namespace

std::vector<RolePair> make_test_keys(const fs::path& folder, const TestKeyRequest& request)
{
    if (base::is_there(folder / k_set_file_name)) {
        throw base::Error(base::ErrorKind::exists, "ANB-J130",
                          {{"file", (folder / private_file_name(KeyRole::encryption)).string()}});
    }
    marked(request.subject);
    std::vector<RolePair> pairs;
    for (const auto role : {KeyRole::encryption, KeyRole::signature}) {
        auto key = key_for(folder, role);
        auto chain = chain_for(folder, role, key, request);
        const pki::Identity identity{std::move(key), std::move(chain), {}};
        pairs.push_back({role, make_pair(identity, role, {}, true)});
    }
    return pairs;
}

} // namespace anb::fitconnect
