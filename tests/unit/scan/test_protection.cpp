// SPDX-License-Identifier: EUPL-1.2

#include "unit/scan/fake_clamd.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace std::string_literals;
using test::FakeClamd;

namespace {

/// Why a file is not scannable, or "clean", while clamd finds nothing in it.
std::string reason(const std::string& content)
{
    static const FakeClamd clamd;
    const auto result = clamd.scan(content);
    return result.state == scan::State::clean ? "clean" : result.detail;
}

std::string little(std::uint32_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i) {
        text += static_cast<char>(value >> (8 * i));
    }
    return text;
}

/// A ZIP of stored entries (APPNOTE.TXT §4.3); one of them has the flags given.
std::string zip(std::uint32_t flags, int entries = 2)
{
    std::string body, directory;
    for (int i = 0; i < entries; ++i) {
        const auto name = "anlage" + std::to_string(i) + ".txt";
        const auto own_flags = i + 1 == entries ? flags : 0;
        // CRC-32 of twelve zero bytes.
        const auto common = little(own_flags, 2) + little(0, 2) + little(0, 4) +
                            little(0x7bd5c66f, 4) + little(12, 4) + little(12, 4) +
                            little(static_cast<std::uint32_t>(name.size()), 2) + little(0, 2);
        directory += "PK\x01\x02" + little(20, 2) + little(20, 2) + common + little(0, 2) +
                     little(0, 2) + little(0, 2) + little(0, 4) +
                     little(static_cast<std::uint32_t>(body.size()), 4) + name;
        body += "PK\x03\x04" + little(20, 2) + common + name + std::string(12, '\0');
    }
    const auto count = static_cast<std::uint32_t>(entries);
    return body + directory + "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) +
           little(static_cast<std::uint32_t>(directory.size()), 4) +
           little(static_cast<std::uint32_t>(body.size()), 4) + little(0, 2);
}

const auto k_page = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"s;

std::string pdf(const std::string& body)
{
    return "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + k_page + body + "\nstartxref\n9\n%%EOF\n";
}

/// A compound file with one more entry in its directory.
std::string compound(const std::string& name, char type = 2, std::size_t shift = 0)
{
    std::string file("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    file.resize(4096 + shift, '\0');
    std::string entry;
    for (const char c : name) {
        entry += c;
        entry += '\0';
    }
    entry.resize(64, '\0');
    entry += static_cast<char>(2 * (name.size() + 1));
    entry += '\0';
    entry += type;
    entry.resize(128, '\0');
    file += entry;
    file.resize(8192, '\0');
    return file;
}

} // namespace

TEST_CASE("scan::Scanner: ZIP entries with a password")
{
    CHECK(reason(zip(0)) == "clean");
    CHECK(reason(zip(0x800)) == "clean");
    CHECK(reason(zip(0x1)) == "encrypted_entry");
    CHECK(reason(zip(0x1, 1)) == "encrypted_entry");
    CHECK(reason(zip(0x41)) == "encrypted_entry");
    CHECK(reason(zip(0x801, 300)) == "encrypted_entry");
    const auto whole = zip(0);
    CHECK(reason(whole.substr(0, whole.size() - 10)) == "damaged_archive");
    CHECK(reason("PK\x03\x04"s + std::string(2000, 'x')) == "damaged_archive");
    CHECK(reason("7z\xbc\xaf\x27\x1c"s + std::string(2000, 'x')) == "damaged_archive");
    CHECK(reason("PK") == "clean");
}

TEST_CASE("scan::Scanner: an encrypted PDF, however it is spelled")
{
    const auto stream = "5 0 obj\n<< /Type /XRef /Size 4 /Root 1 0 R /Length 3 "s;
    for (
        const auto& body :
        {"trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R >>"s,
         "trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R>>"s,
         "trailer\r<</Encrypt<</Filter/Standard/V 4>>/Size 4>>"s, "trailer<</#45ncrypt 3 0 R>>"s,
         "trailer<</Encr#79pt 3 0 R>>"s, "trailer %x\n<< %y >>\n/Encrypt %z\n 3 0 R >>"s,
         "trailer<</Info<</A(b)>>/ID[<00><01>]/Encrypt 3 0 R>>"s,
         "trailer<</Size 4>>\nstartxref 0 %%EOF\ntrailer<</Encrypt 3 0 R>>"s,
         stream + "/Encrypt 3 0 R >>\nstream\nabc\nendstream\nendobj"s,
         "5 0 obj<</Encrypt 3 0 R/Length 3/Type/XRef>>stream\nabc\nendstream\nendobj"s,
         "4 0 obj\n<</Length 9>>\nstream\n(((<<<<[[\nendstream\nendobj\ntrailer<</Encrypt 3 0 R>>"s,
         "4 0 obj\n(a \\( b) \nendobj\ntrailer<</Encrypt 3 0 R>>"s,
         "4 0 obj\n(" + std::string(100'000, 'x') + "\nendobj\ntrailer<</Encrypt 3 0 R>>"s}) {
        CAPTURE(body.substr(0, 80));
        CHECK(reason(pdf(body)) == "encrypted_pdf");
    }
    CHECK(reason("junk\n" + pdf("trailer<</Encrypt 3 0 R>>")) == "encrypted_pdf");
    const auto late = std::string(3'000'000, ' ');
    CHECK(reason(pdf(late + "trailer<</Encrypt 3 0 R>>")) == "encrypted_pdf");
}

TEST_CASE("scan::Scanner: the word Encrypt alone makes no encrypted PDF")
{
    for (const auto& body :
         {"trailer\n<< /Size 4 /Root 1 0 R >>"s, "trailer<</Size 4/Encrypt null>>"s,
          "trailer<</Encrypted 3 0 R/EncryptMetadata true>>"s,
          "trailer<</Info<</Encrypt 3 0 R>>>>"s, "trailer<</Type/Encrypt/Size 3>>"s,
          "trailer<</Title(/Encrypt 3 0 R)>>"s, "trailer<</Size 4>> %<</Encrypt 3 0 R>>"s,
          "4 0 obj\n<</Encrypt 3 0 R>>\nendobj\ntrailer<</Size 4>>"s,
          "4 0 obj\n<</Length 40>>\nstream\ntrailer<</Encrypt 3 0 R>>\nendstream\nendobj"s,
          "4 0 obj\n(trailer<</Encrypt 3 0 R>>)\nendobj"s,
          "4 0 obj\n<747261696c6572>\nendobj\ntrailer<</Size 4>>"s,
          "5 0 obj<</Type/ObjStm/Encrypt 3 0 R/Length 3>>stream\nabc\nendstream\nendobj"s,
          "4 0 obj\n<</Type/XRef/Info<</Encrypt 3 0 R>>>>\nendobj"s}) {
        CAPTURE(body.substr(0, 80));
        CHECK(reason(pdf(body)) == "clean");
    }
    CHECK(reason("trailer<</Encrypt 3 0 R>>") == "clean");
}

TEST_CASE("scan::Scanner: Office documents with a password")
{
    CHECK(reason(compound("EncryptedPackage")) == "encrypted_office");
    CHECK(reason(compound("EncryptedSummary")) == "encrypted_office");
    CHECK(reason(compound("EncryptedPackage", 1)) == "clean");
    CHECK(reason(compound("EncryptedPackage", 2, 64)) == "clean");
    CHECK(reason(compound("EncryptedPackages")) == "clean");
    CHECK(reason(compound("WordDocument")) == "clean");
    CHECK(reason(compound("EncryptedPackage").substr(1)) == "clean");
    CHECK(reason("EncryptedPackage") == "clean");
}
