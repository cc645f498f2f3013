// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/handle.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace anb::http::detail {

void start()
{
    static std::once_flag started;
    std::call_once(started, [] {
        if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
            base::fail_internal("curl_global_init");
        }
    });
}

void refuse_option(CURLoption option, CURLcode code)
{
    base::fail_internal(
        fmt::format("libcurl option {}: {}", static_cast<int>(option), curl_easy_strerror(code)));
}

HeaderList::~HeaderList()
{
    for (auto* node = m_list; node != nullptr; node = node->next) {
        base::wipe(node->data, std::strlen(node->data));
    }
    curl_slist_free_all(m_list);
}

void HeaderList::add(const std::string& line)
{
    const bool clean = std::none_of(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
    if (!clean) {
        base::fail_internal("control character in a header");
    }
    auto* list = curl_slist_append(m_list, line.c_str());
    if (list == nullptr) {
        throw std::bad_alloc();
    }
    m_list = list;
}

std::string Target::name() const
{
    return port == "443" ? host : host + ":" + port;
}

Target parse_any(const std::string& url)
{
    const std::unique_ptr<CURLU, Freed<curl_url_cleanup>> parsed(curl_url());
    if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(),
                                CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        return {};
    }
    const auto part = [&](CURLUPart which) {
        char* text = nullptr;
        std::string copy;
        if (curl_url_get(parsed.get(), which, &text, CURLU_DEFAULT_PORT) == CURLUE_OK) {
            copy = text;
            curl_free(text);
        }
        return base::to_lower_ascii(copy);
    };
    return {part(CURLUPART_SCHEME), part(CURLUPART_HOST), part(CURLUPART_PORT)};
}

Target parse_https(const std::string& url)
{
    auto target = parse_any(url);
    if (target.scheme != "https" || target.host.empty()) {
        base::fail_internal("not an https address: " + base::printable(url, 200));
    }
    return target;
}

} // namespace anb::http::detail
