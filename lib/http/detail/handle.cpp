// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/handle.hpp"

#include "base/error.hpp"
#include "base/library.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace anb::http::detail {

namespace {

Curl load()
{
    const base::Library library("libcurl.so.4");
    Curl all{};
    library.bind(all.easy_init, "curl_easy_init");
    library.bind(all.easy_cleanup, "curl_easy_cleanup");
    library.bind(all.easy_reset, "curl_easy_reset");
    library.bind(all.easy_setopt, "curl_easy_setopt");
    library.bind(all.easy_getinfo, "curl_easy_getinfo");
    library.bind(all.easy_perform, "curl_easy_perform");
    library.bind(all.easy_strerror, "curl_easy_strerror");
    library.bind(all.multi_init, "curl_multi_init");
    library.bind(all.multi_cleanup, "curl_multi_cleanup");
    library.bind(all.multi_add_handle, "curl_multi_add_handle");
    library.bind(all.multi_remove_handle, "curl_multi_remove_handle");
    library.bind(all.multi_perform, "curl_multi_perform");
    library.bind(all.multi_poll, "curl_multi_poll");
    library.bind(all.multi_info_read, "curl_multi_info_read");
    library.bind(all.slist_append, "curl_slist_append");
    library.bind(all.slist_free_all, "curl_slist_free_all");
    library.bind(all.url, "curl_url");
    library.bind(all.url_cleanup, "curl_url_cleanup");
    library.bind(all.url_get, "curl_url_get");
    library.bind(all.url_set, "curl_url_set");
    library.bind(all.free, "curl_free");
    library.bind(all.getdate, "curl_getdate");
    decltype(&::curl_global_init) global_init = nullptr;
    library.bind(global_init, "curl_global_init");
    if (global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        base::fail_internal("curl_global_init");
    }
    return all;
}

} // namespace

const Curl& curl()
{
    static const Curl functions = load();
    return functions;
}

void refuse_option(CURLoption option, CURLcode code)
{
    base::fail_internal(
        fmt::format("libcurl option {}: {}", static_cast<int>(option), curl().easy_strerror(code)));
}

HeaderList::~HeaderList()
{
    for (auto* node = m_list; node != nullptr; node = node->next) {
        base::wipe(node->data, std::strlen(node->data));
    }
    curl().slist_free_all(m_list);
}

void HeaderList::add(const std::string& line)
{
    const bool clean = std::none_of(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
    if (!clean) {
        base::fail_internal("control character in a header");
    }
    auto* list = curl().slist_append(m_list, line.c_str());
    if (list == nullptr) {
        throw std::bad_alloc();
    }
    m_list = list;
}

std::string Target::name() const
{
    return port == (is_plain() ? "80" : "443") ? host : host + ":" + port;
}

Target parse_any(const std::string& url)
{
    const std::unique_ptr<CURLU, Freed<&Curl::url_cleanup>> parsed(curl().url());
    if (!parsed || curl().url_set(parsed.get(), CURLUPART_URL, url.c_str(),
                                  CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        return {};
    }
    const auto part = [&](CURLUPart which) {
        char* text = nullptr;
        std::string copy;
        if (curl().url_get(parsed.get(), which, &text, CURLU_DEFAULT_PORT) == CURLUE_OK) {
            copy = text;
            curl().free(text);
        }
        return base::to_lower_ascii(copy);
    };
    return {part(CURLUPART_SCHEME), part(CURLUPART_HOST), part(CURLUPART_PORT)};
}

Target parse_target(const std::string& url, bool plain_http)
{
    auto target = parse_any(url);
    const bool allowed = target.scheme == "https" || (plain_http && target.is_plain());
    if (!allowed || target.host.empty()) {
        base::fail_internal("not an https address: " + base::printable(url, 200));
    }
    return target;
}

} // namespace anb::http::detail
