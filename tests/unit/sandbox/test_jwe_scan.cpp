// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"
#include "bench.hpp"
#include "sandbox/fitconnect/jwe_scan.hpp"
#include "sandbox/problem.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

Destination destination()
{
    Destination it;
    it.keys[k_encryption_kid] = public_jwk(encryption_key(), k_encryption_kid, true);
    it.keys[k_signing_kid] = public_jwk(signing_key(), k_signing_kid, false);
    return it;
}

/// Status of the refusal, 0 when it was accepted.
int status(const std::string& compact, int version, bool typed)
{
    JweScan scan;
    scan.update(compact);
    try {
        scan.finish(destination(), version, typed, "part");
        return 0;
    } catch (const Refusal& refusal) {
        return refusal.response().status;
    }
}

std::string with_header(const json::Value& change)
{
    const auto compact = encrypted("{}", "application/json").first;
    json::Value header = {{"alg", "RSA-OAEP-256"},
                          {"enc", "A256GCM"},
                          {"kid", k_encryption_kid},
                          {"cty", "application/json"}};
    header.merge_patch(change);
    return base::to_base64url(base::as_bytes(json::dump(header))) +
           compact.substr(compact.find('.'));
}

} // namespace

TEST_CASE("sandbox::JweScan: finds the tag, however the text is cut")
{
    const auto [compact, tag] = encrypted("Hallo", "application/json");
    for (const std::size_t size : {1U, 7U, 1000U}) {
        JweScan scan;
        for (std::size_t at = 0; at < compact.size(); at += size) {
            scan.update(std::string_view(compact).substr(at, size));
        }
        CHECK(scan.size() == compact.size());
        CHECK(scan.finish(destination(), 2, true, "part") == tag);
    }
}

TEST_CASE("sandbox::JweScan: names what the service would refuse")
{
    CHECK(status(with_header(json::Value::object()), 2, true) == 0);
    CHECK(status(with_header({{"alg", "RSA-OAEP"}}), 2, true) == 422);
    CHECK(status(with_header({{"enc", "A128GCM"}}), 2, true) == 422);
    CHECK(status(with_header({{"kid", k_signing_kid}}), 2, true) == 422);
    CHECK(status(with_header({{"kid", nullptr}}), 2, true) == 422);
    CHECK(status(with_header({{"crit", json::Value::array({"x"})}}), 2, true) == 422);
    CHECK(status(with_header({{"zip", "DEF"}}), 2, true) == 422);
    CHECK(status(with_header({{"zip", "DEF"}}), 1, true) == 0);
    CHECK(status(with_header({{"zip", "LZ"}}), 1, true) == 422);
    CHECK(status(with_header({{"cty", "text/plain"}}), 2, true) == 422);
    CHECK(status(with_header({{"cty", "text/plain"}}), 2, false) == 0);
    CHECK(status(with_header({{"cty", nullptr}}), 1, true) == 0);
    const auto good = with_header(json::Value::object());
    CHECK(status(good + ".", 2, true) == 422);
    CHECK(status(good + "A", 2, true) == 422);
    CHECK(status(good + "=", 2, true) == 422);
    CHECK(status(good + " ", 2, true) == 400);
    CHECK(status("", 2, true) == 400);
    CHECK(status("a.b.c.d.e", 2, true) == 422);
    CHECK(status(good.substr(good.find('.')), 2, true) == 422);
    CHECK(status(std::string(20000, 'A') + good.substr(good.find('.')), 2, true) == 422);
}
