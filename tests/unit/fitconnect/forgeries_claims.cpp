// Forgeries of what events, addressing information and published keys say.
// SPDX-License-Identifier: EUPL-1.2

#include "unit/fitconnect/bench.hpp"
#include "unit/fitconnect/forgeries.hpp"

#include <limits>

namespace anb::test {

namespace {

const std::string k_events = "https://schema.fitko.de/fit-connect/events/";

using Values = std::vector<json::Value>;

/// One value of each kind; a claim of one kind must not be taken when it is another.
Values of_every_kind()
{
    return {nullptr, true, 7, -1.5, "text", json::Value::array({1}), {{"a", 1}}};
}

/// Issuers that look like `address`.
Values look_alikes(const std::string& address)
{
    const auto host = address.substr(8);
    return {address + ".angreifer.example",
            "http://" + host,
            "HTTPS://" + host,
            address + "/v2",
            address + "/../x",
            address + ":443",
            address + "?x",
            address + "#x",
            address + " ",
            " " + address,
            address + "\n",
            address + "\\",
            "https://angreifer.example/" + host,
            "https://angreifer.example@" + host,
            "https://" + host + "@angreifer.example",
            "https://angreifer.example",
            "https://www." + host,
            host,
            "//" + host,
            "https:" + host,
            "https://prod.fit-connect.fitko.net/submission-api",
            "https://portal.auth-prod.fit-connect.fitko.net",
            k_other,
            "http",
            ""};
}

void add_header_types(const Genuine& genuine, const char* kind,
                      const std::vector<std::string>& types, std::vector<Forgery>& forgeries)
{
    for (const auto& type : types) {
        forgeries.push_back(
            {kind, genuine.with_header([&](auto& header) { header["typ"] = type; })});
    }
}

/// Adds one forgery for each value in place of a claim.
class Claims {
public:
    Claims(const Genuine& genuine, std::vector<Forgery>& forgeries)
        : m_genuine(genuine), m_forgeries(forgeries)
    {
    }
    void set(const char* kind, const char* claim, const Values& values)
    {
        for (const auto& value : values) {
            change(kind, [&](auto& claims) { claims[claim] = value; });
        }
    }
    void change(const char* kind, const std::function<void(json::Value&)>& what)
    {
        m_forgeries.push_back({kind, m_genuine.with_claims(what)});
    }
    /// The claim as every other kind of value than its own, and absent.
    void misuse(const char* claim)
    {
        for (const auto& value : of_every_kind()) {
            if (value.type() != m_genuine.claims.at(claim).type()) {
                set("claim: another kind", claim, {value});
            }
        }
        change("claim: missing", [&](auto& claims) { claims.erase(claim); });
    }

private:
    const Genuine& m_genuine;
    std::vector<Forgery>& m_forgeries;
};

Values no_identifiers(const std::string& prefix)
{
    return {"",
            prefix,
            prefix + " " + k_submission,
            prefix + k_submission + " ",
            prefix + k_submission.substr(1),
            prefix + k_submission + "0",
            prefix + "{" + k_submission + "}",
            "X" + prefix + k_submission,
            prefix + "2153770b_84d1_4be8_bd12_0e91ea63653c",
            prefix + "2153770g-84d1-4be8-bd12-0e91ea63653c",
            prefix + "*"};
}

void forge_identifiers(Claims& claims)
{
    claims.set("sub: malformed", "sub", no_identifiers("submission:"));
    claims.set("sub: malformed", "sub",
               {k_submission, "Submission:" + k_submission, "case:" + k_submission});
    claims.set("txn: malformed", "txn", no_identifiers("case:"));
    claims.set("txn: malformed", "txn", {k_case, "Case:" + k_case, "submission:" + k_case});
    claims.set("sub: of another submission", "sub",
               {"submission:" + k_other, "submission:" + k_case, "reply:" + k_submission});
    claims.set("txn: of another case", "txn", {"case:" + k_other, "case:" + k_submission});
    claims.change("txn: of another case", [](auto& all) {
        all["sub"] = "submission:" + k_case;
        all["txn"] = "case:" + k_submission;
    });
    claims.set("jti: malformed", "jti", no_identifiers(""));
    claims.set("jti: malformed", "jti", {"1", "../x"});
}

void forge_times(Claims& claims)
{
    claims.set("iat: before 2020", "iat",
               {0, -1, 1577833199, std::numeric_limits<std::int64_t>::min()});
    claims.set("iat: no time", "iat",
               {1768470007.5, "1768470007", 1e30, 253402300800, 1768470007000000,
                std::numeric_limits<std::int64_t>::max(),
                std::numeric_limits<std::uint64_t>::max()});
    const auto now = base::to_unix(bench::k_now);
    claims.set("iat: in the future", "iat",
               {now + 601, now + 86400, now + 31536000, 4102444800, 253402300799});
}

void forge_names(Claims& claims, const std::string& own)
{
    const auto rename = [&](const char* kind, const std::vector<std::string>& names) {
        for (const auto& name : names) {
            claims.change(kind, [&](auto& all) {
                const auto payload = all["events"].begin().value();
                all["events"] = json::Value::object();
                all["events"][name] = payload;
            });
        }
    };
    rename("events: unknown",
           {k_events + "Submit-Submission", k_events + own + "/", k_events + own + " ",
            k_events + "../" + own, "http" + (k_events + own).substr(5), k_events,
            k_events + "accept", k_events + "submit-reply", k_events + own + "?x", "urn:" + own,
            "https://schema.angreifer.example/fit-connect/events/" + own, k_events + own + "%20"});
    rename("events: no URI", {own, "/" + own, "", " ", "-reply", "create-reply"});
    for (const auto& value : {json::Value::object(), json::Value::array(), json::Value(nullptr),
                              json::Value(k_events + own), json::Value::array({k_events + own})}) {
        claims.set("events: not one", "events", {value});
    }
    for (const auto* second : {"accept-submission", "reject-submission", "x"}) {
        claims.change("events: not one", [&](auto& all) {
            all["events"][k_events + own + "."] = json::Value::object();
            all["events"][k_events + second + "."] = json::Value::object();
        });
    }
}

void forge_payloads(Claims& claims)
{
    const auto in_event = [&](const char* name, const Values& values) {
        for (const auto& value : values) {
            claims.change("payload of the event",
                          [&](auto& all) { all["events"].begin().value()[name] = value; });
        }
    };
    in_event("authenticationTags", {"text",
                                    1,
                                    json::Value::array({"x"}),
                                    {{"metadata", 1}},
                                    {{"data", {{"a", "b"}}}},
                                    {{"attachments", "x"}},
                                    {{"attachments", {{"no-uuid", "x"}}}},
                                    {{"attachments", {{k_other, 1}}}},
                                    {{"attachments", json::Value::array({k_other})}}});
    in_event("problems", {"text",
                          1,
                          {{"type", "x"}},
                          json::Value::array({"x"}),
                          json::Value::array({{{"title", "ohne Art"}}}),
                          json::Value::array({{{"type", 1}}})});
}

/// Changes without a new signature: each claim, and the tags swapped or left out.
void forge_behind_the_signature(const Genuine& genuine, std::vector<Forgery>& forgeries)
{
    const auto token = genuine.token();
    const auto first = token.find('.'), second = token.rfind('.');
    const auto add = [&](const char* kind, const json::Value& claims) {
        forgeries.push_back({kind, compact(token.substr(0, first), encode(json::dump(claims)),
                                           token.substr(second + 1))});
    };
    auto claims = genuine.claims;
    claims["iat"] = 1768470008;
    add("changed behind the signature", claims);
    claims = genuine.claims;
    claims["jti"] = k_other;
    add("changed behind the signature", claims);
    auto& payload = claims["events"].begin().value();
    if (!payload.contains("authenticationTags")) {
        return;
    }
    auto& tags = payload["authenticationTags"];
    std::swap(tags["metadata"], tags["data"]);
    add("tags swapped behind the signature", claims);
    for (const auto* name : {"metadata", "data", "attachments"}) {
        auto fewer = claims;
        fewer["events"].begin().value()["authenticationTags"].erase(name);
        add("tags missing behind the signature", fewer);
    }
    payload.erase("authenticationTags");
    add("tags missing behind the signature", claims);
}

void forge_issuers(const Genuine& genuine, Claims& claims, std::vector<Forgery>& forgeries)
{
    claims.set("iss: unknown", "iss", look_alikes(k_service));
    const auto by_service = genuine.key == k_service_key;
    const auto other = by_service ? bench::k_id : k_service;
    claims.set("iss: of the other issuer", "iss", {other});
    for (const auto* name :
         {"create-submission", "submit-submission", "notify-submission", "forward-submission",
          "accept-submission", "reject-submission", "delete-submission"}) {
        const std::string_view text(name);
        const auto entitled = by_service
                                  ? text != "accept-submission"
                                  : text == "accept-submission" || text == "reject-submission";
        if (!entitled) {
            forgeries.push_back(
                {"events: issuer not entitled",
                 (by_service ? event_of_service(name) : event_of_destination(name)).token()});
        }
    }
}

} // namespace

std::vector<Forgery> forge_event(const Genuine& genuine)
{
    std::vector<Forgery> forgeries;
    Claims claims(genuine, forgeries);
    for (const auto* claim : {"jti", "iss", "iat", "sub", "txn", "events"}) {
        claims.misuse(claim);
    }
    add_header_types(genuine, "typ: another",
                     {"JWT", "jwt", "SECEVENT+JWT", "secevent+jwt ", "application/secevent+jwt",
                      "secevent", "", "JOSE", "logout+jwt"},
                     forgeries);
    for (const auto* name : {"typ", "kid"}) {
        forgeries.push_back(
            {"header: missing", genuine.with_header([&](auto& header) { header.erase(name); })});
    }
    forge_identifiers(claims);
    forge_times(claims);
    const auto own = genuine.claims["events"].begin().key().substr(k_events.size());
    forge_names(claims, own);
    forge_payloads(claims);
    forge_issuers(genuine, claims, forgeries);
    forge_behind_the_signature(genuine, forgeries);
    return forgeries;
}

std::vector<Forgery> forge_addressing(const Genuine& genuine)
{
    std::vector<Forgery> forgeries;
    Claims claims(genuine, forgeries);
    for (const auto* claim : {"submissionHost", "iss", "services", "destinationId", "iat", "jti"}) {
        claims.misuse(claim);
    }
    add_header_types(genuine, "typ: another",
                     {"secevent+jwt", "JWT ", "JOSE", "at+jwt", "application/jwt"}, forgeries);
    forgeries.push_back(
        {"kid: missing", genuine.with_header([](auto& header) { header.erase("kid"); })});
    claims.set("iss: unknown", "iss", look_alikes(k_portal));
    claims.set("iss: unknown", "iss", {k_service, bench::k_id});
    claims.set("iat: no time", "iat",
               {-1, 1768470007.5, "1768470007", 253402300800,
                std::numeric_limits<std::int64_t>::max(),
                std::numeric_limits<std::int64_t>::min()});
    claims.set("destinationId: no identifier", "destinationId", no_identifiers(""));
    claims.set("services: malformed", "services",
               {json::Value::array({"x"}), json::Value::array({json::Value::object()}),
                json::Value::array({{{"gebietIDs", json::Value::array()}}}),
                json::Value::array({{{"leistungIDs", json::Value::array()}}}),
                json::Value::array({{{"gebietIDs", "x"}, {"leistungIDs", "x"}}}),
                json::Value::array({{{"gebietIDs", {1}}, {"leistungIDs", {2}}}})});
    const auto token = genuine.token();
    const auto first = token.find('.'), second = token.rfind('.');
    const json::Value changes = {{"destinationId", k_other},
                                 {"submissionHost", "angreifer.example"},
                                 {"services", json::Value::array()},
                                 {"iat", 1768470008}};
    for (const auto& [name, value] : changes.items()) {
        auto changed = genuine.claims;
        changed[name] = value;
        forgeries.push_back({"changed behind the signature",
                             compact(token.substr(0, first), encode(json::dump(changed)),
                                     token.substr(second + 1))});
    }
    return forgeries;
}

std::vector<KeyForgery> forge_key(const json::Value& jwk)
{
    std::vector<KeyForgery> forgeries;
    const auto set = [&](const char* kind, const char* name, const Values& values) {
        for (const auto& value : values) {
            forgeries.push_back({kind, jwk});
            forgeries.back().jwk[name] = value;
        }
    };
    const auto kid = jwk.at("kid").get<std::string>();
    const auto foreign = public_jwk(k_foreign_key, kid);
    auto numbers_of_another = jwk;
    numbers_of_another["n"] = foreign["n"];
    auto short_key = public_jwk(k_short_key, kid);
    forgeries.push_back({"key of another", foreign});
    forgeries.push_back({"n: of another key", numbers_of_another});
    forgeries.push_back({"n: too short", short_key});
    const auto n = jwk.at("n").get<std::string>();
    auto altered = n;
    altered[300] = altered[300] == 'A' ? 'B' : 'A';
    auto even = n;
    even.back() = 'A';
    set("n: altered", "n", {altered});
    set("n: too short", "n", {"AA" + n.substr(2)});
    set("n: no number", "n", {"", n + "=", "!" + n});
    set("n: no key", "n", {even, "AA", "AQAB"});
    set("e: another", "e", {"Aw", "EQ", "AQAD", "ASc"});
    set("e: no number", "e", {"", "AQAB="});
    set("e: no key", "e", {"AA", "AQ", "Ag", "AQAA"});
    set("kty: another", "kty", {"EC", "oct", "OKP", "rsa", ""});
    set("alg: another", "alg", {"RS256", "PS256", "RSA-OAEP-256", "none", "ps512"});
    set("use: another", "use", {"enc", "Sig", "sig "});
    for (const auto* name : {"n", "e", "kty", "alg", "use", "key_ops", "kid", "x5c"}) {
        set("member of another kind", name, {nullptr, 65537, true, {{"a", "b"}}});
    }
    set("key_ops: another", "key_ops",
        {json::Value::array({"sign"}), json::Value::array({"wrapKey"}),
         json::Value::array({"encrypt"}), json::Value::array({"Verify"}),
         json::Value::array({"verify", "wrapKey"}), json::Value::array({"sign", "verify"}),
         json::Value::array({"verify", "verify"})});
    set("kid: another", "kid", {kid + "x", "", k_other});
    set("x5c: does not match", "x5c", {foreign["x5c"], short_key["x5c"]});
    set("x5c: no certificates", "x5c",
        {json::Value::array({"AAAA"}), json::Value::array({""}),
         json::Value::array({jwk.at("x5c").at(0).get<std::string>() + "\n"})});
    for (const auto* name : {"d", "p", "q", "dp", "dq", "qi", "oth"}) {
        set("private member", name, {"AQAB"});
    }
    return forgeries;
}

} // namespace anb::test
