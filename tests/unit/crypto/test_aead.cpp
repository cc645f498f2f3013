// SPDX-License-Identifier: EUPL-1.2

#include "crypto/aead.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

base::Bytes hex(std::string_view text)
{
    return base::from_hex(text).value();
}

/// Test case 16 of the GCM specification (McGrew, Viega, appendix B).
struct Vector {
    base::SecretBytes key{hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")};
    base::Bytes iv = hex("cafebabefacedbaddecaf888");
    base::Bytes aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    base::Bytes plaintext = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    base::Bytes ciphertext = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                 "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662");
    base::Bytes tag = hex("76fc6ece0f4e1768cddf8853bb2d551b");
};

} // namespace

TEST_CASE("crypto::Aes256GcmEncryptor: gives the published ciphertext, whole or in pieces")
{
    const Vector vector;
    for (const std::size_t piece : {1UL, 7UL, 16UL, 60UL}) {
        crypto::Aes256GcmEncryptor encryptor(vector.key, vector.iv, vector.aad);
        base::Bytes out(vector.plaintext.size());
        for (std::size_t at = 0; at < out.size(); at += piece) {
            const auto size = std::min(piece, out.size() - at);
            encryptor.update(base::ByteView(vector.plaintext).subspan(at, size),
                             std::span(out).subspan(at, size));
        }
        CHECK(out == vector.ciphertext);
        CHECK(encryptor.finish() == vector.tag);
    }
}

TEST_CASE("crypto::Aes256GcmDecryptor: restores in place and accepts the right tag only")
{
    const Vector vector;
    const auto decrypt = [&](base::Bytes bytes, base::ByteView aad, base::ByteView tag) {
        crypto::Aes256GcmDecryptor decryptor(vector.key, vector.iv, aad);
        decryptor.update(bytes, bytes);
        return decryptor.finish(tag) ? std::optional(bytes) : std::nullopt;
    };
    CHECK(decrypt(vector.ciphertext, vector.aad, vector.tag) == vector.plaintext);
    CHECK_FALSE(decrypt(vector.ciphertext, {}, vector.tag));
    for (std::size_t i = 0; i < vector.tag.size(); ++i) {
        auto altered = vector.tag;
        altered[i] ^= std::byte{1};
        CHECK_FALSE(decrypt(vector.ciphertext, vector.aad, altered));
    }
    auto altered = vector.ciphertext;
    altered.back() ^= std::byte{0x80};
    CHECK_FALSE(decrypt(altered, vector.aad, vector.tag));
}

TEST_CASE("crypto::Aes256GcmDecryptor: a shortened, empty or overlong tag is wrong")
{
    const Vector vector;
    for (const std::size_t size : {0UL, 4UL, 12UL, 15UL, 17UL}) {
        crypto::Aes256GcmDecryptor decryptor(vector.key, vector.iv, vector.aad);
        base::Bytes out(vector.ciphertext.size());
        decryptor.update(vector.ciphertext, out);
        auto tag = vector.tag;
        tag.resize(size);
        CHECK_FALSE(decryptor.finish(tag));
    }
}

TEST_CASE("crypto::Aes256GcmDecryptor: refuses keys and vectors of another size")
{
    const Vector vector;
    for (const std::size_t size : {0UL, 16UL, 24UL, 31UL, 64UL}) {
        const auto key = base::SecretBytes::zeroed(size);
        CHECK(test::refusal([&] { crypto::Aes256GcmDecryptor(key, vector.iv, {}); }).code ==
              "ANB-J301");
    }
    for (const std::size_t size : {0UL, 8UL, 16UL}) {
        const base::Bytes iv(size);
        CHECK(test::refusal([&] { crypto::Aes256GcmDecryptor(vector.key, iv, {}); }).code ==
              "ANB-J301");
    }
}
