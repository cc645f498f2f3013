// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/safe_name.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using anb::testantrag::SafeNames;

TEST_CASE("testantrag::SafeNames: leaves ordinary names as they are")
{
    SafeNames names;
    CHECK(names.take("Nachweis über Miete 2026.pdf", "id") == "Nachweis über Miete 2026.pdf");
    CHECK(names.take("a-b_c.tar.gz", "id") == "a-b_c.tar.gz");
}

TEST_CASE("testantrag::SafeNames: no name leaves the folder or hides in it")
{
    const std::vector<std::string> hostile = {"../../etc/passwd",
                                              "/etc/passwd",
                                              "..\\..\\windows\\win.ini",
                                              "..",
                                              ".",
                                              "",
                                              ".bashrc",
                                              "a/../../b",
                                              std::string("a\0b", 3),
                                              "a\nb",
                                              "\xE2\x80\xAE"
                                              "fdp.exe",
                                              "\xFF\xFE",
                                              "-rf",
                                              "   ",
                                              "$(reboot)",
                                              "C:\\x.txt",
                                              "a;b|c>d"};
    for (const auto& wish : hostile) {
        SafeNames names;
        const auto name = names.take(wish, "46cecbaa");
        const auto inside = std::filesystem::path("folder") / name;
        CHECK(inside.lexically_normal().parent_path() == "folder");
        CHECK_FALSE(name.empty());
        CHECK(name.front() != '.');
        CHECK(name.front() != '-');
        CHECK(name.find_first_of("/\\\n$;|>:") == std::string::npos);
    }
}

TEST_CASE("testantrag::SafeNames: equal names become different ones, whatever their case")
{
    SafeNames names;
    CHECK(names.take("Antrag.pdf", "id") == "Antrag.pdf");
    CHECK(names.take("antrag.PDF", "id") == "antrag-2.PDF");
    CHECK(names.take("x/Antrag.pdf", "id") == "Antrag-3.pdf");
}

TEST_CASE("testantrag::SafeNames: long names are cut between characters and keep their ending")
{
    SafeNames names;
    std::string wish;
    for (int i = 0; i < 200; ++i) {
        wish += "ü";
    }
    const auto name = names.take(wish + ".pdf", "id");
    CHECK(name.size() <= 120);
    CHECK(name.ends_with("ü.pdf"));
}

TEST_CASE("testantrag::SafeNames: names of devices are not used")
{
    SafeNames names;
    CHECK(names.take("CON.txt", "id") == "CON_.txt");
    CHECK(names.take("lpt1", "id") == "lpt1_");
    CHECK(names.take("control.txt", "id") == "control.txt");
}
