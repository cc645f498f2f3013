// SPDX-License-Identifier: EUPL-1.2

#include "crypto/digest.hpp"
#include "testantrag/osci/inspect.hpp"
#include "unit/osci/golden.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::testantrag;

namespace {

constexpr base::UtcTime k_at{base::Seconds(1768478400)};

OsciInspection inspect(const std::string& text, const osci::KeyRing& ring,
                       const base::fs::path& folder = {})
{
    return inspect_osci(base::source_of(base::as_bytes(text)), "a.mime", ring, k_at, folder);
}

std::vector<std::filesystem::path> golden_files(const std::string& set)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(golden::k_folder / set)) {
        if (entry.path().extension() == ".mime") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

bool is_unchecked(const OsciInspection& seen, std::string_view element, std::string_view reason)
{
    return std::ranges::any_of(seen.delivery.report.unchecked, [&](const auto& point) {
        return point.element == element && point.reason == reason;
    });
}

std::string attachment_of(std::string_view set)
{
    return set.starts_with("signed-encrypted") ? "attachments/anlage1.pdf"
                                               : "attachments/hinweis.txt";
}

std::string type_of(const std::string& file)
{
    const auto is_answer = file.find(".response") != std::string::npos;
    auto order = file.substr(3, file.find('.') - 3);
    order = order.substr(order.starts_with("fault_") ? 6 : 0);
    order = order.substr(0, order.find('_'));
    order.front() = static_cast<char>(std::toupper(order.front()));
    return (is_answer ? "ResponseTo" : "") + order;
}

} // namespace

TEST_CASE("testantrag::inspect_osci: every golden message, with all keys")
{
    if (golden::missing()) {
        return;
    }
    for (const std::string set : golden::k_sets) {
        const auto files = golden_files(set);
        REQUIRE(files.size() >= 18);
        for (const auto& file : files) {
            const auto name = file.filename().string();
            CAPTURE(set);
            CAPTURE(name);
            const auto seen = inspect(test::read(file), golden::ring());
            CHECK(seen.delivery.report.findings.empty());
            const auto is_fault = name.starts_with("09_") && name.find("response") != name.npos;
            CHECK(seen.document["type"] == (is_fault ? "Fault" : type_of(name)));
            if (set != "plain" && !is_fault) {
                CHECK(seen.document["signature"]["holds"] == true);
            }
            if (name.starts_with("04_") && name.find("request") != name.npos) {
                REQUIRE(seen.delivery.files.size() == 2);
                CHECK(seen.delivery.files.front().name == "data.xml");
                CHECK(seen.delivery.files.back().name == attachment_of(set));
                CHECK(seen.document["containers"][0]["id"] == "XSOZIAL_DATA");
                CHECK(is_unchecked(seen, "author_signature", "not_signed") == (set == "plain"));
            }
        }
    }
}

TEST_CASE("testantrag::inspect_osci: without a key it says for whom a message is")
{
    if (golden::missing()) {
        return;
    }
    for (const auto& file : golden_files("signed-encrypted")) {
        CAPTURE(file.filename().string());
        const auto seen = inspect(test::read(file), {});
        CHECK(seen.delivery.report.findings.empty());
        CHECK(seen.delivery.files.empty());
        if (seen.document["type"] == "MessageEncrypted") {
            CHECK(seen.document["transport"]["opened"] == false);
            CHECK(seen.document["transport"]["cipher"] == "aes256-gcm");
            CHECK(seen.document["transport"]["iv_size"] == 12);
            CHECK(seen.document["transport"].contains("recipient"));
            CHECK(is_unchecked(seen, "content", "no_key"));
        }
    }
    const auto text = golden::text("signed-encrypted", "04_storeDelivery.request.inner.mime");
    const auto seen = inspect(text, {});
    CHECK(seen.document["containers"][0]["opened"] == false);
    CHECK(is_unchecked(seen, "content", "no_key"));
    CHECK(seen.document["attachments"].size() == 1);
}

TEST_CASE("testantrag::inspect_osci: another key is said to be none of the recipients'")
{
    if (golden::missing()) {
        return;
    }
    const auto text = golden::text("signed-encrypted", "04_storeDelivery.request.mime");
    const auto seen = inspect(text, {&golden::identity("client_cipher")});
    REQUIRE(seen.delivery.report.findings.size() == 1);
    CHECK(seen.delivery.report.findings.front().code == "ANB-O201");
}

TEST_CASE("testantrag::inspect_osci: what was changed is found, and the rest still shown")
{
    if (golden::missing()) {
        return;
    }
    auto text = golden::text("signed", "04_storeDelivery.request.mime");
    const auto at = text.find("LanguagesList=\"de\"");
    REQUIRE(at != text.npos);
    text.replace(at, 18, "LanguagesList=\"en\"");
    const auto seen = inspect(text, golden::ring());
    REQUIRE_FALSE(seen.delivery.report.findings.empty());
    CHECK(seen.delivery.report.findings.front().code == "ANB-O302");
    CHECK(is_untrusted(seen.delivery.report));
    CHECK(seen.document["signature"]["holds"] == false);
    CHECK(seen.document["type"] == "StoreDelivery");
    CHECK(seen.document["languages"] == "en");
}

TEST_CASE("testantrag::inspect_osci: writes what it opened")
{
    if (golden::missing()) {
        return;
    }
    const test::TemporaryFolder folder;
    const auto text = golden::text("signed-encrypted-pss", "04_storeDelivery.request.mime");
    const auto seen = inspect(text, golden::ring(), folder.path());
    CHECK(seen.delivery.report.accepted());
    CHECK(test::read(folder / "data.xml").find("<nachricht") != std::string::npos);
    const auto& attachment = seen.delivery.files.back();
    CHECK(attachment.name == "attachments/anlage1.pdf");
    CHECK(base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha256,
                                      base::as_bytes(test::read(folder / attachment.name)))) ==
          attachment.sha256);
}

TEST_CASE("testantrag::inspect_osci: messages of our own writer")
{
    const auto store = base::fs::path(ANB_TESTDATA) / "fuzz/INSECURE-osci.p12";
    const auto own = pki::load_pkcs12(base::read_file(store.string(), 1 << 20),
                                      base::SecretString("123456"), "INSECURE-osci.p12", {})
                         .identity;
    for (const auto* name : {"transport.mime", "content.mime"}) {
        CAPTURE(name);
        const auto text = test::read(base::fs::path(ANB_TESTDATA) / "fuzz/osci_encrypted" / name);
        const auto closed = inspect(text, {});
        CHECK(closed.delivery.report.findings.empty());
        CHECK(is_unchecked(closed, "content", "no_key"));
        const auto opened = inspect(text, {&own});
        CHECK(opened.delivery.report.findings.empty());
        CHECK_FALSE(opened.delivery.files.empty());
    }
}

TEST_CASE("testantrag::looks_like_osci: tells messages from tokens")
{
    CHECK(looks_like_osci("MIME-Version: 1.0\r\nContent-Type: Multipart/Related; boundary=x"));
    CHECK_FALSE(looks_like_osci("eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.a.b.c.d"));
    CHECK_FALSE(looks_like_osci(""));
}
