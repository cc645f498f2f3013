// SPDX-License-Identifier: EUPL-1.2

#include "cli_validation/documents.hpp"

#include "base/ahead.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/spool.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"
#include "cli_validation/packages.hpp"
#include "cli_validation/view.hpp"
#include "xoev/check.hpp"
#include "xoev/unchecked.hpp"
#include "xoev/version_rules.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <thread>

namespace anb::cli_validation {

namespace {

using base::Severity;

constexpr std::size_t k_chunk = 8;
constexpr std::size_t k_many = 1000;                       ///< documents: progress is shown
constexpr std::uint64_t k_large = std::uint64_t{64} << 20; ///< bytes: the same
constexpr std::uint64_t k_most_json = std::uint64_t{32} << 20;

/// What became of one document.
struct Outcome {
    std::optional<xoev::Verdict> verdict;
    std::optional<base::Error> error;
};

void collect_uris(const json::Value& value, std::set<std::string>& uris)
{
    for (const auto& [name, member] : value.items()) {
        if (value.is_object() && name == "schemaUri" && member.is_string()) {
            uris.insert(member.get<std::string>());
        }
        if (member.is_structured()) {
            collect_uris(member, uris);
        }
    }
}

/// --schema-uri: the URN itself, or those in a Zustellpunkt's JSON.
std::vector<xoev::Identity> wanted(const Options& options)
{
    std::set<std::string> uris;
    if (options.schema_uri == "-") {
        const auto bytes = base::read_file("-", k_most_json);
        collect_uris(json::parse(base::as_text(bytes), "-"), uris);
    } else if (!options.schema_uri.empty()) {
        uris.insert(options.schema_uri);
    }
    std::vector<xoev::Identity> identities;
    for (const auto& uri : uris) {
        if (const auto identity = xoev::parse_version_urn(uri)) {
            identities.push_back(*identity);
        }
    }
    if (identities.empty() && !options.schema_uri.empty()) {
        throw base::Error(base::ErrorKind::usage, "ANB-G110",
                          {{"option", "--schema-uri"},
                           {"value", uris.empty() ? options.schema_uri : *uris.begin()},
                           {"expected", "urn:xoev-de:…:standard:xsozialbasis_2.5.0"}});
    }
    return identities;
}

xoev::TestRules test_rules(const Options& options)
{
    if (options.testdata_rules.empty()) {
        return xoev::TestRules::shipped();
    }
    const auto bytes = base::read_file(options.testdata_rules, k_most_json);
    return xoev::TestRules::read(base::as_text(bytes), options.testdata_rules);
}

bool is_xml_name(const std::string& path)
{
    return base::to_lower_ascii(path).ends_with(".xml");
}

bool same_content(const std::string& path, const std::string& other)
{
    base::FileReader one(path), two(other);
    std::array<std::byte, std::size_t{16} * 1024> left, right;
    while (true) {
        const auto count = one.read(left);
        if (count != two.read(right) ||
            !std::ranges::equal(std::span(left).first(count), std::span(right).first(count))) {
            return false;
        }
        if (count == 0) {
            return true;
        }
    }
}

class Run {
public:
    Run(const Options& options, cli::Io& io)
        : m_options(options), m_io(io),
          m_library({options.schema_folders.begin(), options.schema_folders.end()}, own_folder()),
          m_rules(options.testdata ? test_rules(options) : xoev::TestRules())
    {
        m_check.wanted = wanted(options);
        m_check.wanted_version = options.schema_version;
        m_check.test_rules = options.testdata ? &m_rules : nullptr;
        m_check.max_findings = static_cast<std::size_t>(options.max_findings);
        m_check.at = io.judged_at();
    }

    cli::Exit check(const std::vector<base::Place>& places)
    {
        m_alone = places.size() == 1;
        const auto cores = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
        const auto threads = m_options.jobs > 0 ? static_cast<std::size_t>(m_options.jobs) : cores;
        m_checkers.resize(threads);
        base::Ahead<Outcome> outcomes(
            places.size(), threads, k_chunk,
            [&](std::size_t i, std::size_t worker) { return judge(places[i].path, worker); });
        const auto progress = places.size() > k_many && m_io.common().output != "-"
                                  ? m_io.progress(m_io.say("Prüfe", "Checking"))
                                  : nullptr;
        for (std::size_t i = 0; i < places.size() && !m_io.cancelled(); ++i) {
            auto& outcome = outcomes.next();
            if (m_io.cancelled()) {
                break;
            }
            show(places[i].path, outcome);
            if (progress) {
                progress->update(i + 1, places.size());
            }
        }
        m_coverage.show(m_io);
        return m_io.verdict();
    }

    /// The document passes through a spool, so that exactly what was checked is passed on.
    cli::Exit filter(const std::string& path)
    {
        base::FileReader file(path);
        base::Spool spool;
        xoev::DocumentChecker checker(m_library, m_check);
        auto verdict = checker.check(path, [&](std::span<std::byte> buffer) {
            const auto count = file.read(buffer);
            spool.write(buffer.first(count));
            return count;
        });
        const bool valid = verdict.report.accepted() && verdict.edition != nullptr;
        m_io.status(headline(path, verdict, m_options.testdata, m_io));
        m_coverage.take(verdict, m_options.testdata);
        for (const auto& line : m_coverage.lines(m_io)) {
            m_io.status(line);
        }
        verdict.report.subject = "file:" + path;
        m_io.add(std::move(verdict.report));
        if (valid) {
            spool.read([&](base::ByteView piece) { m_io.data(piece); });
        } else {
            m_io.data({});
        }
        return m_io.verdict();
    }

private:
    Outcome judge(const std::string& path, std::size_t worker)
    {
        try {
            auto& kept = m_checkers[worker];
            auto checker = kept ? std::move(kept)
                                : std::make_unique<xoev::DocumentChecker>(m_library, m_check);
            base::FileReader file(path);
            std::unique_ptr<cli::Progress> progress;
            if (m_alone && file.size() > k_large) {
                progress = m_io.progress(m_io.say("Prüfe", "Checking"));
            }
            std::uint64_t done = 0;
            Outcome outcome{checker->check(path,
                                           [&](std::span<std::byte> buffer) {
                                               const auto count = file.read(buffer);
                                               done += count;
                                               if (progress) {
                                                   progress->update(done, file.size());
                                               }
                                               return m_io.cancelled() ? 0 : count;
                                           }),
                            std::nullopt};
            kept = std::move(checker);
            return outcome;
        } catch (const base::Error& error) {
            return {std::nullopt, error};
        } catch (const std::bad_alloc&) {
            return {std::nullopt, base::Error(base::ErrorKind::internal, "ANB-G901")};
        }
    }

    void show(const std::string& path, Outcome& outcome)
    {
        const auto subject = "file:" + path;
        if (outcome.error) {
            if (m_alone) {
                throw base::Error(*outcome.error);
            }
            m_io.add_failure(subject, *outcome.error);
            return;
        }
        auto& verdict = *outcome.verdict;
        m_coverage.take(verdict, m_options.testdata);
        m_io.line(headline(path, verdict, m_options.testdata, m_io));
        compare_uuid(path, verdict);
        hint_at_newer(verdict);
        if (m_io.common().format != "text") {
            add_facts(verdict);
            xoev::add_unchecked(verdict);
        }
        verdict.report.subject = subject;
        m_io.add(std::move(verdict.report));
    }

    void compare_uuid(const std::string& path, xoev::Verdict& verdict)
    {
        if (verdict.message_uuid.empty() || path == "-" || !verdict.report.accepted()) {
            return;
        }
        const auto [at, fresh] = m_uuids.try_emplace(verdict.message_uuid, path);
        if (!fresh && !same_content(at->second, path)) {
            base::Finding finding;
            finding.severity = Severity::warning;
            finding.code = "ANB-V164";
            finding.values = {{"other", at->second}};
            finding.where = path;
            finding.element = "nachrichtenUUID";
            verdict.report.findings.push_back(std::move(finding));
        }
    }

    /// Once for each standard.
    void hint_at_newer(xoev::Verdict& verdict)
    {
        if (verdict.edition == nullptr || !verdict.report.accepted()) {
            return;
        }
        const auto* newer = xoev::newer_than(m_library, *verdict.edition);
        if (newer != nullptr && m_hinted.insert(verdict.edition->title()).second) {
            base::Finding finding;
            finding.severity = Severity::note;
            finding.code = "ANB-V113";
            finding.values = {{"standard", verdict.edition->title()},
                              {"newer", newer->identity->version},
                              {"day", base::format_date(xoev::last_change_day(m_io.judged_at()))}};
            finding.element = "standard_version";
            verdict.report.findings.push_back(std::move(finding));
        }
    }

    const Options& m_options;
    cli::Io& m_io;
    xoev::Library m_library;
    xoev::TestRules m_rules;
    xoev::CheckOptions m_check;
    Coverage m_coverage;
    bool m_alone = false;
    std::vector<std::unique_ptr<xoev::DocumentChecker>> m_checkers; ///< by worker
    std::map<std::string, std::string> m_uuids; ///< and the first document with each
    std::set<std::string> m_hinted;
};

std::vector<base::Place> documents(const Options& options)
{
    auto places = base::expand(options.files, options.recursive);
    std::erase_if(places, [](const base::Place& place) {
        return place.from_folder && !is_xml_name(place.path);
    });
    if (places.empty()) {
        throw base::Error(base::ErrorKind::missing, "ANB-G201",
                          {{"file", base::join(options.files, " ") + "/*.xml"}});
    }
    return places;
}

} // namespace

cli::Exit run(const Options& options, cli::Io& io)
{
    if (options.package_command != nullptr) {
        return options.package_command(options, io);
    }
    if (options.files.empty()) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", "FILE"}});
    }
    const auto places = documents(options);
    if (std::ranges::count(options.files, "-") > 1) {
        throw base::Error(base::ErrorKind::usage, "ANB-G113", {{"option", "-"}, {"other", "-"}});
    }
    if (options.schema_uri == "-" &&
        std::ranges::find(places, "-", &base::Place::path) != places.end()) {
        throw base::Error(base::ErrorKind::usage, "ANB-G113",
                          {{"option", "--schema-uri -"}, {"other", "-"}});
    }
    if (options.filter && places.size() != 1) {
        throw base::Error(base::ErrorKind::usage, "ANB-G113",
                          {{"option", "--filter"}, {"other", "FILE FILE"}});
    }
    // The process ends behind this; giving all memory back piece by piece would take a tenth of the
    // time that one small document takes.
    static auto* const work = new Run(options, io);
    return options.filter ? work->filter(places.front().path) : work->check(places);
}

} // namespace anb::cli_validation
