// Feeds arbitrary text to the readers of keys and key sets and to the linter.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "fitconnect/key_profile.hpp"

#include <cstdint>
#include <cstdlib>

using namespace anb;

namespace {

template <typename Call>
void attempt(const Call& call)
{
    try {
        call();
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    fitconnect::KeyRules rules;
    rules.production = size % 2 == 0;
    rules.at = base::from_unix(1'790'000'000);
    attempt([&] { fitconnect::lint(text, "fuzz", rules); });
    attempt([&] { jose::parse_jwk_set(text, "fuzz"); });
    attempt([&] { jose::to_text(jose::parse_private_jwk(text, "fuzz")); });
    return 0;
}
