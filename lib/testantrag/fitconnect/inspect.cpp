// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/inspect.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fitconnect/event.hpp"
#include "jose/jwe.hpp"
#include "jose/jws.hpp"

#include <array>
#include <vector>

namespace anb::testantrag {

namespace {

constexpr std::size_t k_jws_segments = 3;
constexpr std::size_t k_jwe_segments = 5;

void add(base::Report& report, std::string name, std::string value)
{
    if (!value.empty()) {
        report.facts.push_back({std::move(name), std::move(value)});
    }
}

void add_size(base::Report& report, std::string name, std::size_t size)
{
    report.facts.push_back({std::move(name), std::to_string(size), true});
}

void add_jwe(base::Report& report, std::string_view compact,
             const std::vector<std::string_view>& segments)
{
    constexpr std::array<const char*, k_jwe_segments> k_names = {
        "header_size", "encrypted_key_size", "iv_size", "ciphertext_size", "tag_size"};
    const auto header = jose::parse_jwe_header(compact, report.subject);
    add(report, "kind", "JWE");
    add(report, "alg", header.alg);
    add(report, "enc", header.enc);
    add(report, "kid", header.kid);
    add(report, "cty", header.cty);
    add(report, "zip", header.zip);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        add_size(report, k_names[i], segments[i].size());
    }
    add(report, "tag", std::string(segments.back()));
    report.unchecked.push_back({.element = "decryption", .reason = "no_key"});
}

void add_event(base::Report& report, const fitconnect::Event& event)
{
    add(report, "event", event.name);
    add(report, "issuer", event.issuer);
    add(report, "issued_at", base::format_time(event.issued_at));
    add(report, "submission_id", event.submission.str());
    add(report, "case_id", event.case_id.str());
    add(report, "schema", event.schema);
    add(report, "jti", event.jti);
    if (event.tags) {
        add(report, "authentication_tags", json::dump(fitconnect::to_json(*event.tags)));
    }
    for (const auto& problem : event.problems) {
        add(report, "problem", problem.type + " (" + problem.instance + ")");
    }
}

void add_jws(base::Report& report, std::string_view compact)
{
    const auto jws = jose::parse_jws(compact, report.subject);
    const auto is_event = jws.typ == "secevent+jwt";
    add(report, "kind", is_event ? "SET" : "JWS");
    add(report, "alg", jws.alg);
    add(report, "kid", jws.kid);
    add(report, "typ", jws.typ);
    add_size(report, "payload_size", jws.payload.size());
    if (is_event) {
        add_event(report, fitconnect::parse_event(compact));
    }
    report.unchecked.push_back({.element = "signature", .reason = "no_key"});
}

} // namespace

base::Report inspect_token(std::string_view compact, const std::string& origin)
{
    base::Report report;
    report.subject = "file:" + origin;
    const auto trimmed = base::trim(compact);
    const auto segments = base::split(trimmed, '.');
    if (segments.size() == k_jwe_segments) {
        add_jwe(report, trimmed, segments);
    } else if (segments.size() == k_jws_segments) {
        add_jws(report, trimmed);
    } else {
        throw base::Error(base::ErrorKind::input, "ANB-S640", {{"file", origin}});
    }
    return report;
}

} // namespace anb::testantrag
