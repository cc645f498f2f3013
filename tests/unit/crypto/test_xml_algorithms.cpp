// The algorithms that XML Signature and XML Encryption name, against another implementation
// (testdata/vectors/xmlenc, made with python3-cryptography).
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "crypto/block_cipher.hpp"
#include "crypto/key.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>
#include <openssl/x509.h>

#include <string>

using namespace anb;
using crypto::BlockCipher;
using crypto::DigestAlgorithm;
using crypto::SignatureScheme;

namespace {

constexpr auto k_plain = "Gruss aus Koeln, lang genug";

base::Bytes vector(const std::string& name)
{
    return base::read_file(ANB_TESTDATA "/vectors/xmlenc/" + name, 1 << 16);
}

crypto::PrivateKey key()
{
    return crypto::PrivateKey::from_pkcs8(
        base::read_file(ANB_TESTDATA "/vectors/rsa/INSECURE-key.pkcs8", 1 << 16));
}

base::SecretBytes counting(std::size_t size)
{
    auto bytes = base::SecretBytes::zeroed(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes.reveal_writable()[i] = static_cast<std::byte>(i);
    }
    return bytes;
}

crypto::PublicKey elliptic(const std::string& name)
{
    const auto der = vector("ecdsa-" + name + ".spki");
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    return crypto::PublicKey::adopt(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
}

/// The plaintext, or "refused".
std::string decrypted(BlockCipher cipher, base::ByteView sealed, std::size_t piece,
                      std::size_t iv_size = 16)
{
    std::string plain;
    crypto::BlockDecryptor decryptor(cipher, iv_size, counting(crypto::key_size(cipher)),
                                     [&](base::ByteView bytes) { plain += base::as_text(bytes); });
    for (; !sealed.empty(); sealed = sealed.subspan(std::min(piece, sealed.size()))) {
        decryptor.update(sealed.first(std::min(piece, sealed.size())));
    }
    return decryptor.finish() ? plain : "refused";
}

struct Sample {
    BlockCipher cipher;
    const char* file;
};

constexpr Sample k_samples[] = {
    {BlockCipher::aes128_gcm, "aes128-gcm-iv16"},   {BlockCipher::aes192_gcm, "aes192-gcm-iv16"},
    {BlockCipher::aes256_gcm, "aes256-gcm-iv16"},   {BlockCipher::aes128_cbc, "aes128-cbc"},
    {BlockCipher::aes192_cbc, "aes192-cbc"},        {BlockCipher::aes256_cbc, "aes256-cbc"},
    {BlockCipher::triple_des_cbc, "tripledes-cbc"},
};

} // namespace

TEST_CASE("crypto::BlockDecryptor: every cipher, in pieces of every size")
{
    for (const auto& sample : k_samples) {
        const auto& [cipher, file] = sample;
        CAPTURE(sample.file);
        const auto sealed = vector(file);
        for (std::size_t piece = 1; piece <= sealed.size(); ++piece) {
            CHECK(decrypted(cipher, sealed, piece) == k_plain);
        }
    }
}

TEST_CASE("crypto::BlockDecryptor: truncated anywhere, or changed")
{
    for (const auto& sample : k_samples) {
        const auto& [cipher, file] = sample;
        CAPTURE(sample.file);
        const auto sealed = vector(file);
        for (std::size_t size = 0; size < sealed.size(); ++size) {
            CHECK(decrypted(cipher, base::ByteView(sealed).first(size), 7) != k_plain);
        }
        if (!crypto::authenticated(cipher)) {
            continue;
        }
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            auto broken = sealed;
            broken[i] ^= std::byte{1};
            CHECK(decrypted(cipher, broken, 11) == "refused");
        }
        CHECK(decrypted(cipher, sealed, 5, 12) == "refused");
    }
}

TEST_CASE("crypto::BlockEncryptor: what it writes is read with 12 bytes of vector")
{
    const auto key = counting(32);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{200'000}}) {
        base::Bytes sealed;
        crypto::BlockEncryptor encryptor(key, [&](base::ByteView piece) {
            sealed.insert(sealed.end(), piece.begin(), piece.end());
        });
        const std::string plain(size, 'x');
        encryptor.update(base::as_bytes(plain));
        encryptor.finish();
        CHECK(sealed.size() == crypto::BlockEncryptor::size_of(size));
        CHECK(decrypted(BlockCipher::aes256_gcm, sealed, 1000, 12) == plain);
    }
    CHECK(test::code_of([&] {
              crypto::BlockDecryptor(BlockCipher::aes128_gcm, 12, key, [](base::ByteView) {});
          }) == "ANB-O203");
}

TEST_CASE("crypto::PrivateKey: unwraps every form of RSA")
{
    const auto expected = base::to_hex(counting(32).reveal());
    const auto private_key = key();
    const auto with = [&](const char* file, DigestAlgorithm hash, DigestAlgorithm mask) {
        return base::to_hex(
            private_key.unwrap_oaep(vector(file), {.hash = hash, .mask = mask}).reveal());
    };
    CHECK(with("oaep-sha1-sha1", DigestAlgorithm::sha1, DigestAlgorithm::sha1) == expected);
    CHECK(with("oaep-sha256-sha1", DigestAlgorithm::sha256, DigestAlgorithm::sha1) == expected);
    CHECK(with("oaep-sha512-sha256", DigestAlgorithm::sha512, DigestAlgorithm::sha256) == expected);
    CHECK(base::to_hex(private_key.unwrap_pkcs1(vector("pkcs1")).reveal()) == expected);
    CHECK(test::code_of([&] {
              with("oaep-sha1-sha1", DigestAlgorithm::sha256, DigestAlgorithm::sha1);
          }) == "ANB-J301");
}

TEST_CASE("crypto::PublicKey: elliptic signatures as XML Signature writes them")
{
    const auto message = base::as_bytes("Nachricht");
    const std::pair<const char*, DigestAlgorithm> curves[] = {{"p256", DigestAlgorithm::sha256},
                                                              {"p384", DigestAlgorithm::sha384},
                                                              {"p521", DigestAlgorithm::sha512}};
    for (const auto& curve : curves) {
        const auto& [name, digest] = curve;
        CAPTURE(curve.first);
        const auto public_key = elliptic(name);
        const auto signature = vector(std::string("ecdsa-") + name + ".signature");
        CHECK(public_key.verify(SignatureScheme::ecdsa, digest, message, signature));
        CHECK_FALSE(public_key.verify(SignatureScheme::ecdsa, digest, base::as_bytes("nachricht"),
                                      signature));
        CHECK_FALSE(public_key.verify(SignatureScheme::rsa_pss, digest, message, signature));
        CHECK_FALSE(public_key.verify(SignatureScheme::ecdsa, digest, message,
                                      base::ByteView(signature).first(signature.size() - 1)));
        auto zeros = signature;
        std::fill(zeros.begin(), zeros.end(), std::byte{0});
        CHECK_FALSE(public_key.verify(SignatureScheme::ecdsa, digest, message, zeros));
    }
}

TEST_CASE("crypto::PrivateKey: signs with both schemes and every digest")
{
    const auto private_key = key();
    const auto message = base::as_bytes("Nachricht");
    for (const auto scheme : {SignatureScheme::rsa_pkcs1, SignatureScheme::rsa_pss}) {
        for (const auto digest :
             {DigestAlgorithm::sha256, DigestAlgorithm::sha384, DigestAlgorithm::sha512,
              DigestAlgorithm::sha3_256, DigestAlgorithm::sha3_384, DigestAlgorithm::sha3_512}) {
            const auto signature = private_key.sign(scheme, digest, message);
            CHECK(private_key.public_key().verify(scheme, digest, message, signature));
            CHECK_FALSE(
                private_key.public_key().verify(scheme, DigestAlgorithm::sha1, message, signature));
        }
    }
    CHECK(test::code_of([&] {
              private_key.sign(SignatureScheme::ecdsa, DigestAlgorithm::sha256, message);
          }) == "ANB-J202");
}

TEST_CASE("crypto::digest: SHA-3 (FIPS 202)")
{
    CHECK(base::to_hex(crypto::digest(DigestAlgorithm::sha3_256, {})) ==
          "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a");
    CHECK(base::to_hex(crypto::digest(DigestAlgorithm::sha3_384, base::as_bytes("abc"))) ==
          "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2"
          "98d88cea927ac7f539f1edf228376d25");
    CHECK(base::to_hex(crypto::digest(DigestAlgorithm::sha3_512, base::as_bytes("abc"))) ==
          "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
          "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0");
}
