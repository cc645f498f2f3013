// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/inspecting.hpp"

#include "base/error.hpp"
#include "base/folder.hpp"
#include "base/text.hpp"
#include "cli_testantrag/fitconnect/fetching_view.hpp"
#include "cli_testantrag/osci/inspect_view.hpp"
#include "testantrag/fitconnect/inspect.hpp"
#include "testantrag/osci/case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace anb::cli_testantrag {

namespace {

constexpr std::uint64_t k_max_token = 512ULL * 1024 * 1024;
constexpr std::size_t k_front = 2048;

/// A file of which the first bytes were looked at already.
class Peeked {
public:
    explicit Peeked(const std::string& path) : m_reader(path), m_front(k_front)
    {
        std::size_t count = 0;
        while (count < m_front.size()) {
            const auto more = m_reader.read(std::span(m_front).subspan(count));
            if (more == 0) {
                break;
            }
            count += more;
        }
        m_front.resize(count);
    }

    std::string_view front() const { return base::as_text(m_front); }

    std::size_t read(std::span<std::byte> buffer)
    {
        if (m_at == m_front.size()) {
            return m_reader.read(buffer);
        }
        const auto count = std::min(buffer.size(), m_front.size() - m_at);
        std::copy_n(m_front.begin() + static_cast<std::ptrdiff_t>(m_at), count, buffer.begin());
        m_at += count;
        return count;
    }

private:
    base::FileReader m_reader;
    base::Bytes m_front;
    std::size_t m_at = 0;
};

cli::Exit exit_of(const base::Report& report)
{
    const auto is_for_others = [](const base::Finding& finding) {
        return finding.code == "ANB-O201";
    };
    if (std::ranges::any_of(report.findings, is_for_others)) {
        return cli::Exit::denied;
    }
    if (testantrag::is_untrusted(report)) {
        return cli::Exit::not_trusted;
    }
    return report.accepted() ? cli::Exit::ok : cli::Exit::failed;
}

/// Where --output wants the parts; nothing when it wants none.
std::optional<base::AtomicFolder> place_for(const cli::Io& io)
{
    const auto& output = io.common().output;
    return output == "-" ? std::nullopt : std::optional<base::AtomicFolder>(output);
}

void store(base::AtomicFolder& place, const testantrag::OsciInspection& inspection, cli::Io& io)
{
    const auto& delivery = inspection.delivery;
    if (delivery.files.empty() || !delivery.report.accepted()) {
        io.status(io.say("Nichts geschrieben: Kein Inhalt wurde geöffnet und vollständig geprüft.",
                         "Nothing written: no content was opened and verified completely."));
        return;
    }
    const auto manifest = testantrag::manifest_of(delivery, io.now());
    testantrag::write_documents(place.path(), manifest, delivery, *inspection.incoming);
    place.commit();
    io.document()["folder"] = io.common().output;
    io.line(fmt::format("{} {}", io.say("Geschrieben nach", "Written to"),
                        base::printable(io.common().output)));
}

cli::Exit inspect_message(const ReceivingOptions& options, Peeked& file, cli::Io& io)
{
    const auto stores = load_stores(options.stores, io);
    osci::KeyRing ring;
    for (const auto& each : stores) {
        ring.push_back(&each);
    }
    auto place = place_for(io);
    const auto inspection = testantrag::inspect_osci(
        [&](std::span<std::byte> buffer) { return file.read(buffer); }, options.file, ring,
        io.judged_at(), place ? place->path() : base::fs::path());
    show_inspection(inspection, io);
    if (place) {
        store(*place, inspection, io);
    }
    return exit_of(inspection.delivery.report);
}

cli::Exit inspect_token(const ReceivingOptions& options, Peeked& file, cli::Io& io)
{
    const auto bytes =
        base::read_all([&](std::span<std::byte> buffer) { return file.read(buffer); }, k_max_token);
    if (!bytes) {
        throw base::Error(
            base::ErrorKind::input, "ANB-G203",
            {{"file", options.file}, {"reason", fmt::format("> {} bytes", k_max_token)}});
    }
    show_facts(testantrag::inspect_token(base::as_text(*bytes), options.file), io);
    return cli::Exit::ok;
}

} // namespace

cli::Exit inspect(const ReceivingOptions& options, cli::Io& io)
{
    Peeked file(options.file);
    return testantrag::looks_like_osci(file.front()) ? inspect_message(options, file, io)
                                                     : inspect_token(options, file, io);
}

} // namespace anb::cli_testantrag
