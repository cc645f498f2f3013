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

/// What a renderer works with.
struct Scene {
    const Common& common;
    std::string_view tool;
    std::string_view monitoring_name; ///< "CERT"
    Output& output;
    const json::Value& document; ///< the tool's own members, as far as they are known
};

class Renderer {
public:
    virtual ~Renderer() = default;

    virtual void line(std::string_view) {}
    virtual void table(const Table&) {}
    virtual void report(const base::Report&) {}
    virtual void event(const json::Value&) {}
    /// The end of the run; not called when the tool printed data. The reports are there when
    /// keeps_reports().
    virtual void finish(const Heading&, const std::vector<base::Report>&, const json::Value&) {}
    /// True when findings also become messages on stderr.
    virtual bool shows_messages() const { return true; }
    /// True when finish() needs every report; otherwise memory does not grow with their number.
    virtual bool keeps_reports() const { return false; }
};

/// The renderer of --format. Formats that a tool renders itself, by Io::data(), get a silent one.
std::unique_ptr<Renderer> make_renderer(const Scene& scene);

} // namespace anb::cli::detail
