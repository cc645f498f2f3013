// What people and programs see of a sending, whatever the way: its steps, its state, the list.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "testantrag/input.hpp"
#include "testantrag/shelf.hpp"
#include "testantrag/watch.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace anb::cli_testantrag {

/// With blanks behind it up to this width on the screen, one at least.
std::string padded(const std::string& text, std::size_t width);
/// "  [2/5] Anhang 1 von 1 übertragen     180 MiB"
std::string step_line(int step, int steps, const std::string& text, const std::string& more);
/// "09:31:04"
std::string clock_text(base::UtcTime at);
/// "180 MiB"
std::string size_text(std::uint64_t bytes);
/// ", Anhang nachweis.pdf (12 KiB)" for each.
std::string attachments_text(const testantrag::Package& package, const cli::Io& io);

base::Finding finding(base::Severity severity, const char* code, base::Values values,
                      const char* element);
json::Value text_or_null(const std::string& text);

/// What people type to name a sending.
std::string brief(const testantrag::Sending& sending);

/// The members "sending" and, over FIT-Connect, "submission_id" and "case_id", over OSCI
/// "message_id" of the document.
void describe(const testantrag::Sending& sending, cli::Io& io);

/// How an interrupted sending goes on, or is given up.
void show_way_on(const testantrag::Sending& sending, cli::Io& io);

/// Does `work` on a sending and describes how the sending stands, also when that fails; then with
/// the way on, unless something was not trustworthy.
///
/// @param sending  gives it as it stands now
cli::Exit accompany(const std::function<testantrag::Sending()>& sending, cli::Io& io,
                    const std::function<cli::Exit()>& work);

/// That a sending is not submitted yet.
cli::Exit show_unsent(const testantrag::Sending& sending, cli::Io& io);

/// After a dry run: what was not looked at.
void show_unchecked(const std::string& subject, const testantrag::Package& package, cli::Io& io);

/// A table, the member "sendings", and a warning for every damaged journal.
void show_list(const testantrag::Listing& listing, cli::Io& io);

/// A warning for every journal that cannot be read.
void show_damaged(const std::vector<testantrag::Damaged>& damaged, cli::Io& io);

/// Waits until `duration` is over or the user asks to stop.
void pause(base::Seconds duration, const cli::Io& io);
/// "  [2/5] 3 Anhänge" for a line of progress.
std::string progress_label(int step, int steps, std::size_t count, const cli::Io& io);

/// Shows each step on stderr and as an event; waits so that Ctrl-C is noticed at once. Uses `io` as
/// long as it lives.
///
/// @param line  of a step that is done; an empty one is not shown
/// @param step  in which the attachments travel
template <typename Step>
testantrag::WatchOf<Step> watch_of(cli::Io& io, std::function<std::string(const Step&)> line,
                                   int step, int steps)
{
    const auto bar = std::make_shared<std::unique_ptr<cli::Progress>>();
    return {
        .done =
            [&io, bar, line](const Step& done) {
                bar->reset();
                const auto text = line(done);
                if (!text.empty()) {
                    io.status(text);
                    io.event({{"event", "step"}, {"text", text}});
                }
            },
        .progress =
            [&io, bar, step, steps](std::size_t count, std::uint64_t sent, std::uint64_t total) {
                if (!*bar) {
                    *bar = io.progress(progress_label(step, steps, count, io));
                }
                (*bar)->update(sent, total);
            },
        .cancelled = [&io] { return io.cancelled(); },
        .pause = [&io](base::Seconds duration) { pause(duration, io); },
    };
}

} // namespace anb::cli_testantrag
