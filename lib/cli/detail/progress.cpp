// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/progress.hpp"

#include <fmt/format.h>

#include <utility>

namespace anb::cli::detail {

namespace {

using namespace std::chrono_literals;

constexpr auto k_between_rewrites = 500ms;
constexpr auto k_between_lines = 30s;

unsigned percent(std::uint64_t done, std::uint64_t total)
{
    if (total == 0) {
        return 0;
    }
    return static_cast<unsigned>(static_cast<double>(done) * 100.0 / static_cast<double>(total));
}

class Line : public Progress {
public:
    Line(std::string label, Show show, Clock clock)
        : m_label(std::move(label)), m_show(std::move(show)), m_clock(std::move(clock))
    {
    }
    ~Line() override
    {
        if (m_shown) {
            m_show("\n");
        }
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void update(std::uint64_t done, std::uint64_t total) override
    {
        const auto now = m_clock();
        const bool last = total > 0 && done >= total;
        if (m_shown && !last && now - m_last < k_between_rewrites) {
            return;
        }
        m_show(fmt::format("\r{} {:3} %", m_label, percent(done, total)));
        m_shown = true;
        m_last = now;
    }

private:
    std::string m_label;
    Show m_show;
    Clock m_clock;
    std::chrono::steady_clock::time_point m_last{};
    bool m_shown = false;
};

class Lines : public Progress {
public:
    Lines(std::string label, Show show, Clock clock)
        : m_label(std::move(label)), m_show(std::move(show)), m_clock(std::move(clock)),
          m_last(m_clock())
    {
    }

    void update(std::uint64_t done, std::uint64_t total) override
    {
        const auto now = m_clock();
        const auto quarter = percent(done, total) / 25;
        if (quarter <= m_quarter && now - m_last < k_between_lines) {
            return;
        }
        const auto shown = quarter > m_quarter ? quarter * 25 : percent(done, total);
        m_show(fmt::format("{} {} %\n", m_label, shown));
        m_quarter = std::max(m_quarter, quarter);
        m_last = now;
    }

private:
    std::string m_label;
    Show m_show;
    Clock m_clock;
    std::chrono::steady_clock::time_point m_last;
    unsigned m_quarter = 0;
};

class Silent : public Progress {
public:
    void update(std::uint64_t, std::uint64_t) override {}
};

} // namespace

std::unique_ptr<Progress> rewritten_line(std::string label, Show show, Clock clock)
{
    return std::make_unique<Line>(std::move(label), std::move(show), std::move(clock));
}

std::unique_ptr<Progress> appended_lines(std::string label, Show show, Clock clock)
{
    return std::make_unique<Lines>(std::move(label), std::move(show), std::move(clock));
}

std::unique_ptr<Progress> silent()
{
    return std::make_unique<Silent>();
}

} // namespace anb::cli::detail
