// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "crypto/random.hpp"
#include "jose/jwe.hpp"
#include "unit/jose/support.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

using namespace anb;
using test::code_of;

namespace {

constexpr std::uint64_t k_limit = 64 * 1024 * 1024;

const crypto::PrivateKey* lookup(const std::string& kid)
{
    return kid == "mine" ? &test::key() : nullptr;
}

std::string refused(std::string_view compact, std::uint64_t limit = k_limit)
{
    return code_of([&] { jose::decrypt(compact, lookup, "test", limit); });
}

jose::Jwe encrypt(base::ByteView plaintext)
{
    return jose::encrypt(plaintext, test::key().public_key(), "mine", "application/json");
}

/// A compact form around any header and any content.
std::string compose(std::string_view header, base::ByteView content)
{
    const auto segment = base::to_base64url(base::as_bytes(header));
    const base::SecretBytes key(crypto::random_bytes(32));
    const auto iv = crypto::random_bytes(12);
    crypto::Aes256GcmEncryptor cipher(key, iv, base::as_bytes(segment));
    base::Bytes text(content.size());
    cipher.update(content, text);
    return segment + "." + base::to_base64url(test::key().public_key().wrap_oaep256(key.reveal())) +
           "." + base::to_base64url(iv) + "." + base::to_base64url(text) + "." +
           base::to_base64url(cipher.finish());
}

constexpr std::string_view k_zipped =
    R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"mine","zip":"DEF"})";

base::Bytes deflate_raw(base::ByteView bytes)
{
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    base::Bytes out(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::vector<std::string> segments(std::string_view compact)
{
    std::vector<std::string> parts;
    for (const auto part : base::split(compact, '.')) {
        parts.emplace_back(part);
    }
    return parts;
}

} // namespace

TEST_CASE("jose::encrypt: gives back every size, and compact_size knows the length")
{
    for (const std::size_t size : {0U, 1U, 2U, 3U, 100U, 49151U, 49152U, 49153U, 200'000U}) {
        CAPTURE(size);
        const auto plaintext = crypto::random_bytes(size);
        const auto jwe = encrypt(plaintext);
        CHECK(jwe.compact.size() ==
              jose::compact_size(size, test::key().public_key(), "mine", "application/json"));
        const auto back = jose::decrypt(jwe.compact, lookup, "test", size);
        CHECK(back.plaintext == plaintext);
        CHECK(back.tag == jwe.tag);
        CHECK(back.header.cty == "application/json");
        CHECK(jwe.compact.ends_with("." + jwe.tag));
    }
}

TEST_CASE("jose::encrypt: uses a new content key and vector every time, leaves an empty cty out")
{
    const auto one = segments(encrypt(base::as_bytes("x")).compact);
    const auto two = segments(encrypt(base::as_bytes("x")).compact);
    CHECK(one[0] == two[0]);
    CHECK(one[1] != two[1]);
    CHECK(one[2] != two[2]);
    const auto plain = jose::encrypt({}, test::key().public_key(), "k \"1\"", "");
    const auto header = jose::parse_jwe_header(plain.compact, "test");
    CHECK(json::dump(header.json) == R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"k \"1\""})");
}

TEST_CASE("jose::JweEncryptor, JweDecryptor: do not care how the pieces are cut")
{
    const auto plaintext = crypto::random_bytes(300'001);
    for (const std::size_t step : {1U, 7U, 1000U, 65'537U}) {
        CAPTURE(step);
        const auto view = base::ByteView(plaintext).first(step == 1 ? 2000 : plaintext.size());
        jose::JweEncryptor encryptor(test::key().public_key(), "mine", "");
        std::string compact;
        for (std::size_t i = 0; i < view.size(); i += step) {
            encryptor.update(view.subspan(i, std::min(step, view.size() - i)), compact);
        }
        encryptor.finish(compact);
        jose::JweDecryptor decryptor(lookup, "test", k_limit);
        base::Bytes back;
        for (std::size_t i = 0; i < compact.size(); i += step) {
            decryptor.update(std::string_view(compact).substr(i, step), back);
        }
        decryptor.finish(back);
        CHECK(std::ranges::equal(back, view));
    }
}

TEST_CASE("jose::decrypt: refuses a change of any character")
{
    const auto good = encrypt(base::as_bytes("a short plaintext")).compact;
    for (std::size_t i = 0; i < good.size(); i += 5) {
        auto changed = good;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CAPTURE(i);
        CHECK(refused(changed) != "accepted");
    }
}

TEST_CASE("jose::decrypt: says that the tag does not fit")
{
    auto parts = segments(encrypt(base::as_bytes("a short plaintext")).compact);
    parts[4][0] = parts[4][0] == 'A' ? 'B' : 'A';
    CHECK(refused(base::join(parts, ".")) == "ANB-J313");
}

TEST_CASE("jose::decrypt: refuses wrong segments, encodings and sizes")
{
    const auto good = segments(encrypt(base::as_bytes("abcdef")).compact);
    const auto with = [&](std::size_t index, const std::string& text) {
        auto parts = good;
        parts[index] = text;
        return refused(base::join(parts, "."));
    };
    CHECK(refused(base::join(good, ".") + ".AAAA") == "ANB-J310");
    CHECK(refused(base::join(std::span(good).first(4), ".")) == "ANB-J310");
    CHECK(refused("") == "ANB-J310");
    CHECK(refused("....") == "ANB-J310");
    CHECK(with(1, "!") == "ANB-J310");
    CHECK(with(1, "") == "ANB-J301");
    CHECK(with(1, std::string(4000, 'A')) == "ANB-J310");
    CHECK(with(2, "AAAA") == "ANB-J310");
    CHECK(with(2, std::string(17, 'A')) == "ANB-J310");
    CHECK(with(3, "AA=A") == "ANB-J310");
    CHECK(with(3, "A") == "ANB-J310");
    CHECK(with(4, "AAAAAAAAAAAAAAAAAAAAAA") == "ANB-J313");
    CHECK(with(4, "AAAAAAAAAAAAAAAAAAAAAB") == "ANB-J310");
    CHECK(with(4, "AAAAAAAAAAAAAAAA") == "ANB-J310");
    CHECK(refused(base::join(good, ".") + "\n") == "ANB-J310");
}

TEST_CASE("jose::decrypt: refuses other headers")
{
    const auto with = [](std::string_view header) { return refused(compose(header, {})); };
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"mine"})") == "accepted");
    CHECK(with(R"({"alg":"RSA-OAEP","enc":"A256GCM","kid":"mine"})") == "ANB-J311");
    CHECK(with(R"({"alg":"dir","enc":"A256GCM","kid":"mine"})") == "ANB-J311");
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A128CBC-HS256","kid":"mine"})") == "ANB-J311");
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"mine","zip":""})") == "ANB-J311");
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"mine","zip":"LZW"})") == "ANB-J311");
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"theirs"})") == "ANB-J312");
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM"})") == "ANB-J312");
    CHECK(with(R"({"alg":"RSA-OAEP-256","kid":"mine"})") == "ANB-J310");
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"mine","crit":[]})") == "ANB-J310");
    const auto pad = std::string(8200, 'x');
    CHECK(with(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"mine","x":")" + pad + "\"}") ==
          "ANB-J310");
}

TEST_CASE("jose::decrypt: a content key for somebody else does not decrypt")
{
    const auto foreign = jose::encrypt({}, test::other_key().public_key(), "mine", "");
    CHECK(refused(foreign.compact) == "ANB-J301");
}

TEST_CASE("jose::decrypt: bounds the plaintext")
{
    const auto jwe = encrypt(base::Bytes(1000));
    CHECK(refused(jwe.compact, 1000) == "accepted");
    CHECK(refused(jwe.compact, 999) == "ANB-J314");
}

TEST_CASE("jose::decrypt: inflates what zip announces")
{
    const auto text = std::string(100'000, 'a') + "end";
    const auto packed = deflate_raw(base::as_bytes(text));
    const auto compact = compose(k_zipped, packed);
    CHECK(base::as_text(jose::decrypt(compact, lookup, "test", k_limit).plaintext) == text);
    CHECK(refused(compact, text.size()) == "accepted");
    CHECK(refused(compact, text.size() - 1) == "ANB-J314");
}

TEST_CASE("jose::decrypt: stops a bomb at the bound, whatever it would become")
{
    const auto bomb = deflate_raw(base::Bytes(200 * 1024 * 1024));
    const auto compact = compose(k_zipped, bomb);
    jose::JweDecryptor decryptor(lookup, "test", 1024 * 1024);
    base::Bytes plaintext;
    CHECK(code_of([&] { decryptor.update(compact, plaintext); }) == "ANB-J314");
    CHECK(plaintext.size() <= 1024 * 1024);
}

TEST_CASE("jose::decrypt: refuses damaged, cut and extended deflate data after the tag fitted")
{
    auto packed = deflate_raw(base::as_bytes("some text, some text, some text"));
    CHECK(refused(compose(k_zipped, base::ByteView(packed).first(5))) == "ANB-J315");
    CHECK(refused(compose(k_zipped, {})) == "ANB-J315");
    packed.push_back(std::byte(0));
    CHECK(refused(compose(k_zipped, packed)) == "ANB-J315");
    CHECK(refused(compose(k_zipped, base::Bytes(64, std::byte(0xff)))) == "ANB-J315");
    auto parts = segments(compose(k_zipped, base::Bytes(64, std::byte(0xff))));
    parts[4] = "AAAAAAAAAAAAAAAAAAAAAA";
    CHECK(refused(base::join(parts, ".")) == "ANB-J313");
}
