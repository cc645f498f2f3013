// Encrypts as a JWE for about a second, in pieces as a tool does while it uploads, and prints the
// bytes of plaintext for each second. With the argument "sha512" the plaintext is hashed as well.
// SPDX-License-Identifier: EUPL-1.2

#include "crypto/digest.hpp"
#include "crypto/key.hpp"
#include "crypto/openssl.hpp"
#include "jose/jwe.hpp"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

using namespace anb;

int main(int argc, char** argv)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t k_piece = 16384;

    crypto::start();
    const auto recipient = crypto::PrivateKey::generate_rsa(4096).public_key();
    const base::Bytes piece(k_piece, std::byte{'x'});

    jose::JweEncryptor encryptor(recipient, "bench", "application/octet-stream");
    const bool hashing = argc > 1 && std::string_view(argv[1]) == "sha512";
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha512);
    std::string text;
    std::uint64_t size = 0;
    const auto begin = Clock::now();
    std::chrono::duration<double> spent{};
    while (spent.count() < 1.0) {
        for (int round = 0; round < 64; ++round) {
            text.clear();
            if (hashing) {
                hasher.update(piece);
            }
            encryptor.update(piece, text);
            size += piece.size();
        }
        spent = Clock::now() - begin;
    }
    encryptor.finish(text);
    std::printf("%.0f\n", static_cast<double>(size) / spent.count());
    return 0;
}
