// SPDX-License-Identifier: EUPL-1.2

#include "pki/certificate.hpp"
#include "pki/issue.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using namespace anb::pki;
using pki::test::certificate;
using pki::test::time;

namespace {

CertificateRequest request(std::string name, bool ca)
{
    CertificateRequest wanted;
    wanted.common_name = std::move(name);
    wanted.not_before = time("2026-01-01");
    wanted.not_after = time("2030-01-01");
    wanted.ca = ca;
    wanted.key_usage = ca ? key_cert_sign : digital_signature;
    return wanted;
}

struct Authority {
    crypto::PrivateKey key;
    Certificate certificate;

    static Authority root(const std::string& name)
    {
        auto key = crypto::PrivateKey::generate_rsa(1280);
        auto own = self_sign(key, request(name, true));
        return {std::move(key), std::move(own)};
    }

    Authority below(const std::string& name, bool ca = true) const
    {
        auto other = crypto::PrivateKey::generate_rsa(1280);
        auto made = issue(other.public_key(), request(name, ca), certificate, key);
        return {std::move(other), std::move(made)};
    }
};

} // namespace

TEST_CASE("pki::build_chain: the order of the candidates does not matter")
{
    const std::vector expected{certificate("musterstadt-prod"), certificate("ca"),
                               certificate("root")};
    std::vector candidates{certificate("root"), certificate("impostor-root"), certificate("ca"),
                           certificate("musterstadt-sign"), certificate("musterstadt-prod")};
    for (std::size_t turn = 0; turn < candidates.size(); ++turn) {
        std::rotate(candidates.begin(), candidates.begin() + 1, candidates.end());
        CHECK(build_chain(expected.front(), candidates) == expected);
    }
}

TEST_CASE("pki::build_chain: ends where an issuer is missing")
{
    const auto leaf = certificate("musterstadt-prod");
    CHECK(build_chain(leaf, {}) == std::vector{leaf});
    CHECK(build_chain(leaf, {certificate("root")}) == std::vector{leaf});
    CHECK(build_chain(leaf, {certificate("ca"), certificate("impostor-root")}) ==
          std::vector{leaf, certificate("ca")});
    CHECK(build_chain(certificate("root"), {certificate("ca")}) ==
          std::vector{certificate("root")});
}

TEST_CASE("pki::build_chain: steps back from a cross-signed CA whose root is absent")
{
    const auto good = Authority::root("Wurzel A"), absent = Authority::root("Wurzel B");
    const auto ca = good.below("CA");
    auto wanted = request("CA", true);
    wanted.not_after = time("2034-01-01");
    const auto cross = issue(ca.key.public_key(), wanted, absent.certificate, absent.key);
    const auto leaf = ca.below("GRP: Stadt", false).certificate;
    const std::vector expected{leaf, ca.certificate, good.certificate};
    CHECK(build_chain(leaf, {cross, ca.certificate, good.certificate}) == expected);
    CHECK(build_chain(leaf, {good.certificate, ca.certificate, cross}) == expected);
    CHECK(build_chain(leaf, {cross}) == std::vector{leaf, cross});
}

TEST_CASE("pki::build_chain: CAs that sign one another end the search")
{
    const auto a = crypto::PrivateKey::generate_rsa(1280);
    const auto b = crypto::PrivateKey::generate_rsa(1280);
    const auto a_root = self_sign(a, request("A", true)), b_root = self_sign(b, request("B", true));
    const auto a_by_b = issue(a.public_key(), request("A", true), b_root, b);
    const auto b_by_a = issue(b.public_key(), request("B", true), a_root, a);
    const auto leaf = issue(crypto::PrivateKey::generate_rsa(1280).public_key(),
                            request("GRP: Stadt", false), a_root, a);
    const auto chain = build_chain(leaf, {a_by_b, b_by_a});
    CHECK(chain == std::vector{leaf, a_by_b, b_by_a});
}

TEST_CASE("pki::build_chain: a certificate that is no CA issues nothing")
{
    const auto root = Authority::root("Wurzel");
    const auto holder = root.below("GRP: Stadt", false);
    const auto forged = holder.below("GRP: andere Stadt", false).certificate;
    CHECK(forged.issued_by(holder.certificate));
    CHECK(build_chain(forged, {holder.certificate, root.certificate}) == std::vector{forged});
    CHECK_FALSE(ends_in({forged, holder.certificate, root.certificate}, {root.certificate}));
    CHECK_FALSE(ends_in({forged}, {holder.certificate}));
}

TEST_CASE("pki::build_chain: stops at ten certificates")
{
    auto authority = Authority::root("Wurzel");
    std::vector candidates{authority.certificate};
    for (int level = 0; level < 12; ++level) {
        authority = authority.below("CA " + std::to_string(level));
        candidates.push_back(authority.certificate);
    }
    CHECK(build_chain(authority.certificate, candidates).size() == 10);
}

TEST_CASE("pki::build_chain: a mesh of cross-signed CAs is given up in bounded time")
{
    constexpr std::size_t k_authorities = 8;
    std::vector<crypto::PrivateKey> keys;
    std::vector<Certificate> own, mesh;
    for (std::size_t i = 0; i < k_authorities; ++i) {
        keys.push_back(crypto::PrivateKey::generate_rsa(1280));
        own.push_back(self_sign(keys[i], request("CA " + std::to_string(i), true)));
    }
    for (std::size_t i = 0; i < k_authorities; ++i) {
        for (std::size_t j = 0; j < k_authorities; ++j) {
            if (i != j) {
                mesh.push_back(issue(keys[i].public_key(), request("CA " + std::to_string(i), true),
                                     own[j], keys[j]));
            }
        }
    }
    const auto chain = build_chain(mesh.front(), mesh);
    CHECK(chain.size() == k_authorities);
}

TEST_CASE("pki::ends_in: compares the whole anchor, never a name")
{
    const std::vector chain{certificate("musterstadt-prod"), certificate("ca"),
                            certificate("root")};
    CHECK(ends_in(chain, {certificate("root")}));
    CHECK(ends_in({chain[0], chain[1]}, {certificate("impostor-root"), certificate("root")}));
    CHECK(ends_in({chain[0], chain[1]}, {certificate("ca")}));
    CHECK_FALSE(ends_in(chain, {certificate("impostor-root")}));
    CHECK_FALSE(ends_in({chain[0], chain[1]}, {certificate("impostor-root")}));
    CHECK_FALSE(ends_in(chain, {}));
    CHECK_FALSE(ends_in({}, {certificate("root")}));
}

TEST_CASE("pki::ends_in: a chain whose links do not hold ends nowhere")
{
    const auto stranger = Authority::root("Fremde").certificate;
    CHECK_FALSE(ends_in({stranger, certificate("root")}, {certificate("root")}));
    CHECK_FALSE(
        ends_in({certificate("musterstadt-prod"), certificate("root")}, {certificate("root")}));
}
