// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/detail/stored_file.hpp"

#include "base/error.hpp"
#include "base/source.hpp"
#include "crypto/digest.hpp"

namespace anb::testantrag::detail {

namespace {

constexpr std::uint64_t k_max_manifest = 4ULL * 1024 * 1024;

} // namespace

std::optional<json::Value> read_manifest(const base::fs::path& folder, std::string_view via)
{
    const auto path = (folder / k_manifest).string();
    std::error_code failed;
    if (!base::fs::exists(path, failed)) {
        return std::nullopt;
    }
    auto value = json::parse(base::as_text(base::read_file(path, k_max_manifest)), path);
    const auto named = value.is_object() ? value.value("via", json::Value("")) : json::Value("");
    return named == json::Value(via) ? std::optional(std::move(value)) : std::nullopt;
}

void write_json(const base::fs::path& path, const json::Value& value)
{
    base::write_file(path, base::as_bytes(json::dump_pretty(value)), base::Access::owner_only);
}

void expect_unchanged(const base::fs::path& file, const std::string& sha512)
{
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha512);
    std::error_code failed;
    const auto exists = base::fs::exists(file, failed);
    if (exists) {
        base::copy(base::source_of_file(file.string()),
                   [&](base::ByteView piece) { hasher.update(piece); });
    }
    if (!exists || base::to_hex(hasher.finish()) != sha512) {
        throw base::Error(base::ErrorKind::exists, "ANB-S632", {{"file", file.string()}});
    }
}

} // namespace anb::testantrag::detail
