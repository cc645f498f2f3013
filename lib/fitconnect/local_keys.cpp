// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/local_keys.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"

#include <fmt/format.h>

namespace anb::fitconnect {

namespace {

constexpr std::uint64_t k_max_size = 1024 * 1024;
constexpr std::size_t k_whole_kid = 12;

} // namespace

std::string_view public_file_name(KeyRole role)
{
    return role == KeyRole::encryption ? "verschluesselung.oeffentlich.jwk.json"
                                       : "signatur.oeffentlich.jwk.json";
}

LocalKey load_local_key(const std::filesystem::path& folder, KeyRole role)
{
    const auto file = (folder / public_file_name(role)).string();
    const auto bytes = base::read_file(file, k_max_size);
    const auto value = json::parse(base::as_text(bytes), file);
    return {jose::parse_public_jwk(json::Reader(value, file)), file};
}

std::optional<LocalKey> find_local_key(const std::filesystem::path& folder, KeyRole role)
{
    if (folder.empty() || !base::is_there(folder / public_file_name(role))) {
        return std::nullopt;
    }
    return load_local_key(folder, role);
}

std::string brief_kid(const std::string& kid)
{
    return kid.size() <= k_whole_kid || !base::is_utf8(kid)
               ? base::printable(kid)
               : base::printable(kid.substr(0, 4) + "…" + kid.substr(kid.size() - 3));
}

std::string describe(const jose::PublicJwk& jwk)
{
    auto text = fmt::format("{} {}, {}, kid {}", jwk.key.type_name(), jwk.key.bits(),
                            jwk.alg.empty() ? "-" : base::printable(jwk.alg), brief_kid(jwk.kid));
    if (!jwk.x5c.empty()) {
        text += ", ≤ " + base::format_date(jwk.x5c.front().not_after());
    }
    return text;
}

} // namespace anb::fitconnect
