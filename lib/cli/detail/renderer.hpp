// One output form: what a tool says, turned into what appears on stdout.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/detail/output.hpp"
#include "cli/detail/render_json.hpp"
#include "cli/io.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace anb::cli::detail {

class Renderer {
public:
    virtual ~Renderer() = default;

    virtual void line(std::string_view) {}
    virtual void table(const Table&) {}
    virtual void report(const base::Report&) {}
    virtual void event(const json::Value&) {}
    /// The end of the run; not called when the tool printed data.
    virtual void finish(const Heading&, const std::vector<base::Report>&, const json::Value&) {}
    /// True when findings also become messages on stderr.
    virtual bool shows_messages() const { return true; }
};

/// The renderer of --format. Formats that a tool renders itself, by Io::data(), get a silent one.
std::unique_ptr<Renderer> make_renderer(const Common& common, Output& output);

} // namespace anb::cli::detail
