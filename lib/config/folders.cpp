// SPDX-License-Identifier: EUPL-1.2

#include "config/config.hpp"

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace anb::config {

namespace fs = std::filesystem;

namespace {

fs::path home()
{
    if (const auto* folder = std::getenv("HOME"); folder != nullptr && *folder != '\0') {
        return folder;
    }
    const auto* user = ::getpwuid(::getuid());
    return user == nullptr ? "/" : user->pw_dir;
}

fs::path xdg_folder(const char* variable, const char* below_home)
{
    const auto* folder = std::getenv(variable);
    // A relative path there is to be ignored (XDG Base Directory Specification).
    const bool usable = folder != nullptr && *folder == '/';
    return (usable ? fs::path(folder) : home() / below_home) / "anbindung";
}

} // namespace

fs::path config_folder()
{
    return xdg_folder("XDG_CONFIG_HOME", ".config");
}

fs::path state_folder()
{
    return xdg_folder("XDG_STATE_HOME", ".local/state");
}

fs::path data_folder()
{
    return xdg_folder("XDG_DATA_HOME", ".local/share");
}

fs::path cache_folder()
{
    return xdg_folder("XDG_CACHE_HOME", ".cache");
}

} // namespace anb::config
