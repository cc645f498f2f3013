// What came in and what went out: one line per request for people and tests, and on demand the
// complete pairs for an independent validator. Secrets are replaced by "***" in both.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "sandbox/message.hpp"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace anb::sandbox {

class Recorder {
public:
    /// Longest body that a record holds; longer ones are recorded as null.
    static constexpr std::size_t k_longest_body = 1024 * 1024;

    /// @param log      file of JSON lines {"time","method","path","status","headers"}; "path" has
    /// no
    ///                 query, "headers" are User-Agent, Content-Type, Content-Length, Accept and
    ///                 the scheme of Authorization; "fault" is added where a fault struck
    /// @param records  file of JSON lines {"method","path","query","headers","body","status",
    ///                 "response_headers","response_body"}; empty: not kept. Bodies are text, null
    ///                 when longer than k_longest_body or not UTF-8
    Recorder(std::filesystem::path log, std::filesystem::path records);

    bool keeps_bodies() const { return !m_records.empty(); }

    /// @param body    what was read of the request's body, nothing when it was too long
    /// @param status  as sent; 0 when the connection was cut
    void add(base::UtcTime at, const Request& request, const std::optional<std::string>& body,
             const Response& response, int status, bool faulty);

private:
    void append(const std::filesystem::path& file, const std::string& line);

    std::mutex m_mutex;
    std::filesystem::path m_log;
    std::filesystem::path m_records;
};

} // namespace anb::sandbox
