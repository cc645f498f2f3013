// SPDX-License-Identifier: EUPL-1.2

#include "messages/message.hpp"

#include <algorithm>

namespace anb::messages {

namespace {

struct Word {
    std::string_view key;
    Text text;
};

constexpr Word k_words[] = {
    {"addressing_information", {"Adressierungsinformationen", "addressing information"}},
    {"attachments", {"Anlagen", "attachments"}},
    {"chain", {"Zertifikatskette", "certificate chain"}},
    {"data", {"Fachdaten", "data"}},
    {"data_schema", {"Fachdatenschema", "data schema"}},
    {"metadata_schema", {"Metadatenschema", "metadata schema"}},
    {"no_anchor", {"kein Vertrauensanker", "no trust anchor"}},
    {"no_network", {"ohne Netz", "no network"}},
    {"no_schema", {"Schema nicht installiert", "schema not installed"}},
    {"not_requested", {"nicht verlangt", "not requested"}},
    {"offline", {"ohne Netz", "offline"}},
    {"revocation", {"Sperrstatus", "revocation status"}},
    {"routing", {"Routing", "routing"}},
    {"schema", {"Schema", "schema"}},
    {"signature", {"Signatur", "signature"}},
    {"trust", {"Vertrauensanker", "trust anchor"}},
};

static_assert(std::ranges::is_sorted(k_words, {}, &Word::key));

} // namespace

std::string word(std::string_view key, Language language)
{
    const auto* found = std::ranges::lower_bound(k_words, key, {}, &Word::key);
    if (found != std::end(k_words) && found->key == key) {
        return std::string(found->text.in(language));
    }
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return text;
}

} // namespace anb::messages
