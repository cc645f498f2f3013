// SPDX-License-Identifier: EUPL-1.2

#include "http/public.hpp"

#include "base/text.hpp"
#include "http/detail/handle.hpp"
#include "http/detail/trust.hpp"

#include <fmt/format.h>

namespace anb::http {

namespace {

using detail::set;

struct Transfer {
    const PublicOptions& options;
    base::Bytes body;
    bool too_large = false;
};

std::size_t on_body(char* data, std::size_t, std::size_t size, void* self)
{
    auto& transfer = *static_cast<Transfer*>(self);
    if (transfer.body.size() + size > transfer.options.most_bytes) {
        transfer.too_large = true;
        return 0;
    }
    const auto piece = base::as_bytes({data, size});
    transfer.body.insert(transfer.body.end(), piece.begin(), piece.end());
    return size;
}

int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto& cancelled = static_cast<Transfer*>(self)->options.cancelled;
    return cancelled && cancelled() ? 1 : 0;
}

std::string without_blanks(std::string_view url)
{
    std::string encoded;
    for (const char c : url) {
        encoded += c == ' ' ? "%20" : std::string(1, c);
    }
    return encoded;
}

std::string failure_of(CURLcode code, const Transfer& transfer)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return "time_out";
    case CURLE_ABORTED_BY_CALLBACK:
        return "stopped";
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return "no_address";
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return "not_trusted";
    default:
        return transfer.too_large ? "too_large" : "unreachable";
    }
}

void describe(CURL* easy, Transfer& transfer)
{
    const auto& options = transfer.options;
    set(easy, CURLOPT_USERAGENT, options.user_agent.c_str());
    set(easy, CURLOPT_PROTOCOLS_STR, "http,https,ldap");
    set(easy, CURLOPT_NOSIGNAL, 1L);
    set(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_timeout.count()));
    set(easy, CURLOPT_TIMEOUT, static_cast<long>(options.total_timeout.count()));
    set(easy, CURLOPT_WRITEFUNCTION, &on_body);
    set(easy, CURLOPT_WRITEDATA, &transfer);
    set(easy, CURLOPT_NOPROGRESS, 0L);
    set(easy, CURLOPT_XFERINFOFUNCTION, &on_progress);
    set(easy, CURLOPT_XFERINFODATA, &transfer);
    if (!options.proxy.empty()) {
        set(easy, CURLOPT_PROXY, options.proxy.c_str());
    }
}

} // namespace

PublicAnswer fetch_public(const std::string& url, base::ByteView body, std::string_view type,
                          const PublicOptions& options)
{
    const detail::Easy easy(detail::curl().easy_init());
    const auto address = without_blanks(url);
    Transfer transfer{options, {}};
    describe(easy.get(), transfer);
    auto certificates = detail::trusted_certificates(options.ca_files);
    if (!certificates.empty()) {
        curl_blob blob{certificates.data(), certificates.size(), CURL_BLOB_COPY};
        set(easy.get(), CURLOPT_CAINFO_BLOB, &blob);
    }
    set(easy.get(), CURLOPT_URL, address.c_str());
    detail::HeaderList head;
    if (!body.empty()) {
        head.add("Content-Type: " + std::string(type));
        set(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        set(easy.get(), CURLOPT_POSTFIELDS, base::as_text(body).data());
        set(easy.get(), CURLOPT_HTTPHEADER, head.get());
    }
    const auto code = detail::curl().easy_perform(easy.get());
    if (code != CURLE_OK) {
        return {failure_of(code, transfer), {}};
    }
    long status = 0;
    detail::curl().easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    const bool is_http = address.starts_with("http");
    if (is_http && (status < 200 || status > 299)) {
        return {fmt::format("status {}", status), {}};
    }
    return {{}, std::move(transfer.body)};
}

} // namespace anb::http
