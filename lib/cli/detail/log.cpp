// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/log.hpp"

#include "base/time.hpp"
#include "cli/detail/render_json.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace anb::cli::detail {

Log::Log(const std::string& path, std::string_view tool) : m_tool(tool)
{
    if (path.empty()) {
        return;
    }
    m_descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (m_descriptor < 0) {
        throw base::Error(base::ErrorKind::io, "ANB-G206",
                          {{"file", path}, {"reason", std::strerror(errno)}});
    }
}

Log::~Log()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void Log::message(std::string_view level, std::string_view text)
{
    write(level, {{"text", text}});
}

void Log::finding(const base::Finding& finding, std::string_view subject, std::string_view detail)
{
    auto shown = finding;
    for (auto& [name, value] : shown.values) {
        if (name == base::k_private_value) {
            value = "…";
        }
    }
    auto members = to_json(shown, subject, Language::english);
    if (!detail.empty()) {
        members["detail"] = detail;
    }
    write("finding", std::move(members));
}

void Log::write(std::string_view level, json::Value members)
{
    if (m_descriptor < 0) {
        return;
    }
    json::Value line;
    line["time"] = base::format_time(base::now());
    line["tool"] = m_tool;
    line["level"] = level;
    line.update(members);
    const auto text = json::dump(line) + "\n";
    for (std::string_view left = text; !left.empty();) {
        const auto count = ::write(m_descriptor, left.data(), left.size());
        if (count < 0 && errno != EINTR) {
            return;
        }
        left.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
}

} // namespace anb::cli::detail
