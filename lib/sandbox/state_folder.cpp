// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/state_folder.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_longest_address = 4096;

std::filesystem::path private_folder()
{
    auto pattern = (std::filesystem::temp_directory_path() / "anbindung-sandbox-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw base::Error(base::ErrorKind::io, "ANB-G206",
                          {{"file", pattern}, {"reason", std::strerror(errno)}});
    }
    return pattern;
}

} // namespace

StateFolder::StateFolder(const std::filesystem::path& path)
    : m_path(path.empty() ? private_folder() : std::filesystem::absolute(path)),
      m_temporary(path.empty())
{
    base::make_folder(m_path);
}

StateFolder::~StateFolder()
{
    if (m_temporary) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
}

std::optional<std::string> StateFolder::read(const char* name) const
{
    const auto file = m_path / name;
    if (!std::filesystem::exists(file)) {
        return std::nullopt;
    }
    return base::to_text(base::read_file(file.string(), k_longest_address));
}

std::optional<std::string> StateFolder::address() const
{
    return read("address");
}

void StateFolder::remember_address(const std::string& address) const
{
    base::write_file(m_path / "address", base::as_bytes(address), base::Access::everyone);
}

std::optional<std::string> StateFolder::plain_address() const
{
    return read("osci-address");
}

void StateFolder::remember_plain_address(const std::string& address) const
{
    base::write_file(m_path / "osci-address", base::as_bytes(address), base::Access::everyone);
}

} // namespace anb::sandbox
