// Files of the directory that could not be used: kept for those who ask, and in a log.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "base/report.hpp"
#include "base/time.hpp"

#include <filesystem>
#include <mutex>
#include <vector>

namespace anb::sandbox {

/// May be used from any thread.
class DvdvComplaints {
public:
    /// @param log  file of JSON lines {"time","file","code","reason"}, made by the first complaint
    explicit DvdvComplaints(std::filesystem::path log) : m_log(std::move(log)) {}

    void add(base::UtcTime at, const std::filesystem::path& file, const base::Error& error);
    /// A warning ANB-G607 for each file since the last call.
    std::vector<base::Report> take();
    /// @throws Error{input} ANB-G607 for the first complaint not taken yet
    void demand_none();

private:
    std::filesystem::path m_log;
    std::mutex m_mutex;
    std::vector<base::Values> m_waiting;
};

} // namespace anb::sandbox
