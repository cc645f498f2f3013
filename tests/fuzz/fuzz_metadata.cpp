// Feeds arbitrary text to the reader and the rules of FIT-Connect's metadata.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "fitconnect/metadata.hpp"
#include "fitconnect/metadata_rules.hpp"

#include <cstdint>
#include <cstdlib>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const auto metadata = fitconnect::parse_metadata(text, "fuzz");
        const auto document = json::parse(text, "fuzz");
        const json::Reader reader(document, "fuzz");
        for (const auto* version : {"1.0.0", "2.1.0"}) {
            fitconnect::check_metadata_rules(reader, version);
        }
        fitconnect::data_sets_with_other_hash(reader);
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
    }
    return 0;
}
