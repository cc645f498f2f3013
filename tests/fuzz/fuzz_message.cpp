// Feeds arbitrary bytes to the whole check of a message, against the invented standard: in pieces
// and at once the findings are the same.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "xoev/check.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>

using namespace anb;

namespace {

std::string verdict(xoev::DocumentChecker& checker, base::ByteView document, std::size_t piece)
{
    try {
        const auto result = checker.check("fuzz", [&](std::span<std::byte> buffer) {
            const auto count = std::min({piece, document.size(), buffer.size()});
            std::ranges::copy(document.first(count), buffer.begin());
            document = document.subspan(count);
            return count;
        });
        std::string text = result.schema_valid ? "valid" : "invalid";
        for (const auto& finding : result.report.findings) {
            text += finding.code.starts_with("ANB-X") ? " X" : " " + finding.code + finding.where;
        }
        return text;
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::missing) {
            std::abort();
        }
        return error.code();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const xoev::Library library({ANB_TESTDATA "/schema"});
    static const auto rules = xoev::TestRules::shipped();
    static const xoev::CheckOptions options{
        .wanted = {}, .wanted_version = {}, .test_rules = &rules, .max_findings = 50};
    static xoev::DocumentChecker checker(library, options);
    const auto document = std::as_bytes(std::span(data, size));
    const auto in_pieces = verdict(checker, document, 13);
    const auto at_once = verdict(checker, document, size + 1);
    if (in_pieces != at_once) {
        std::fprintf(stderr, "in pieces: %s\nat once: %s\n", in_pieces.c_str(), at_once.c_str());
        std::abort();
    }
    return 0;
}
