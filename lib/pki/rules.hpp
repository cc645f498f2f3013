// What each use demands of a certificate: rules as data, each with its source.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace anb::pki {

/// What a certificate is meant for. `general` judges only what holds for every certificate;
/// `osci` demands both roles, `osci_enc` and `osci_sig` one of them.
enum class Use {
    general,
    fitconnect,
    fitconnect_enc,
    fitconnect_sig,
    osci,
    osci_enc,
    osci_sig,
    dvdv_client,
    tls
};

/// "fitconnect-enc"; "" for general.
std::string_view key(Use use);
std::optional<Use> to_use(std::string_view key);

/// How grave it is when a rule is broken; `off` when the rule does not apply.
enum class Level { off, note, warning, error };

struct Rule {
    std::string_view code;     ///< of the finding: "ANB-C140"
    std::string_view element;  ///< stable English name of what is judged: "key_bits"
    std::string_view expected; ///< what would be right; shown to users
    int limit = 0;             ///< the number in `expected`, where there is one
    Level test = Level::error;
    Level production = Level::error;
    std::string_view source; ///< "certificates:3", "rfc5280:4.2.1.3"
};

/// The rules of one use, those for every certificate not included.
std::span<const Rule> rules_of(Use use);
/// The rules for every certificate.
std::span<const Rule> general_rules();

/// The rule of a use for one code, or the general one; null when neither speaks of it.
const Rule* find_rule(Use use, std::string_view code);

} // namespace anb::pki
