// A pattern and, behind its line, texts: what stands in its place admits the same of them.
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "xml/alphabet.hpp"

#include <libxml/xmlerror.h>
#include <libxml/xmlregexp.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>

using namespace anb;

namespace {

constexpr std::size_t k_longest_pattern = 400;
constexpr std::size_t k_longest_text = 24; ///< libxml2 tries every way of reading a text

const xmlChar* as_text(const std::string& text)
{
    return reinterpret_cast<const xmlChar*>(text.c_str());
}

/// libxml2's answers.
class Pattern {
public:
    explicit Pattern(const std::string& pattern)
        : m_compiled(xmlRegexpCompile(as_text(pattern)), xmlRegFreeRegexp)
    {
    }
    bool is_one() const { return m_compiled != nullptr; }
    bool admits(const std::string& text) const
    {
        return xmlRegexpExec(m_compiled.get(), as_text(text)) == 1;
    }

private:
    std::unique_ptr<xmlRegexp, void (*)(xmlRegexp*)> m_compiled;
};

void ignore(void*, const char*, ...) {}

void demand(bool held)
{
    if (!held) {
        std::abort();
    }
}

/// What a schema or a document may consist of.
bool is_text(std::string_view input)
{
    return base::is_utf8(input) &&
           std::ranges::all_of(base::to_code_points(input), [](char32_t point) {
               return point >= U' ' ? point != 0xFFFE && point != 0xFFFF
                                    : point == U'\t' || point == U'\n' || point == U'\r';
           });
}

void compare(const std::string& original_text, const xml::Alphabet& alphabet,
             std::span<const std::string_view> texts)
{
    const auto without_text = alphabet.pattern_without_sequences();
    if (without_text.empty()) {
        return;
    }
    const Pattern original(original_text), equal(alphabet.pattern()), without(without_text);
    demand(original.is_one() && equal.is_one() && without.is_one());
    for (const auto& each : texts) {
        const std::string text(each.substr(0, k_longest_text));
        if (!base::is_utf8(text)) {
            continue;
        }
        const bool admitted = original.admits(text);
        demand(equal.admits(text) == admitted);
        demand(admitted || !without.admits(text));
        if (!admitted) {
            alphabet.find_stranger(text);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    xmlSetGenericErrorFunc(nullptr, ignore);
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto lines = base::split(input, '\n');
    const std::string pattern(lines.front());
    if (pattern.size() <= k_longest_pattern && is_text(input)) {
        if (const auto alphabet = xml::Alphabet::read(pattern)) {
            compare(pattern, *alphabet, std::span(lines).subspan(1));
        }
    }
    return 0;
}
