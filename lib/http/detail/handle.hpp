// Owners of libcurl's objects, and addresses taken apart by libcurl.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"

#include <curl/curl.h>

#include <memory>
#include <string>

namespace anb::http::detail {

template <auto free_function>
struct Freed {
    template <typename T>
    void operator()(T* object) const
    {
        free_function(object);
    }
};
using Easy = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Freed<curl_multi_cleanup>>;

/// Starts libcurl, once in a process.
void start();

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

    /// "host", or "host:port" when the port is not 443.
    std::string name() const;
    friend bool operator==(const Target&, const Target&) = default;
};

/// @throws Error{internal} for what is no address, not https, or names a user
Target parse_https(const std::string& url);

/// The same for a foreign address: an empty Target when it is none.
Target parse_any(const std::string& url);

template <typename T>
void set(CURL* easy, CURLoption option, T value)
{
    if (const auto code = curl_easy_setopt(easy, option, value); code != CURLE_OK) {
        refuse_option(option, code);
    }
}

} // namespace anb::http::detail
