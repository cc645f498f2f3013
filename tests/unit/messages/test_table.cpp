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

/// Where what a message names is completed further up: the file or the line is known there.
bool completes_further_up(const std::string& path)
{
    constexpr std::string_view k_rooms[] = {"/lib/json/",       "/lib/xml/", "/lib/xoev/",
                                            "/lib/schematron/", "/lib/pki/", "/lib/dvdv/"};
    return std::ranges::any_of(
        k_rooms, [&](std::string_view room) { return path.find(room) != std::string::npos; });
}

/// The names in {{"file", …}, {"reason", …}} behind a code, up to the end of the statement.
std::set<std::string> given_names(std::string_view statement)
{
    std::set<std::string> names;
    for (auto at = statement.find("{\""); at != std::string_view::npos;
         at = statement.find("{\"", at + 2)) {
        const auto name = statement.substr(at + 2, statement.find('"', at + 2) - at - 2);
        names.insert("{" + std::string(name) + "}");
    }
    return names;
}

/// "ANB-G206 {reason}": what the messages of a source name without getting it, as far as the values
/// stand beside the code.
std::set<std::string> unfilled(std::string_view source)
{
    std::set<std::string> found;
    for (auto at = source.find("\"ANB-"); at != std::string_view::npos;
         at = source.find("\"ANB-", at + 1)) {
        const auto* row = messages::find(source.substr(at + 1, 8));
        const auto behind = source.substr(std::min(at + 10, source.size()));
        const auto values = behind.find_first_not_of(", \n");
        if (row == nullptr || values == std::string_view::npos ||
            !behind.substr(values).starts_with("{{\"")) {
            continue;
        }
        const auto given = given_names(behind.substr(0, behind.find(';')));
        for (const auto text : {row->text.de, row->cause.de, row->next.de}) {
            for (const auto& name : placeholders(text)) {
                if (!given.contains(name)) {
                    found.insert(std::string(row->code) + " " + name);
                }
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("messages: who raises a code gives what its message names")
{
    CHECK(unfilled(R"(throw Error("ANB-G202", {{"file", name}});)") ==
          std::set<std::string>{"ANB-G202 {reason}"});
    CHECK(unfilled(R"(throw Error("ANB-G202",
          {{"file", name}, {"reason", why}});)")
              .empty());
    for (const auto folder : base::split(ANB_SOURCES, ':')) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (is_source(entry.path()) && !completes_further_up(entry.path().string())) {
                const auto bytes = base::read_file(entry.path().string(), 1 << 24);
                for (const auto& one : unfilled(base::as_text(bytes))) {
                    CHECK_MESSAGE(one.empty(), one << " in " << entry.path().string());
                }
            }
        }
    }
}

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
