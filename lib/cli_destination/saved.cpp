// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/saved.hpp"

#include "base/file.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::cli_destination {

namespace {

constexpr std::uint64_t k_largest = 256 * 1024;

bool is_blank(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

} // namespace

SavedAddressing pasted_addressing(const std::string& text)
{
    SavedAddressing saved{std::string(base::trim(text)), false};
    saved.broken = std::ranges::any_of(saved.text, is_blank);
    std::erase_if(saved.text, is_blank);
    return saved;
}

SavedAddressing read_addressing(const std::string& file)
{
    const auto bytes = base::read_file(file, k_largest);
    return pasted_addressing(std::string(base::as_text(bytes)));
}

} // namespace anb::cli_destination
