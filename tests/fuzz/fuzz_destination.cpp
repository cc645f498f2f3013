// Feeds arbitrary text to the readers of destinations, saved states, version lists and addressing
// information: what is accepted can be judged, edited and written.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "fitconnect/addressing.hpp"
#include "fitconnect/destination_check.hpp"
#include "fitconnect/destination_edit.hpp"

#include <cstdint>
#include <cstdlib>

using namespace anb;

namespace {

/// Runs a reader that may refuse with one kind of error only.
template <typename Read>
void try_out(base::ErrorKind allowed, Read read)
{
    try {
        read();
    } catch (const base::Error& error) {
        if (error.kind() != allowed) {
            std::abort();
        }
    }
}

void judge(const fitconnect::Destination& destination)
{
    fitconnect::Observation seen;
    seen.destination = destination;
    fitconnect::CheckRules rules;
    rules.keys.at = base::from_unix(1800000000);
    rules.versions = fitconnect::SchemaVersions::shipped();
    if (fitconnect::check_destination(seen, {}, rules).facts.empty()) {
        std::abort();
    }
    base::Report report;
    if (!fitconnect::edit_back(destination, destination, report).patch.is_null()) {
        std::abort();
    }
    try_out(base::ErrorKind::missing, [&] {
        fitconnect::edit_schema(destination, std::nullopt,
                                {"urn:xoev-de:d-nrw:standard:xsozialbasis", "2.3.1", {}});
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto schema = fitconnect::parse_schema_uri(text)) {
        if (fitconnect::parse_schema_uri(schema->uri())->uri() != schema->uri()) {
            std::abort();
        }
    }
    try_out(base::ErrorKind::trust, [&] { fitconnect::parse_addressing(text); });
    try_out(base::ErrorKind::input, [&] { fitconnect::SchemaVersions::parse(text, "fuzz"); });
    try_out(base::ErrorKind::input,
            [&] { judge(fitconnect::parse_saved_state(text, "fuzz").destination); });
    return 0;
}
