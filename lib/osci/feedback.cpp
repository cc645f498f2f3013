// SPDX-License-Identifier: EUPL-1.2

#include "osci/feedback.hpp"

#include "base/text.hpp"
#include "osci/detail/shipped_feedback.hpp"

#include <algorithm>

namespace anb::osci {

namespace {

std::vector<FeedbackCode> read_codes(std::string_view text)
{
    std::vector<FeedbackCode> codes;
    for (const auto line : base::split(text, '\n')) {
        const auto cells = base::split(line, '\t');
        if (cells.size() == 3) {
            codes.push_back({cells[0], cells[1], cells[2]});
        }
    }
    return codes;
}

bool is_code(std::string_view text)
{
    return text.size() == 4 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

FeedbackClass classify(std::string_view code)
{
    if (is_code(code) && code.front() == '0') {
        return FeedbackClass::done;
    }
    return is_code(code) && code.front() == '3' ? FeedbackClass::warning : FeedbackClass::failed;
}

const std::vector<FeedbackCode>& feedback_codes()
{
    static const auto codes = read_codes(detail::k_shipped_feedback);
    return codes;
}

const FeedbackCode* find_feedback(std::string_view code)
{
    const auto& codes = feedback_codes();
    const auto found = std::ranges::find(codes, code, &FeedbackCode::code);
    return found == codes.end() ? nullptr : &*found;
}

std::string gravest(const std::vector<FeedbackEntry>& entries)
{
    const auto found = std::ranges::max_element(
        entries, {}, [](const FeedbackEntry& entry) { return classify(entry.code); });
    return found == entries.end() ? std::string() : found->code;
}

bool has(const std::vector<FeedbackEntry>& entries, std::string_view code)
{
    return std::ranges::find(entries, code, &FeedbackEntry::code) != entries.end();
}

} // namespace anb::osci
