// Feeds arbitrary bytes to the reader of business rules, and puts what it reads to a document.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "schematron/rules.hpp"

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

using namespace anb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::string_view k_document =
        "<x:a xmlns:x='https://musterstadt.example/schema/XSozial-basis/Version_2_3_1' n='1'>"
        "<x:b><code>eins</code></x:b><x:b><code>zwei</code></x:b><c/><d>5</d></x:a>";
    static const auto document = xml::read_tree(base::as_bytes(k_document), "d");
    try {
        schematron::Rules::read(std::as_bytes(std::span(data, size)), "fuzz").check(*document);
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input) {
            std::abort();
        }
    }
    return 0;
}
