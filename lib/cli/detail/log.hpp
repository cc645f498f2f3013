// The log of --log-file: JSON lines, English in every language.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "json/json.hpp"

#include <string>
#include <string_view>

namespace anb::cli::detail {

/// Appends; each line is written at once, so that it survives whatever comes next.
class Log {
public:
    /// @param path  empty: nothing is logged
    /// @throws base::Error{io} ANB-G206
    Log(const std::string& path, std::string_view tool);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log();

    void message(std::string_view level, std::string_view text);
    void finding(const base::Finding& finding, std::string_view subject,
                 std::string_view detail = {});

private:
    void write(std::string_view level, json::Value members);

    std::string m_tool;
    int m_descriptor = -1;
};

} // namespace anb::cli::detail
