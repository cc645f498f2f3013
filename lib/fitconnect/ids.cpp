// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/ids.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::fitconnect {

namespace {

constexpr std::string_view k_leika_urn = "urn:de:fim:leika:leistung:";

bool only_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char character) { return character >= '0' && character <= '9'; });
}

[[noreturn]] void refuse(const char* code, std::string_view text)
{
    throw base::Error(base::ErrorKind::usage, code, {{"value", std::string(text)}});
}

} // namespace

template <typename Tag>
Id<Tag> Id<Tag>::parse(std::string_view text)
{
    const auto canonical = base::canonical_uuid(text);
    if (!canonical) {
        refuse("ANB-F330", text);
    }
    Id id;
    id.m_text = *canonical;
    return id;
}

template class Id<DestinationTag>;
template class Id<SubmissionTag>;
template class Id<CaseTag>;
template class Id<AttachmentTag>;

Ars Ars::parse(std::string_view text)
{
    const auto digits = text.starts_with("DE") ? text.substr(2) : text;
    if (!only_digits(digits)) {
        refuse("ANB-F321", text);
    }
    switch (digits.size()) {
    case 2:
    case 3:
    case 5:
    case 9:
    case 12: {
        Ars ars;
        ars.m_text = digits;
        return ars;
    }
    case 8:
        refuse("ANB-F320", text);
    default:
        refuse("ANB-F321", text);
    }
}

LeikaKey LeikaKey::parse(std::string_view text)
{
    const auto digits = text.starts_with(k_leika_urn) ? text.substr(k_leika_urn.size()) : text;
    if (digits.size() != 14 || !digits.starts_with("99") || !only_digits(digits)) {
        refuse("ANB-F322", text);
    }
    LeikaKey key;
    key.m_text = digits;
    return key;
}

std::string LeikaKey::urn() const
{
    return std::string(k_leika_urn) + m_text;
}

bool region_covers(std::string_view offered, const Ars& ars)
{
    return offered.starts_with("DE") && only_digits(offered.substr(2)) &&
           (offered == "DE000000000000" || ars.str().starts_with(offered.substr(2)));
}

} // namespace anb::fitconnect
