// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/files.hpp"

#include "base/ahead.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_certificates/opening.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <thread>

namespace anb::cli_certificates {

namespace {

using base::Severity;

constexpr std::size_t k_chunk = 16;
constexpr std::size_t k_many = 1000; ///< from here on progress is shown

/// What became of one file.
struct Outcome {
    std::vector<inventory::Judged> verdicts;
    std::optional<base::Error> error;
    bool needs_password = false;
};

class Run {
public:
    /// @param alone  there is one file, and the caller throws its failure
    Run(const Options& options, const pki::Issuers& trust, const Question& question, cli::Io& io,
        bool alone)
        : m_options(options), m_trust(trust), m_question(question), m_io(io), m_opener(options, io),
          m_alone(alone)
    {
    }

    void check(std::span<const base::Place> places, const std::function<void()>& shown)
    {
        const auto cores = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
        const auto wanted = m_options.jobs > 0 ? static_cast<std::size_t>(m_options.jobs) : cores;
        base::Ahead<Outcome> outcomes(
            places.size(), wanted, k_chunk,
            [&](std::size_t i, std::size_t) { return judge(places[i].path); });
        for (const auto& place : places) {
            if (m_io.cancelled()) {
                break;
            }
            auto& outcome = outcomes.next();
            if (outcome.needs_password) {
                outcome = judge_with_password(place.path);
            }
            show(place, outcome);
            shown();
        }
    }

    const std::optional<base::Error>& failure() const { return m_failure; }
    std::size_t judged() const { return m_judged; }

private:
    Outcome judge(const std::string& path) const
    {
        try {
            inventory::Opening opening;
            opening.at = m_question.options.at;
            const auto bytes = base::read_file(path, inventory::k_most_bytes);
            return {judge(inventory::open(bytes, path, opening), path), std::nullopt, false};
        } catch (const base::Error& error) {
            return {{}, error, error.code() == "ANB-G120"};
        } catch (const std::bad_alloc&) {
            return {{}, base::Error(base::ErrorKind::internal, "ANB-G901"), false};
        }
    }

    Outcome judge_with_password(const std::string& path)
    {
        try {
            return {judge(m_opener.open(path), path), std::nullopt, false};
        } catch (const base::Error& error) {
            return {{}, error, false};
        }
    }

    std::vector<inventory::Judged> judge(const inventory::Contents& contents,
                                         const std::string& path) const
    {
        return inventory::check(contents, path, m_trust, m_question.options);
    }

    void show(const base::Place& place, Outcome& outcome)
    {
        if (outcome.error) {
            return show_error(place, *outcome.error);
        }
        for (auto& judged : outcome.verdicts) {
            ++m_judged;
            cli_certificates::show(judged, m_question, m_io);
        }
    }

    void show_error(const base::Place& place, const base::Error& error)
    {
        const auto subject = "file:" + place.path;
        if (!place.from_folder || error.kind() != base::ErrorKind::input) {
            m_failure = m_failure ? m_failure : std::optional(error);
            if (!m_alone) {
                m_io.add_failure(subject, error, m_question.names);
            }
            return;
        }
        const auto reason = std::ranges::find_if(error.values(), [](const auto& value) {
            return value.first == "kind" || value.first == "reason";
        });
        base::Finding finding;
        finding.severity = Severity::note;
        finding.code = "ANB-C412";
        finding.values = {
            {"file", place.path},
            {"reason", reason == error.values().end() ? error.code() : reason->second}};
        finding.element = "file";
        m_io.add({subject, m_question.names, {std::move(finding)}, {}});
    }

    const Options& m_options;
    const pki::Issuers& m_trust;
    const Question& m_question;
    cli::Io& m_io;
    FileOpener m_opener;
    std::optional<base::Error> m_failure;
    bool m_alone;
    std::size_t m_judged = 0;
};

} // namespace

cli::Exit check_files(const std::vector<base::Place>& places, const Options& options,
                      const pki::Issuers& trust, const Question& question, cli::Io& io)
{
    const bool alone = places.size() == 1 && !places.front().from_folder;
    Run run(options, trust, question, io, alone);
    std::unique_ptr<cli::Progress> progress;
    if (places.size() > k_many && io.common().format != "text") {
        progress = io.progress(io.say("Prüfe Dateien", "Checking files"));
    }
    run.check(places, [&, count = std::size_t{0}]() mutable {
        if (progress) {
            progress->update(++count, places.size());
        }
    });
    if (const auto& failure = run.failure(); failure && alone) {
        throw base::Error(*failure);
    }
    if (run.judged() == 0 && !run.failure() && !io.cancelled()) {
        throw base::Error(base::ErrorKind::input, "ANB-C401",
                          {{"file", base::join(options.files, " ")}, {"reason", "no_certificate"}});
    }
    return io.verdict();
}

} // namespace anb::cli_certificates
