// SPDX-License-Identifier: EUPL-1.2

#include "crypto/digest.hpp"
#include "crypto/openssl.hpp"

#include <doctest/doctest.h>
#include <openssl/err.h>

using namespace anb;
using enum crypto::DigestAlgorithm;

TEST_CASE("crypto::digest: gives the values of FIPS 180-4 for abc")
{
    const auto of = [](crypto::DigestAlgorithm algorithm) {
        return base::to_hex(crypto::digest(algorithm, base::as_bytes("abc")));
    };
    CHECK(of(sha1) == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(of(sha256) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(of(sha384) == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                        "8086072ba1e7cc2358baeca134c825a7");
    CHECK(of(sha512) == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
}

TEST_CASE("crypto::Hasher: pieces give the digest of the whole, the empty piece included")
{
    crypto::Hasher hasher(sha256);
    hasher.update({});
    hasher.update(base::as_bytes("a"));
    auto moved = std::move(hasher);
    moved.update(base::as_bytes("bc"));
    CHECK(moved.finish() == crypto::digest(sha256, base::as_bytes("abc")));
}

TEST_CASE("crypto::equal_constant_time: compares length and content")
{
    CHECK(crypto::equal_constant_time({}, {}));
    CHECK(crypto::equal_constant_time(base::as_bytes("abc"), base::as_bytes("abc")));
    CHECK_FALSE(crypto::equal_constant_time(base::as_bytes("abc"), base::as_bytes("abd")));
    CHECK_FALSE(crypto::equal_constant_time(base::as_bytes("abc"), base::as_bytes("ab")));
}

TEST_CASE("crypto::drain_errors: joins what the library said and leaves the queue empty")
{
    ERR_raise(ERR_LIB_X509, ERR_R_MALLOC_FAILURE);
    ERR_raise(ERR_LIB_EVP, ERR_R_INTERNAL_ERROR);
    const auto lines = crypto::drain_errors();
    CHECK(lines.find("malloc failure; error:") != std::string::npos);
    CHECK(lines.find("internal error") != std::string::npos);
    CHECK(crypto::drain_errors().empty());
}

TEST_CASE("crypto::start: may be repeated")
{
    crypto::start();
    crypto::start();
    CHECK(crypto::digest(sha1, {}).size() == 20);
}
