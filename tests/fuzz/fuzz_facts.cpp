// Holds our reader of certificates against OpenSSL's: wherever both read, every fact agrees.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "pki/facts.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace {

using namespace anb;

void agree(std::string_view fact, const std::string& ours, const std::string& theirs)
{
    if (ours != theirs) {
        std::fprintf(stderr, "%.*s: %s / %s\n", static_cast<int>(fact.size()), fact.data(),
                     ours.c_str(), theirs.c_str());
        std::abort();
    }
}

std::string text(const std::optional<base::UtcTime>& time)
{
    return time ? base::format_time(*time) : "-";
}

std::string text(const std::optional<std::uint16_t>& flags)
{
    return flags ? std::to_string(*flags) : "-";
}

/// OpenSSL takes such a modulus for a positive one; we refuse it (ANB-C149).
bool negative(base::ByteView number)
{
    return !number.empty() && number.front() >= std::byte{0x80};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto facts = pki::read_facts(bytes);
    if (!facts) {
        pki::explain(bytes);
        return 0;
    }
    facts->subject.to_text();
    facts->subject.last("CN");
    facts->self_issued();
    facts->inner_algorithm.to_text();
    facts->serial_text();
    if (!facts->damages.empty()) {
        return 0;
    }
    try {
        const auto theirs = pki::Certificate::from_der(*facts->der);
        agree("subject", facts->subject.to_text(), theirs.subject());
        agree("issuer", facts->issuer.to_text(), theirs.issuer());
        agree("serial", facts->serial_text(), theirs.serial());
        agree("notBefore", text(facts->not_before.value), text(theirs.not_before()));
        agree("notAfter", text(facts->not_after.value), text(theirs.not_after()));
        agree("signatureAlgorithm", facts->outer_algorithm.to_text(), theirs.signature_algorithm());
        if (facts->repeated.empty()) {
            agree("keyUsage", text(facts->key_usage), text(theirs.key_usage()));
            agree("cA", facts->ca ? "yes" : "no", theirs.is_ca() ? "yes" : "no");
        }
        const auto key = theirs.public_key();
        agree("key", facts->key.type, key.type_name());
        if (!negative(facts->key.modulus)) {
            agree("bits", std::to_string(facts->key.bits), std::to_string(key.bits()));
        }
    } catch (const base::Error&) {
    }
    return 0;
}
