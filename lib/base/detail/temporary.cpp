// SPDX-License-Identifier: EUPL-1.2

#include "base/detail/temporary.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace anb::base::detail {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_mark = ".anb-";

std::string temporary_prefix(const fs::path& target)
{
    return ("." + target.filename().string()).append(k_mark);
}

bool is_alive(int owner)
{
    return owner > 0 && (owner == getpid() || kill(owner, 0) == 0 || errno == EPERM);
}

/// Removes what begins with `prefix` and whose owner, named behind the mark, is gone.
void sweep(const fs::path& folder, const std::string& prefix)
{
    std::error_code ignored;
    fs::directory_iterator entry(folder, ignored);
    for (; entry != fs::directory_iterator(); entry.increment(ignored)) {
        const auto name = entry->path().filename().string();
        const auto mark = name.rfind(k_mark);
        if (name.starts_with(prefix) && mark != std::string::npos &&
            !is_alive(std::atoi(name.c_str() + mark + k_mark.size()))) {
            fs::remove_all(entry->path(), ignored);
        }
    }
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
    sweep(target.parent_path(), temporary_prefix(target));
}

void sweep_all_temporaries(const fs::path& folder)
{
    sweep(folder, ".");
}

} // namespace anb::base::detail
