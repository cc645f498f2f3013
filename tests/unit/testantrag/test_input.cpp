// SPDX-License-Identifier: EUPL-1.2

#include "crypto/digest.hpp"
#include "testantrag/input.hpp"
#include "unit/testantrag/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using namespace anb::testantrag;
using test::code_of;

TEST_CASE("testantrag::inspect_data: tells XML from JSON and hashes the bytes as they are")
{
    const test::TemporaryFolder folder;
    const std::string text = "{\"straße\": 12.50}\n";
    test::write(folder / "daten", text);
    const auto data = inspect_data((folder / "daten").string());
    CHECK(data.form == Form::json);
    CHECK(data.size == text.size());
    CHECK(data.sha512 ==
          base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha512, base::as_bytes(text))));
    test::write(folder / "daten", "\xEF\xBB\xBF <a/>");
    CHECK(inspect_data((folder / "daten").string()).form == Form::xml);
}

TEST_CASE("testantrag::inspect_data: refuses what is not well-formed")
{
    const test::TemporaryFolder folder;
    const auto code = [&](const std::string& text) {
        test::write(folder / "daten", text);
        return code_of([&] { inspect_data((folder / "daten").string()); });
    };
    CHECK(code("<a><b></a>") == "ANB-X107");
    CHECK(code("<!DOCTYPE a><a/>") == "ANB-X103");
    CHECK(code("{\"a\":") == "ANB-G301");
    CHECK(code("") == "ANB-S101");
    CHECK(code("%PDF-1.7") == "ANB-S101");
    CHECK(code_of([&] { inspect_data((folder / "fehlt").string()); }) == "ANB-G201");
}

TEST_CASE("testantrag::inspect_attachment: only ordinary files")
{
    const test::TemporaryFolder folder;
    test::write(folder / "Nachweis.PDF", "x");
    const auto attachment = inspect_attachment((folder / "Nachweis.PDF").string());
    CHECK(attachment.filename == "Nachweis.PDF");
    CHECK(attachment.mime_type == "application/pdf");
    CHECK(attachment.size == 1);
    CHECK(code_of([&] { inspect_attachment(folder.path().string()); }) == "ANB-S201");
    CHECK(code_of([&] { inspect_attachment("/dev/null"); }) == "ANB-S201");
    CHECK(code_of([] { inspect_attachment("-"); }) == "ANB-S102");
    CHECK(mime_type_of("ohne-endung") == "application/octet-stream");
}

TEST_CASE("testantrag::check_limits: each limit has its own finding")
{
    const auto codes = [](std::size_t count, std::uint64_t each, std::uint64_t others) {
        std::vector<std::string> found;
        const std::vector<PartSize> parts(count, {.name = "a", .encrypted = each});
        for (const auto& finding : check_limits(parts, others).findings) {
            found.push_back(finding.code);
        }
        return found;
    };
    CHECK(codes(30, 1000, 1000).empty());
    CHECK(codes(31, 1000, 1000) == std::vector<std::string>{"ANB-S113"});
    CHECK(codes(101, 1000, 1000) == std::vector<std::string>{"ANB-S110"});
    CHECK(codes(1, k_max_part, 0).empty());
    CHECK(codes(1, k_max_part + 1, 0) == std::vector<std::string>{"ANB-S111"});
    CHECK(codes(4, k_max_part, 0).empty());
    CHECK(codes(4, k_max_part, 1) == std::vector<std::string>{"ANB-S112"});
}
