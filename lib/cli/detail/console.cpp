// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/console.hpp"

#include "base/text.hpp"
#include "cli/detail/progress.hpp"
#include "cli/detail/prompt.hpp"
#include "cli/detail/signals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace anb::cli::detail {

using messages::Text;

namespace {

constexpr std::size_t k_confirmed_characters = 8;

std::string profile_name(const std::string& profile)
{
    return std::filesystem::path(profile).stem().string();
}

bool is_set(const char* name)
{
    const auto* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

std::string_view environment_word(std::string_view name, Language language)
{
    if (name == "prod") {
        return Text{"PRODUKTION", "PRODUCTION"}.in(language);
    }
    return name == "stage" ? "STAGE" : "TEST";
}

} // namespace

bool use_color(Color wish)
{
    if (wish != Color::automatic) {
        return wish == Color::always;
    }
    const auto* terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return ::isatty(STDERR_FILENO) == 1 && !dumb && !is_set("NO_COLOR");
}

Console::Console(const ToolInfo& info, const Wishes& wishes)
    : m_tool(info.name), m_common(wishes.common), m_style{m_tool, m_common.language,
                                                          use_color(wishes.color), m_common.plain},
      m_now(base::now()), m_environment(info.uses_environment ? m_common.env : ""),
      m_output(info.output_is_folder ? "-" : m_common.output), m_log(m_common.log_file, info.name),
      m_renderer(make_renderer({m_common, info.name, info.monitoring_name, m_output, m_document}))
{
}

std::string Console::say(std::string_view de, std::string_view en) const
{
    return std::string(Text{de, en}.in(m_common.language));
}

void Console::add(base::Report report)
{
    for (const auto& finding : report.findings) {
        if (m_renderer->shows_messages()) {
            message(finding, report.subject);
        } else {
            m_log.finding(finding, report.subject);
        }
    }
    m_worst = std::max(m_worst, report.worst());
    keep(std::move(report));
}

void Console::keep(base::Report report)
{
    m_renderer->report(report);
    if (m_renderer->keeps_reports()) {
        m_reports.push_back(std::move(report));
    }
}

void Console::add_failure(std::string_view subject, const base::Error& error,
                          std::vector<base::Fact> names)
{
    const auto finding = to_finding(error);
    if (m_renderer->shows_messages()) {
        message(finding, subject, error.detail());
    } else {
        m_log.finding(finding, subject, error.detail());
    }
    m_failure = m_failure.value_or(to_exit(error.kind()));
    base::Report report;
    report.subject = subject;
    report.facts = std::move(names);
    report.findings.push_back(finding);
    report.answered = false;
    keep(std::move(report));
}

void Console::data(base::ByteView bytes)
{
    m_printed_data = true;
    m_output.write(base::as_text(bytes));
}

void Console::environment(std::string_view name, std::string_view more)
{
    m_environment = name;
    auto text = fmt::format("{}: {}", say("Umgebung", "Environment"),
                            environment_word(name, m_common.language));
    if (!more.empty()) {
        text += (more.starts_with('(') ? " " : "   ") + std::string(more);
    }
    to_stderr(text + "\n");
    m_log.message("environment", name);
}

void Console::status(std::string_view text)
{
    m_log.message("status", text);
    if (m_common.verbosity >= 0) {
        to_stderr(std::string(text) + "\n");
    }
}

void Console::trace(int level, std::string_view text)
{
    m_log.message("trace", text);
    if (m_common.verbosity >= level) {
        to_stderr(base::printable(text) + "\n");
    }
}

std::unique_ptr<Progress> Console::progress(std::string_view label)
{
    if (m_common.verbosity < 0) {
        return silent();
    }
    const auto show = [this](std::string_view text) { to_stderr(text); };
    const auto* terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    const bool rewrite = ::isatty(STDERR_FILENO) == 1 && !m_common.plain && !dumb;
    return rewrite ? rewritten_line(std::string(label), show, std::chrono::steady_clock::now)
                   : appended_lines(std::string(label), show, std::chrono::steady_clock::now);
}

base::SecretString Console::secret(const SecretSource& source)
{
    auto found = find_secret(source);
    if (found) {
        if (!found->exposed_file.empty()) {
            base::Report report;
            report.findings.push_back({.severity = base::Severity::warning,
                                       .code = "ANB-G124",
                                       .values = {{"file", found->exposed_file}},
                                       .where = {},
                                       .element = "password_file",
                                       .found = {},
                                       .expected = {},
                                       .rule = {}});
            add(std::move(report));
        }
        return std::move(found->secret);
    }
    if (!source.prompt.empty() && !m_common.no_input && can_ask()) {
        m_output.flush();
        if (auto answer = ask(source.prompt, true)) {
            return std::move(*answer);
        }
    }
    throw base::Error(base::ErrorKind::usage, "ANB-G120");
}

void Console::confirm(std::string_view target, std::string_view what)
{
    const auto expected = target.substr(0, k_confirmed_characters);
    auto given = m_common.confirm;
    if (given.empty() && !m_common.no_input && can_ask()) {
        to_stderr(std::string(what) + "\n");
        const auto answer = ask(say("Zum Bestätigen die ersten 8 Zeichen des Ziels eingeben:",
                                    "To confirm, type the first 8 characters of the target:"),
                                false);
        given = answer ? std::string(base::trim(answer->reveal())) : "";
    }
    if (given.empty() || given != expected) {
        throw base::Error(base::ErrorKind::usage, "ANB-G121",
                          {{"target", std::string(target)}, {"expected", std::string(expected)}});
    }
}

bool Console::cancelled() const
{
    return stopped_by().has_value();
}

Exit Console::verdict() const
{
    if (m_worst == base::Severity::error && m_common.fail_on != "never") {
        return Exit::failed;
    }
    if (m_failure) {
        return *m_failure;
    }
    return m_worst == base::Severity::warning && m_common.fail_on == "warning" ? Exit::attention
                                                                               : Exit::ok;
}

Heading Console::heading(Exit exit) const
{
    return {m_tool, m_environment, profile_name(m_common.profile), m_now, judged_at(), exit};
}

void Console::finish(Exit exit)
{
    const bool answered = exit < Exit::usage;
    if (!m_printed_data) {
        m_renderer->finish(heading(exit), m_reports, m_document);
    }
    if (answered || !m_output.is_file()) {
        m_output.publish();
    }
    m_log.message("end", fmt::format("exit {}", static_cast<int>(exit)));
}

void Console::fail(const base::Error& error, Exit exit)
{
    const auto finding = to_finding(error);
    message(finding, {}, error.detail());
    m_log.message("end", fmt::format("exit {}", static_cast<int>(exit)));
    if (m_output.is_file() || m_printed_data) {
        return;
    }
    base::Report report;
    report.findings.push_back(finding);
    report.answered = false;
    keep(std::move(report));
    m_renderer->finish(heading(exit), m_reports, m_document);
    m_output.flush();
}

void Console::message(const base::Finding& finding, std::string_view subject,
                      std::string_view detail)
{
    m_log.finding(finding, subject, detail);
    if (m_common.verbosity < 0 && finding.severity == base::Severity::note) {
        return;
    }
    to_stderr(render(finding, m_style, m_common.verbosity > 0 ? detail : std::string_view()));
}

void Console::to_stderr(std::string_view text)
{
    const std::lock_guard lock(m_mutex);
    m_output.flush();
    write_stderr(text);
}

} // namespace anb::cli::detail
