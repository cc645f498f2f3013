// The output forms beside text and JSON (user-journeys §7.2, §7.16), each from the reports alone.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/detail/renderer.hpp"

#include <memory>

namespace anb::cli::detail {

/// One line "CERT CRITICAL - text | perfdata", then details of the worst ten; under 8 kB. The
/// tool's exit code becomes 0 to 3. Source: Monitoring Plugins Development Guidelines
std::unique_ptr<Renderer> make_nagios(const Scene& scene);

/// One line for each subject: `2 "ANB label" days=18;60:;21: text`. Source: Checkmk local checks
std::unique_ptr<Renderer> make_checkmk(const Scene& scene);

/// Text exposition format for the textfile collector; dates are absolute.
std::unique_ptr<Renderer> make_prometheus(const Scene& scene);

/// One test case for each subject.
std::unique_ptr<Renderer> make_junit(const Scene& scene);

/// A header line, then one line for each subject; tab, line break and backslash as \t, \n, \\.
std::unique_ptr<Renderer> make_tsv(const Scene& scene);

/// A report page; mail addresses are shortened.
std::unique_ptr<Renderer> make_html(const Scene& scene);
std::unique_ptr<Renderer> make_markdown(const Scene& scene);

/// One issue for each finding, as GitLab shows them in merge requests.
/// Source: GitLab, "Code Quality report format"
std::unique_ptr<Renderer> make_code_quality(const Scene& scene);

/// A calendar (RFC 5545) with one event on each day that something expires.
std::unique_ptr<Renderer> make_calendar(const Scene& scene);

} // namespace anb::cli::detail
