// The Io that every tool gets: terminal, files and renderers put together.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/detail/command_line.hpp"
#include "cli/detail/log.hpp"
#include "cli/detail/output.hpp"
#include "cli/detail/render_text.hpp"
#include "cli/detail/renderer.hpp"
#include "cli/io.hpp"
#include "cli/tool.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace anb::cli::detail {

/// True when colour may be used on stderr: asked for, or a terminal that nothing speaks against
/// (NO_COLOR, TERM=dumb).
bool use_color(Color wish);

class Console : public Io {
public:
    /// @throws base::Error{io} ANB-G206 when the output or the log cannot be opened
    Console(const ToolInfo& info, const Wishes& wishes);

    const Common& common() const override { return m_common; }
    std::string say(std::string_view de, std::string_view en) const override;
    base::UtcTime now() const override { return m_now; }
    base::UtcTime judged_at() const override { return m_common.at.value_or(m_now); }

    void line(std::string_view text) override { m_renderer->line(text); }
    void table(const Table& table) override { m_renderer->table(table); }
    void add(base::Report report) override;
    void add_failure(std::string_view subject, const base::Error& error,
                     std::vector<base::Fact> names) override;
    json::Value& document() override { return m_document; }
    void event(const json::Value& value) override
    {
        const std::lock_guard lock(m_mutex);
        m_renderer->event(value);
    }
    void data(base::ByteView bytes) override;

    void environment(std::string_view name, std::string_view more) override;
    void status(std::string_view text) override;
    void trace(int level, std::string_view text) override;
    std::unique_ptr<Progress> progress(std::string_view label) override;

    base::SecretString secret(const SecretSource& source) override;
    void confirm(std::string_view target, std::string_view what) override;
    bool cancelled() const override;
    Exit verdict() const override;

    /// Ends the run: renders the document and publishes the output.
    void finish(Exit exit);
    /// Shows a failure as a message and, unless a file was asked for, in the document.
    void fail(const base::Error& error, Exit exit);

private:
    void keep(base::Report report);
    void message(const base::Finding& finding, std::string_view subject,
                 std::string_view detail = {});
    void to_stderr(std::string_view text);
    Heading heading(Exit exit) const;

    std::string m_tool;
    Common m_common;
    TextStyle m_style;
    base::UtcTime m_now;
    std::string m_environment;
    Output m_output;
    Log m_log;
    json::Value m_document = json::Value::object();
    std::unique_ptr<Renderer> m_renderer;
    std::mutex m_mutex;                  ///< for what several threads may call
    std::vector<base::Report> m_reports; ///< when the renderer needs them at the end
    base::Severity m_worst = base::Severity::note;
    std::optional<Exit> m_failure;
    bool m_printed_data = false;
};

} // namespace anb::cli::detail
