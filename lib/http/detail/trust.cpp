// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/trust.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "http/detail/handle.hpp"

namespace anb::http::detail {

namespace {

constexpr std::uint64_t k_limit = std::uint64_t{16} * 1024 * 1024;

std::string system_bundle()
{
    const Easy easy(curl_easy_init());
    const char* path = nullptr;
    if (!easy || curl_easy_getinfo(easy.get(), CURLINFO_CAINFO, &path) != CURLE_OK ||
        path == nullptr) {
        return {};
    }
    try {
        return base::to_text(base::read_file(path, k_limit));
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
