// SPDX-License-Identifier: EUPL-1.2

#include "crypto/hmac.hpp"

#include <doctest/doctest.h>

using namespace anb;

TEST_CASE("crypto::hmac: gives the values of RFC 4231 §4.3, however the text is cut")
{
    const auto key = base::as_bytes("Jefe");
    const auto sha512 = crypto::DigestAlgorithm::sha512;
    const auto whole = crypto::hmac(sha512, key, {base::as_bytes("what do ya want for nothing?")});
    CHECK(base::to_hex(whole) ==
          "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
          "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    CHECK(crypto::hmac(sha512, key,
                       {base::as_bytes("what do ya"), {}, base::as_bytes(" want for nothing?")}) ==
          whole);
    CHECK(base::to_hex(crypto::hmac(crypto::DigestAlgorithm::sha256, key,
                                    {base::as_bytes("what do ya want for nothing?")})) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}
