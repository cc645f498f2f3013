// SPDX-License-Identifier: EUPL-1.2

#include "base/detail/temporary.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace anb::base::detail {

namespace fs = std::filesystem;

namespace {

std::string temporary_prefix(const fs::path& target)
{
    return "." + target.filename().string() + ".anb-";
}

} // namespace

fs::path temporary_name(const fs::path& target)
{
    static std::atomic<unsigned> counter = 0;
    return target.parent_path() /
           fmt::format("{}{}-{}", temporary_prefix(target), getpid(), ++counter);
}

void sweep_temporaries(const fs::path& target)
{
    const auto prefix = temporary_prefix(target);
    std::error_code ignored;
    fs::directory_iterator entry(target.parent_path(), ignored);
    for (; entry != fs::directory_iterator(); entry.increment(ignored)) {
        const auto name = entry->path().filename().string();
        if (!name.starts_with(prefix)) {
            continue;
        }
        const auto owner = std::atoi(name.c_str() + prefix.size());
        if (owner > 0 && (owner == getpid() || kill(owner, 0) == 0 || errno == EPERM)) {
            continue;
        }
        fs::remove_all(entry->path(), ignored);
    }
}

} // namespace anb::base::detail
