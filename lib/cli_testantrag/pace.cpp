// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/pace.hpp"

#include <algorithm>

namespace anb::cli_testantrag {

namespace {

using base::ErrorKind;

constexpr base::Seconds k_usual_interval{60};
constexpr base::Seconds k_longest_pause{300};
constexpr std::chrono::milliseconds k_glance{100};

base::Seconds interval_of(const std::string& text)
{
    const auto interval = text.empty() ? k_usual_interval : base::parse_duration(text);
    if (!interval || interval->count() < 1) {
        throw base::Error(ErrorKind::usage, "ANB-G110",
                          {{"option", "--watch"}, {"value", text}, {"expected", "30s, 5m"}});
    }
    return *interval;
}

} // namespace

bool may_pass(const base::Error& error)
{
    constexpr ErrorKind k_kinds[] = {ErrorKind::unavailable, ErrorKind::try_later,
                                     ErrorKind::io,          ErrorKind::input,
                                     ErrorKind::missing,     ErrorKind::exists};
    return error.code() != "ANB-N308" &&
           std::find(std::begin(k_kinds), std::end(k_kinds), error.kind()) != std::end(k_kinds);
}

Pace::Pace(const std::string& interval, cli::Io& io) : m_io(io), m_interval(interval_of(interval))
{
    const auto& format = io.common().format;
    if (format != "text" && format != "jsonl") {
        throw base::Error(ErrorKind::usage, "ANB-G113",
                          {{"option", "--watch"}, {"other", "--" + format}});
    }
}

void Pace::succeeded()
{
    m_said.clear();
    m_failed = 0;
}

void Pace::failed(std::string_view subject, const base::Error& error)
{
    if (m_io.cancelled()) {
        return;
    }
    if (!may_pass(error)) {
        throw base::Error(error);
    }
    ++m_failed;
    if (m_said != error.code()) {
        m_said = error.code();
        m_io.add_failure(subject, error);
    }
}

void Pace::rest(const std::function<bool(std::chrono::milliseconds)>& glance)
{
    auto pause = m_interval;
    for (int i = 0; i < m_failed && pause < k_longest_pause; ++i) {
        pause = std::min(pause * 2, k_longest_pause);
    }
    const auto end = std::chrono::steady_clock::now() + pause;
    while (!m_io.cancelled() && std::chrono::steady_clock::now() < end && !glance(k_glance)) {
    }
}

} // namespace anb::cli_testantrag
