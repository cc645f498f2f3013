// Tests of osci/feedback.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/bytes.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "osci/feedback.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>

using namespace anb;

namespace {

/// code → German text of the reference; empty when it is not here.
std::map<std::string, std::string> reference()
{
    const std::filesystem::path file = ANB_REFERENCE "/osci/feedback/osci-feedback-codes.tsv";
    std::map<std::string, std::string> codes;
    if (!std::filesystem::exists(file)) {
        return codes;
    }
    const auto text = base::to_text(base::read_file(file.string(), 1024 * 1024));
    for (const auto line : base::split(text, '\n')) {
        const auto cells = base::split(line, '\t');
        if (cells.size() == 3 && cells[0] != "code") {
            codes.emplace(cells[0], cells[1]);
        }
    }
    return codes;
}

} // namespace

TEST_CASE("osci::feedback_codes: 64 codes, each once, with a sentence of its own in two languages")
{
    std::set<std::string_view> codes, sentences;
    for (const auto& code : osci::feedback_codes()) {
        CAPTURE(code.code);
        CHECK(code.code.size() == 4);
        CHECK(codes.insert(code.code).second);
        CHECK(sentences.insert(code.german).second);
        CHECK(sentences.insert(code.english).second);
        CHECK(code.german.ends_with('.'));
        CHECK(code.english.ends_with('.'));
        CHECK(base::is_utf8(code.german));
        CHECK(osci::find_feedback(code.code) == &code);
    }
    CHECK(codes.size() == 64);
    CHECK(osci::find_feedback("0802") == nullptr);
    CHECK(osci::find_feedback("") == nullptr);
}

TEST_CASE("osci::feedback_codes: the codes are those of the reference, the sentences our own")
{
    const auto expected = reference();
    if (expected.empty()) {
        MESSAGE("the reference osci is not here");
        return;
    }
    CHECK(osci::feedback_codes().size() == expected.size());
    for (const auto& each : expected) {
        const auto& [code, german] = each;
        CAPTURE(each.first);
        const auto* found = osci::find_feedback(code);
        REQUIRE(found != nullptr);
        CHECK(found->german != german);
    }
}

TEST_CASE("osci::classify: what is no code is no success")
{
    using enum osci::FeedbackClass;
    CHECK(osci::classify("0800") == done);
    CHECK(osci::classify("0999") == done);
    CHECK(osci::classify("3500") == warning);
    CHECK(osci::classify("9801") == failed);
    for (const auto* text : {"", "0", "080", "08000", "0x00", "1800", "2000", " 800", "OK"}) {
        CAPTURE(text);
        CHECK(osci::classify(text) == failed);
    }
}

TEST_CASE("osci::gravest: failures before warnings before success, of equals the first")
{
    const auto entries = [](const std::vector<std::string>& codes) {
        std::vector<osci::FeedbackEntry> made;
        for (const auto& code : codes) {
            made.push_back({"de", code, ""});
        }
        return made;
    };
    CHECK(osci::gravest({}).empty());
    CHECK(osci::gravest(entries({"0800"})) == "0800");
    CHECK(osci::gravest(entries({"0801", "3800", "3500"})) == "3800");
    CHECK(osci::gravest(entries({"0801", "3800", "9803", "9804", "9803"})) == "9803");
    CHECK(osci::has(entries({"0801", "3800"}), "3800"));
    CHECK_FALSE(osci::has(entries({"0801", "3800"}), "380"));
}
