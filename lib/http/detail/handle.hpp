// The functions of libcurl, owners of its objects, and addresses taken apart by it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"

#include <curl/curl.h>

#include <memory>
#include <string>

namespace anb::http::detail {

/// What is used of libcurl, which brings some thirty libraries with it.
struct Curl {
    decltype(&::curl_easy_init) easy_init;
    decltype(&::curl_easy_cleanup) easy_cleanup;
    decltype(&::curl_easy_reset) easy_reset;
    decltype(&::curl_easy_setopt) easy_setopt;
    decltype(&::curl_easy_getinfo) easy_getinfo;
    decltype(&::curl_easy_perform) easy_perform;
    decltype(&::curl_easy_strerror) easy_strerror;
    decltype(&::curl_multi_init) multi_init;
    decltype(&::curl_multi_cleanup) multi_cleanup;
    decltype(&::curl_multi_add_handle) multi_add_handle;
    decltype(&::curl_multi_remove_handle) multi_remove_handle;
    decltype(&::curl_multi_perform) multi_perform;
    decltype(&::curl_multi_poll) multi_poll;
    decltype(&::curl_multi_info_read) multi_info_read;
    decltype(&::curl_slist_append) slist_append;
    decltype(&::curl_slist_free_all) slist_free_all;
    decltype(&::curl_url) url;
    decltype(&::curl_url_cleanup) url_cleanup;
    decltype(&::curl_url_get) url_get;
    decltype(&::curl_url_set) url_set;
    decltype(&::curl_free) free;
    decltype(&::curl_getdate) getdate;
};

/// Loads and starts libcurl with the first call.
/// @throws Error{configuration} ANB-G902 when it is missing
const Curl& curl();

template <auto free_function>
struct Freed {
    template <typename T>
    void operator()(T* object) const
    {
        (curl().*free_function)(object);
    }
};
using Easy = std::unique_ptr<CURL, Freed<&Curl::easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Freed<&Curl::multi_cleanup>>;

/// Sets an option; one that this libcurl does not know is Error{internal}.
template <typename T>
void set(CURL* easy, CURLoption option, T value);
void refuse_option(CURLoption option, CURLcode code);

/// Lines of a request's head. Their memory is wiped, since one may hold a token.
class HeaderList {
public:
    HeaderList() = default;
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    ~HeaderList();

    /// @throws Error{internal} when the line has control characters
    void add(const std::string& line);
    curl_slist* get() const { return m_list; }

private:
    curl_slist* m_list = nullptr;
};

/// Scheme, host and port of an address.
struct Target {
    std::string scheme, host, port;

    /// "host", or "host:port" when the port is not the usual one.
    std::string name() const;
    bool is_plain() const { return scheme == "http"; }
    friend bool operator==(const Target&, const Target&) = default;
};

/// @param plain_http  http is allowed too
/// @throws Error{internal} for what is no address, of another scheme, or names a user
Target parse_target(const std::string& url, bool plain_http);

/// The same for a foreign address: an empty Target when it is none.
Target parse_any(const std::string& url);

template <typename T>
void set(CURL* easy, CURLoption option, T value)
{
    if (const auto code = curl().easy_setopt(easy, option, value); code != CURLE_OK) {
        refuse_option(option, code);
    }
}

} // namespace anb::http::detail
