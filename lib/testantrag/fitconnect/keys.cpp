// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/keys.hpp"

#include "base/error.hpp"
#include "fitconnect/key_profile.hpp"

#include <algorithm>

namespace anb::testantrag {

namespace {

constexpr std::uint64_t k_max_key_file = 64 * 1024;
constexpr std::string_view k_private_ending = ".privat.jwk.json";
constexpr std::string_view k_signature_file = "signatur.privat.jwk.json";

std::vector<base::fs::path> private_files(const base::fs::path& folder)
{
    std::vector<base::fs::path> files;
    std::error_code failed;
    base::fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != base::fs::directory_iterator(); entry.increment(failed)) {
        if (entry->path().filename().string().ends_with(k_private_ending)) {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

jose::PrivateJwk load_key(const base::fs::path& file)
{
    if (base::readable_by_others(file)) {
        throw base::Error(base::ErrorKind::credentials, "ANB-S634", {{"file", file.string()}});
    }
    const auto text = base::read_secret_file(file.string(), k_max_key_file);
    return jose::parse_private_jwk(base::as_text(text.reveal()), file.string());
}

} // namespace

jose::KeyLookup KeyRing::lookup() const
{
    return [this](const std::string& kid) -> const crypto::PrivateKey* {
        const auto found = std::find_if(decryption.begin(), decryption.end(),
                                        [&](const auto& jwk) { return jwk.kid == kid; });
        return found == decryption.end() ? nullptr : &found->key;
    };
}

KeyRing load_keys(const base::fs::path& folder)
{
    KeyRing ring;
    for (const auto& file : private_files(folder)) {
        auto jwk = load_key(file);
        if (jwk.alg == fitconnect::algorithm(fitconnect::KeyRole::encryption)) {
            ring.decryption.push_back(std::move(jwk));
        } else if (file.filename() == k_signature_file) {
            ring.signature = std::move(jwk);
        }
    }
    if (ring.decryption.empty()) {
        throw base::Error(base::ErrorKind::configuration, "ANB-S633", {{"file", folder.string()}});
    }
    return ring;
}

} // namespace anb::testantrag
