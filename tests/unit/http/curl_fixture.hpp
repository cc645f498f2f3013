// What the tests of the curl transport share: the server that misbehaves, and short waits.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "http/curl.hpp"
#include "support/faulty_server.hpp"

#include <doctest/doctest.h>

#include <string>

namespace anb {

/// The server of this test program, started by the first test that needs it.
inline const support::FaultyServer& faulty_server()
{
    static const support::FaultyServer server;
    return server;
}

#define ANB_REQUIRE_SERVER()                                                                       \
    if (!faulty_server().ready()) {                                                                \
        MESSAGE("skipped: needs python3 and openssl");                                             \
        return;                                                                                    \
    }                                                                                              \
    static_assert(true, "")

inline http::Options options()
{
    http::Options options;
    options.user_agent = "anbindung/0.0.0 (test)";
    options.ca_files = {faulty_server().value("ca")};
    options.retry_delay = std::chrono::milliseconds(10);
    return options;
}

inline http::Request request(const std::string& method, const std::string& url)
{
    http::Request request;
    request.method = method;
    request.url = url;
    request.repeatable = method == "GET";
    return request;
}

inline http::Request get(const std::string& path, const std::string& port = "good")
{
    return request("GET", faulty_server().url(path, port));
}

/// How often a path was asked for.
inline std::string hits(const std::string& path)
{
    http::CurlTransport transport(options());
    return transport.send(get("/hits?" + path)).body;
}

/// The error of a request; Error{internal} "none" when there is none.
inline base::Error failure(http::Options options, const http::Request& request)
{
    try {
        http::CurlTransport transport(std::move(options));
        transport.send(request);
    } catch (const base::Error& error) {
        return error;
    }
    return {base::ErrorKind::internal, "none"};
}

inline std::string value_of(const base::Error& error, const std::string& name)
{
    for (const auto& [key, value] : error.values()) {
        if (key == name) {
            return value;
        }
    }
    return "absent";
}

} // namespace anb
