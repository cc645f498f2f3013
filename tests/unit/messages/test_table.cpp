// The table of messages against itself and against the sources that raise its codes.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/text.hpp"
#include "messages/message.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace anb;

namespace {

namespace fs = std::filesystem;

bool is_code(std::string_view text)
{
    return text.size() == 8 && text.starts_with("ANB-") && text[4] >= 'A' && text[4] <= 'Z' &&
           std::ranges::all_of(text.substr(5), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_source(const fs::path& path)
{
    const auto extension = path.extension();
    return (extension == ".cpp" || extension == ".hpp") &&
           path.string().find("/messages/tables/") == std::string::npos;
}

/// Codes that stand in quotation marks in a source file, comments apart, with the file.
std::map<std::string, std::string> codes_in_sources()
{
    std::map<std::string, std::string> codes;
    for (const auto folder : base::split(ANB_SOURCES, ':')) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (!is_source(entry.path())) {
                continue;
            }
            const auto bytes = base::read_file(entry.path().string(), 1 << 24);
            for (auto line : base::split(base::as_text(bytes), '\n')) {
                line = line.substr(0, line.find("//"));
                for (auto at = line.find("\"ANB-"); at != std::string_view::npos;
                     at = line.find("\"ANB-", at + 1)) {
                    const auto code = line.substr(at + 1, 8);
                    if (is_code(code) && line.substr(at + 9, 1) == "\"") {
                        codes.emplace(code, entry.path().string());
                    }
                }
            }
        }
    }
    return codes;
}

std::set<std::string> placeholders(std::string_view text)
{
    std::set<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos;
         open = text.find('{', open + 1)) {
        names.emplace(text.substr(open, text.find('}', open) - open + 1));
    }
    return names;
}

} // namespace

TEST_CASE("messages: every code that a source raises has a row")
{
    const auto codes = codes_in_sources();
    CHECK(codes.size() > 30);
    for (const auto& one : codes) {
        CHECK_MESSAGE(messages::find(one.first) != nullptr, one.first << " in " << one.second);
    }
}

TEST_CASE("messages: codes are ordered, unique and well formed")
{
    std::string before;
    for (const auto* row : messages::all()) {
        CHECK_MESSAGE(is_code(row->code), row->code);
        CHECK_MESSAGE(std::string(row->code) > before, row->code);
        before = row->code;
    }
}

TEST_CASE("messages: both languages name the same values")
{
    for (const auto* row : messages::all()) {
        for (const auto& text : {row->text, row->cause, row->next}) {
            CHECK_MESSAGE(placeholders(text.de) == placeholders(text.en), row->code);
        }
    }
}

TEST_CASE("messages: every row is complete, without exclamation marks and line ends")
{
    for (const auto* row : messages::all()) {
        CHECK_MESSAGE(messages::complete(*row), row->code);
        for (const auto text : {row->text.de, row->text.en, row->next.de, row->next.en,
                                row->explain.de, row->explain.en}) {
            CHECK_MESSAGE(text.find('!') == std::string_view::npos, row->code);
            CHECK_MESSAGE(base::trim(text) == text, row->code);
            CHECK_MESSAGE(base::is_utf8(text), row->code);
        }
        CHECK_MESSAGE(row->text.de.find('\n') == std::string_view::npos, row->code);
    }
}

TEST_CASE("messages: codes promised by the first message list of this area keep their meaning")
{
    const auto* wrong_environment = messages::find("ANB-G101");
    REQUIRE(wrong_environment != nullptr);
    CHECK(placeholders(wrong_environment->text.de) == std::set<std::string>{"{what}", "{env}"});
}
