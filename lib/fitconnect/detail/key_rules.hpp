// The single rules behind check_key() and lint().
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/key_profile.hpp"

namespace anb::fitconnect::detail {

/// Members that a public and a private JWK have in common.
struct Members {
    const crypto::PublicKey& key;
    const std::string& kid;
    const std::string& alg;
    const std::vector<std::string>& key_ops;
    bool is_private = false;
};

/// The role that alg, or else the operation, announces.
std::optional<KeyRole> role_of(const Members& members);

/// Judges key, kid, alg and key_ops. @param where  JSON Pointer of the key
void check_members(const Members& members, std::optional<KeyRole> role, const std::string& where,
                   base::Report& report);

/// Judges x5c and `use`.
void check_certificates(const jose::PublicJwk& jwk, std::optional<KeyRole> role,
                        const KeyRules& rules, const std::string& where, base::Report& report);

/// What keeps a key that the other side published from verifying signatures of FIT-Connect:
/// "alg", "use", "key_ops", "RSA 2048 < 4096", "e" or "x5c" (the leaf is another key). Members that
/// are absent keep it from nothing, for the services publish little about their own keys.
std::optional<std::string> unfit_to_verify(const jose::PublicJwk& jwk);

} // namespace anb::fitconnect::detail
