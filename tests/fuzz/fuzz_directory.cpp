// Feeds arbitrary answers to the readers of `dvdv`: what is accepted comes back the same when it
// was written, and a whole entry can be judged. SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "dvdv/check.hpp"

#include <cstdint>
#include <cstdlib>

using namespace anb;

namespace {

void read_as_wsdl(std::string_view text)
{
    try {
        dvdv::read_wsdl(text);
    } catch (const base::Error& error) {
        if (error.code() != "ANB-D225") {
            std::abort();
        }
    }
}

void judge(const json::Value& value)
{
    dvdv::Observation seen;
    seen.service.presence = dvdv::Presence::found;
    seen.service.service = dvdv::read_service(value);
    seen.organizations = {dvdv::read_description(value)};
    seen.replicas = {{"other", seen.service, {}}};
    const auto written = dvdv::to_json(seen.service.service);
    if (json::dump(dvdv::to_json(dvdv::read_service(written))) != json::dump(written)) {
        std::abort();
    }
    dvdv::Expectation expected;
    expected.organization_key = "soa:05999000";
    dvdv::CheckRules rules;
    rules.certificates.at = base::from_unix(1800000000);
    if (dvdv::check_entry(seen, expected, rules).facts.empty()) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (!base::is_utf8(base::printable(dvdv::decode_header_words(text)))) {
        std::abort();
    }
    read_as_wsdl(text);
    try {
        judge(json::parse(text, "fuzz"));
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
    }
    return 0;
}
