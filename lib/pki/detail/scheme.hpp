// Password-based encryption schemes of PKCS#12 bags: what they are called, what they cost, and what
// is needed to undo them. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/openssl.hpp"

#include <cstdint>
#include <string>
#include <string_view>

struct X509_algor_st;
struct asn1_string_st;
struct ossl_lib_ctx_st;
struct ossl_provider_st;

namespace anb::pki::detail {

struct Scheme {
    std::string name;          ///< "AES-256-CBC", "3DES", "RC2-40"
    bool outdated = false;     ///< no cipher for new stores
    bool needs_legacy = false; ///< only OpenSSL's legacy provider has it
    bool raw_password = false; ///< takes the password's bytes, not UTF-16 (PBES1, PBES2)
    std::uint64_t iterations = 1;
};

/// Limits against stores made to keep the reader busy (certificates.md §11.4).
class Guard {
public:
    /// @param iterations  the most for everything in the store together
    Guard(std::string_view origin, std::uint64_t iterations)
        : m_origin(origin), m_left(iterations), m_limit(iterations)
    {
    }

    /// Reads a scheme with its parameters and charges its iterations; nothing is computed.
    /// @throws Error{input} ANB-J107 over a limit, ANB-J117 for an unknown scheme, ANB-J102
    Scheme examine(const X509_algor_st* algorithm);
    /// Charges the MAC. @throws as examine()
    void examine_mac(const X509_algor_st* digest, const asn1_string_st* salt,
                     const asn1_string_st* iterations);
    /// Counts one bag at some depth. @throws Error{input} ANB-J107
    void count_bag(int depth);

    /// Some scheme or the MAC has one iteration only.
    bool seen_single_iteration() const { return m_single; }

private:
    std::uint64_t charge(const asn1_string_st* iterations);
    void check_salt(const asn1_string_st* salt) const;
    Scheme examine_pbes2(const X509_algor_st* algorithm);
    [[noreturn]] void refuse_excess(std::string name, std::string found, std::uint64_t limit) const;
    [[noreturn]] void refuse_unknown(std::string name) const;
    [[noreturn]] void refuse_damaged(std::string reason) const;

    std::string_view m_origin;
    std::uint64_t m_left;
    std::uint64_t m_limit;
    std::size_t m_bags = 0;
    bool m_single = false;
};

/// A library context of our own with the legacy and the default provider; made on first use, so
/// that nothing is switched on for the whole process (certificates.md §11.1).
class LegacyContext {
public:
    LegacyContext() = default;
    LegacyContext(const LegacyContext&) = delete;
    LegacyContext& operator=(const LegacyContext&) = delete;
    ~LegacyContext();

    /// @throws Error{input} ANB-J108 when the provider is not installed
    ossl_lib_ctx_st* get(std::string_view origin, std::string_view scheme);

private:
    ossl_lib_ctx_st* m_context = nullptr;
    ossl_provider_st* m_legacy = nullptr;
    ossl_provider_st* m_default = nullptr;
};

} // namespace anb::pki::detail
