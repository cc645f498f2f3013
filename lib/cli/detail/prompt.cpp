// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/prompt.hpp"

#include "base/walk.hpp"
#include "cli/detail/signals.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace anb::cli::detail {

namespace {

constexpr std::uint64_t k_secret_limit = 64 * 1024;

FoundSecret from_file(const std::string& path)
{
    FoundSecret found;
    found.secret = base::without_line_break(base::read_secret_file(path, k_secret_limit));
    if (path != "-" && base::readable_by_others(path)) {
        found.exposed_file = path;
    }
    return found;
}

/// Takes the variable out of the environment and wipes its text there.
base::SecretString take_variable(const std::string& name)
{
    auto* value = std::getenv(name.c_str());
    if (value == nullptr) {
        throw base::Error(base::ErrorKind::usage, "ANB-G125", {{"variable", name}});
    }
    base::SecretString secret{std::string_view(value)};
    base::wipe(value, std::strlen(value));
    ::unsetenv(name.c_str());
    return secret;
}

std::string credential_file(const std::string& name)
{
    const auto* folder = std::getenv("CREDENTIALS_DIRECTORY");
    if (folder == nullptr || name.empty()) {
        return {};
    }
    const auto path = base::fs::path(folder) / name;
    return base::is_there(path) ? path.string() : std::string();
}

std::string named_file(const std::string& variable)
{
    const auto* path = variable.empty() ? nullptr : std::getenv(variable.c_str());
    return path == nullptr ? "" : path;
}

} // namespace

std::optional<FoundSecret> find_secret(const SecretSource& source)
{
    std::optional<base::SecretString> from_variable;
    if (!source.variable.empty()) {
        from_variable = take_variable(source.variable);
    }
    if (!source.file.empty()) {
        return from_file(source.file);
    }
    if (source.descriptor >= 0) {
        const auto bytes = base::read_secret_descriptor(source.descriptor, k_secret_limit);
        return FoundSecret{base::without_line_break(bytes), {}};
    }
    if (from_variable) {
        return FoundSecret{std::move(*from_variable), {}};
    }
    for (const auto& path :
         {credential_file(source.credential), named_file(source.file_variable)}) {
        if (!path.empty()) {
            return from_file(path);
        }
    }
    return std::nullopt;
}

bool can_ask()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

std::optional<base::SecretString> ask(std::string_view question, bool hidden)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0) {
        return std::nullopt;
    }
    const auto text = std::string(question) + " ";
    std::array<std::byte, 4096> line{};
    ssize_t count = -1;
    if (::write(terminal, text.data(), text.size()) >= 0) {
        std::optional<HiddenTyping> hiding;
        if (hidden) {
            hiding.emplace(terminal);
        }
        do {
            count = ::read(terminal, line.data(), line.size());
        } while (count < 0 && errno == EINTR && !stopped_by());
    }
    ::close(terminal);
    if (count <= 0) {
        return std::nullopt;
    }
    auto answer = base::without_line_break(
        base::SecretBytes(std::span(line).first(static_cast<std::size_t>(count))));
    base::wipe(line.data(), line.size());
    return answer;
}

} // namespace anb::cli::detail
