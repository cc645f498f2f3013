// Runs tests/support/faulty_https_server.py beside a test.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <sys/types.h>

namespace anb::support {

/// The server's life is that of the object. One server serves a whole test program.
class FaultyServer {
public:
    /// Waits until the server is ready; without python3 or openssl it never is.
    FaultyServer();
    ~FaultyServer();
    FaultyServer(const FaultyServer&) = delete;
    FaultyServer& operator=(const FaultyServer&) = delete;

    bool ready() const { return m_values.count("ready") > 0; }
    /// "https://127.0.0.1:<port><path>", "http" for "plain"; the port is that of "good" …
    std::string url(const std::string& path, const std::string& port = "good") const;
    /// A port number, or the CA's file for "ca".
    const std::string& value(const std::string& name) const { return m_values.at(name); }

private:
    std::map<std::string, std::string> m_values;
    pid_t m_process = -1;
    int m_input = -1;
};

} // namespace anb::support
