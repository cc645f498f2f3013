// Completion scripts, made from the options themselves.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "cli/detail/completion.hpp"
#include "fake_tool.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace anb;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

cli::detail::CommandInfo sample()
{
    cli::detail::CommandInfo root{"probe-tool", "Probe", {}, {}};
    root.options.push_back({.names = {"-k", "--kind"},
                            .value = "leaf|root",
                            .choices = {"leaf", "root"},
                            .description = "It's a [kind]: \"x\" $HOME `id`"});
    root.commands.push_back({"probe-tool show", "Shows it's", {{.names = {"--deep"}}}, {}});
    return root;
}

} // namespace

TEST_CASE("cli: every shell gets all options, commands and values")
{
    for (const auto* shell : {"bash", "zsh", "fish", "powershell"}) {
        const auto text = cli::detail::completion(sample(), shell);
        CHECK_MESSAGE(has(text, "kind"), shell);
        CHECK_MESSAGE(has(text, "deep"), shell);
        CHECK_MESSAGE(has(text, "show"), shell);
        CHECK_MESSAGE(has(text, "probe-tool"), shell);
    }
    CHECK(has(cli::detail::completion(sample(), "fish"), "-l kind -x -a 'leaf root'"));
    CHECK(has(cli::detail::completion(sample(), "zsh"), "It'\\''s a \\[kind\\]\\:"));
    CHECK(has(cli::detail::completion(sample(), "powershell"), "'It''s a [kind]"));
}

TEST_CASE("cli: the script for bash is valid and completes")
{
    const fake::Folder folder;
    const auto script = cli::detail::completion(sample(), "bash");
    base::write_file(folder / "script", base::as_bytes(script), base::Access::everyone);
    const auto check = "bash -c '. " + (folder / "script") +
                       "; COMP_WORDS=(probe-tool --kind ro); COMP_CWORD=2; _probe_tool;"
                       " [ \"${COMPREPLY[*]}\" = root ];'";
    CHECK(std::system(check.c_str()) == 0);
}
