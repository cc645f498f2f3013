// Secrets and confirmations.
// SPDX-License-Identifier: EUPL-1.2

#include "cli/question.hpp"
#include "fake_tool.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

using namespace anb;

namespace {

std::string secret_file(const fake::Folder& folder, const std::string& name,
                        const std::string& text)
{
    base::write_file(folder / name, base::as_bytes(text), base::Access::owner_only);
    return folder / name;
}

/// What the tool gets, in brackets, so that blanks show.
fake::Outcome ask(const cli::SecretSource& source,
                  const std::map<std::string, std::string>& environment = {},
                  const std::function<void()>& after = {})
{
    return fake::call({.arguments = {"x"}, .environment = environment},
                      [&](const auto&, cli::Io& io) {
                          const auto secret = io.secret(source);
                          io.line("[" + std::string(secret.reveal()) + "]");
                          if (after) {
                              after();
                          }
                          return io.verdict();
                      });
}

} // namespace

TEST_CASE("cli: a password file loses exactly one line break")
{
    const fake::Folder folder;
    const std::pair<std::string, std::string> cases[] = {{"geheim\n", "[geheim]\n"},
                                                         {"geheim\r\n", "[geheim]\n"},
                                                         {"geheim\n\n", "[geheim\n]\n"},
                                                         {" geheim \t", "[ geheim \t]\n"},
                                                         {"", "[]\n"},
                                                         {"\n", "[]\n"},
                                                         {"a\r", "[a\r]\n"}};
    int number = 0;
    for (const auto& [content, expected] : cases) {
        const auto outcome = ask({.file = secret_file(folder, std::to_string(++number), content)});
        CHECK(outcome.code == 0);
        CHECK(outcome.out == expected);
    }
}

TEST_CASE("cli: a password file that others may read is a warning")
{
    const fake::Folder folder;
    const auto file = secret_file(folder, "open", "geheim\n");
    std::filesystem::permissions(file, std::filesystem::perms(0644));
    const auto outcome = ask({.file = file});
    CHECK(outcome.code == 1);
    CHECK(outcome.out == "[geheim]\n");
    CHECK(outcome.err.find("WARNING ANB-G124") != std::string::npos);
}

TEST_CASE("cli: the first source present wins")
{
    const fake::Folder folder;
    const auto file = secret_file(folder, "file", "1");
    secret_file(folder, "p12-password", "3");
    const auto named = secret_file(folder, "named", "4");
    const std::map<std::string, std::string> environment{
        {"CREDENTIALS_DIRECTORY", folder.path().string()}, {"PROBE_FILE", named}, {"PROBE", "2"}};
    cli::SecretSource source{.file = file,
                             .descriptor = -1,
                             .variable = "PROBE",
                             .credential = "p12-password",
                             .file_variable = "PROBE_FILE"};
    CHECK(ask(source, environment).out == "[1]\n");
    source.file.clear();
    CHECK(ask(source, environment).out == "[2]\n");
    source.variable.clear();
    CHECK(ask(source, environment).out == "[3]\n");
    source.credential = "absent";
    CHECK(ask(source, environment).out == "[4]\n");
    source.file_variable.clear();
    CHECK(ask(source, environment).code == 64);
}

TEST_CASE("cli: a password comes from an open descriptor")
{
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], "geheim\n", 7) == 7);
    ::close(ends[1]);
    CHECK(ask({.descriptor = ends[0]}).out == "[geheim]\n");
    ::close(ends[0]);
}

TEST_CASE("cli: a password variable is removed from the environment")
{
    const auto outcome = fake::call(
        {.arguments = {"x"}, .environment = {{"PROBE", "geheim"}}}, [](const auto&, cli::Io& io) {
            const auto secret = io.secret({.variable = "PROBE"});
            io.line(secret.reveal() == "geheim" && std::getenv("PROBE") == nullptr ? "gone"
                                                                                   : "there");
            return cli::Exit::ok;
        });
    CHECK(outcome.out == "gone\n");
    CHECK(ask({.variable = "PROBE_ABSENT"}).err.find("ANB-G125") != std::string::npos);
}

TEST_CASE("cli: without a source and without a terminal the call is wrong, nothing waits")
{
    const auto outcome = ask({.prompt = "Password:"});
    CHECK(outcome.code == 64);
    CHECK(outcome.err.find("ANB-G120") != std::string::npos);
    CHECK(ask({.file = "/no/such/file"}).code == 66);
}

TEST_CASE("cli: a change in production demands the first eight characters of its target")
{
    const auto confirm = [](std::vector<std::string> arguments) {
        arguments.push_back("x");
        return fake::call({.arguments = std::move(arguments)},
                          [](const auto&, cli::Io& io) {
                              io.confirm("7b0e9a52-0f0c-4f6c-8d6c-3e8d1c5c2f10", "sends");
                              return cli::Exit::ok;
                          })
            .code;
    };
    CHECK(confirm({"--confirm", "7b0e9a52"}) == 0);
    CHECK(confirm({"--confirm", "7b0e9a5"}) == 64);
    CHECK(confirm({"--confirm", "7b0e9a52-"}) == 64);
    CHECK(confirm({"--confirm", "yes"}) == 64);
    CHECK(confirm({}) == 64);
}

TEST_CASE("cli::agrees: nobody to ask is no yes")
{
    const auto answer = [](std::vector<std::string> arguments) {
        return fake::call({.arguments = std::move(arguments)}, [](const auto&, cli::Io& io) {
            io.line(cli::agrees(io, "Sicher?") ? "yes" : "no");
            return io.verdict();
        });
    };
    CHECK(answer({"x"}).out == "no\n");
    CHECK(answer({"x", "--no-input"}).out == "no\n");
}
