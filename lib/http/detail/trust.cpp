// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/trust.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "http/detail/handle.hpp"

#include <algorithm>
#include <system_error>

namespace anb::http::detail {

namespace {

constexpr std::uint64_t k_limit = std::uint64_t{16} * 1024 * 1024;

std::string built_in_path(CURLINFO which)
{
    const Easy easy(curl().easy_init());
    const char* path = nullptr;
    if (!easy || curl().easy_getinfo(easy.get(), which, &path) != CURLE_OK || path == nullptr) {
        return {};
    }
    return path;
}

/// libcurl searches a folder of certificates named by hash besides what it is given in memory.
bool has_hashed_folder()
{
    std::error_code error;
    const base::fs::directory_iterator folder(built_in_path(CURLINFO_CAPATH), error);
    return !error && std::any_of(begin(folder), end(folder), [](const auto& entry) {
        return entry.path().extension() == ".0";
    });
}

std::string system_bundle()
{
    if (has_hashed_folder()) {
        return {};
    }
    try {
        return base::to_text(base::read_file(built_in_path(CURLINFO_CAINFO), k_limit));
    } catch (const base::Error&) {
        return {};
    }
}

base::SecretString encoded(std::string_view text)
{
    auto copy = base::percent_encode(text);
    base::SecretString secret(copy);
    base::wipe(copy);
    return secret;
}

} // namespace

std::string trusted_certificates(const std::vector<std::string>& ca_files)
{
    if (ca_files.empty()) {
        return {};
    }
    auto certificates = system_bundle();
    for (const auto& path : ca_files) {
        const auto text = base::to_text(base::read_file(path, k_limit));
        if (text.find("-----BEGIN CERTIFICATE-----") == std::string::npos &&
            text.find("-----BEGIN TRUSTED CERTIFICATE-----") == std::string::npos) {
            throw base::Error(base::ErrorKind::configuration, "ANB-N312", {{"file", path}});
        }
        certificates += "\n" + text;
    }
    return certificates;
}

ProxyLogin read_proxy_login(const std::string& path)
{
    const auto bytes = base::read_secret_file(path, 4096);
    auto text = base::as_text(bytes.reveal());
    if (text.ends_with('\n')) {
        text.remove_suffix(1);
    }
    if (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        throw base::Error(base::ErrorKind::configuration, "ANB-N313", {{"file", path}});
    }
    return {encoded(text.substr(0, colon)), encoded(text.substr(colon + 1))};
}

} // namespace anb::http::detail
