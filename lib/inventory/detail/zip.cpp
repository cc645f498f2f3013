// SPDX-License-Identifier: EUPL-1.2

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "inventory/detail/opener.hpp"

#include <algorithm>

namespace anb::inventory::detail {

namespace {

std::string_view reason(archive::State state)
{
    switch (state) {
    case archive::State::encrypted:
        return "encrypted_entry";
    case archive::State::too_large:
        return "too_large";
    case archive::State::damaged:
        return "damaged_entry";
    default:
        return {};
    }
}

std::string reason_of(const base::Error& error)
{
    const auto found = std::ranges::find_if(error.values(), [](const auto& value) {
        return value.first == "kind" || value.first == "reason";
    });
    return found == error.values().end() ? error.code() : found->second;
}

} // namespace

void Opener::read_archive(base::ByteView bytes)
{
    if (m_depth == k_most_archives) {
        refuse("ANB-C411", "reason", "nested_archives");
    }
    const auto outer = m_place;
    const auto skip = [&](std::string_view why) {
        find("ANB-C412", base::Severity::note,
             {{"file", base::printable(m_place)}, {"reason", std::string(why)}});
    };
    const bool whole = archive::walk(bytes, {}, [&](archive::Entry&& entry) {
        const auto name = entry.name.empty() ? "?" : entry.name;
        m_place = outer.empty() ? name : outer + "!" + name;
        if (entry.state != archive::State::read) {
            if (const auto why = reason(entry.state); !why.empty()) {
                skip(why);
            }
            return;
        }
        Opener inner(m_origin, m_opening);
        inner.m_depth = m_depth + 1;
        inner.m_place = m_place;
        try {
            inner.read(entry.content.reveal());
        } catch (const base::Error& error) {
            if (error.kind() != base::ErrorKind::input || error.code() == "ANB-C411") {
                throw;
            }
            skip(reason_of(error));
            return;
        }
        for (auto& item : inner.m_contents.items) {
            add(std::move(item));
        }
        std::ranges::move(inner.m_contents.findings, std::back_inserter(m_contents.findings));
    });
    m_place = outer;
    m_contents.ordered = false;
    if (!whole) {
        refuse("ANB-C401", "reason", "damaged_archive");
    }
}

} // namespace anb::inventory::detail
