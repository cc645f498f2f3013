// Forgeries that any compact JWS must withstand (RFC 7515 §10, RFC 8725).
// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "unit/fitconnect/forgeries.hpp"

namespace anb::test {

namespace {

/// The genuine token in its parts, and the list that is made from it.
struct Forger {
    explicit Forger(const Genuine& from)
        : genuine(from), header(json::dump(from.header)), payload(json::dump(from.claims)),
          token(from.token())
    {
        for (const auto part : base::split(token, '.')) {
            parts.emplace_back(part);
        }
    }

    void add(const char* kind, std::string forged) { forgeries.push_back({kind, forged}); }
    std::string header_with(const char* name, const json::Value& value) const
    {
        auto changed = genuine.header;
        changed[name] = value;
        return json::dump(changed);
    }

    void forge_algorithms();
    void forge_headers();
    void forge_embedded_keys();
    void forge_texts();
    void forge_segments();
    void forge_spellings();
    void forge_signatures();

    const Genuine& genuine;
    std::string header, payload, token;
    std::vector<std::string> parts;
    std::vector<Forgery> forgeries;
};

void Forger::forge_algorithms()
{
    for (const auto* name : {"RS256", "RS384", "RS512", "PS256", "PS384", "HS256", "HS512"}) {
        const auto changed = header_with("alg", name);
        add("alg: another, signed so", sign(changed, payload, genuine.key, name));
        add("alg: another, signed PS512", sign(changed, payload, genuine.key));
        add("alg: another, signed so by a stranger", sign(changed, payload, k_foreign_key, name));
        add("alg: PS512 announced, another made", sign(header, payload, genuine.key, name));
    }
    add("alg: PS512 announced, another made", sign(header, payload, genuine.key, "PS512/32"));
    for (const auto* name : {"none", "None", "NONE", "nOnE"}) {
        const auto changed = encode(header_with("alg", name));
        add("alg: none", compact(changed, parts[1], ""));
        add("alg: none", compact(changed, parts[1], parts[2]));
        add("alg: none", compact(changed, parts[1], "AA"));
    }
    for (const auto* name : {"ES256", "ES512", "EdDSA", "RSA-OAEP-256", "dir", "ps512", "PS512 ",
                             " PS512", "PS-512", "", "RSASSA-PSS", "SHA512withRSAandMGF1"}) {
        add("alg: another, signed PS512", sign(header_with("alg", name), payload, genuine.key));
    }
    for (const json::Value& value : {json::Value(nullptr), json::Value(512), json::Value(true),
                                     json::Value::array({"PS512"}), json::Value::object()}) {
        add("alg: no text", sign(header_with("alg", value), payload, genuine.key));
    }
    add("alg: missing", genuine.with_header([](auto& changed) { changed.erase("alg"); }));
}

void Forger::forge_headers()
{
    for (const json::Value& value :
         {json::Value::array(), json::Value::array({"exp"}), json::Value::array({"b64"}),
          json::Value("exp"), json::Value(nullptr), json::Value::object()}) {
        add("crit", sign(header_with("crit", value), payload, genuine.key));
    }
    for (const json::Value& value : {json::Value(true), json::Value(false), json::Value("no")}) {
        add("b64", sign(header_with("b64", value), payload, genuine.key));
    }
    add("b64", sign(header_with("b64", false), payload, genuine.key));
    for (const json::Value& value : {json::Value(nullptr), json::Value(1), json::Value(false),
                                     json::Value::array({"a"}), json::Value::object()}) {
        add("kid: no text", sign(header_with("kid", value), payload, genuine.key));
        add("typ: no text", sign(header_with("typ", value), payload, genuine.key));
    }
    const auto kid = genuine.header.at("kid").get<std::string>();
    for (const auto& other :
         {"x" + kid, kid + "x", kid + " ", kid + "/", "../" + kid, kid + "?x", kid + "#x",
          kid.substr(1), base::to_lower_ascii(kid) + ".json", std::string("*"), std::string("%00"),
          std::string("../../" + k_other + "/keys/") + kid, std::string("0"), kid + "\n",
          std::string("schluessel"), std::string(5000, 'k')}) {
        add("kid: unknown", sign(header_with("kid", other), payload, genuine.key));
        add("kid: unknown", sign(header_with("kid", other), payload, k_foreign_key));
    }
}

void Forger::forge_embedded_keys()
{
    const auto kid = genuine.header.at("kid").get<std::string>();
    const auto jwk = public_jwk(k_foreign_key, kid);
    const std::pair<const char*, json::Value> members[] = {
        {"jwk", jwk},
        {"jku", "https://angreifer.example/jwks.json"},
        {"x5u", "https://angreifer.example/zertifikat.pem"},
        {"x5c", jwk.at("x5c")},
        {"x5t#S256", "2U4a6hwIvvL59X9eozXQlQ2U4a6hwIvvL59X9eozXQl"},
        {"keys", {jwk}}};
    for (const auto& [name, value] : members) {
        auto changed = genuine.header;
        changed[name] = value;
        add("embedded key", sign(json::dump(changed), payload, k_foreign_key));
        changed["kid"] = "schluessel-des-angreifers";
        add("embedded key", sign(json::dump(changed), payload, k_foreign_key));
        changed.erase("kid");
        add("embedded key without kid", sign(json::dump(changed), payload, k_foreign_key));
    }
}

/// Texts in place of header and payload that no reader may take for an object.
void Forger::forge_texts()
{
    const auto spoil = [](const std::string& text) {
        const auto body = text.substr(1, text.size() - 2);
        return std::vector<std::string>{"",
                                        "null",
                                        "[]",
                                        "\"" + encode(text) + "\"",
                                        "[" + text + "]",
                                        text + text,
                                        text + ",",
                                        text + "}",
                                        "{" + body,
                                        "{" + body + ",}",
                                        "{" + body + ",\"x\":}",
                                        "{" + body + ",\"x\":01}",
                                        "{" + body + ",\"x\":NaN}",
                                        "{" + body + ",x:1}",
                                        "{" + body + ",'x':1}",
                                        "{" + body + "/**/}",
                                        "{" + body + ",\"x\":\"\xff\"}",
                                        "{" + body + ",\"x\":\"\xc0\xaf\"}",
                                        "{" + body + ",\"x\":\"\n\"}",
                                        text + std::string(1, '\0'),
                                        "{" + body + ",\"x\":" + std::string(80, '[') +
                                            std::string(80, ']') + "}"};
    };
    const auto double_names = [](const json::Value& object) {
        std::vector<std::string> texts;
        const auto text = json::dump(object);
        for (const auto& [name, value] : object.items()) {
            const auto member = json::dump(name) + ":" + json::dump(value);
            texts.push_back("{" + member + "," + text.substr(1));
            texts.push_back(text.substr(0, text.size() - 1) + "," + json::dump(name) + ":null}");
            auto escaped = json::dump(name);
            escaped =
                "\"\\u00" + base::to_hex(base::as_bytes(name.substr(0, 1))) + escaped.substr(2);
            texts.push_back("{" + escaped + ":" + json::dump(value) + "," + text.substr(1));
        }
        return texts;
    };
    for (const auto& text : spoil(header)) {
        add("header: no object", sign(text, payload, genuine.key));
    }
    for (const auto& text : spoil(payload)) {
        add("payload: no object", sign(header, text, genuine.key));
    }
    for (const auto& text : double_names(genuine.header)) {
        add("header: name twice", sign(text, payload, genuine.key));
    }
    for (const auto& text : double_names(genuine.claims)) {
        add("payload: name twice", sign(header, text, genuine.key));
    }
}

void Forger::forge_segments()
{
    const auto in = [](const std::string& text) { return "\"" + text + "\""; };
    for (const auto& text : {std::string(),
                             std::string("."),
                             std::string(".."),
                             std::string("..."),
                             parts[0],
                             parts[0] + "." + parts[1],
                             token + ".",
                             token + "..",
                             "." + token,
                             token + "." + parts[2],
                             parts[0] + ".." + parts[1] + "." + parts[2],
                             token + "." + token,
                             "." + parts[1] + ".",
                             "." + parts[1] + "." + parts[2],
                             compact(parts[0], parts[1], ""),
                             compact("", parts[1], parts[2]),
                             parts[1] + "." + parts[0] + "." + parts[2],
                             parts[2] + "." + parts[1] + "." + parts[0],
                             token + ".AAAA.AAAA",
                             "{\"payload\":" + in(parts[1]) + ",\"protected\":" + in(parts[0]) +
                                 ",\"signature\":" + in(parts[2]) + "}",
                             in(token),
                             "[" + in(token) + "]"}) {
        add("segments", text);
    }
}

/// Other spellings of the same bytes, which a lenient decoder takes for the same token.
void Forger::forge_spellings()
{
    const auto set = [&](std::size_t place, const std::string& text) {
        auto changed = parts;
        changed[place] = text;
        add("base64url", compact(changed[0], changed[1], changed[2]));
    };
    for (std::size_t place = 0; place < parts.size(); ++place) {
        const auto& part = parts[place];
        for (const auto& text :
             {part + "=", part + "==", part + "\n", part + "\r\n", part + " ", " " + part,
              "\t" + part, part + std::string(1, '\0'), part + "%3D", part + "\xc2\xa0",
              part.substr(0, 8) + "\n" + part.substr(8), part.substr(0, 8) + "=" + part.substr(9),
              part.substr(0, 8) + "+" + part.substr(9), part.substr(0, 8) + "/" + part.substr(9),
              part.substr(0, 8) + "\xc3\x84" + part.substr(9)}) {
            if (text.size() % 4 != 1 || text.find_first_of("=\n\r\t %+/") != text.npos) {
                set(place, text);
            }
        }
    }
    constexpr std::string_view k_alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (const auto* filling : {"", " ", "  "}) {
        const auto signed_so = sign(header + filling, filling + payload, genuine.key);
        const auto all = base::split(signed_so, '.');
        for (std::size_t place = 0; place < all.size(); ++place) {
            const auto unused = all[place].size() % 4 == 0   ? 0U
                                : all[place].size() % 4 == 2 ? 4U
                                                             : 2U;
            for (std::size_t bits = 1; bits < (1U << unused); bits += 2) {
                std::vector<std::string> changed(all.begin(), all.end());
                auto& last = changed[place].back();
                last = k_alphabet[k_alphabet.find(last) + bits];
                add("base64url", compact(changed[0], changed[1], changed[2]));
            }
        }
    }
}

void Forger::forge_signatures()
{
    const auto input = parts[0] + "." + parts[1];
    const auto genuine_signature = signature("PS512", genuine.key, input);
    auto reversed = std::string(genuine_signature.rbegin(), genuine_signature.rend());
    auto last = genuine_signature;
    last.back() = static_cast<char>(last.back() ^ 1);
    const auto size = genuine_signature.size();
    const auto other_claims = genuine.with_claims([](auto& claims) { claims["iat"] = 1768470008; });
    const auto other_parts = base::split(other_claims, '.');
    for (const auto& text :
         {genuine_signature.substr(1), genuine_signature.substr(0, size - 1),
          std::string(1, '\0') + genuine_signature, genuine_signature + std::string(1, '\0'),
          genuine_signature + genuine_signature, reversed, last, std::string(size, '\0'),
          std::string(size, '\xff'), std::string(size - 1, '\0') + '\1', std::string("x"),
          signature("PS512", genuine.key, parts[0] + parts[1]),
          signature("PS512", genuine.key, payload), signature("PS512", genuine.key, parts[1]),
          signature("PS512", genuine.key, parts[1] + "." + parts[0])}) {
        add("signature: spoiled", input + "." + encode(text));
    }
    add("signature: of another token", input + "." + std::string(other_parts[2]));
    add("signature: of another token", compact(parts[0], other_parts[1], parts[2]));
    add("signature: by a stranger", sign(header, payload, k_foreign_key));
    add("signature: by a stranger", sign(header, payload, k_short_key));
    add("signature: by a stranger",
        sign(header, payload, genuine.key == k_service_key ? k_destination_key : k_service_key));
    for (const auto& [name, value] : genuine.claims.items()) {
        auto changed = genuine.claims;
        changed.erase(name);
        changed[name] = value;
        if (changed != genuine.claims) {
            add("signature: members in another order",
                compact(parts[0], encode(json::dump(changed)), parts[2]));
        }
    }
    add("signature: members in another order",
        compact(parts[0], encode(json::dump_pretty(genuine.claims)), parts[2]));
}

} // namespace

std::vector<Forgery> forge_jws(const Genuine& genuine)
{
    Forger forger(genuine);
    forger.forge_algorithms();
    forger.forge_headers();
    forger.forge_embedded_keys();
    forger.forge_texts();
    forger.forge_segments();
    forger.forge_spellings();
    forger.forge_signatures();
    return std::move(forger.forgeries);
}

} // namespace anb::test
