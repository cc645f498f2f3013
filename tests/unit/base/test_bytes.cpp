// Hexadecimal and base64, in one go and in pieces.
// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;
using base::as_bytes;
using base::to_text;

TEST_CASE("base::to_base64: the vectors of RFC 4648 §10, both ways")
{
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, encoded] : vectors) {
        CHECK(base::to_base64(as_bytes(plain)) == encoded);
        const auto decoded = base::from_base64(encoded);
        REQUIRE(decoded);
        CHECK(to_text(*decoded) == plain);
    }
}

TEST_CASE("base::from_base64: refuses everything that is not strict")
{
    for (const auto* text : {"Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zh==", "Zm9=", "Zm9v\n",
                             "Zm 9v", "Zm-_", "Zg==Zg==", "Zm9v=", "Zö=="}) {
        CHECK_MESSAGE(!base::from_base64(text), text);
    }
}

TEST_CASE("base::from_base64url: has its own alphabet, no padding and no left-over bits")
{
    CHECK(to_text(*base::from_base64url("_-8")) == "\xff\xef");
    CHECK(base::to_base64url(as_bytes("\xff\xef")) == "_-8");
    for (const auto* text : {"_-8=", "+/8", "A", "_-9", "Zh", "_ 8"}) {
        CHECK_MESSAGE(!base::from_base64url(text), text);
    }
}

TEST_CASE("base64url in pieces gives the same as in one go, wherever it is cut")
{
    std::string plain;
    for (int i = 0; i < 300; ++i) {
        plain += static_cast<char>(i * 7);
    }
    const auto whole = base::to_base64url(as_bytes(plain));
    for (std::size_t piece = 1; piece <= 9; ++piece) {
        base::Base64UrlEncoder encoder;
        std::string encoded;
        for (std::size_t at = 0; at < plain.size(); at += piece) {
            encoder.update(as_bytes(std::string_view(plain).substr(at, piece)), encoded);
        }
        encoder.finish(encoded);
        CHECK(encoded == whole);

        base::Base64UrlDecoder decoder;
        base::Bytes decoded;
        for (std::size_t at = 0; at < whole.size(); at += piece) {
            CHECK(decoder.update(std::string_view(whole).substr(at, piece), decoded));
        }
        CHECK(decoder.finish(decoded));
        CHECK(to_text(decoded) == plain);
    }
}

TEST_CASE("base64url in pieces refuses foreign characters and wrong ends")
{
    base::Bytes out;
    base::Base64UrlDecoder foreign;
    CHECK_FALSE(foreign.update("AA=A", out));
    for (const auto* text : {"A", "AAAAA", "AB", "AAB"}) {
        base::Base64UrlDecoder decoder;
        CHECK(decoder.update(text, out));
        CHECK_MESSAGE(!decoder.finish(out), text);
    }
}

TEST_CASE("base::from_hex: reads either case and the usual separators only")
{
    CHECK(base::to_hex(as_bytes("\x01\xab\xff")) == "01abff");
    CHECK(base::to_hex(*base::from_hex("01:AB fF")) == "01abff");
    CHECK(base::from_hex("")->empty());
    for (const auto* text : {"0", "0g", "0 1", "01-02", "0:1", "0x01"}) {
        CHECK_MESSAGE(!base::from_hex(text), text);
    }
}
