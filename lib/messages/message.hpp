// The one table of everything the tools say: code → German, English, who must act, what to do
// next, and the page that --explain shows. Codes are never reused.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "base/report.hpp"

#include <span>
#include <string>
#include <string_view>

namespace anb::messages {

enum class Language { german, english };

struct Text {
    std::string_view de;
    std::string_view en;

    std::string_view in(Language language) const { return language == Language::german ? de : en; }
};

/// Who has to act. `none` for messages that ask nobody for anything.
enum class Responsible {
    none,
    kommune,
    fachverfahrenshersteller,
    dvdv_pflegende_stelle,
    landesredaktion,
    koordinierende_stelle,
    betreiber_intermediaer,
    fitconnect_support,
    netzwerk,
};

/// One message. Texts hold placeholders such as "{file}", filled from base::Values; a placeholder
/// without a value shows as "?". `cause` may be empty, everything else is complete in both
/// languages.
struct Message {
    std::string_view code;
    Text text;  ///< one sentence: what happened
    Text cause; ///< possible cause, only if we know
    Responsible responsible = Responsible::none;
    Text next;    ///< a command to copy, or what to ask whom
    Text explain; ///< one paragraph or more: what it means, why it matters, how to get rid of it
};

/// The row of a code, or null.
const Message* find(std::string_view code);

/// Every row, ordered by code.
std::span<const Message* const> all();

/// Puts values into a text. Values are made safe to show (base::printable).
std::string fill(std::string_view text, const base::Values& values);

/// German or English name of a responsible party, as user-journeys §7.9 spells it.
std::string_view name(Responsible responsible, Language language);

/// Stable English-or-German key for JSON: "kommune", "fitconnect_support"; "" for none.
std::string_view key(Responsible responsible);
/// Who must act on a finding: whom it names itself, else whom the message names.
Responsible responsible_for(const base::Finding& finding, const Message& message);

/// Words that reports use as stable English names ("revocation", "offline"), for people: the
/// German or English word, or the name itself with blanks for underscores when it has none.
std::string word(std::string_view key, Language language);

/// A row whose texts are all there; the tables assert it while compiling.
constexpr bool complete(const Message& message)
{
    const auto both = [](const Text& text) { return !text.de.empty() && !text.en.empty(); };
    return message.code.size() == 8 && message.code.starts_with("ANB-") && both(message.text) &&
           message.cause.de.empty() == message.cause.en.empty() && both(message.next) &&
           both(message.explain);
}

template <std::size_t size>
constexpr bool complete(const Message (&table)[size])
{
    for (const auto& message : table) {
        if (!complete(message)) {
            return false;
        }
    }
    return true;
}

} // namespace anb::messages
