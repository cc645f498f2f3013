// Lets the scripts of tests/witness call the room jose: jose_driver COMMAND ARGUMENT..., data on
// stdin and stdout.
// SPDX-License-Identifier: EUPL-1.2
//
//   encrypt PUBLIC_JWK CTY | decrypt PRIVATE_JWK | sign PRIVATE_JWK | verify PUBLIC_JWK |
//   thumbprint PUBLIC_JWK. `verify` prints the payload and ends with 1 when the signature is wrong.

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "jose/jwe.hpp"
#include "jose/jws.hpp"

#include <array>
#include <cstdio>

using namespace anb;

namespace {

constexpr std::uint64_t k_limit = std::uint64_t(4) << 30;

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string text_of(const std::string& path)
{
    return base::to_text(base::read_file(path, k_limit));
}

jose::PublicJwk public_key(const std::string& path)
{
    const auto document = json::parse(text_of(path), path);
    return jose::parse_public_jwk(json::Reader(document, path));
}

void encrypt(const std::string& path, const std::string& cty)
{
    const auto jwk = public_key(path);
    jose::JweEncryptor encryptor(jwk.key, jwk.kid, cty);
    base::FileReader reader("-");
    base::Bytes piece(256 * 1024);
    std::string out;
    while (const auto count = reader.read(piece)) {
        encryptor.update(base::ByteView(piece).first(count), out);
        print(out);
        out.clear();
    }
    encryptor.finish(out);
    print(out);
}

void decrypt(const std::string& path)
{
    const auto jwk = jose::parse_private_jwk(text_of(path), path);
    const auto keys = [&](const std::string& kid) { return kid == jwk.kid ? &jwk.key : nullptr; };
    const auto compact = text_of("-");
    print(base::as_text(jose::decrypt(base::trim(compact), keys, "-", k_limit).plaintext));
}

void sign(const std::string& path)
{
    const auto jwk = jose::parse_private_jwk(text_of(path), path);
    print(jose::sign_compact({{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", jwk.kid}},
                             text_of("-"), jwk.key));
}

int verify(const std::string& path)
{
    const auto compact = text_of("-");
    const auto jws = jose::parse_jws(base::trim(compact), "-");
    if (!jose::verify(jws, public_key(path).key)) {
        return 1;
    }
    print(base::as_text(jws.payload));
    return 0;
}

int run(const std::vector<std::string>& words)
{
    const auto& command = words.at(0);
    if (command == "encrypt") {
        encrypt(words.at(1), words.at(2));
    } else if (command == "decrypt") {
        decrypt(words.at(1));
    } else if (command == "sign") {
        sign(words.at(1));
    } else if (command == "verify") {
        return verify(words.at(1));
    } else if (command == "thumbprint") {
        print(jose::thumbprint(public_key(words.at(1)).key));
    } else {
        return 64;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 65;
    }
}
